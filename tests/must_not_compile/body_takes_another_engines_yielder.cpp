// expect: deepyield: the body must be callable as body(yielder&)
// one error
#include <deepyield/engine.hpp>
#include <deepyield/generator.hpp>

using namespace deepyield;
generator<int, void, void, engine::context> g = [](yielder<int, void, engine::coroutine2>& yield) {
  yield(1);
};
