// Consumes the bodies of bodies.cpp, and has bodies that are consumed there. Prints what failed;
// the exit status is the number of failures.
#include "native_flags.hpp"

#include <cstdio>
#include <utility>

namespace {

int failures = 0;

void check(bool right, const char* what) {
  if (right) return;
  ++failures;
  std::printf("wrong: %s\n", what);
}

volatile double unknown_seed = 3;  // unknown to the compiler
const auto nothing = [] {};

// Takes the remaining elements; returns the last one.
double last_of(numbers& g) {
  double last = 0;
  while (auto element = g.next()) last = *element;
  return last;
}

void both_sides_keep_their_values() {
  const double seed = unknown_seed, expected = many_values(seed, nothing),
               others = many_values(seed + 1, nothing);
  numbers g = body_with_many_values(seed + 1);
  check(many_values(seed, [&] { g.next(); }) == expected, "the consumer's values");
  check(*g.next() == others, "the body's values");
  check(!g.next(), "the body's end");

  numbers elements = body_with_many_values(seed);
  auto it = elements.begin();
  double sum = 0;
  check(many_values(seed, [&] { sum += *it, ++it; }) == expected,
        "the consumer's values beside an iterator");
  check(sum == 78 && *it == expected, "the elements of an iterator");
}

void both_sides_keep_their_areas() {
  const auto bytes = static_cast<std::size_t>(unknown_seed) * 24;
  numbers g = body_with_areas(bytes);
  check(areas_stay(bytes, [&] { g.next(); }), "the consumer's areas");
  check(last_of(g) == 100, "the body's areas");
  numbers recursion = body_in_recursion(4);
  check(areas_stay(bytes, [&] { recursion.next(); }), "the consumer's areas beside a recursion");
  double sum = 0, least = 0;
  for (double element : recursion) sum += element, least = element < least ? element : least;
  check(least == 0 && sum > 0, "a recursion's values and areas");
}

void exceptions_cross() {
  const double seed = unknown_seed, expected = many_values(seed, nothing);
  numbers g = body_that_throws(seed, 5);
  double caught = 0;
  int ends = 0;
  const double sum = many_values(seed, [&] {
    try {
      if (!g.next()) ++ends;
    } catch (double thrown) {
      caught += thrown;
    }
  });
  check(sum == expected, "the consumer's values where the body throws");
  check(caught == seed && ends == 6, "what the body throws");

  numbers handles = body_that_handles(seed);
  check(many_values(seed, [&] { handles.next(); }) == expected,
        "the consumer's values where the body handles");
  check(last_of(handles) == expected, "the values of a body that handles");

  for (int taken = 0; taken < 8; ++taken) {  // abandoned at each of its places
    numbers abandoned = body_that_handles(seed);
    for (int i = 0; i < taken; ++i) abandoned.next();
    check(many_values(seed, [&] { abandoned = body_that_handles(seed), abandoned.next(); }) ==
              expected,
          "the consumer's values where bodies are unwound");
  }
}

void bodies_cross_the_other_way() {
  const double seed = unknown_seed;
  double steps = 0;
  const double expected = many_values(seed, nothing);
  check(sum_there([&](number_yielder& yield) {
          yield(many_values(seed, [&] { ++steps, yield(0); }));
        }) == expected,
        "a lambda's values, consumed there");
  check(steps == 12, "how often a lambda yielded");
  check(many_values_there(seed, counting(1L, 1000)) == expected, "the values of a consumer there");
  check(sum_there(counting(1.0f, 10)) == 55 && sum_there(counting(std::int8_t(1), 10)) == 55,
        "a template's elements, consumed there");
}

// Several generators resumed from one function, and one inside of another.
void generators_interleave() {
  const double seed = unknown_seed, expected = many_values(seed, nothing);
  numbers a = body_with_many_values(seed), b = body_with_many_values(seed), c = counting(1, 100);
  numbers outer = [&](number_yielder& yield) {
    yield(many_values(seed, [&] { a.next(), yield(*c.next()), b.next(); }));
  };
  check(last_of(outer) == expected, "the values of a body that consumes");
  check(*a.next() == expected && *b.next() == expected && *c.next() == 13,
        "the values of bodies that a body consumes");
}

}  // namespace

int main() {
  both_sides_keep_their_values();
  both_sides_keep_their_areas();
  exceptions_cross();
  bodies_cross_the_other_way();
  generators_interleave();
  return failures;
}
