// engine::context: switches by Boost.Context's fiber. Every platform that Boost supports. The
// concept is in engine.hpp.
#pragma once

#include <deepyield/engine/boost_engine.hpp>
#include <deepyield/engine/borrowed_stack.hpp>
#include <deepyield/errors.hpp>
#include <deepyield/utility/sanitizers.hpp>

#include <boost/config.hpp>
#include <boost/context/fiber.hpp>

#include <memory>
#include <new>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace engine {

class context : public detail::boost_engine {
 public:
  context() noexcept {}
  ~context() {}

  static constexpr const char* name() noexcept { return "context"; }

  BOOST_FORCEINLINE void* resume(void* payload) {
    if (BOOST_UNLIKELY(is_first_resume())) make_body();
    payload_ = payload;
    set_suspended(false);
    body_ = go_to(body_);
    set_suspended(true);
    return payload_;
  }

  BOOST_FORCEINLINE void* suspend(void* element) {
    if (BOOST_UNLIKELY(consumer_is_lost())) detail::die_destroyed_while_running();
    payload_ = element;
    consumer_ = go_to(consumer_);
    return payload_;
  }

 private:
  // Boost's fiber switches to the body's stack once when it is made.
  DEEPYIELD_CALLS_BOOSTS_SWITCH void make_body() {
    DEEPYIELD_KEEP_REGISTERS;
    new (&body_) boost::context::fiber(
        std::allocator_arg, boost::context::preallocated(stack().sp, stack().size, stack()),
        detail::borrowed_stack(stack()), [this](boost::context::fiber&& consumer) {
          new (&consumer_) boost::context::fiber(std::move(consumer));
          enter();
          return std::move(consumer_);  // never reached
        });
  }

  static DEEPYIELD_CALLS_BOOSTS_SWITCH boost::context::fiber go_to(boost::context::fiber& there) {
    DEEPYIELD_KEEP_REGISTERS;
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
  void* payload_ = nullptr;
};

}  // namespace engine
}  // namespace v2
}  // namespace deepyield
