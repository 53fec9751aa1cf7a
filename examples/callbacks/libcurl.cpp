// A download, line by line, as far as it is needed: the first day with a rate of at least 0.988.
#include "libcurl.hpp"

#include "rates.hpp"

#include <iostream>

int main() {
  const rates sample;
  auto rows = lines(downloaded(sample.url()));
  std::cout << "columns: " << next(rows) << '\n';
  for (const std::string& row : rows) {
    const auto comma = row.find(',');
    if (std::stod(row.substr(comma + 1)) < 0.988) continue;
    std::cout << "day " << row.substr(0, comma) << ": " << row.substr(comma + 1) << '\n';
    break;
  }
  try {
    for (const std::string& line : lines(downloaded(sample.url() + ".old"))) std::cout << line;
  } catch (const std::exception&) {
    std::cout << "there is no older file\n";
  }
}
