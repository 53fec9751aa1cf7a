// The untyped coroutine: a control block at the top of the body's own stack. What every engine and every generator needs, once.
//
//   high   +-------------------------+ <- the allocator's stack_context.sp
//          | frame: the stack's      |
//          |   allocator, the body,  |    detail/frame.hpp
//          |   its result            |
//          | coroutine               |    this file: the engine's saved sides, what is pending
//          +-------------------------+ <- handed to the engine as its stack
//          | the body's calls        |
//   low    +-------------------------+
#pragma once

#include <deepyield/detail/exception_state.hpp>
#include <deepyield/detail/tools.hpp>
#include <deepyield/errors.hpp>

#include <boost/config.hpp>
#include <boost/context/stack_context.hpp>

#include <atomic>
#include <cstddef>
#include <exception>
#include <utility>

namespace deepyield {
inline namespace v1 {

/// What a generator is doing (Python: inspect.getgeneratorstate).
enum class generator_state {
  created,    ///< not yet resumed: nothing of the body has run
  running,    ///< its body, or one that the body waits for, is running
  suspended,  ///< waiting at a yield
  closed      ///< returned, failed or closed: no further elements
};

namespace detail {

template <class Engine>
class coroutine {
 public:
  coroutine(const coroutine&) = delete;
  coroutine& operator=(const coroutine&) = delete;

  /// Consumer's side: the address of the next element, or nullptr once there is none. Throws what escapes the body, once.
  BOOST_FORCEINLINE void* resume() {
    if (BOOST_UNLIKELY(!engine_.suspended())) return resume_otherwise();
    void* const element = isolated([this]() { return to_body(nullptr); });
    if (BOOST_UNLIKELY(!element)) finish();
    return element;
  }

  /// The body's side: hands an element to the consumer; returns when resumed. Throws what the consumer wants raised here.
  void* suspend(void* element) {
    tools_.leave_body();
    void* const sent = engine_.suspend(element);
    tools_.enter_body();
    if (BOOST_UNLIKELY(sent == this)) throw generator_exit();
    return sent;
  }

  /// Consumer's side. As `resume`, and keeps the element for iterators.
  BOOST_FORCEINLINE void advance() { current_ = resume(); }

  /// The element that iterators stand on; nullptr at the end.
  void* current() const noexcept { return current_; }

  generator_state state() const noexcept {
    switch (progress_.load(std::memory_order_relaxed)) {
      case progress::created: return generator_state::created;
      case progress::started: return engine_.suspended() || held_.load(std::memory_order_relaxed) ? generator_state::suspended : generator_state::running;
      case progress::closed: break;
    }
    return generator_state::closed;
  }

  /// Consumer's side: ends the body by raising generator_exit in it.
  void close() {
    switch (state()) {
      case generator_state::created: frame_->drop_body(*this); break;
      case generator_state::closed: return;
      case generator_state::running: throw already_executing();
      case generator_state::suspended:
        if (raise_exit()) {
          current_ = nullptr;
          throw generator_ignored_exit();
        }
    }
    finish();
  }

  /// Consumer's side: ends the body come what may, and gives the stack back.
  void destroy() noexcept {
    switch (state()) {
      case generator_state::created: frame_->drop_body(*this); break;
      case generator_state::closed: break;
      case generator_state::running: die("a generator was destroyed, or assigned to, while its body is running");
      case generator_state::suspended: unwind();
    }
    tools_.stack_ends(stack_);
    frame_->release(*this);
  }

  std::size_t stack_size() const noexcept { return stack_.size; }
  std::size_t stack_high_water() const noexcept { return frame_->high_water(*this); }

 protected:
  // What only the frame knows how to do. A table of its own, not virtual functions: the engine shall lie where `this` points, so that the
  // hot path has one address to keep across a switch, not two.
  struct operations {
    void (*enter)(void*);                         // where the body's stack begins: calls run() for the coroutine that it is given
    void (*drop_body)(coroutine&);                // destroys what the body captured
    void (*release)(coroutine&);                  // destroys the coroutine and gives its stack back
    std::size_t (*high_water)(const coroutine&);  // for stack_high_water()
  };

  coroutine(const operations& frame, boost::context::stack_context stack) noexcept : frame_(&frame), tools_(stack), stack_(stack) {}
  ~coroutine() = default;

  boost::context::stack_context stack() const noexcept { return stack_; }

  // The outermost call on the body's stack: nothing may be thrown out of it, and it never returns.
  // Inlined into the one function between the body and the engine: an exit, which unwinds the body, then has few frames to look at.
  template <class Body>
  BOOST_FORCEINLINE void run(Body body) noexcept {
    tools_.enter_body();
    try {
      body();
    } catch (const generator_exit&) {
      if (!exiting_) escaped_ = std::current_exception();
    } catch (const stop_iteration&) {
      escaped_ = nested_stop_iteration();
    } catch (...) {
      escaped_ = std::current_exception();
    }
    frame_->drop_body(*this);
    tools_.end_body();
    engine_.suspend(nullptr);
    die("a body was resumed after its end");
  }

 private:
  enum class progress : unsigned char { created, started, closed };

  static constexpr int patience = 100;  // how often a body that is being destroyed may yield instead of ending

  // All that is not "suspended, with no exception in the body's hand".
  BOOST_NOINLINE void* resume_otherwise() {
    void* element = nullptr;
    switch (state()) {
      case generator_state::closed: return current_ = nullptr;
      case generator_state::running: throw already_executing();
      case generator_state::suspended: element = apart([this] { return to_body(nullptr); }); break;
      case generator_state::created:
        progress_.store(progress::started, std::memory_order_relaxed);
        element = isolated([this] { return begin_body(); });
    }
    if (!element) finish();
    return element;
  }

  BOOST_FORCEINLINE void* to_body(void* payload) {
    tools_.leave_consumer(stack_);
    void* const element = engine_.resume(payload);
    tools_.enter_consumer();
    return element;
  }

  void* begin_body() {
    boost::context::stack_context below = stack_;
    below.sp = this;
    below.size -= static_cast<std::size_t>(static_cast<char*>(stack_.sp) - reinterpret_cast<char*>(this));
    tools_.leave_consumer(stack_);
    void* const element = engine_.start(below, frame_->enter, this);
    tools_.enter_consumer();
    return element;
  }

  // Switches to a body that has no exceptions in hand. One check before and one after are all that this costs as long as nobody has any.
  template <class Switch>
  BOOST_FORCEINLINE void* isolated(Switch switch_to_body) {
    if (BOOST_UNLIKELY(exceptions_in_hand())) return apart(switch_to_body);
    void* const element = switch_to_body();
    if (BOOST_UNLIKELY(exceptions_in_hand())) keep_exceptions(exchange_exception_state({nullptr, 0}));
    return element;
  }

  // Switches to the body with the consumer's exceptions put aside, and the body's own in their place.
  template <class Switch>
  BOOST_NOINLINE void* apart(Switch switch_to_body) {
    held_.store(false, std::memory_order_relaxed);
    const exception_state consumers = exchange_exception_state(bodys_);
    void* const element = switch_to_body();
    keep_exceptions(exchange_exception_state(consumers));
    return element;
  }

  // A body that has yielded with an exception in hand is held, so that the next resume comes by here.
  BOOST_NOINLINE void keep_exceptions(exception_state bodys) {
    bodys_ = bodys;
    if (bodys.empty()) return;
    engine_.hold();
    held_.store(true, std::memory_order_relaxed);
  }

  // PEP 479. Called in the handler.
  static BOOST_NOINLINE std::exception_ptr nested_stop_iteration() noexcept {
    try {
      std::throw_with_nested(generator_raised_stop_iteration());
    } catch (...) {
      return std::current_exception();
    }
  }

  BOOST_NOINLINE void finish() {
    engine_.hold();
    progress_.store(progress::closed, std::memory_order_relaxed);
    current_ = nullptr;
    if (escaped_) std::rethrow_exception(std::exchange(escaped_, nullptr));
  }

  // Goes on with the body as if its yield had thrown generator_exit; says whether it yielded once more.
  bool raise_exit() {
    exiting_ = true;
    const auto switch_to_body = [this] { return to_body(this); };
    const bool ignored = (held_.load(std::memory_order_relaxed) ? apart(switch_to_body) : isolated(switch_to_body)) != nullptr;
    exiting_ = false;
    return ignored;
  }

  BOOST_NOINLINE void unwind() noexcept {
    for (int raised = 1; raise_exit(); ++raised)
      if (raised == patience) die("a generator that is being destroyed yielded 100 times instead of ending: its body must let generator_exit pass, or rethrow it in catch (...)");
    if (escaped_) report_unraisable(std::exchange(escaped_, nullptr));
  }

  Engine engine_;  // first: see operations
  const operations* frame_;
  void* current_ = nullptr;
  std::exception_ptr escaped_;
  exception_state bodys_ = {nullptr, 0};
  std::atomic<progress> progress_{progress::created};
  std::atomic<bool> held_{false};  // suspended with exceptions in hand
  bool exiting_ = false;
  tools tools_;
  const boost::context::stack_context stack_;
};

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
