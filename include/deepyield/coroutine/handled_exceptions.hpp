// The exceptions that a body handles when it yields: put aside until it goes on.
#pragma once

#include <deepyield/coroutine/exception_state.hpp>

#include <boost/config.hpp>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// Block: the control block, which has this as a friend. The switches are static functions of it,
/// so that the hot path has one address to keep.
template <class Block>
class handled_exceptions {
 public:
  bool empty() const noexcept { return body_state_.empty(); }

  /// Switches to a body that handles no exceptions. One check before and one after are all that
  /// this costs as long as neither side handles one.
  template <class Switch>
  BOOST_FORCEINLINE static void* isolate(Block& block, Switch switch_to_body) {
    if (BOOST_UNLIKELY(exceptions_in_hand())) return exchange(block, switch_to_body);
    void* const element = switch_to_body();
    if (BOOST_UNLIKELY(exceptions_in_hand())) keep_bodys(block);
    return element;
  }

  /// Switches to the body with the consumer's exceptions put aside, and the body's own in their
  /// place.
  template <class Switch>
  BOOST_NOINLINE static void* exchange(Block& block, Switch switch_to_body) {
    const exception_state of_consumer = exchange_exception_state(block.exceptions_.body_state_);
    void* const element = switch_to_body();
    keep(block, exchange_exception_state(of_consumer));
    return element;
  }

 private:
  BOOST_NOINLINE static void keep_bodys(Block& block) {
    keep(block, exchange_exception_state({nullptr, 0}));
  }

  static void keep(Block& block, exception_state of_body) {
    block.exceptions_.body_state_ = of_body;
    if (!of_body.empty()) block.set_aside();
  }

  exception_state body_state_ = {nullptr, 0};
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
