// Several ranges that are read together.
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/ranges/strict.hpp>
#include <deepyield/utility/inlined.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// A tuple of base_cursors. Not a std::tuple: compilers do not inline all of its functions, such as
/// its destructor, and then keep the ranges out of a loop's registers.
template <class... Pulled>
class cursor_tuple;

template <>
class cursor_tuple<> {
 public:
  bool advance() noexcept { return true; }
  bool next_all() noexcept { return true; }
  bool advance_together(const char*) noexcept { return true; }
  template <unsigned>
  void go_on(const char*) noexcept {}
  template <unsigned>
  void must_end(const char*) noexcept {}
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

  /// Advances the ranges in order, up to the first that has ended. Returns whether none has.
  DEEPYIELD_INLINED bool advance() { return first_.advance() && rest_.advance(); }
  /// Advances all ranges. Returns whether none has ended. Throws std::invalid_argument for the
  /// first that does not end with those before it. The error message contains the adaptor's name.
  bool advance_together(const char* adaptor) {
    if (first_.advance()) {
      rest_.template go_on<2>(adaptor);
      return true;
    }
    rest_.template must_end<2>(adaptor);
    return false;
  }
  template <unsigned Which>
  void go_on(const char* adaptor) {
    if (!first_.advance()) throw_other_length(adaptor, Which, "shorter");
    rest_.template go_on<Which + 1>(adaptor);
  }
  template <unsigned Which>
  void must_end(const char* adaptor) {
    if (first_.advance()) throw_other_length(adaptor, Which, "longer");
    rest_.template must_end<Which + 1>(adaptor);
  }
  /// As advance(), and keeps the elements for current().
  DEEPYIELD_INLINED bool next_all() { return first_.next() && rest_.next_all(); }

  /// Returns the next element of the range at index `at`. If that range has ended, goes on to the
  /// first later range with an element, and sets `at` to its index; to the number of ranges if
  /// there is none.
  template <std::size_t Index = 0>
  DEEPYIELD_INLINED pointer next(std::size_t& at) {
    if (at == Index) {
      if (const pointer element = first_.next()) return element;
      ++at;
    }
    return rest_.template next<Index + 1>(at);
  }

  /// Whether the first range, or any of them, is being read already and throws already_executing.
  DEEPYIELD_INLINED bool first_executing() { return first_.executing(); }
  DEEPYIELD_INLINED bool executing() { return first_.executing() || rest_.executing(); }

  /// The current element of the range at that index.
  template <std::size_t Index = 0>
  DEEPYIELD_INLINED pointer current(std::size_t at) noexcept {
    return at == Index ? first_.current() : rest_.template current<Index + 1>(at);
  }

  /// Calls function(element...) with the current element of each range.
  template <class Function, class... Element>
  DEEPYIELD_INLINED decltype(auto) apply(Function& function, Element&&... elements) {
    return rest_.apply(function, std::forward<Element>(elements)..., *first_);
  }

 private:
  First first_;
  cursor_tuple<Rest...> rest_;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
