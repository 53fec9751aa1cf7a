// What the tests with other libraries share: leaving a generator early in every way, and counting what a library has allocated.
#pragma once

#include "../support/engines.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <cstring>
#include <stdexcept>

// `make()` gives a generator of at least two elements; `check_nothing_left()` is called whenever one has been left.
template <class Make, class Check>
void leave_early_in_every_way(Make make, Check check_nothing_left) {
  BOOST_TEST_CONTEXT("a break") {
    for (auto&& element : make()) {
      static_cast<void>(element);
      break;
    }
    check_nothing_left();
  }
  BOOST_TEST_CONTEXT("close()") {
    auto g = make();
    g.next();
    BOOST_CHECK_NO_THROW(g.close());
    check_nothing_left();
  }
  BOOST_TEST_CONTEXT("throw_in()") {
    auto g = make();
    g.next();
    g.next();
    BOOST_CHECK_THROW(g.throw_in(std::runtime_error("enough")), std::runtime_error);
    BOOST_CHECK(g.state() == deepyield::generator_state::closed);
    check_nothing_left();
  }
}

// For libraries that take functions to allocate with.
inline int& live_allocations() {
  static int count = 0;
  return count;
}

inline void* counted_malloc(std::size_t bytes) {
  void* const memory = std::malloc(bytes);
  if (memory) ++live_allocations();
  return memory;
}

inline void counted_free(void* memory) {
  if (memory) --live_allocations();
  std::free(memory);
}

inline void* counted_realloc(void* memory, std::size_t bytes) {
  if (!memory) return counted_malloc(bytes);
  return std::realloc(memory, bytes);
}

inline char* counted_strdup(const char* text) {
  const std::size_t bytes = std::strlen(text) + 1;
  void* const copy = counted_malloc(bytes);
  return copy ? static_cast<char*>(std::memcpy(copy, text, bytes)) : nullptr;
}
