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

/// Whether another handle's call uses what a lazy_range's source shares with it: `source.in_use()`,
/// if it has that. Asked before each element.
template <class Source>
DEEPYIELD_INLINED auto in_use(Source& source, int) -> decltype(source.in_use()) {
  return source.in_use();
}
template <class Source>
constexpr bool in_use(Source&, long) noexcept {
  return false;
}

/// Whether what a source reads is being read already, so that it has refused: `source.executing()`,
/// if it has that. Asked only after an already_executing. One that reads several ranges says so
/// only where it has taken nothing yet.
template <class Source>
DEEPYIELD_INLINED auto executing(Source& source, int) -> decltype(source.executing()) {
  return source.executing();
}
template <class Source>
constexpr bool executing(Source&, long) noexcept {
  return false;
}

/// Whether the first of several ranges is being read already, and so refuses.
inline bool first_executing(std::tuple<>&) noexcept { return false; }
template <class First, class... Rest>
bool first_executing(std::tuple<First, Rest...>& ranges) {
  return std::get<0>(ranges).executing();
}

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
