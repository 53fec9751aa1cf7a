// The bodies that consumers.cpp consumes, and consumers for its bodies.
#include "native_flags.hpp"

#include <utility>

namespace {

const auto nothing = [] {};

struct counts_up {
  double& count;
  ~counts_up() { ++count; }
};

void recurse(int depth, number_yielder& yield) {
  if (depth == 0) return;
  yield(depth);
  const double sum = many_values(depth, [&] { yield(1); });
  if (!areas_stay(static_cast<std::size_t>(8 * depth), [&] { recurse(depth - 1, yield); }))
    yield(-1e9);
  yield(sum - many_values(depth, nothing));
}

}  // namespace

numbers body_with_many_values(double seed) {
  return [seed](number_yielder& yield) {
    double steps = 0;
    const double sum = many_values(seed, [&] { yield(++steps); });
    yield(sum);
  };
}

numbers body_with_areas(std::size_t bytes) {
  return [bytes](number_yielder& yield) {
    double steps = 0;
    const bool whole = areas_stay(bytes, [&] { yield(++steps); });
    yield(whole ? 100 : -100);
  };
}

numbers body_in_recursion(int depth) {
  return [depth](number_yielder& yield) { recurse(depth, yield); };
}

numbers body_that_throws(double seed, int after) {
  return [seed, after](number_yielder& yield) {
    int left = after;
    many_values(seed, [&] {
      if (left-- == 0) throw seed;
      yield(left);
    });
  };
}

numbers body_that_handles(double seed) {
  return [seed](number_yielder& yield) {
    double destroyed = 0;
    const double sum = many_values(seed, [&] {
      try {
        const counts_up guard{destroyed};
        yield(1);
        throw seed;
      } catch (double caught) {
        yield(caught + destroyed);
      }
    });
    yield(sum);
  };
}

double sum_there(numbers g) {
  double sum = 0;
  for (double element : g) sum += element;
  return sum;
}

double many_values_there(double seed, numbers g) {
  return many_values(seed, [&] { g.next(); });
}
