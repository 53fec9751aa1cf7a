// Checks that only one call at a time uses state that several ranges share, as the branches of
// tee() do.
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/utility/inlined.hpp>

#include <tuple>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// Marks shared state as in use while it calls a user's function, which may read another range with
/// the same state. An exception ends the mark, too.
class in_use_guard {
 public:
  DEEPYIELD_INLINED explicit in_use_guard(bool& mark) noexcept : mark_(mark) { mark_ = true; }
  in_use_guard(const in_use_guard&) = delete;
  in_use_guard& operator=(const in_use_guard&) = delete;
  DEEPYIELD_INLINED ~in_use_guard() { mark_ = false; }

 private:
  bool& mark_;
};

/// The questions that a lazy_range asks its cursor, if the cursor answers them.
class reentry {
 public:
  /// Whether a call through another range is using the state that they share: `cursor.in_use()`.
  /// Asked before each element.
  template <class Cursor>
  static DEEPYIELD_INLINED bool in_use(Cursor& cursor) {
    return in_use_of(cursor, 0);
  }
  /// Whether the range that the cursor reads is being read already, and has therefore thrown
  /// already_executing: `cursor.executing()`. Asked only after an already_executing. A cursor of
  /// several ranges returns true only if it has taken nothing yet.
  template <class Cursor>
  static DEEPYIELD_INLINED bool executing(Cursor& cursor) {
    return executing_of(cursor, 0);
  }

 private:
  template <class Cursor>
  static DEEPYIELD_INLINED auto in_use_of(Cursor& cursor, int) -> decltype(cursor.in_use()) {
    return cursor.in_use();
  }
  template <class Cursor>
  static constexpr bool in_use_of(Cursor&, long) noexcept {
    return false;
  }
  template <class Cursor>
  static DEEPYIELD_INLINED auto executing_of(Cursor& cursor, int) -> decltype(cursor.executing()) {
    return cursor.executing();
  }
  template <class Cursor>
  static constexpr bool executing_of(Cursor&, long) noexcept {
    return false;
  }
};

/// Whether the first of several ranges is being read already and throws already_executing.
inline bool first_executing(std::tuple<>&) noexcept { return false; }
template <class First, class... Rest>
bool first_executing(std::tuple<First, Rest...>& ranges) {
  return std::get<0>(ranges).executing();
}

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
