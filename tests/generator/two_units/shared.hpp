// Templates that both translation units instantiate.
#pragma once

#include "support/engines.hpp"

template <class Engine>
deepyield::generator<int> doubled(generator_on<Engine, int> source) {
  return [source = std::move(source)](deepyield::yielder<int>& yield) mutable {
    for (int i : source) yield(2 * i);
  };
}

deepyield::generator<int> made_in_the_other_unit();
int consumed_in_the_other_unit(deepyield::generator<int>& g);
