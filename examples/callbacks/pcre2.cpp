// Dates that were typed without separators: in which ways can each be read?
#include "pcre2.hpp"

#include "dates.hpp"

#include <iostream>

int main() {
  for (const std::string& typed : typed_dates) {
    std::cout << typed << ':';
    for (const groups& date : all_matches(date_pattern, typed))
      std::cout << ' ' << date[0] << '.' << date[1] << '.' << date[2];
    std::cout << '\n';
  }
  std::cout << "ambiguous:";
  for (const std::string& typed : typed_dates) {
    auto readings = all_matches(date_pattern, typed);
    if (readings.next() && readings.next()) std::cout << ' ' << typed;  // it looks for no third
  }
  std::cout << '\n';
}
