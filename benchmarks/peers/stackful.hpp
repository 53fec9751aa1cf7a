// The contenders whose bodies have stacks of their own, in one shape, so that a workload is written
// once for all of them:
//
//   auto numbers = Contender::template make<int>([](auto& yield) { yield(1); });
//   for (auto&& number : numbers) ...
//
// Each takes its stacks from a pool, which is fastest. Only deepyield's have guard pages.
#pragma once

#include "peers/fiber_generator.hpp"

#include <deepyield/engine.hpp>
#include <deepyield/generator.hpp>

#include <boost/context/pooled_fixedsize_stack.hpp>
#include <boost/coroutine2/coroutine.hpp>

#include <cstddef>
#include <memory>
#include <utility>

namespace peers {

constexpr std::size_t KiB = 1024;
constexpr std::size_t stack_size = 1024 * KiB;  // deepyield's default

template <class Engine>
struct deepyield_on {
  template <class Yield>
  using generator = deepyield::generator<Yield, void, void, Engine>;
  template <class Yield>
  using yielder = deepyield::yielder<Yield, void, Engine>;

  template <class Yield, std::size_t StackSize = stack_size, class Body>
  static generator<Yield> make(Body body) {
    if constexpr (StackSize == stack_size)
      return std::move(body);
    else
      return {std::allocator_arg, deepyield::stack_pool(StackSize), std::move(body)};
  }
};

#if DEEPYIELD_HAS_NATIVE_ENGINE
using native = deepyield_on<deepyield::engine::native>;
#endif
using context = deepyield_on<deepyield::engine::context>;
using coroutine2 = deepyield_on<deepyield::engine::coroutine2>;

// Copies of it share one pool.
template <std::size_t StackSize>
inline boost::context::pooled_fixedsize_stack& pool() {
  static boost::context::pooled_fixedsize_stack stacks(StackSize);
  return stacks;
}

struct boost_coroutine2 {
  template <class Yield>
  using generator = typename boost::coroutines2::coroutine<Yield>::pull_type;
  template <class Yield>
  using yielder = typename boost::coroutines2::coroutine<Yield>::push_type;

  template <class Yield, std::size_t StackSize = stack_size, class Body>
  static generator<Yield> make(Body body) {
    return generator<Yield>(pool<StackSize>(), std::move(body));
  }
};

struct boost_fiber {
  template <class Yield>
  using generator = fiber_generator<Yield>;
  template <class Yield>
  using yielder = typename fiber_generator<Yield>::yielder;

  template <class Yield, std::size_t StackSize = stack_size, class Body>
  static generator<Yield> make(Body body) {
    return generator<Yield>(pool<StackSize>(), std::move(body));
  }
};

}  // namespace peers
