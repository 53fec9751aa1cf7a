// What the engines on top of Boost have in common: their suspended mark, and the first entry, which
// waits for the first resume because Boost switches to the body's stack once when it makes a body.
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/utility/relaxed_atomic.hpp>
#include <deepyield/utility/sanitizers.hpp>

#include <boost/config.hpp>
#include <boost/context/stack_context.hpp>

#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {}  // namespace detail
}  // namespace v2
}  // namespace deepyield

#if defined(__powerpc64__)
#include <deepyield/engine/powerpc64_registers.hpp>
#else
// For functions that call a switch of Boost's.
#define DEEPYIELD_CALLS_BOOSTS_SWITCH DEEPYIELD_SWITCH_BY_CALL
#define DEEPYIELD_KEEP_REGISTERS
#endif

namespace deepyield {
inline namespace v2 {
namespace detail {

class boost_engine {
 public:
  static void require() noexcept {}

  void prepare(boost::context::stack_context stack, void (*entry)(void*), void* argument) noexcept {
    stack_ = stack;
    entry_ = entry;
    argument_ = argument;
    set_suspended(true);
  }

  bool suspended() const noexcept { return suspended_.load(); }
  void clear_suspended() noexcept { set_suspended(false); }
  void abandon() noexcept { consumer_is_lost_ = true; }

 protected:
  boost_engine() noexcept {}
  ~boost_engine() = default;

  boost::context::stack_context stack() const noexcept { return stack_; }

  /// Whether there is no body yet; it is made then, and runs enter().
  bool is_first_resume() const noexcept { return entry_ != nullptr; }
  void enter() { std::exchange(entry_, nullptr)(argument_); }

  void set_suspended(bool suspended) noexcept { suspended_.store(suspended); }
  bool consumer_is_lost() const noexcept { return consumer_is_lost_; }

 private:
  boost::context::stack_context stack_;
  void (*entry_)(void*) = nullptr;  // until the first resume
  void* argument_ = nullptr;
  relaxed_atomic<bool> suspended_{false};
  bool consumer_is_lost_ = false;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
