// The exception that tests throw, and a check that it comes out.
#pragma once

#include <boost/test/unit_test.hpp>

#include <exception>

struct error {
  int value;
};
inline bool is_42(const error& e) { return e.value == 42; }

// Checks that an exception that is thrown in and not caught comes out, as the same object.
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
