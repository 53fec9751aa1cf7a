// AVX-512 by function attribute, in a file that is compiled without it. There GCC does not accept
// AVX-512's registers as clobbers, so a function with the attribute must not resume or yield
// itself. It has to call a function without the attribute that GCC cannot look into.
#include <deepyield/engine/native.hpp>
#include <deepyield/generator.hpp>

#include <immintrin.h>

#include <cstdio>

#if defined(__clang__)
#define OF_ITS_OWN __attribute__((noinline))
#else
// noinline is not enough: GCC checks which registers the function uses, and does not see those that
// the body uses.
#define OF_ITS_OWN __attribute__((noipa))
#endif
#define WITH_AVX512 __attribute__((target("avx512f"), noinline))

using numbers = deepyield::generator<double, void, void, deepyield::engine::native>;
using yielder = deepyield::yielder<double, void, deepyield::engine::native>;

OF_ITS_OWN static double next_of(numbers& g) { return *g.next(); }
OF_ITS_OWN static void yield_to(yielder& yield, double number) { yield(number); }

// Keeps as many vectors live across `pause` as there are registers.
template <class Pause>
WITH_AVX512 static double sum_across(double seed, Pause pause) {
  __m512d v[28];
#pragma GCC unroll 28
  for (int i = 0; i < 28; ++i) v[i] = _mm512_set1_pd(seed + i);
  for (int step = 0; step < 3; ++step) {
    pause(step);
#pragma GCC unroll 28
    for (int i = 0; i < 28; ++i) v[i] = _mm512_add_pd(v[i], v[(i + 1) % 28]);
  }
  __m512d sums = v[0];
  for (int i = 1; i < 28; ++i) sums = _mm512_add_pd(sums, v[i]);
  double each[8], sum = 0;
  _mm512_storeu_pd(each, sums);
  for (double one : each) sum += one;
  return sum;
}

struct nothing {
  void operator()(int) const {}
};
struct resuming {
  numbers* g;
  __attribute__((target("avx512f"), always_inline)) void operator()(int) const { next_of(*g); }
};
struct yielding {
  yielder* yield;
  __attribute__((target("avx512f"), always_inline)) void operator()(int step) const {
    yield_to(*yield, step);
  }
};

int main() {
  if (!__builtin_cpu_supports("avx512f")) {
    std::puts("skipped: this processor has no AVX-512");
    return 77;
  }
  double bodys = 0;
  numbers g = [&bodys](yielder& yield) {
    bodys = sum_across(1000, yielding{&yield});
    for (;;) yield(0);
  };
  const double consumers = sum_across(1, resuming{&g});
  g.next();
  const bool right = consumers == sum_across(1, nothing()) && bodys == sum_across(1000, nothing());
  if (!right) std::puts("vectors were lost across a switch");
  return right ? 0 : 1;
}
