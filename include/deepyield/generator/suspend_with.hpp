// How a yield expression suspends with its element, and receives what is sent meanwhile.
#pragma once

#include <deepyield/coroutine/control_block.hpp>
#include <deepyield/generator/element_expression.hpp>

#include <boost/config.hpp>

#include <type_traits>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// The type of a yield expression: the address of what was sent, nullptr if nothing was; void if
/// nothing can be sent.
template <class Send>
using sent_pointer =
    std::conditional_t<std::is_void<Send>::value, void, std::remove_reference_t<Send>*>;

/// yield(x). Inlined even where the compiler would not, as in a catch clause: if both sides of a
/// switch were calls, the processor would mispredict both returns.
template <class Send, class Engine>
class suspend_with : protected control_block<Engine> {
 protected:
  using control_block<Engine>::control_block;
  ~suspend_with() = default;

  using result = sent_pointer<Send>;

  template <class Element>
  BOOST_FORCEINLINE result transfer(Element& element) {
    return static_cast<result>(this->suspend(detail::address_of(element)));
  }
};

/// yield.try_yield(x): returns whether the body may go on.
template <class Engine>
class try_suspend_with {
 public:
  try_suspend_with(control_block<Engine>& block, void*& sent) noexcept
      : block_(block), sent_(sent) {}

 protected:
  using result = bool;

  template <class Element>
  result transfer(Element& element) noexcept {
    return block_.try_suspend(detail::address_of(element), sent_);
  }

 private:
  control_block<Engine>& block_;
  void*& sent_;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
