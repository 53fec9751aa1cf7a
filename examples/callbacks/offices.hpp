// Two databases of invoices. The last invoice of the south is damaged.
#pragma once

#include <sqlite3.h>

#include <stdexcept>

inline sqlite3* new_office(const char* invoices) {
  sqlite3* database = nullptr;
  if (sqlite3_open(":memory:", &database) != SQLITE_OK ||
      sqlite3_exec(database, "CREATE TABLE invoices(date, customer, cents)", nullptr, nullptr,
                   nullptr) != SQLITE_OK ||
      sqlite3_exec(database, invoices, nullptr, nullptr, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(database));
  return database;
}

inline sqlite3* north_office() {
  return new_office(
      "INSERT INTO invoices VALUES ('2024-03-01', 'Aalto', 12900), ('2024-03-05', 'Berg', 4550),"
      "('2024-03-08', 'Aalto', 7000)");
}
inline sqlite3* south_office() {
  return new_office(
      "INSERT INTO invoices VALUES ('2024-03-02', 'Costa', 31000), ('2024-03-06', 'Duarte', 899),"
      "('2024-03-07', 'Esteves', 'pending')");
}
