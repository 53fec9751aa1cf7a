// What comes out of a generator when an exception escapes its body: the exception itself, but for a
// stop_iteration (PEP 479).
#pragma once

#include <deepyield/errors.hpp>

#include <exception>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// PEP 479: what comes out where the stop_iteration of this handler escapes a body.
inline std::exception_ptr nested_stop_iteration() noexcept {
  try {
    std::throw_with_nested(generator_raised_stop_iteration());
  } catch (...) {
    return std::current_exception();
  }
}

/// What comes out where `error` escapes a body.
inline std::exception_ptr escaping(std::exception_ptr error) noexcept {
  try {
    std::rethrow_exception(error);
  } catch (const stop_iteration&) {
    return detail::nested_stop_iteration();
  } catch (...) {
    return error;
  }
}

inline bool is_exit(const std::exception_ptr& error) noexcept {
  try {
    std::rethrow_exception(error);
  } catch (const generator_exit&) {
    return true;
  } catch (...) {
    return false;
  }
}

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
