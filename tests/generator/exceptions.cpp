// Exceptions that escape the body. The numbers are cases of docs/semantics.md; those about the
// exception state are in coroutine/exception_state.cpp.
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

using deepyield::generator_state;
using deepyield::next;

template <class Engine>
generator_on<Engine, int> failing_after(int n) {
  return [n](yielder_on<Engine, int>& yield) {
    for (int i = 0; i < n; ++i) yield(i);
    throw std::runtime_error("from the body");
  };
}

static bool is_from_the_body(const std::runtime_error& e) {
  return e.what() == std::string("from the body");
}

TYPED_TEST_CASE(case_31_out_of_the_first_next_once, Engine, engines) {
  auto g = failing_after<Engine>(0);
  BOOST_CHECK_EXCEPTION(g.next(), std::runtime_error, is_from_the_body);
  BOOST_CHECK(g.state() == generator_state::closed);
  BOOST_TEST(!g.next());
  BOOST_TEST(!g.has_result());
}

TYPED_TEST_CASE(case_31_out_of_begin_once, Engine, engines) {
  auto g = failing_after<Engine>(0);
  BOOST_CHECK_EXCEPTION(g.begin(), std::runtime_error, is_from_the_body);
  BOOST_CHECK(g.begin() == g.end());
}

TYPED_TEST_CASE(case_31_out_of_a_later_next_once, Engine, engines) {
  auto g = failing_after<Engine>(2);
  g.next();
  g.next();
  BOOST_CHECK_EXCEPTION(g.next(), std::runtime_error, is_from_the_body);
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(case_31_out_of_an_increment_after_which_the_iterator_is_at_the_end, Engine,
                engines) {
  auto g = failing_after<Engine>(2);
  auto it = g.begin();
  const auto copy = it;
  ++it;
  BOOST_CHECK_EXCEPTION(++it, std::runtime_error, is_from_the_body);
  BOOST_CHECK(it == g.end());
  BOOST_CHECK(copy == g.end());
}

TYPED_TEST_CASE(case_31_out_of_a_loop_with_the_elements_before_it, Engine, engines) {
  std::vector<int> seen;
  auto g = failing_after<Engine>(3);
  BOOST_CHECK_THROW(for (int i : g) seen.push_back(i), std::runtime_error);
  BOOST_TEST(seen == (std::vector<int>{0, 1, 2}), boost::test_tools::per_element());
}

TYPED_TEST_CASE(an_exception_destroys_the_bodys_locals_before_it_surfaces, Engine, engines) {
  std::weak_ptr<int> watch;
  generator_on<Engine, int> g = [&watch](yielder_on<Engine, int>& yield) {
    auto local = std::make_shared<int>();
    watch = local;
    yield(1);
    throw 1;
  };
  g.next();
  BOOST_CHECK_THROW(g.next(), int);
  BOOST_TEST(watch.expired());
}

TYPED_TEST_CASE(the_same_exception_object_comes_out, Engine, engines) {
  const void* thrown = nullptr;
  generator_on<Engine, int> g = [&thrown](yielder_on<Engine, int>&) {
    try {
      throw std::runtime_error("x");
    } catch (const std::runtime_error& e) {
      thrown = &e;
      throw;
    }
  };
  try {
    g.next();
    BOOST_ERROR("nothing was thrown");
  } catch (const std::runtime_error& e) {
    BOOST_TEST(&e == thrown);
  }
}

TYPED_TEST_CASE(exceptions_that_are_not_std_exceptions_come_out_too, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>&) { throw "text"; };
  BOOST_CHECK_THROW(g.next(), const char*);
}

TYPED_TEST_CASE(a_generator_exit_of_the_bodys_own_comes_out, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>&) { throw deepyield::generator_exit(); };
  BOOST_CHECK_THROW(g.next(), deepyield::generator_exit);
}

TYPED_TEST_CASE(an_exception_caught_within_the_body_stays_there, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    yield(1);
    try {
      throw 1;
    } catch (int) {
    }
    yield(2);
  };
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(*g.next() == 2);
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(an_exception_passes_through_a_chain_of_generators, Engine, engines) {
  generator_on<Engine, int> outer = [](yielder_on<Engine, int>& yield) {
    for (int i : failing_after<Engine>(1)) yield(i);
  };
  BOOST_TEST(*outer.next() == 0);
  BOOST_CHECK_EXCEPTION(outer.next(), std::runtime_error, is_from_the_body);
}

TYPED_TEST_CASE(case_32_a_stop_iteration_that_escapes_is_an_error_with_it_nested, Engine, engines) {
  generator_on<Engine, int> outer = [](yielder_on<Engine, int>& yield) {
    auto inner = numbers<Engine>(1);
    yield(next(inner));
    yield(next(inner));  // unguarded
  };
  BOOST_TEST(*outer.next() == 0);
  try {
    outer.next();
    BOOST_ERROR("nothing was thrown");
  } catch (const deepyield::generator_raised_stop_iteration& e) {
    BOOST_TEST(std::string(e.what()).find("stop_iteration escaped") != std::string::npos);
    // What std::rethrow_if_nested does; spelt out since that wants RTTI.
    const auto* nested = dynamic_cast<const std::nested_exception*>(&e);
    BOOST_REQUIRE(nested);
    BOOST_CHECK_THROW(nested->rethrow_nested(), deepyield::stop_iteration);
  }
  BOOST_TEST(!outer.next());
}
