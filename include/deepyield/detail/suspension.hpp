// What a yield expression does with its element: suspends with it, and gives what was sent meanwhile.
#pragma once

#include <deepyield/detail/coroutine.hpp>
#include <deepyield/detail/element_expression.hpp>

#include <type_traits>

namespace deepyield {
inline namespace v1 {
namespace detail {

/// What a yield expression gives: the address of what was sent, nullptr where nothing was, and nothing at all where nothing can be.
template <class Send>
using sent_pointer = std::conditional_t<std::is_void<Send>::value, void, std::remove_reference_t<Send>*>;

/// yield(x)
template <class Send, class Engine>
class suspension : protected coroutine<Engine> {
 protected:
  using coroutine<Engine>::coroutine;
  ~suspension() = default;

  using result = sent_pointer<Send>;

  template <class Element>
  result hand_over(Element& element) {
    return static_cast<result>(this->suspend(detail::address_of(element)));
  }
};

/// yield.try_yield(x): gives whether it may go on.
template <class Engine>
class guarded_suspension {
 public:
  guarded_suspension(coroutine<Engine>& coroutine, void*& sent) noexcept : coroutine_(coroutine), sent_(sent) {}

 protected:
  using result = bool;

  template <class Element>
  result hand_over(Element& element) noexcept {
    return coroutine_.try_suspend(detail::address_of(element), sent_);
  }

 private:
  coroutine<Engine>& coroutine_;
  void*& sent_;
};

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
