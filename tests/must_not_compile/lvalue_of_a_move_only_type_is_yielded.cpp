// expect: deepyield: a generator<T> or consumer<T> copies an lvalue, and this T cannot be copied
// one error
#include <deepyield/generator.hpp>

#include <memory>

deepyield::generator<std::unique_ptr<int>> g = [](deepyield::yielder<std::unique_ptr<int>>& yield) {
  auto local = std::make_unique<int>(1);
  yield(local);
};
