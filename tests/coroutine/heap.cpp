// A generator allocates nothing on the heap. Not built with sanitizers, which replace operator new
// themselves.
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <new>

static int heap_allocations = 0;
// if it were inlined, GCC would warn that free() does not match it
BOOST_NOINLINE void* operator new(std::size_t bytes) {
  ++heap_allocations;
  if (void* memory = std::malloc(bytes)) return memory;
  throw std::bad_alloc();
}
BOOST_NOINLINE void operator delete(void* memory) noexcept { std::free(memory); }
BOOST_NOINLINE void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

TYPED_TEST_CASE(a_generator_allocates_its_stack_and_nothing_else, Engine, engines) {
  numbers<Engine>(1).next();  // the first one makes the thread's cache of stacks
  const int before = heap_allocations;
  {
    generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
      for (int i = 0;; ++i) yield(i);
    };
    for (int i = 0; i < 10; ++i) g.next();
    g.close();
    generator_on<Engine, int, int> h = [](yielder_on<Engine, int>& yield) {
      yield(1);
      return 2;
    };
    for (int i : h) (void)i;
  }
  BOOST_TEST(heap_allocations == before);
}

TYPED_TEST_CASE(neither_does_a_delegation, Engine, engines) {
  numbers<Engine>(1).next();
  const int before = heap_allocations;
  int sum = 0;
  {
    generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
      auto lvalue = numbers<Engine>(3);
      yield.from(lvalue);
      yield.from(numbers<Engine>(4));
    };
    for (int i : g) sum += i;
  }
  BOOST_TEST(sum == 9);
  BOOST_TEST(heap_allocations == before);
}
