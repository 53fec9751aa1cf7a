// The frame: the coroutine with its types. The promise adds the result, the frame the body and its
// stack's allocator.
#pragma once

#include <deepyield/generator/result_slot.hpp>
#include <deepyield/stack.hpp>
#include <deepyield/yielder.hpp>

#include <boost/config.hpp>
#include <boost/context/stack_context.hpp>
#include <boost/current_function.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// The control block of a generator, with its result.
template <class Yield, class Send, class Return, class Engine>
class promise : public yielder<Yield, Send, Engine> {
 public:
  using engine = Engine;
  using yielder_type = yielder<Yield, Send, Engine>;

  control_block<Engine>& control() noexcept { return *this; }

 protected:
  static void* result_of(control_block<Engine>& block) {
    return &static_cast<promise&>(block).result_;
  }
  result_slot<Return>& result() noexcept { return result_; }

  using yielder<Yield, Send, Engine>::yielder;
  ~promise() = default;

  // The body's side, where it has returned with an exception held back.
  BOOST_NOINLINE void raise_instead_of_result() {
    result_.clear();
    this->raise_held_back();
  }

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

/// A frame but for its body.
template <class Promise, class StackAllocator>
class bodiless_frame : public Promise {
 protected:
  using control = control_block<typename Promise::engine>;

  bodiless_frame(const typename control::operations& table, boost::context::stack_context stack)
      : Promise(table, stack) {}
  ~bodiless_frame() {}

  /// Called last: if storing the body throws, the caller still needs the allocator to free the
  /// stack.
  void take(StackAllocator& allocator) {
    ::new (static_cast<void*>(std::addressof(allocator_))) StackAllocator(std::move(allocator));
  }

  void label(const char* owner) const noexcept { detail::label(allocator_, this->stack(), owner); }

  static void release(control& block) {
    bodiless_frame& that = static_cast<bodiless_frame&>(block);
    StackAllocator allocator(std::move(that.allocator_));
    that.allocator_.~StackAllocator();
    boost::context::stack_context stack = that.stack();
    that.~bodiless_frame();
    allocator.deallocate(stack);
  }

  static std::size_t stack_high_water(const control& block) {
    const bodiless_frame& that = static_cast<const bodiless_frame&>(block);
    return high_water(that.allocator_, that.stack());
  }

 private:
  union {
    StackAllocator allocator_;
  };
};

template <class Promise, class Body, class StackAllocator>
class frame final : public bodiless_frame<Promise, StackAllocator> {
  using base = bodiless_frame<Promise, StackAllocator>;
  using control = typename base::control;

 public:
  template <class Callable>
  frame(boost::context::stack_context stack, StackAllocator& allocator, Callable&& body)
      : base(table(), stack) {
    ::new (static_cast<void*>(std::addressof(body_))) Body(std::forward<Callable>(body));
    try {
      this->take(allocator);
    } catch (...) {
      body_.~Body();
      throw;
    }
    this->label(name_of<Body>());
    this->prepare();
  }

 private:
  ~frame() {}  // never: release() ends the base, when the body has ended

  static const typename control::operations& table() noexcept {
    static constexpr typename control::operations of_this_frame = {
        enter, drop_body, base::release, base::result_of, base::stack_high_water};
    return of_this_frame;
  }

  static frame& of(control& block) noexcept { return static_cast<frame&>(block); }

  static void enter(void* block) {
    frame& that = of(*static_cast<control*>(block));
    typename Promise::yielder_type& yield = that;  // what a generic body deduces, not the frame
    that.run([&] {
      that.result().keep(that.body_, yield);
      if (BOOST_UNLIKELY(that.holds_back())) that.raise_instead_of_result();
    });
  }

  static void drop_body(control& block) { of(block).body_.~Body(); }

  union {
    Body body_;  // ends before the frame does
  };
};

#if defined(__aarch64__)
constexpr std::size_t more_of_unwinder = 2 * 1024;  // it knows three times as many registers
#elif defined(__s390x__)
constexpr std::size_t more_of_unwinder = 2 * 1024;  // a frame has 160 bytes for whomever it calls
#else
constexpr std::size_t more_of_unwinder = 0;
#endif

/// Bytes below the frame: what the most demanding engine takes, not optimised, to start a body that
/// does nothing, to switch, and to unwind it. The unwinder is called through the dynamic linker the
/// first time, which saves all vector registers on the stack.
constexpr std::size_t minimum_room = (DEEPYIELD_UNDER_SANITIZER ? 12 : 7) * 1024 + more_of_unwinder;

/// Where a frame of `size` bytes lies in a stack. Throws stack_error where that leaves no room.
inline void* frame_address(const boost::context::stack_context& stack, std::size_t size,
                           std::size_t alignment) {
  const std::size_t needed = size + alignment + minimum_room;
  if (BOOST_UNLIKELY(stack.size < needed)) throw_stack_too_small(stack.size, needed);
  if (may_be_under_valgrind()) make_writable(static_cast<char*>(stack.sp) - stack.size, stack.size);
  const std::uintptr_t top = reinterpret_cast<std::uintptr_t>(stack.sp);
  return static_cast<char*>(stack.sp) - (top - ((top - size) & ~std::uintptr_t(alignment - 1)));
}

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
    void* const address = detail::frame_address(stack, sizeof(frame_type), alignment);
    return ::new (address) frame_type(stack, allocator, std::forward<Callable>(body));
  } catch (...) {
    allocator.deallocate(stack);
    throw;
  }
}

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
