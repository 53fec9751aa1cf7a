// What several handles share serves one of them at a time.
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/detail/inlined.hpp>

#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

/// Marks shared state as in use while it calls what a user wrote, which may ask another handle of the same state. An
/// exception that leaves releases it, too.
class use {
 public:
  DEEPYIELD_INLINED explicit use(bool& mark) noexcept : mark_(mark) { mark_ = true; }
  use(const use&) = delete;
  use& operator=(const use&) = delete;
  DEEPYIELD_INLINED ~use() { mark_ = false; }

 private:
  bool& mark_;
};

/// Whether another handle's call uses what a lazy_range's source shares with it: `source.in_use()`, if it has that.
/// Asked before each element.
template <class Source>
DEEPYIELD_INLINED auto in_use(Source& source, int) -> decltype(source.in_use()) {
  return source.in_use();
}
template <class Source>
constexpr bool in_use(Source&, long) noexcept {
  return false;
}

/// Whether what a source reads is being read already, so that it has refused: `source.executing()`, if it has that.
/// Asked only after an already_executing. One that reads several ranges says so only where it has taken nothing yet.
template <class Source>
DEEPYIELD_INLINED auto executing(Source& source, int) -> decltype(source.executing()) {
  return source.executing();
}
template <class Source>
constexpr bool executing(Source&, long) noexcept {
  return false;
}

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
