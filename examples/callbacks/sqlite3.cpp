// Two queries of sqlite3_exec at work at once: the invoices of two offices as one list, by date. A
// damaged row ends the list, and names itself.
#include "sqlite3.hpp"

#include "offices.hpp"

#include <deepyield/itertools.hpp>

#include <iostream>

int main() {
  sqlite3* const north = north_office();
  sqlite3* const south = south_office();
  const auto by_date = deepyield::itertools::by_key([](const invoice& i) { return i.date; });
  try {
    for (const invoice& each :
         deepyield::itertools::merge(by_date, invoices(north), invoices(south)))
      std::cout << each.date << ' ' << each.customer << ' ' << each.cents << '\n';
  } catch (const std::exception& error) {
    std::cout << error.what() << '\n';
  }
  const bool closed = sqlite3_close(north) == SQLITE_OK && sqlite3_close(south) == SQLITE_OK;
  std::cout << (closed ? "both offices are closed" : "a statement is still open") << '\n';
}
