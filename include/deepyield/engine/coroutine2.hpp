// engine::coroutine2: switches by Boost.Coroutine2. The reference that the faster engines are
// compared with. The concept is in engine.hpp.
#pragma once

#include <deepyield/engine/boost_coroutine2.hpp>
#include <deepyield/engine/borrowed_stack.hpp>
#include <deepyield/errors.hpp>
#include <deepyield/utility/sanitizers.hpp>

#include <boost/config.hpp>

#include <atomic>
#include <new>

namespace deepyield {
inline namespace v2 {
namespace engine {

class coroutine2 {
  using coroutine = boost::coroutines2::coroutine<void*>;

 public:
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): make_body() makes body_
  coroutine2() noexcept {}
  ~coroutine2() {}

  static constexpr const char* name() noexcept { return "coroutine2"; }

  static void require() noexcept {}

  void prepare(boost::context::stack_context stack, void (*entry)(void*), void* argument) noexcept {
    stack_ = stack;
    entry_ = entry;
    argument_ = argument;
    suspended_.store(true, std::memory_order_relaxed);
  }

  BOOST_FORCEINLINE void* resume(void* payload) {
    if (BOOST_UNLIKELY(entry_ != nullptr)) make_body(std::exchange(entry_, nullptr));
    suspended_.store(false, std::memory_order_relaxed);
    ask_body(payload);
    suspended_.store(true, std::memory_order_relaxed);
    return element_;
  }

  BOOST_FORCEINLINE void* suspend(void* element) {
    if (BOOST_UNLIKELY(consumer_is_lost_)) detail::die_destroyed_while_running();
    element_ = element;
    ask_consumer();
    return consumer_->get();
  }

  bool suspended() const noexcept { return suspended_.load(std::memory_order_relaxed); }

  void clear_suspended() noexcept { suspended_.store(false, std::memory_order_relaxed); }

  void abandon() noexcept { consumer_is_lost_ = true; }

 private:
  // Boost's coroutine switches to the body's stack once when it is made.
  BOOST_FORCEINLINE void make_body(void (*entry)(void*)) {
    new (&body_) coroutine::push_type(detail::borrowed_stack(stack_),
                                      [this, entry](coroutine::pull_type& consumer) {
                                        consumer_ = &consumer;
                                        entry(argument_);
                                      });
  }

#if DEEPYIELD_CALLS_ARE_COUNTED
  // Called by pointer: if one side's operator() were inlined and the other's not, each switch would
  // leave a call uncounted.
  BOOST_FORCEINLINE void ask_body(void* const& payload) {
    coroutine::push_type& (coroutine::push_type::* volatile ask)(void* const&) =
        &coroutine::push_type::operator();
    (body_.*ask)(payload);
  }
  BOOST_FORCEINLINE void ask_consumer() {
    coroutine::pull_type& (coroutine::pull_type::* volatile ask)() =
        &coroutine::pull_type::operator();
    (consumer_->*ask)();
  }
#else
  BOOST_FORCEINLINE void ask_body(void* payload) { body_(payload); }
  BOOST_FORCEINLINE void ask_consumer() { (*consumer_)(); }
#endif

  // Never destroyed: that would throw its way out of the body, also once that has ended. All that
  // Boost keeps lies on the body's stack, and goes with it.
  union {
    coroutine::push_type body_;
  };
  coroutine::pull_type* consumer_ = nullptr;
  boost::context::stack_context stack_;
  void (*entry_)(void*) = nullptr;  // until the first resume
  void* argument_ = nullptr;
  void* element_ = nullptr;
  std::atomic<bool> suspended_{false};
  bool consumer_is_lost_ = false;
};

}  // namespace engine
}  // namespace v2
}  // namespace deepyield
