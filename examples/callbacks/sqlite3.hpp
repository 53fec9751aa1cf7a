// The rows of sqlite3_exec as a range of invoices.
#pragma once

#include <deepyield/generator.hpp>

#include <sqlite3.h>

#include <stdexcept>
#include <string>

struct invoice {
  std::string date, customer;
  int cents;
};

struct row_reader {
  deepyield::yielder<invoice>& yield;
  int row;
};

inline int on_row(void* to, int, char** fields, char**) noexcept {
  auto& reader = *static_cast<row_reader*>(to);
  ++reader.row;
  const bool go_on = reader.yield.guard(
      [&] { reader.yield(invoice{fields[0], fields[1], std::stoi(fields[2])}); });
  return go_on ? 0 : 1;  // 1 stops sqlite3_exec, which closes its statement
}

inline deepyield::generator<invoice> invoices(sqlite3* database) {
  return [=](deepyield::yielder<invoice>& yield) {
    row_reader reader{yield, 0};
    const int result =
        sqlite3_exec(database, "SELECT date, customer, cents FROM invoices ORDER BY date", on_row,
                     &reader, nullptr);
    try {
      yield.rethrow_pending();
    } catch (const std::invalid_argument&) {
      throw std::runtime_error("row " + std::to_string(reader.row) + ": no number of cents");
    }
    if (result != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(database));
  };
}
