// Several ranges that are read together.
#pragma once

#include <deepyield/config.hpp>

#include <boost/config.hpp>

#include <cstddef>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

/// Of `pulled` ranges. Not a std::tuple: what that does not inline, its destructor for one, keeps the ranges out of a loop's registers.
template <class... Pulled>
class side_by_side;

template <>
class side_by_side<> {
 public:
  bool go_on() noexcept { return true; }
  std::nullptr_t next() noexcept { return nullptr; }
  template <class Function, class... Element>
  BOOST_FORCEINLINE decltype(auto) apply(Function& function, Element&&... elements) {
    return function(std::forward<Element>(elements)...);
  }
  template <class Function>
  void with(std::size_t, Function&&) noexcept {}
};

template <class First, class... Rest>
class side_by_side<First, Rest...> {
 public:
  template <class Held, class... MoreHeld>
  explicit side_by_side(Held&& first, MoreHeld&&... rest) : first_(std::forward<Held>(first)), rest_(std::forward<MoreHeld>(rest)...) {}
  side_by_side(side_by_side&&) = default;
  BOOST_FORCEINLINE ~side_by_side() = default;

  /// Goes on in all of them, until one has no further element: those after it are then not asked.
  BOOST_FORCEINLINE bool go_on() { return first_.go_on() && rest_.go_on(); }

  /// The next element of the first of them that has one. Those that have ended say so at once.
  BOOST_FORCEINLINE auto next() {
    const auto element = first_.next();
    return element ? element : rest_.next();
  }

  /// function(element...) of what they stand on.
  template <class Function, class... Element>
  BOOST_FORCEINLINE decltype(auto) apply(Function& function, Element&&... elements) {
    return rest_.apply(function, std::forward<Element>(elements)..., *first_);
  }

  /// function(range) of one of them.
  template <class Function>
  void with(std::size_t index, Function&& function) {
    if (index == 0)
      function(first_);
    else
      rest_.with(index - 1, function);
  }

 private:
  First first_;
  side_by_side<Rest...> rest_;
};

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
