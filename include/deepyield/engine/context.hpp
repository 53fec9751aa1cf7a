// engine::context: switches by Boost.Context's fiber. Every platform that Boost supports. The concept is in engine.hpp.
#pragma once

#include <deepyield/detail/borrowed_stack.hpp>

#include <boost/config.hpp>
#include <boost/context/fiber.hpp>

#include <atomic>
#include <memory>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace engine {

class context {
 public:
  static constexpr const char* name() noexcept { return "context"; }

  static void require() noexcept {}

  void* start(boost::context::stack_context stack, void (*entry)(void*), void* argument) {
    body_ = boost::context::fiber(std::allocator_arg, boost::context::preallocated(stack.sp, stack.size, stack), detail::borrowed_stack(stack),
                                  [this, entry, argument](boost::context::fiber&& consumer) {
                                    consumer_ = std::move(consumer);
                                    entry(argument);
                                    payload_ = nullptr;
                                    return std::move(consumer_);  // ends the fiber without the throw that destroying it would cost
                                  });
    return resume(nullptr);
  }

  BOOST_FORCEINLINE void* resume(void* payload) {
    payload_ = payload;
    suspended_.store(false, std::memory_order_relaxed);
    body_ = std::move(body_).resume();
    suspended_.store(payload_ != nullptr, std::memory_order_relaxed);
    return payload_;
  }

  void* suspend(void* payload) {
    payload_ = payload;
    consumer_ = std::move(consumer_).resume();
    return payload_;
  }

  void hold() noexcept { suspended_.store(false, std::memory_order_relaxed); }

  bool suspended() const noexcept { return suspended_.load(std::memory_order_relaxed); }

 private:
  boost::context::fiber body_;      // where to go on; empty while the body runs
  boost::context::fiber consumer_;  // who resumed it; empty while the body is suspended
  void* payload_ = nullptr;
  std::atomic<bool> suspended_{false};
};

}  // namespace engine
}  // namespace v1
}  // namespace deepyield
