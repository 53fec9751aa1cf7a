// expect: deepyield: a generator<T&&> yields rvalues of type T
// one error
#include <deepyield/generator.hpp>

#include <string>

deepyield::generator<std::string&&> g = [](deepyield::yielder<std::string&&>& yield) {
  std::string local = "text";
  yield(local);
};
