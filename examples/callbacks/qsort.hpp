// The comparisons of qsort as a range.
#pragma once

#include "comparisons.hpp"

#include <deepyield/ambient.hpp>
#include <deepyield/generator.hpp>

#include <cstdlib>

inline int compare(const void* one, const void* other) noexcept {
  const comparison now{*static_cast<const int*>(one), *static_cast<const int*>(other)};
  auto& yield = deepyield::ambient<comparison>::current();  // qsort passes no pointer of ours
  // qsort cannot be stopped. Once the generator is left, guard does nothing, and qsort sorts on.
  yield.guard([&] { yield(now); });
  return now.left < now.right ? -1 : now.left > now.right;
}

// The numbers must outlive the generator.
inline deepyield::generator<comparison> sorting(std::vector<int>& numbers) {
  return [&numbers](deepyield::yielder<comparison>& yield) {
    const deepyield::ambient<comparison> scope(yield);
    std::qsort(numbers.data(), numbers.size(), sizeof(int), compare);
    yield.rethrow_pending();
  };
}
