// What tests throw, and whether it comes out.
#pragma once

#include <boost/test/unit_test.hpp>

#include <exception>

struct error {
  int value;
};
inline bool is_42(const error& e) { return e.value == 42; }

// What is thrown into a generator that does not catch it comes out: the very same exception object.
template <class Generator>
void check_same_exception_comes_out(Generator& g) {
  const auto thrown = std::make_exception_ptr(error{42});
  try {
    g.throw_in(thrown);
    BOOST_ERROR("nothing was thrown");
  } catch (...) {
    BOOST_CHECK(std::current_exception() == thrown);
  }
}
