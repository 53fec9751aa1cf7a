// engine::coroutine2: switches by Boost.Coroutine2. The reference that the faster engines are
// compared with. The concept is in engine.hpp.
#pragma once

#include <deepyield/engine/boost_coroutine2.hpp>
#include <deepyield/engine/boost_engine.hpp>
#include <deepyield/engine/borrowed_stack.hpp>
#include <deepyield/errors.hpp>
#include <deepyield/utility/sanitizers.hpp>

#include <boost/config.hpp>

#include <new>

namespace deepyield {
inline namespace v2 {
namespace engine {

class coroutine2 : public detail::boost_engine {
  using coroutine = boost::coroutines2::coroutine<void*>;

 public:
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): make_body() makes body_
  coroutine2() noexcept {}
  ~coroutine2() {}

  static constexpr const char* name() noexcept { return "coroutine2"; }

  BOOST_FORCEINLINE void* resume(void* payload) {
    if (BOOST_UNLIKELY(is_first_resume())) make_body();
    set_suspended(false);
    ask_body(payload);
    set_suspended(true);
    return element_;
  }

  BOOST_FORCEINLINE void* suspend(void* element) {
    if (BOOST_UNLIKELY(consumer_is_lost())) detail::die_destroyed_while_running();
    element_ = element;
    ask_consumer();
    return consumer_->get();
  }

 private:
  // Boost's coroutine switches to the body's stack once when it is made.
  DEEPYIELD_CALLS_BOOSTS_SWITCH void make_body() {
    DEEPYIELD_KEEP_REGISTERS;
    new (&body_) coroutine::push_type(detail::borrowed_stack(stack()),
                                      [this](coroutine::pull_type& consumer) {
                                        consumer_ = &consumer;
                                        enter();
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
  DEEPYIELD_CALLS_BOOSTS_SWITCH void ask_body(void* payload) {
    DEEPYIELD_KEEP_REGISTERS;
    body_(payload);
  }
  DEEPYIELD_CALLS_BOOSTS_SWITCH void ask_consumer() {
    DEEPYIELD_KEEP_REGISTERS;
    (*consumer_)();
  }
#endif

  // Never destroyed: that would throw its way out of the body, also once that has ended. All that
  // Boost keeps lies on the body's stack, and goes with it.
  union {
    coroutine::push_type body_;
  };
  coroutine::pull_type* consumer_ = nullptr;
  void* element_ = nullptr;
};

}  // namespace engine
}  // namespace v2
}  // namespace deepyield
