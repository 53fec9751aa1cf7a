// What bodies.cpp and consumers.cpp share. The two are compiled with equal or different flags, by
// one or two compilers, into one executable or two shared objects. Each makes generators that the
// other consumes.
#pragma once

#include "../../support/alignment.hpp"

#include <deepyield/engine/native.hpp>
#include <deepyield/generator.hpp>

#if defined(_WIN32)
#include <malloc.h>
#else
#include <alloca.h>
#endif

#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__AVX512F__)
#include <immintrin.h>
#endif

using numbers = deepyield::generator<double, void, void, deepyield::engine::native>;
using number_yielder = deepyield::yielder<double, void, deepyield::engine::native>;

// Made in bodies.cpp.
numbers body_with_many_values(double seed);
numbers body_with_areas(std::size_t bytes);
numbers body_in_recursion(int depth);
numbers body_that_throws(double seed, int after);
numbers body_that_handles(double seed);
// Defined in bodies.cpp; they consume generators made in consumers.cpp.
double sum_there(numbers g);
double many_values_there(double seed, numbers g);

// A computation with more live values of each kind than there are registers. Between its steps
// `pause()` switches stacks, or does nothing: the result must be the same. All values are small
// whole numbers, so the result does not depend on how the compiler rounds.
template <class Pause>
double many_values(double seed, Pause pause) {
  double a = seed, b = seed + 1, c = seed + 2, d = seed + 3, e = seed + 4, f = seed + 5,
         g = seed + 6, h = seed + 7;
  double i = seed + 8, j = seed + 9, k = seed + 10, l = seed + 11, m = seed + 12, n = seed + 13,
         o = seed + 14, p = seed + 15, q = seed + 16;
  long double x = static_cast<long double>(seed), y = x + 1, z = x + 2;
  float s = static_cast<float>(seed), t = s + 1, u = s + 2;
  std::uint64_t i0 = static_cast<std::uint64_t>(seed), i1 = i0 + 1, i2 = i0 + 2, i3 = i0 + 3,
                i4 = i0 + 4, i5 = i0 + 5, i6 = i0 + 6, i7 = i0 + 7;
  std::uint64_t i8 = i0 + 8, i9 = i0 + 9, i10 = i0 + 10, i11 = i0 + 11, i12 = i0 + 12,
                i13 = i0 + 13, i14 = i0 + 14, i15 = i0 + 15;
  using pair = double __attribute__((vector_size(16)));
  pair v0 = {seed, 1}, v1 = v0 + 1, v2 = v0 + 2;
#if defined(__AVX__)
  using quad = double __attribute__((vector_size(32)));
  quad w0 = {seed, 1, 2, 3}, w1 = w0 + 1, w2 = w0 + 2;
#endif
#if defined(__AVX512F__)
  using oct = double __attribute__((vector_size(64)));
  oct r[24];  // more than the 16 registers that there are without AVX-512
  for (int at = 0; at < 24; ++at) r[at] = oct{seed, 1, 2, 3, 4, 5, 6, 7} + at;
#endif
  for (int round = 0; round < 6; ++round) {
#if defined(__AVX512F__)
    const __mmask8 low = _mm512_cmp_pd_mask((__m512d)r[0], (__m512d)r[7], _CMP_LT_OQ);
    const __mmask8 high = _mm512_cmp_pd_mask((__m512d)r[3], (__m512d)r[1], _CMP_GT_OQ);
#endif
    pause();
    a += b, b += c, c += d, d += e, e += f, f += g, g += h, h += i, i += j, j += k, k += l, l += m,
        m += n, n += o, o += p, p += q, q += a - p;
    x += y, y += z, z += 1;
    s += t, t += u, u += 1;
    pause();
    i0 += i1, i1 += i2, i2 += i3, i3 += i4, i4 += i5, i5 += i6, i6 += i7, i7 += i8, i8 += i9,
        i9 += i10, i10 += i11, i11 += i12, i12 += i13;
    i13 += i14, i14 += i15, i15 += 1;
    v0 += v1, v1 += v2, v2 += 1;
#if defined(__AVX__)
    w0 += w1, w1 += w2, w2 += 1;
#endif
#if defined(__AVX512F__)
    for (int at = 0; at < 23; ++at) r[at] += r[at + 1];
    r[5] = (oct)_mm512_mask_add_pd((__m512d)r[5], low, (__m512d)r[6], (__m512d)r[8]);
    r[9] = (oct)_mm512_mask_sub_pd((__m512d)r[9], high, (__m512d)r[7], (__m512d)r[1]);
#endif
  }
  double sum = a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q +
               static_cast<double>(x + y + z) + static_cast<double>(s + t + u);
  sum += static_cast<double>(i0 + i1 + i2 + i3 + i4 + i5 + i6 + i7 + i8 + i9 + i10 + i11 + i12 +
                             i13 + i14 + i15);
  sum += v0[0] + v0[1] + v1[0] + v1[1] + v2[0] + v2[1];
#if defined(__AVX__)
  for (int at = 0; at < 4; ++at) sum += w0[at] + w1[at] + w2[at];
#endif
#if defined(__AVX512F__)
  for (int row = 0; row < 24; ++row)
    for (int at = 0; at < 8; ++at) sum += r[row][at];
#endif
  return sum;
}

// A function with over-aligned locals and an alloca() needs a base pointer. Returns whether pause()
// changed none of the memory.
template <class Pause>
bool areas_stay(std::size_t bytes, Pause pause) {
  alignas(64) unsigned char aligned[128];
  const auto outer = static_cast<unsigned char*>(alloca(bytes));
  std::memset(aligned, 0x5a, sizeof aligned);
  std::memset(outer, 0x33, bytes);
  bool whole = is_aligned(aligned, 64);
  for (unsigned char round = 1; round <= 3; ++round) {
    const auto inner = static_cast<unsigned char*>(alloca(bytes * round));
    std::memset(inner, round, bytes * round);
    pause();
    for (std::size_t at = 0; at < bytes * round; ++at) whole = whole && inner[at] == round;
    for (unsigned char byte : aligned) whole = whole && byte == 0x5a;
    for (std::size_t at = 0; at < bytes; ++at) whole = whole && outer[at] == 0x33;
  }
  return whole;
}

// A template that is instantiated on both sides.
template <class T>
numbers counting(T first, int count) {
  return [first, count](number_yielder& yield) {
    for (int i = 0; i < count; ++i) yield(static_cast<double>(first + static_cast<T>(i)));
  };
}
