// A body that overflows its stack.
#pragma once

#include "engines.hpp"

template <class Engine>
int recurse_for_ever(int n, yielder_on<Engine, int>& yield) {
  volatile int here = n;
  return here < 0 ? here : recurse_for_ever<Engine>(here + 1, yield) + here;
}

template <class Engine>
void overflow() {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    yield(recurse_for_ever<Engine>(0, yield));
  };
  g.next();
}
