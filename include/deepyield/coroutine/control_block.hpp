// The untyped coroutine: a control block at the top of the body's own stack. What every engine and
// every generator needs, once.
//
//   high   +-------------------------+ <- the allocator's stack_context.sp
//          | frame: the stack's      |
//          |   allocator, the body,  |    generator/frame.hpp
//          |   its result            |
//          | control block           |    this file: the engine's saved sides, what is pending
//          +-------------------------+ <- handed to the engine as its stack
//          | the body's calls        |
//   low    +-------------------------+
#pragma once

#include <deepyield/coroutine/closing.hpp>
#include <deepyield/coroutine/delegation.hpp>
#include <deepyield/coroutine/frame_operations.hpp>
#include <deepyield/coroutine/handled_exceptions.hpp>
#include <deepyield/coroutine/pending_exception.hpp>
#include <deepyield/coroutine/resuming.hpp>
#include <deepyield/coroutine/state.hpp>
#include <deepyield/coroutine/tool_annotations.hpp>
#include <deepyield/errors.hpp>
#include <deepyield/utility/relaxed_atomic.hpp>

#include <boost/config.hpp>
#include <boost/context/stack_context.hpp>

#include <cstddef>
#include <exception>
#include <utility>

namespace deepyield {
inline namespace v2 {

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
    control_block* block = this;
    // one jump for both
    if (BOOST_UNLIKELY(int{!engine_.suspended()} | int{delegation_.is_delegate()})) {
      block = &delegation_.resumed();
      if (BOOST_UNLIKELY(!block->engine_.suspended()))
        return resuming<control_block>::resume(*this, sent);
    }
    void* const element =
        exceptions_.isolate(*block, [block, sent] { return block->to_body(sent); });
    if (BOOST_UNLIKELY(!element)) return resuming<control_block>::without_element(*block);
    return element;
  }

  /// Consumer's side. As `resume`, with something sent, which a body takes only at a yield.
  BOOST_FORCEINLINE void* send(void* sent) {
    if (BOOST_UNLIKELY(progress_.load() == progress::created)) throw cannot_send_before_start();
    return resume(sent);
  }

  /// Consumer's side. As `resume`, and keeps the element for iterators.
  BOOST_FORCEINLINE void advance() { current_ = resume(); }

  /// The element that iterators stand on; nullptr at the end.
  void* current() const noexcept { return current_; }
  bool at_end() const noexcept { return !current_; }

  /// The body's side: hands an element to the consumer; returns what that sends when it resumes.
  /// Throws what the consumer wants raised here.
  BOOST_FORCEINLINE void* suspend(void* element) {
    void* const sent = to_consumer(element);
    if (BOOST_UNLIKELY(sent == this)) raise();
    return sent;
  }

  /// The same under frames that must not be unwound: false where it would throw, and from then on
  /// until raise_held_back().
  bool try_suspend(void* element, void*& sent) noexcept {
    if (holds_back_) return false;
    sent = to_consumer(element);
    holds_back_ = sent == this;
    return !holds_back_;
  }

  /// In a handler: holds back what it has caught, as try_suspend does. Of several exceptions the
  /// first is kept; but the end of a thread, which nothing may stop, goes before them all.
  void hold_back_caught() noexcept {
    if (holds_back_ && std::current_exception()) return;
    pending_.set_caught();
    holds_back_ = true;
    to_consumer(nullptr);  // once, so that resuming::run() sees the mark
  }

  /// Whether an exception waits for the body to be where it may be unwound.
  bool holds_back() const noexcept { return holds_back_; }

  /// The body's side: throws what is held back, if anything.
  void raise_held_back() {
    if (std::exchange(holds_back_, false)) raise();
  }

  /// The body's side: lets the consumer resume `inner`, and what that delegates to, until it has
  /// ended. Throws what escapes it.
  BOOST_FORCEINLINE void delegate_to(control_block& inner) {
    check_body_runs();
    raise_held_back();
    if (!inner.is_closed()) {
      if (inner.delegation_.outer() || inner.state() == generator_state::running)
        throw already_executing();
      delegation_.request(inner);
      suspend(nullptr);
    }
    if (inner.pending_) inner.pending_.rethrow_if_any();
  }

  generator_state state() const noexcept {
    switch (progress_.load()) {
      case progress::created: return generator_state::created;
      case progress::started: break;
      case progress::closed: return generator_state::closed;
    }
    const control_block* root = this;
    while (const control_block* outer = root->delegation_.outer()) root = outer;
    return root->delegation_.resumed().waits() ? generator_state::suspended
                                               : generator_state::running;
  }

  /// Whether the body has begun and not ended.
  BOOST_FORCEINLINE bool is_started() const noexcept {
    return progress_.load() == progress::started;
  }

  /// Consumer's side: as `resume`, but raises the error at the innermost yield. An exit closes the
  /// delegates first (PEP 380).
  void* throw_in(std::exception_ptr error) {
    return closing<control_block>::throw_in(*this, std::move(error));
  }

  /// Consumer's side: ends the body by raising generator_exit in it.
  void close() { closing<control_block>::close(*this); }

  /// Consumer's side: ends the body come what may, and gives the stack back.
  void destroy() noexcept {
    if (is_closed() || closing<control_block>::end_for_good(*this)) frame_->release(*this);
  }

  /// The address of the result_slot that the frame keeps.
  void* result() noexcept { return frame_->result(*this); }

  boost::context::stack_context stack() const noexcept { return stack_; }
  std::size_t stack_high_water() const noexcept { return frame_->high_water(*this); }

 protected:
  using operations = frame_operations<control_block>;

  // Not inlined: it is the same for all bodies.
  BOOST_NOINLINE control_block(const operations& frame,
                               boost::context::stack_context stack) noexcept
      : frame_(&frame), delegation_(*this), stack_(stack) {
    annotations_.stack_begins(stack_, this, Engine::name());
  }
  ~control_block() { annotations_.stack_ends(stack_); }

  // When the rest of the frame is made: from now on the body is suspended, at its entry. So its
  // first resume is one like all others.
  void prepare() noexcept {
    boost::context::stack_context below = stack_;
    below.sp = this;
    below.size -=
        static_cast<std::size_t>(static_cast<char*>(stack_.sp) - reinterpret_cast<char*>(this));
    engine_.prepare(below, frame_->enter, this);
  }

  // The outermost call on the body's stack: nothing may be thrown out of it, and it never returns.
  // Inlined into the one function between the body and the engine: an exit, which unwinds the body,
  // then has few frames to look at.
  template <class Body>
  BOOST_FORCEINLINE void run(Body body) noexcept {
    annotations_.enter_body();
    progress_.store(progress::started);
    try {
      if (!exiting_) body();
    } catch (const generator_exit&) {
      exiting_ ? pending_.clear() : pending_.set_caught();
    } catch (const stop_iteration&) {  // PEP 479
      pending_.set_nested_stop_iteration();
    } catch (...) {
      pending_.set_caught();
    }
    holds_back_ = false;  // what the body threw has taken its place
    frame_->drop_body(*this);
    annotations_.end_body();
    engine_.suspend(nullptr);
    die("a body was resumed after its end");
  }

 private:
  friend delegation<control_block>;
  friend closing<control_block>;
  friend resuming<control_block>;
  friend handled_exceptions<control_block>;

  enum class progress : unsigned char { created, started, closed };

  bool is_closed() const noexcept { return progress_.load() == progress::closed; }

  // Whether it is suspended: the engine's mark, or that of one that is set aside.
  BOOST_FORCEINLINE bool waits() const noexcept {
    return engine_.suspended() || is_set_aside_.load();
  }

  // --- switching ---

  // The body's side.
  BOOST_FORCEINLINE void* to_consumer(void* element) {
    check_body_runs();
    annotations_.leave_body();
    void* const sent = engine_.suspend(element);
    annotations_.enter_body();
    return sent;
  }

  // The consumer's side.
  BOOST_FORCEINLINE void* to_body(void* payload) {
    annotations_.leave_consumer(stack_);
    void* const element = engine_.resume(payload);
    annotations_.enter_consumer();
    return element;
  }

  // The consumer's side, whatever exceptions either side handles.
  // The body's own address as payload: see raise().
  void* go_on(void* payload) {
    is_set_aside_.store(false);
    // Captures by name: in which order [&] keeps them, each compiler decides for itself.
    const auto switch_to_body = [this, payload] { return to_body(payload); };
    return exceptions_.empty() ? exceptions_.isolate(*this, switch_to_body)
                               : exceptions_.exchange(*this, switch_to_body);
  }

  // Suspended, but resuming::resume() has to go on, since the body handles exceptions.
  void set_aside() noexcept {
    engine_.clear_suspended();
    is_set_aside_.store(true);
  }

  // Not suspended, though the body has switched back: it waits for the one that it delegates to.
  void clear_suspended() noexcept {
    engine_.clear_suspended();
    is_set_aside_.store(false);
  }

  void end() noexcept {
    engine_.clear_suspended();
    progress_.store(progress::closed);
    current_ = nullptr;
  }

  // The body's side, where the payload is the block's own address, which nothing sent can have: the
  // consumer wants an exception thrown here. An exit is thrown in few instructions: each frame
  // between the throw and the body is a tenth of a microsecond more to unwind.
  [[noreturn]] BOOST_FORCEINLINE void raise() {
    pending_.rethrow_if_any();
    throw generator_exit();
  }

  // A yielder may be kept where others than its body find it.
  BOOST_FORCEINLINE void check_body_runs() const noexcept {
#if !defined(NDEBUG)
    if (BOOST_UNLIKELY(!is_started() || waits() || delegation_.is_waiting()))
      die("a yielder was used outside of its body: it can yield only while that body runs, from "
          "what it calls, and not while it delegates");
#endif
  }

  Engine engine_;  // first: see frame_operations
  const operations* frame_;
  void* current_ = nullptr;
  pending_exception pending_;                     // on its way into the body, or out of it
  handled_exceptions<control_block> exceptions_;  // the body's
  delegation<control_block> delegation_;
  relaxed_atomic<progress> progress_{progress::created};
  relaxed_atomic<bool> is_set_aside_{false};  // see set_aside()
  bool exiting_ = false;                      // its end is wanted: see closing
  bool is_abandoned_ = false;                 // destroyed while its body was running
  bool holds_back_ = false;  // pending_ waits for raise_held_back(), or for the next yield
  tool_annotations annotations_;
  const boost::context::stack_context stack_;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
