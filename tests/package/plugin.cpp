// A plugin with a static copy of deepyield in it: a shared object that is loaded at run time.
#include <deepyield/ambient.hpp>
#include <deepyield/generator.hpp>

#include <cstdlib>

namespace {

int compare_and_yield(const void* left, const void* right) {
  deepyield::ambient<int>::current().try_yield(*static_cast<const int*>(left));
  return *static_cast<const int*>(left) - *static_cast<const int*>(right);
}

}  // namespace

/// Uses generators, exceptions, delegation and callbacks. Returns 15.
extern "C" BOOST_SYMBOL_EXPORT int run_plugin() {
  deepyield::generator<int> numbers = [](deepyield::yielder<int>& yield) {
    try {
      for (int i = 1;; ++i) yield(i);
    } catch (const char*) {
      yield.from({4, 5});
    }
  };
  int sum = 0;
  for (int i : numbers) {
    sum += i;
    if (i == 3) break;
  }
  sum += *numbers.throw_in("change over");
  for (int i : numbers) sum += i;

  deepyield::generator<int> compared = [](deepyield::yielder<int>& yield) {
    const deepyield::ambient<int> scope(yield);
    int values[] = {2, 1};
    std::qsort(values, 2, sizeof(int), compare_and_yield);
  };
  return compared.next() ? sum : 0;
}
