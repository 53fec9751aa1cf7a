// What a compiler keeps in registers across a switch is there afterwards, on both sides.
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>

namespace {

// More numbers live across pause() than there are registers that a call keeps. Inlined, so that
// pause() is called here and not from a frame that keeps fewer.
template <class Number, class Pause>
BOOST_FORCEINLINE Number mix(Number seed, Pause pause) {
  Number a = seed, b = a + 1, c = b + 2, d = c + 3, e = d + 4, f = e + 5, g = f + 6, h = g + 7,
         i = h + 8, j = i + 9, k = j + 10, l = k + 11, m = l + 12, n = m + 13, o = n + 14,
         p = o + 15, q = p + 16, r = q + 17, s = r + 18, t = s + 19;
  for (int round = 0; round < 4; ++round) {
    pause();
    a += t, b -= a, c += b, d -= c, e += d, f -= e, g += f, h -= g, i += h, j -= i, k += j, l -= k,
        m += l, n -= m, o += n, p -= o, q += p, r -= q, s += r, t -= s;
  }
  return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h + 9 * i + 10 * j + 11 * k +
         12 * l + 13 * m + 14 * n + 15 * o + 16 * p + 17 * q + 18 * r + 19 * s + 20 * t;
}

template <class Engine, class Number>
void check() {
  const volatile Number seed = 3;  // nothing is computed when this is compiled
  const Number expected = mix<Number>(seed, [] {});

  Number bodys = 0;
  generator_on<Engine, int> g([&](yielder_on<Engine, int>& yield) {
    bodys = mix<Number>(seed, [&] { yield(0); });
    yield(0);
  });
  const Number consumers = mix<Number>(seed, [&] { g.next(); });
  g.next();
  BOOST_TEST(consumers == expected);
  BOOST_TEST(bodys == expected);
}

}  // namespace

TYPED_TEST_CASE(integers_in_registers_outlast_a_switch, Engine, engines) { check<Engine, long>(); }

TYPED_TEST_CASE(floating_point_numbers_in_registers_outlast_a_switch, Engine, engines) {
  check<Engine, double>();
  check<Engine, float>();
}
