// The frame: the coroutine with its types. The promise adds the result, the frame the body and its
// stack's allocator.
#pragma once

#include <deepyield/generator/result_slot.hpp>
#include <deepyield/stack.hpp>
#include <deepyield/yielder.hpp>

#include <boost/context/stack_context.hpp>
#include <boost/current_function.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

/// What a generator's handle points to, whatever its body.
template <class Yield, class Send, class Return, class Engine>
class promise : public yielder<Yield, Send, Engine> {
 public:
  using engine = Engine;
  using yielder_type = yielder<Yield, Send, Engine>;

  control_block<Engine>& control() noexcept { return *this; }
  result_slot<Return>& result() noexcept { return result_; }

 protected:
  using yielder<Yield, Send, Engine>::yielder;
  ~promise() = default;

 private:
  result_slot<Return> result_;
};

/// A name for Body that needs no RTTI: "... Body = name ...".
template <class Body>
const char* name_of() noexcept {
  return BOOST_CURRENT_FUNCTION;
}

inline void label(const stack_pool&, const boost::context::stack_context& stack,
                  const char* owner) noexcept {
  stack_pool::label(stack, owner);
}
template <class StackAllocator>
void label(const StackAllocator&, const boost::context::stack_context&, const char*) noexcept {}

inline std::size_t high_water(const stack_pool& pool,
                              const boost::context::stack_context& stack) noexcept {
  return pool.high_water(stack);
}
template <class StackAllocator>
std::size_t high_water(const StackAllocator&, const boost::context::stack_context&) noexcept {
  return 0;  // nobody has painted that stack
}

template <class Promise, class Body, class StackAllocator>
class frame final : public Promise {
  using control = control_block<typename Promise::engine>;

 public:
  /// The allocator is moved in last: until then the caller needs it, to give the stack back where
  /// the body cannot be stored.
  template <class Callable>
  frame(boost::context::stack_context stack, StackAllocator& allocator, Callable&& body)
      : Promise(table(), stack) {
    ::new (static_cast<void*>(std::addressof(body_))) Body(std::forward<Callable>(body));
    try {
      ::new (static_cast<void*>(std::addressof(allocator_))) StackAllocator(std::move(allocator));
    } catch (...) {
      body_.~Body();
      throw;
    }
    label(allocator_, stack, name_of<Body>());
  }

 private:
  ~frame() {}

  static const typename control::operations& table() noexcept {
    static constexpr
        typename control::operations of_this_frame = {enter, drop_body, release, stack_high_water};
    return of_this_frame;
  }

  static frame& of(control& block) noexcept { return static_cast<frame&>(block); }

  static void enter(void* block) {
    frame& that = of(*static_cast<control*>(block));
    typename Promise::yielder_type& yield = that;  // what a generic body deduces, not the frame
    that.run([&] {
      that.result().keep(that.body_, yield);
      if (BOOST_UNLIKELY(that.has_pending())) {
        that.result().clear();
        that.raise_pending();
      }
    });
  }

  static void drop_body(control& block) { of(block).body_.~Body(); }

  static void release(control& block) {
    frame& that = of(block);
    StackAllocator allocator(std::move(that.allocator_));
    that.allocator_.~StackAllocator();
    boost::context::stack_context stack = that.stack();
    that.~frame();
    allocator.deallocate(stack);
  }

  static std::size_t stack_high_water(const control& block) {
    const frame& that = static_cast<const frame&>(block);
    return high_water(that.allocator_, that.stack());
  }

  union {
    StackAllocator allocator_;
  };
  union {
    Body body_;  // ends before the frame does
  };
};

/// Bytes below the frame: what the most demanding engine takes, not optimised, to start a body that
/// does nothing, to switch, and to unwind it. The unwinder is called through the dynamic linker the
/// first time, which saves all vector registers on the stack.
constexpr std::size_t minimum_room = (DEEPYIELD_UNDER_SANITIZER ? 12 : 7) * 1024;

/// Allocates a stack and makes a frame at its top. Nothing else is allocated.
template <class Promise, class StackAllocator, class Callable>
Promise* make_frame(StackAllocator allocator, Callable&& body) {
  using frame_type = frame<Promise, std::decay_t<Callable>, StackAllocator>;
  constexpr std::size_t cache_line = 64;
  constexpr std::size_t alignment =
      alignof(frame_type) > cache_line ? alignof(frame_type) : cache_line;

  Promise::engine::require();
  boost::context::stack_context stack = allocator.allocate();
  try {
    if (stack.size < sizeof(frame_type) + alignment + minimum_room)
      throw_stack_too_small(stack.size, sizeof(frame_type) + alignment + minimum_room);
    if (may_be_under_valgrind())
      make_writable(static_cast<char*>(stack.sp) - stack.size, stack.size);
    const std::uintptr_t top = reinterpret_cast<std::uintptr_t>(stack.sp);
    void* const address = static_cast<char*>(stack.sp) -
                          (top - ((top - sizeof(frame_type)) & ~std::uintptr_t(alignment - 1)));
    return ::new (address) frame_type(stack, allocator, std::forward<Callable>(body));
  } catch (...) {
    allocator.deallocate(stack);
    throw;
  }
}

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
