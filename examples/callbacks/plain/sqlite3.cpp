// sqlite3_exec in plain callbacks. What is worse:
// - All rows of both offices are in memory before the first is printed.
// - The callback has to catch what std::stoi throws, and to keep it for later.
// - The merge is written by hand: std::merge does not know where a damaged row ends a list.
#include "../offices.hpp"

#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

struct invoice {
  std::string date, customer;
  int cents;
};

struct office {
  std::vector<invoice> invoices;
  std::string error;
};

int on_row(void* to, int, char** fields, char**) {
  auto& read = *static_cast<office*>(to);
  try {
    read.invoices.push_back({fields[0], fields[1], std::stoi(fields[2])});
    return 0;
  } catch (const std::invalid_argument&) {
    read.error = "row " + std::to_string(read.invoices.size() + 1) + ": no number of cents";
    return 1;
  }
}

office invoices(sqlite3* database) {
  office result;
  const int status =
      sqlite3_exec(database, "SELECT date, customer, cents FROM invoices ORDER BY date", on_row,
                   &result, nullptr);
  if (status != SQLITE_OK && result.error.empty()) result.error = sqlite3_errmsg(database);
  return result;
}

void print_merged(const office& one, const office& other) {
  for (std::size_t i = 0, j = 0;;) {
    const bool one_ends = i == one.invoices.size(), other_ends = j == other.invoices.size();
    const std::string error = one_ends ? one.error : "";
    const std::string other_error = other_ends ? other.error : "";
    if (!error.empty() || !other_error.empty()) {
      std::cout << (error.empty() ? other_error : error) << '\n';
      return;
    }
    if (one_ends && other_ends) return;
    const bool take_other =
        one_ends || (!other_ends && other.invoices[j].date < one.invoices[i].date);
    const invoice& each = take_other ? other.invoices[j++] : one.invoices[i++];
    std::cout << each.date << ' ' << each.customer << ' ' << each.cents << '\n';
  }
}

int main() {
  sqlite3* const north = north_office();
  sqlite3* const south = south_office();
  print_merged(invoices(north), invoices(south));
  const bool closed = sqlite3_close(north) == SQLITE_OK && sqlite3_close(south) == SQLITE_OK;
  std::cout << (closed ? "both offices are closed" : "a statement is still open") << '\n';
}
