// What the tests of consumers share.
#pragma once

#include "support/engines.hpp"

#include <deepyield/consumer.hpp>

#include <boost/test/unit_test.hpp>

template <class Engine, class In, class Return = void>
using consumer_on = deepyield::consumer<In, Return, Engine>;
template <class Engine, class In>
using source_on = deepyield::source<In, Engine>;

template <class Engine>
consumer_on<Engine, int, int> summing() {
  return [](source_on<Engine, int>& input) {
    int sum = 0;
    for (int i : input) sum += i;
    return sum;
  };
}
