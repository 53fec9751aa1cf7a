// Leaves a generator early in every way, for tests of what is left behind.
#pragma once

#include <deepyield/generator.hpp>

#include <boost/test/unit_test.hpp>

#include <stdexcept>

// `make()` returns a generator of at least `last` elements. It is left at the first element, then a
// new one at the second, and so on, each time followed by `check_nothing_left()`.
template <class Make, class Check>
void leave_early_in_every_way(Make make, Check check_nothing_left, int last = 2) {
  const auto taken_from = [](auto& g, int count) {
    while (count-- > 0) BOOST_REQUIRE(g.next());
  };
  for (int taken = 1; taken <= last; ++taken) {
    BOOST_TEST_CONTEXT("a break at element " << taken) {
      int seen = 0;
      for (auto&& element : make()) {
        static_cast<void>(element);
        if (++seen == taken) break;
      }
      BOOST_TEST(seen == taken);
      check_nothing_left();
    }
    BOOST_TEST_CONTEXT("close() at element " << taken) {
      auto g = make();
      taken_from(g, taken);
      BOOST_CHECK_NO_THROW(g.close());
      check_nothing_left();
    }
    BOOST_TEST_CONTEXT("throw_in() at element " << taken) {
      auto g = make();
      taken_from(g, taken);
      BOOST_CHECK_THROW(g.throw_in(std::runtime_error("enough")), std::runtime_error);
      BOOST_CHECK(g.state() == deepyield::generator_state::closed);
      check_nothing_left();
    }
  }
}

// Checks that a std::invalid_argument that a callback of the generator throws, as std::stoi does,
// comes out of next().
template <class Generator, class Check>
void a_callback_throws(Generator g, Check check_nothing_left) {
  BOOST_CHECK_THROW(while (g.next()) continue, std::invalid_argument);
  BOOST_CHECK(g.state() == deepyield::generator_state::closed);
  check_nothing_left();
}
