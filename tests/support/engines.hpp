// The list of engines that every test of behaviour runs on, and aliases of the generator types that
// take the engine first.
#pragma once

#include <deepyield/engine.hpp>
#include <deepyield/generator.hpp>

#include <tuple>

#if defined(DEEPYIELD_TEST_DEFAULT_ENGINE)
using engines = std::tuple<deepyield::default_engine>;
#else
using engines = std::tuple<
#if DEEPYIELD_HAS_NATIVE_ENGINE
    deepyield::engine::native,
#endif
    deepyield::engine::coroutine2, deepyield::engine::context>;
#endif

template <class Engine, class Yield, class Return = void>
using generator_on = deepyield::generator<Yield, void, Return, Engine>;

template <class Engine, class Yield>
using yielder_on = deepyield::yielder<Yield, void, Engine>;

// The same for generators that are sent something.
template <class Engine, class Yield, class Send, class Return = void>
using two_way_on = deepyield::generator<Yield, Send, Return, Engine>;

template <class Engine, class Yield, class Send>
using two_way_yielder_on = deepyield::yielder<Yield, Send, Engine>;

// The generator that most tests use: 0, 1, ..., n - 1.
template <class Engine>
generator_on<Engine, int> numbers(int n) {
  return [n](yielder_on<Engine, int>& yield) {
    for (int i = 0; i < n; ++i) yield(i);
  };
}
