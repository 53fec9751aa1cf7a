// What the tests of delegation share.
#pragma once

#include "support/death.hpp"
#include "support/engines.hpp"
#include "support/error.hpp"
#include "support/guard.hpp"
#include "support/sanitizers.hpp"

#include <boost/test/unit_test.hpp>

#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

using deepyield::already_executing;
using deepyield::generator_exit;
using deepyield::generator_ignored_exit;
using deepyield::generator_raised_stop_iteration;
using deepyield::generator_state;
using deepyield::stop_iteration;

// All of these generators yield ints and are sent ints.
template <class Engine, class Return = void>
using talk = two_way_on<Engine, int, int, Return>;
template <class Engine>
using talker = two_way_yielder_on<Engine, int, int>;

#define CHECK_ELEMENTS(generator, ...)                                   \
  do {                                                                   \
    const std::vector<int> seen((generator).begin(), (generator).end()); \
    BOOST_TEST(seen == (__VA_ARGS__), boost::test_tools::per_element()); \
  } while (false)

template <class Engine>
talk<Engine> count(int from, int to) {
  return [=](talker<Engine>& yield) {
    for (int i = from; i < to; ++i) yield(i);
  };
}

template <class Engine, class Inner>
talk<Engine> delegating(Inner inner) {
  return [inner = std::move(inner)](talker<Engine>& yield) mutable { yield.from(inner); };
}

template <class Engine>
talk<Engine, int> catching(std::string& log) {
  return [&log](talker<Engine>& yield) {
    guard local{log, "inner ends "};
    for (int last = 0;;) try {
        yield(last);
        last = 0;
      } catch (const error& e) {
        last = e.value;
        if (last < 0) return last;
      }
  };
}
