// docs/semantics.md, cases 48 and 50: a callback of sqlite3_exec, and an SQL function, that yield.
#include "support/engines.hpp"
#include "support/leave_early.hpp"
#include "support/sanitizers.hpp"
#include "support/typed_test_case.hpp"

#include <sqlite3.h>

#include <string>
#include <vector>

namespace {

// A database in memory, with a table of the numbers 1 to 5.
class database {
 public:
  database() {
    BOOST_REQUIRE_EQUAL(sqlite3_open(":memory:", &handle_), SQLITE_OK);
    BOOST_REQUIRE_EQUAL(
        sqlite3_exec(
            handle_,
            "CREATE TABLE numbers(number); INSERT INTO numbers VALUES (1), (2), (3), (4), (5)",
            nullptr, nullptr, nullptr),
        SQLITE_OK);
  }
  database(const database&) = delete;
  ~database() { sqlite3_close_v2(handle_); }

  sqlite3* get() const { return handle_; }

  void check_no_open_statement() const { BOOST_CHECK(!sqlite3_next_stmt(handle_, nullptr)); }

  void check_closes() {
    BOOST_CHECK_EQUAL(sqlite3_close(handle_), SQLITE_OK);
    handle_ = nullptr;
  }

 private:
  sqlite3* handle_ = nullptr;
};

template <class Engine>
int yield_row(void* yield, int, char** fields, char**) {
  return static_cast<yielder_on<Engine, std::string>*>(yield)->try_yield(fields[0]) ? 0 : 1;
}

// Yields a number and its negative.
template <class Engine>
int yield_both_signs(void* to, int, char** fields, char**) {
  auto& yield = *static_cast<yielder_on<Engine, std::string>*>(to);
  const bool go_on = yield.guard([&] {
    yield(fields[0]);
    yield(std::to_string(-std::stoi(fields[0])));
  });
  return go_on ? 0 : 1;
}

template <class Engine>
generator_on<Engine, std::string, int> rows(sqlite3* connection, const char* query,
                                            sqlite3_callback row = yield_row<Engine>) {
  return [=](yielder_on<Engine, std::string>& yield) {
    const int result = sqlite3_exec(connection, query, row, &yield, nullptr);
    yield.rethrow_pending();
    return result;
  };
}

// The SQL function yielded(x): yields x, and returns it.
template <class Engine>
void yield_argument(sqlite3_context* call, int, sqlite3_value** arguments) {
  auto& yield = *static_cast<yielder_on<Engine, int>*>(sqlite3_user_data(call));
  if (yield.try_yield(sqlite3_value_int(arguments[0])))
    sqlite3_result_value(call, arguments[0]);
  else
    sqlite3_result_error_code(call, SQLITE_ABORT);
}

template <class Engine>
generator_on<Engine, int, int> arguments(sqlite3* connection, const char* query) {
  return [=](yielder_on<Engine, int>& yield) {
    sqlite3_create_function(connection, "yielded", 1, SQLITE_UTF8, &yield, yield_argument<Engine>,
                            nullptr, nullptr);
    const int result = sqlite3_exec(connection, query, nullptr, nullptr, nullptr);
    sqlite3_create_function(connection, "yielded", 1, SQLITE_UTF8, nullptr, nullptr, nullptr,
                            nullptr);
    yield.rethrow_pending();
    return result;
  };
}

}  // namespace

TYPED_TEST_CASE(case_48_all_rows_of_sqlite3_exec, Engine, engines) {
  database numbers;
  auto g = rows<Engine>(numbers.get(), "SELECT number FROM numbers");
  BOOST_TEST((std::vector<std::string>(g.begin(), g.end())) ==
                 (std::vector<std::string>{"1", "2", "3", "4", "5"}),
             boost::test_tools::per_element());
  BOOST_TEST(g.result() == SQLITE_OK);
  numbers.check_closes();
}

TYPED_TEST_CASE(case_48_leaving_sqlite3_exec_early, Engine, engines) {
  database numbers;
  leave_early_in_every_way(
      [&] { return rows<Engine>(numbers.get(), "SELECT number FROM numbers"); },
      [&] { numbers.check_no_open_statement(); });
  numbers.check_closes();
}

TYPED_TEST_CASE(case_48_sqlite3_sees_its_own_abort_code, Engine, engines) {
  database numbers;
  int result = SQLITE_OK;
  generator_on<Engine, std::string> g = [&](yielder_on<Engine, std::string>& yield) {
    result = sqlite3_exec(numbers.get(), "SELECT number FROM numbers", yield_row<Engine>, &yield,
                          nullptr);
    yield.rethrow_pending();
  };
  g.next();
  g.close();
  BOOST_TEST(result == SQLITE_ABORT);
}

TYPED_TEST_CASE(case_48_two_queries_of_sqlite3_in_step, Engine, engines) {
  // ThreadSanitizer takes each body for a thread, and both lock the connection's recursive mutex
  if (under_thread_sanitizer) return;
  database numbers;
  auto up = rows<Engine>(numbers.get(), "SELECT number FROM numbers ORDER BY number");
  auto down = rows<Engine>(numbers.get(), "SELECT number FROM numbers ORDER BY number DESC");
  for (const char* pair : {"15", "24", "33"}) {
    const std::string from_up = next(up);
    BOOST_TEST(from_up + next(down) == pair);
  }
  up.close();
  down.close();
  numbers.check_no_open_statement();
  numbers.check_closes();
}

TYPED_TEST_CASE(case_48_an_sql_function_that_yields, Engine, engines) {
  database numbers;
  auto g = arguments<Engine>(numbers.get(), "SELECT sum(yielded(number)) FROM numbers");
  BOOST_TEST((std::vector<int>(g.begin(), g.end())) == (std::vector<int>{1, 2, 3, 4, 5}),
             boost::test_tools::per_element());
  BOOST_TEST(g.result() == SQLITE_OK);
  numbers.check_closes();
}

TYPED_TEST_CASE(case_48_leaving_an_sql_function_early_rolls_back, Engine, engines) {
  database numbers;
  leave_early_in_every_way(
      [&] {
        return arguments<Engine>(numbers.get(), "UPDATE numbers SET number = 10 * yielded(number)");
      },
      [&] {
        numbers.check_no_open_statement();
        auto unchanged = rows<Engine>(numbers.get(), "SELECT sum(number) FROM numbers");
        BOOST_TEST(next(unchanged) == "15");
      });
  numbers.check_closes();
}

TYPED_TEST_CASE(case_48_sqlite3_has_given_all_memory_back, Engine, engines) {
  const sqlite3_int64 before = sqlite3_memory_used();
  {
    database numbers;
    auto g = rows<Engine>(numbers.get(), "SELECT number FROM numbers");
    g.next();
    g.close();
    numbers.check_closes();
  }
  BOOST_TEST(sqlite3_memory_used() == before);
}

TYPED_TEST_CASE(case_50_several_yields_in_a_row_of_sqlite3_exec, Engine, engines) {
  database numbers;
  auto g = rows<Engine>(numbers.get(), "SELECT number FROM numbers WHERE number < 3",
                        yield_both_signs<Engine>);
  BOOST_TEST((std::vector<std::string>(g.begin(), g.end())) ==
                 (std::vector<std::string>{"1", "-1", "2", "-2"}),
             boost::test_tools::per_element());
  BOOST_TEST(g.result() == SQLITE_OK);
  numbers.check_closes();
}

TYPED_TEST_CASE(case_50_leaving_sqlite3_exec_within_a_row, Engine, engines) {
  database numbers;
  const auto make = [&] {
    return rows<Engine>(numbers.get(), "SELECT number FROM numbers", yield_both_signs<Engine>);
  };
  leave_early_in_every_way(make, [&] { numbers.check_no_open_statement(); });
  numbers.check_closes();
}

TYPED_TEST_CASE(case_50_a_row_of_sqlite3_exec_throws, Engine, engines) {
  database numbers;
  const char* const query = "SELECT number FROM numbers UNION ALL SELECT 'six'";
  a_callback_throws(rows<Engine>(numbers.get(), query, yield_both_signs<Engine>),
                    [&] { numbers.check_no_open_statement(); });
  numbers.check_closes();
}
