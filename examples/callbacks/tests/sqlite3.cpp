// sqlite3.hpp, left early at every row: no statement is open, and all memory is given back.
#include "sqlite3.hpp"

#include "offices.hpp"
#include "support/leave_early.hpp"
#include "support/sanitizers.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

BOOST_AUTO_TEST_CASE(leaving_at_every_row) {
  const sqlite3_int64 before = sqlite3_memory_used();
  sqlite3* const office = north_office();
  leave_early_in_every_way([=] { return invoices(office); },
                           [=] { BOOST_CHECK(!sqlite3_next_stmt(office, nullptr)); }, 3);
  BOOST_TEST(sqlite3_close(office) == SQLITE_OK);
  BOOST_TEST(sqlite3_memory_used() == before);
}

BOOST_AUTO_TEST_CASE(a_statement_is_open_while_it_is_suspended) {
  // ThreadSanitizer takes the body for a thread, which holds the connection's recursive mutex.
  if (under_thread_sanitizer) return;
  sqlite3* const office = north_office();
  {
    auto rows = invoices(office);
    rows.next();
    BOOST_CHECK(sqlite3_next_stmt(office, nullptr));
    BOOST_TEST(sqlite3_close(office) == SQLITE_BUSY);
  }
  BOOST_TEST(sqlite3_close(office) == SQLITE_OK);
}

BOOST_AUTO_TEST_CASE(a_damaged_row_is_named) {
  sqlite3* const office = south_office();
  auto rows = invoices(office);
  BOOST_TEST(rows.next()->customer == "Costa");
  BOOST_TEST(rows.next()->customer == "Duarte");
  BOOST_CHECK_EXCEPTION(rows.next(), std::runtime_error, [](const std::runtime_error& error) {
    return std::string(error.what()).find("row 3: ") == 0;
  });
  BOOST_TEST(sqlite3_close(office) == SQLITE_OK);
}

BOOST_AUTO_TEST_CASE(an_error_of_sqlite_is_reported) {
  sqlite3* database = nullptr;
  BOOST_REQUIRE(sqlite3_open(":memory:", &database) == SQLITE_OK);
  auto rows = invoices(database);
  BOOST_CHECK_EXCEPTION(rows.next(), std::runtime_error, [](const std::runtime_error& error) {
    return std::string(error.what()) == "no such table: invoices";
  });
  BOOST_TEST(sqlite3_close(database) == SQLITE_OK);
}
