// The untyped coroutine: a control block at the top of the body's own stack. What every engine and
// every generator needs, once.
//
//   high   +-------------------------+ <- the allocator's stack_context.sp
//          | frame: the stack's      |
//          |   allocator, the body,  |    generator/frame.hpp
//          |   its result            |
//          | coroutine               |    this file: the engine's saved sides, what is pending
//          +-------------------------+ <- handed to the engine as its stack
//          | the body's calls        |
//   low    +-------------------------+
#pragma once

#include <deepyield/coroutine/exception_state.hpp>
#include <deepyield/coroutine/tool_annotations.hpp>
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
class control_block {
 public:
  control_block(const control_block&) = delete;
  control_block& operator=(const control_block&) = delete;

  /// Consumer's side: the address of the next element, or nullptr once there is none. Throws what
  /// escapes the body, once. The body's yield expression gives what was sent: its address, nullptr
  /// for nothing.
  BOOST_FORCEINLINE void* resume(void* sent = nullptr) {
    if (BOOST_UNLIKELY(!engine_.suspended())) return resume_otherwise(sent);
    void* const element = isolated([this, sent] { return to_body(sent); });
    if (BOOST_UNLIKELY(!element)) return without_element();
    return element;
  }

  /// The body's side: hands an element to the consumer; returns what that sends when it resumes.
  /// Throws what the consumer wants raised here.
  void* suspend(void* element) {
    void* const sent = to_consumer(element);
    if (BOOST_UNLIKELY(sent == this)) raise();
    return sent;
  }

  /// The same under frames that must not be unwound: false where it would throw, and from then on
  /// until raise_pending().
  bool try_suspend(void* element, void*& sent) noexcept {
    if (pending_) return false;
    sent = to_consumer(element);
    pending_ = sent == this;
    return !pending_;
  }

  /// In a handler: holds back what it has caught, as try_suspend does. Of several exceptions the
  /// first is kept; but the end of a thread, which nothing may stop, goes before them all.
  void set_pending() noexcept {
    if (pending_ && std::current_exception()) return;
    keep_caught();
    pending_ = true;
    to_consumer(nullptr);  // so that the consumer comes by settle(), which looks at the mark
  }

  /// Whether an exception waits for the body to be where it may be unwound.
  bool has_pending() const noexcept { return pending_; }

  /// The body's side: throws what a try_suspend has held back, if any.
  void raise_pending() {
    if (std::exchange(pending_, false)) raise();
  }

  /// The body's side: lets the consumer resume `inner`, and what that delegates to, until it has
  /// ended. Throws what escapes it.
  void delegate_to(control_block& inner) {
    check_body_runs();
    raise_pending();
    if (inner.progress_.load(std::memory_order_relaxed) != progress::closed) {
      if (inner.is_delegated_to() || inner.state() == generator_state::running)
        throw already_executing();
      leaf_ = &inner;
      suspend(nullptr);
    }
    if (inner.has_error()) inner.rethrow_if_any();
  }

  /// Consumer's side. As `resume`, and keeps the element for iterators.
  BOOST_FORCEINLINE void advance() { current_ = resume(); }

  /// The element that iterators stand on; nullptr at the end.
  void* current() const noexcept { return current_; }
  bool at_end() const noexcept { return !current_; }

  generator_state state() const noexcept {
    switch (progress_.load(std::memory_order_relaxed)) {
      case progress::created: return generator_state::created;
      case progress::started: break;
      case progress::closed: return generator_state::closed;
    }
    const control_block* root = this;
    while (const control_block* outer = root->outer_.load(std::memory_order_relaxed)) root = outer;
    return root->engine_.suspended() || root->held_.load(std::memory_order_relaxed)
               ? generator_state::suspended
               : generator_state::running;
  }

  /// Consumer's side: as `resume`, but raises the error at the innermost yield. An exit closes the
  /// delegates first (PEP 380).
  void* throw_in(std::exception_ptr error) {
    switch (state_for_use()) {
      case generator_state::created:
        drop_unstarted();
        exception_ = escaping(std::move(error));
        return finished_unless(nullptr);
      case generator_state::closed: std::rethrow_exception(std::move(error));
      case generator_state::running: throw already_executing();
      case generator_state::suspended: break;
    }
    control_block* leaf = innermost();
    bool raised = true;
    if (leaf != this && is_exit(error)) {
      raised = close_delegates(leaf);
      leaf = this;
    }
    if (raised && !leaf->exception_) leaf->exception_ = std::move(error);
    return finished_unless(go_on_with(leaf, raised ? leaf : nullptr));
  }

  /// Consumer's side: ends the body by raising generator_exit in it.
  void close() {
    switch (state_for_use()) {
      case generator_state::created: drop_unstarted(); break;
      case generator_state::closed: return;
      case generator_state::running: throw already_executing();
      case generator_state::suspended:
        if (raise_exit()) {
          current_ = nullptr;
          throw generator_ignored_exit();
        }
    }
    finished_unless(nullptr);
  }

  /// Consumer's side: ends the body come what may, and gives the stack back.
  void destroy() noexcept {
    if (progress_.load(std::memory_order_relaxed) != progress::closed && !end_for_good()) return;
    frame_->release(*this);
  }

  boost::context::stack_context stack() const noexcept { return stack_; }
  std::size_t stack_high_water() const noexcept { return frame_->high_water(*this); }

 protected:
  // What only the frame knows how to do. A table of its own, not virtual functions: the engine
  // shall lie where `this` points, so that the hot path has one address to keep across a switch,
  // not two.
  struct operations {
    void (*enter)(
        void*);  // where the body's stack begins: calls run() for the coroutine that it is given
    void (*drop_body)(control_block&);  // destroys what the body captured
    void (*release)(control_block&);    // destroys the coroutine and gives its stack back
    std::size_t (*high_water)(const control_block&);  // for stack_high_water()
  };

  control_block(const operations& frame, boost::context::stack_context stack) noexcept
      : frame_(&frame), annotations_(stack), stack_(stack) {}
  ~control_block() { annotations_.stack_ends(stack_); }

  // The outermost call on the body's stack: nothing may be thrown out of it, and it never returns.
  // Inlined into the one function between the body and the engine: an exit, which unwinds the body,
  // then has few frames to look at.
  template <class Body>
  BOOST_FORCEINLINE void run(Body body) noexcept {
    annotations_.enter_body();
    try {
      if (!exiting_) body();
    } catch (const generator_exit&) {
      exception_ = exiting_ ? nullptr : std::current_exception();
    } catch (const stop_iteration&) {
      exception_ = nested_stop_iteration();
    } catch (...) {
      keep_caught();
    }
    pending_ = false;  // what the body threw has taken its place
    frame_->drop_body(*this);
    annotations_.end_body();
    engine_.suspend(nullptr);
    die("a body was resumed after its end");
  }

 private:
  enum class progress : unsigned char { created, started, closed };

  // how often a body that is being destroyed may yield instead of ending
  static constexpr int max_ignored_exits = 100;

  // The body's side of a switch.
  BOOST_FORCEINLINE void* to_consumer(void* element) {
    check_body_runs();
    annotations_.leave_body();
    void* const sent = engine_.suspend(element);
    annotations_.enter_body();
    return sent;
  }

  // A yielder may be kept where others than its body find it.
  BOOST_FORCEINLINE void check_body_runs() const noexcept {
#if !defined(NDEBUG)
    if (BOOST_UNLIKELY(waits_for_delegate_ || is_known_to_wait()))
      die("a yielder was used outside of its body: it can yield only while that body runs, from "
          "what it calls, and not while it delegates");
#endif
  }

  // As state(), but in constant time: whoever delegates to it from further up is not asked.
  BOOST_NOINLINE bool is_known_to_wait() const noexcept {
    const control_block* root = this;
    for (int levels = 0; const control_block* outer = root->outer_.load(std::memory_order_relaxed);
         ++levels) {
      if (levels == 8) return false;
      root = outer;
    }
    return root->progress_.load(std::memory_order_relaxed) != progress::started ||
           root->engine_.suspended() || root->held_.load(std::memory_order_relaxed);
  }

  // An exit is thrown right here, in few instructions: each frame between the throw and the body is
  // a tenth of a microsecond more to unwind.
  [[noreturn]] BOOST_FORCEINLINE void raise() {
    rethrow_if_any();
    throw generator_exit();
  }

  BOOST_NOINLINE void rethrow_if_any() {
    // first, whatever has been thrown since
    if (foreign_) resume_foreign_exception(std::exchange(foreign_, nullptr));
    if (exception_) std::rethrow_exception(std::exchange(exception_, nullptr));
  }

  bool has_error() const noexcept { return exception_ || foreign_; }

  // In a handler.
  BOOST_NOINLINE void keep_caught() noexcept {
    exception_ = std::current_exception();
    if (!exception_) foreign_ = take_foreign_exception();
  }

  // The consumer's side of a switch.
  BOOST_FORCEINLINE void* to_body(void* payload) {
    annotations_.leave_consumer(stack_);
    void* const element = engine_.resume(payload);
    annotations_.enter_consumer();
    return element;
  }

  void* first_switch() {
    progress_.store(progress::started, std::memory_order_relaxed);
    return isolated([this] { return begin_body(); });
  }

  // On its own stack, as that of a body that was started: it may hold a generator, which holds one,
  // and so on without an end.
  void drop_unstarted() {
    exiting_ = true;
    first_switch();
    exiting_ = false;
  }

  void* begin_body() {
    boost::context::stack_context below = stack_;
    below.sp = this;
    below.size -=
        static_cast<std::size_t>(static_cast<char*>(stack_.sp) - reinterpret_cast<char*>(this));
    annotations_.leave_consumer(stack_);
    void* const element = engine_.start(below, frame_->enter, this);
    annotations_.enter_consumer();
    return element;
  }

  // Switches to a body that has no exceptions in hand. One check before and one after are all that
  // this costs as long as nobody has any.
  template <class Switch>
  BOOST_FORCEINLINE void* isolated(Switch switch_to_body) {
    if (BOOST_UNLIKELY(exceptions_in_hand())) return apart(switch_to_body);
    void* const element = switch_to_body();
    if (BOOST_UNLIKELY(exceptions_in_hand()))
      keep_exceptions(exchange_exception_state({nullptr, 0}));
    return element;
  }

  // Switches to the body with the consumer's exceptions put aside, and the body's own in their
  // place.
  template <class Switch>
  BOOST_NOINLINE void* apart(Switch switch_to_body) {
    const exception_state consumers = exchange_exception_state(bodys_);
    void* const element = switch_to_body();
    keep_exceptions(exchange_exception_state(consumers));
    return element;
  }

  // A body that has yielded with an exception in hand is held, so that the next resume comes by
  // resume_otherwise().
  BOOST_NOINLINE void keep_exceptions(exception_state bodys) {
    bodys_ = bodys;
    if (bodys.empty()) return;
    engine_.clear_suspended();
    held_.store(true, std::memory_order_relaxed);
  }

  // The body has switched back without an element: to end, most often.
  BOOST_NOINLINE void* without_element() {
    return finished_unless(leaf_ || pending_ ? settle(this, nullptr) : nullptr);
  }

  // All that is not "suspended, with no exception in the body's hand, and delegating to nobody".
  BOOST_NOINLINE void* resume_otherwise(void* sent) {
    switch (state_for_use()) {
      case generator_state::closed: return current_ = nullptr;
      case generator_state::running: throw already_executing();
      case generator_state::created:
        if (sent) throw cannot_send_before_start();
        if (void* const element = first_switch()) return element;
        return without_element();
      case generator_state::suspended: break;
    }
    return finished_unless(go_on_with(innermost(), sent));
  }

  // As state(); but a delegate, which only the one that delegates to it may use, counts as running.
  generator_state state_for_use() const noexcept {
    return is_delegated_to() ? generator_state::running : state();
  }

  // What is raised goes to the body as this address, which no element and nothing sent can have.
  // What it is lies in exception_; if that is null it is a generator_exit.
  void* go_on_with(control_block* leaf, void* payload) {
    return settle(leaf, switch_to(*leaf, payload));
  }

  void* switch_to(control_block& next, void* payload) {
    held_.store(false, std::memory_order_relaxed);
    if (next.progress_.load(std::memory_order_relaxed) == progress::created)
      return next.first_switch();
    const auto switch_to_body = [&] { return next.to_body(payload); };
    return next.bodys_.empty() ? next.isolated(switch_to_body) : next.apart(switch_to_body);
  }

  // Consumer's side, after a switch back from `leaf`, which is this coroutine or the innermost of
  // its delegates: goes on with whoever's turn it is until one of them yields, or this one has
  // ended. A loop, so that no depth of delegation is a depth of calls.
  BOOST_NOINLINE void* settle(control_block* leaf, void* element) {
    for (;;) {
      if (is_abandoned_) die_destroyed_while_running();
      if (leaf->pending_) {
        if (element) leaf->pending_ = false;
        // it has yielded all the same: raised there. Or it only wanted to come by here
        element = switch_to(*leaf, element ? leaf : nullptr);
      } else if (element) {
        if (leaf != this) {
          leaf->engine_.clear_suspended();
          leaf_ = leaf;
          held_.store(true, std::memory_order_relaxed);
        }
        return element;
      } else if (leaf->leaf_) {  // it wants to delegate
        control_block* const outer = leaf;
        control_block* const inner = std::exchange(outer->leaf_, nullptr);
        outer->engine_.clear_suspended();
        outer->waits_for_delegate_ = true;
        inner->outer_.store(outer, std::memory_order_relaxed);
        leaf = inner->innermost();
        element = switch_to(*leaf, nullptr);
      } else {
        leaf->end();
        if (leaf == this) return nullptr;
        leaf = leaf->leave_outer();
        element = switch_to(*leaf, nullptr);
      }
    }
  }

  // The one to resume: this one, or the innermost of its delegates, which are then without a root.
  control_block* innermost() noexcept { return leaf_ ? std::exchange(leaf_, nullptr) : this; }

  bool is_delegated_to() const noexcept {
    return outer_.load(std::memory_order_relaxed) != nullptr;
  }

  control_block* leave_outer() noexcept {
    control_block* const outer = outer_.load(std::memory_order_relaxed);
    outer_.store(nullptr, std::memory_order_relaxed);
    outer->waits_for_delegate_ = false;
    return outer;
  }

  void end() noexcept {
    engine_.clear_suspended();
    progress_.store(progress::closed, std::memory_order_relaxed);
    current_ = nullptr;
  }

  void* finished_unless(void* element) {
    if (!element) {
      end();
      if (BOOST_UNLIKELY(has_error())) rethrow_if_any();
    }
    return element;
  }

  // PEP 479. Called in the handler.
  static BOOST_NOINLINE std::exception_ptr nested_stop_iteration() noexcept {
    try {
      std::throw_with_nested(generator_raised_stop_iteration());
    } catch (...) {
      return std::current_exception();
    }
  }

  // What comes out where `error` escapes a body.
  static std::exception_ptr escaping(std::exception_ptr error) noexcept {
    try {
      std::rethrow_exception(error);
    } catch (const stop_iteration&) {
      return nested_stop_iteration();
    } catch (...) {
      return error;
    }
  }

  static bool is_exit(const std::exception_ptr& error) noexcept {
    try {
      std::rethrow_exception(error);
    } catch (const generator_exit&) {
      return true;
    } catch (...) {
      return false;
    }
  }

  // Closes the delegates from `leaf` outwards. Then says whether something is to be raised in this
  // one: an exit, or what lies in exception_. If not, it goes on in delegate_to() and throws there
  // what escaped its delegate.
  bool close_delegates(control_block* leaf) {
    held_.store(false, std::memory_order_relaxed);
    for (bool raised = true;;) {
      const bool ignored = leaf->raise_exit_here(raised);
      control_block* const closed = leaf;
      leaf = closed->leave_outer();
      raised = ignored || !closed->has_error();
      if (ignored) leaf->exception_ = std::make_exception_ptr(generator_ignored_exit());
      if (leaf == this) return raised;
    }
  }

  // Goes on with the body as if its yield had thrown generator_exit, or what its delegate's exit
  // came to; says whether it yielded once more.
  bool raise_exit() {
    control_block* const leaf = innermost();
    return raise_exit_here(leaf == this || close_delegates(leaf));
  }

  bool raise_exit_here(bool raised) {
    exiting_ = true;
    const bool ignored = go_on_with(this, raised ? this : nullptr) != nullptr;
    exiting_ = false;
    return ignored;
  }

  // Whether it has ended. Not where its body runs: what that does next may be to end the process
  // (exit(), whose handlers destroy static generators), and so the engine ends the program, with a
  // message, only when the body comes to switch back.
  BOOST_NOINLINE bool end_for_good() noexcept {
    switch (state()) {
      case generator_state::created: drop_unstarted(); break;
      case generator_state::closed: break;
      case generator_state::running:
        is_abandoned_ = true;
        engine_.abandon();
        return false;
      case generator_state::suspended:
        if (is_delegated_to())
          die("a generator was destroyed, or assigned to, while another one delegates to it");
        for (int raised = 1; raise_exit(); ++raised)
          if (raised == max_ignored_exits)
            die("a generator that is being destroyed yielded 100 times instead of ending: its body "
                "must let generator_exit pass, or rethrow it in catch (...)");
    }
    if (foreign_)
      die("a body has ended its thread (pthread_exit, cancellation) while its generator was being "
          "destroyed: call close() where that may happen");
    if (exception_) report_unraisable(std::exchange(exception_, nullptr));
    return true;
  }

  Engine engine_;  // first: see operations
  const operations* frame_;
  void* current_ = nullptr;
  std::exception_ptr exception_;  // on its way into the body, or out of it
  void* foreign_ = nullptr;       // what exception_ cannot hold, on its way out
  exception_state bodys_ = {nullptr, 0};
  control_block* leaf_ =
      // suspended, and the root: the innermost that it delegates to. While it asks for it: the one
      // to delegate to
      nullptr;
  std::atomic<control_block*> outer_{nullptr};  // the one that delegates to this
  std::atomic<progress> progress_{progress::created};
  std::atomic<bool> held_{false};  // suspended with exceptions in hand, or delegating
  bool exiting_ = false;
  bool waits_for_delegate_ = false;
  bool is_abandoned_ = false;  // destroyed while its body was running
  bool pending_ = false;       // exception_ waits for raise_pending(), or for the next yield
  tool_annotations annotations_;
  const boost::context::stack_context stack_;
};

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
