// The exceptions that a body handles when it yields: put aside until it goes on.
#pragma once

#include <deepyield/coroutine/exception_state.hpp>

#include <boost/config.hpp>

namespace deepyield {
inline namespace v1 {
namespace detail {

/// Block: the control block, which has this as a friend.
template <class Block>
class handled_exceptions {
 public:
  bool empty() const noexcept { return bodys_.empty(); }

  /// Switches to a body that handles no exceptions. One check before and one after are all that
  /// this costs as long as neither side handles one.
  template <class Switch>
  BOOST_FORCEINLINE void* isolate(Block& block, Switch switch_to_body) {
    if (BOOST_UNLIKELY(exceptions_in_hand())) return exchange(block, switch_to_body);
    void* const element = switch_to_body();
    if (BOOST_UNLIKELY(exceptions_in_hand())) keep(block, exchange_exception_state({nullptr, 0}));
    return element;
  }

  /// Switches to the body with the consumer's exceptions put aside, and the body's own in their
  /// place.
  template <class Switch>
  BOOST_NOINLINE void* exchange(Block& block, Switch switch_to_body) {
    const exception_state consumers = exchange_exception_state(bodys_);
    void* const element = switch_to_body();
    keep(block, exchange_exception_state(consumers));
    return element;
  }

 private:
  BOOST_NOINLINE void keep(Block& block, exception_state bodys) {
    bodys_ = bodys;
    if (!bodys.empty()) block.set_aside();
  }

  exception_state bodys_ = {nullptr, 0};
};

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
