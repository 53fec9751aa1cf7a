// What several handles share serves one of them at a time.
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/utility/inlined.hpp>

#include <tuple>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

/// Marks shared state as in use while it calls what a user wrote, which may ask another handle of
/// the same state. An exception that leaves releases it, too.
class in_use_guard {
 public:
  DEEPYIELD_INLINED explicit in_use_guard(bool& mark) noexcept : mark_(mark) { mark_ = true; }
  in_use_guard(const in_use_guard&) = delete;
  in_use_guard& operator=(const in_use_guard&) = delete;
  DEEPYIELD_INLINED ~in_use_guard() { mark_ = false; }

 private:
  bool& mark_;
};

/// What a lazy_range asks its cursor, if that can tell.
class reentry {
 public:
  /// Whether another handle's call uses what the cursor shares with it: `cursor.in_use()`. Asked
  /// before each element.
  template <class Cursor>
  static DEEPYIELD_INLINED bool in_use(Cursor& cursor) {
    return in_use_of(cursor, 0);
  }
  /// Whether what the cursor reads is being read already, so that it has refused:
  /// `cursor.executing()`. Asked only after an already_executing. One that reads several ranges
  /// says so only where it has taken nothing yet.
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

/// Whether the first of several ranges is being read already, and so refuses.
inline bool first_executing(std::tuple<>&) noexcept { return false; }
template <class First, class... Rest>
bool first_executing(std::tuple<First, Rest...>& ranges) {
  return std::get<0>(ranges).executing();
}

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
