// engine::context: switches by Boost.Context's fiber. Every platform that Boost supports. The
// concept is in engine.hpp.
#pragma once

#include <deepyield/engine/borrowed_stack.hpp>
#include <deepyield/errors.hpp>
#include <deepyield/utility/sanitizers.hpp>

#include <boost/config.hpp>
#include <boost/context/fiber.hpp>

#include <atomic>
#include <memory>
#include <new>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace engine {

class context {
 public:
  context() noexcept {}
  ~context() {}

  static constexpr const char* name() noexcept { return "context"; }

  static void require() noexcept {}

  void prepare(boost::context::stack_context stack, void (*entry)(void*), void* argument) noexcept {
    stack_ = stack;
    entry_ = entry;
    argument_ = argument;
    suspended_.store(true, std::memory_order_relaxed);
  }

  BOOST_FORCEINLINE void* resume(void* payload) {
    if (BOOST_UNLIKELY(entry_ != nullptr)) make_body(std::exchange(entry_, nullptr));
    payload_ = payload;
    suspended_.store(false, std::memory_order_relaxed);
    body_ = go_to(body_);
    suspended_.store(true, std::memory_order_relaxed);
    return payload_;
  }

  BOOST_FORCEINLINE void* suspend(void* element) {
    if (BOOST_UNLIKELY(consumer_is_lost_)) detail::die_destroyed_while_running();
    payload_ = element;
    consumer_ = go_to(consumer_);
    return payload_;
  }

  bool suspended() const noexcept { return suspended_.load(std::memory_order_relaxed); }

  void clear_suspended() noexcept { suspended_.store(false, std::memory_order_relaxed); }

  void abandon() noexcept { consumer_is_lost_ = true; }

 private:
  // Boost's fiber switches to the body's stack once when it is made.
  BOOST_FORCEINLINE void make_body(void (*entry)(void*)) {
    new (&body_) boost::context::fiber(
        std::allocator_arg, boost::context::preallocated(stack_.sp, stack_.size, stack_),
        detail::borrowed_stack(stack_), [this, entry](boost::context::fiber&& consumer) {
          new (&consumer_) boost::context::fiber(std::move(consumer));
          entry(argument_);
          return std::move(consumer_);  // never reached
        });
  }

  static DEEPYIELD_SWITCH_BY_CALL boost::context::fiber go_to(boost::context::fiber& there) {
    return std::move(there).resume();
  }

  // Never destroyed: a fiber's destructor would throw its way out of the body. All that Boost keeps
  // lies on the body's stack, and goes with it.
  union {
    boost::context::fiber body_;  // where to go on; empty while the body runs
  };
  union {
    boost::context::fiber consumer_;  // who resumed it; empty while the body is suspended
  };
  boost::context::stack_context stack_;
  void (*entry_)(void*) = nullptr;  // until the first resume
  void* argument_ = nullptr;
  void* payload_ = nullptr;
  std::atomic<bool> suspended_{false};
  bool consumer_is_lost_ = false;
};

}  // namespace engine
}  // namespace v2
}  // namespace deepyield
