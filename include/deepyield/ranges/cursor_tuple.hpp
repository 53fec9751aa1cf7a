// Several ranges that are read together.
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/utility/inlined.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

/// Of base_cursors. Not a std::tuple: what that does not inline, its destructor for one, keeps
/// the ranges out of a loop's registers.
template <class... Pulled>
class cursor_tuple;

template <>
class cursor_tuple<> {
 public:
  bool advance() noexcept { return true; }
  bool next_all() noexcept { return true; }
  bool first_executing() const noexcept { return false; }
  bool executing() const noexcept { return false; }
  template <std::size_t>
  std::nullptr_t next(std::size_t&) noexcept {
    return nullptr;
  }
  template <std::size_t>
  std::nullptr_t current(std::size_t) noexcept {
    return nullptr;
  }
  template <class Function, class... Element>
  DEEPYIELD_INLINED decltype(auto) apply(Function& function, Element&&... elements) {
    return function(std::forward<Element>(elements)...);
  }
};

template <class First, class... Rest>
class cursor_tuple<First, Rest...> {
  using pointer = std::remove_reference_t<typename First::element_type>*;

 public:
  template <class Held, class... MoreHeld>
  DEEPYIELD_INLINED explicit cursor_tuple(Held&& first, MoreHeld&&... rest)
      : first_(std::forward<Held>(first)), rest_(std::forward<MoreHeld>(rest)...) {}
  DEEPYIELD_INLINED cursor_tuple(cursor_tuple&&) = default;
  DEEPYIELD_INLINED ~cursor_tuple() = default;

  /// Goes on in all of them, until one has no further element: those after it are then not asked.
  DEEPYIELD_INLINED bool advance() { return first_.advance() && rest_.advance(); }
  /// The same, and keeps the elements for current().
  DEEPYIELD_INLINED bool next_all() { return first_.next() && rest_.next_all(); }

  /// The next element of the range at index `at` or, where that has ended, of the first after it
  /// that has one; `at` then stands on that, at last behind all.
  template <std::size_t Index = 0>
  DEEPYIELD_INLINED pointer next(std::size_t& at) {
    if (at == Index) {
      if (const pointer element = first_.next()) return element;
      ++at;
    }
    return rest_.template next<Index + 1>(at);
  }

  /// Whether the first of them, or any, is being read already, and so refuses.
  DEEPYIELD_INLINED bool first_executing() { return first_.executing(); }
  DEEPYIELD_INLINED bool executing() { return first_.executing() || rest_.executing(); }

  /// What the range at that index stands on.
  template <std::size_t Index = 0>
  DEEPYIELD_INLINED pointer current(std::size_t at) noexcept {
    return at == Index ? first_.current() : rest_.template current<Index + 1>(at);
  }

  /// function(element...) of what they stand on.
  template <class Function, class... Element>
  DEEPYIELD_INLINED decltype(auto) apply(Function& function, Element&&... elements) {
    return rest_.apply(function, std::forward<Element>(elements)..., *first_);
  }

 private:
  First first_;
  cursor_tuple<Rest...> rest_;
};

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
