// Delegation (PEP 380): who waits for whom in yield.from.
//
//   root ............ what the consumer holds and resumes
//    | yield.from
//   ...              each waits for the one below it
//    | yield.from
//   innermost ....... the one that runs, or waits at a yield
//
// The consumer switches to the innermost directly, and that yields directly to the consumer: an
// element costs the same at any depth. What happens at the ends of the chain, a new delegation or
// the end of one, is for chain::run() alone, on the consumer's stack.
#pragma once

#include <deepyield/coroutine/state.hpp>
#include <deepyield/errors.hpp>

#include <boost/config.hpp>

#include <atomic>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

/// One generator's place in a chain of delegations. Block: the control block that has it as its
/// `delegation_`.
template <class Block>
class delegation {
 public:
  /// What its body is doing about yield.from.
  enum class phase : unsigned char {
    none,       ///< nothing: its yields are its own
    requested,  ///< it has switched back, so that the consumer goes on with `inner`
    waiting     ///< it waits in yield.from for the end of the one that it delegates to
  };

  phase current_phase() const noexcept { return phase_; }

  /// The one that waits for this one; nullptr for a root.
  Block* outer() const noexcept { return outer_.load(std::memory_order_relaxed); }

  /// The body's side: `inner` is to go on in its place.
  void request(Block& inner) noexcept {
    phase_ = phase::requested;
    inner_ = &inner;
  }

  // The transitions, all of them on the consumer's side. `self` is the block that this is part of.

  /// requested -> waiting. Returns the one to go on with: the innermost of the new inner one, which
  /// may be suspended in a delegation of its own.
  Block& enter(Block& self) noexcept {
    Block& inner = *std::exchange(inner_, nullptr);
    phase_ = phase::waiting;
    inner.delegation_.outer_.store(&self, std::memory_order_relaxed);
    return inner.delegation_.take_innermost(inner);
  }

  /// The inner one has ended: its outer one, waiting -> none. Returns that one, to go on with.
  Block& leave() noexcept {
    Block& outer_block = *outer();
    outer_.store(nullptr, std::memory_order_relaxed);
    outer_block.delegation_.phase_ = phase::none;
    return outer_block;
  }

  /// Of a root that has yielded: where the next resume goes on.
  void keep_innermost(Block& innermost) noexcept { innermost_ = &innermost; }

  /// The one to go on with. Whoever takes it keeps the next one.
  Block& take_innermost(Block& self) noexcept {
    return innermost_ ? *std::exchange(innermost_, nullptr) : self;
  }

 private:
  Block* inner_ = nullptr;      // requested: the one to delegate to
  Block* innermost_ = nullptr;  // of a root that is suspended in a delegation
  std::atomic<Block*> outer_{nullptr};
  phase phase_ = phase::none;
};

/// How a chain goes on, all on the consumer's side. Block: the control block, which has this as a
/// friend.
template <class Block>
struct chain {
  /// As Block::state(); but a delegate, which only the one that delegates to it may use, counts as
  /// running.
  static generator_state state_for_use(const Block& block) noexcept {
    return block.delegation_.outer() ? generator_state::running : block.state();
  }

  /// A resume of any kind; Block::resume() itself sees to the body that is suspended, handles no
  /// exception and delegates to nobody.
  BOOST_NOINLINE static void* resume(Block& root, void* sent) {
    switch (state_for_use(root)) {
      case generator_state::closed: return root.current_ = nullptr;
      case generator_state::running: throw already_executing();
      case generator_state::created:
        if (sent) throw cannot_send_before_start();
        if (void* const element = root.begin()) return element;
        return without_element(root);
      case generator_state::suspended: break;
    }
    Block& innermost = root.delegation_.take_innermost(root);
    return root.finished_unless(go_on(root, innermost, sent));
  }

  /// The root's body has switched back without an element: to end, most often.
  BOOST_NOINLINE static void* without_element(Block& root) {
    const bool has_more = root.holds_back_ || is_requested(root);
    return root.finished_unless(has_more ? run(root, &root, nullptr) : nullptr);
  }

  /// Switches to one of the root's chain, with a payload for its yield expression. The address of
  /// the next element, or nullptr where the root has ended.
  static void* go_on(Block& root, Block& next, void* payload) {
    return run(root, &next, switch_to(root, next, payload));
  }

 private:
  // Whose turn it is.
  enum class turn { yielded, raises_late, delegates, ended };

  static bool is_requested(const Block& block) noexcept {
    return block.delegation_.current_phase() == delegation<Block>::phase::requested;
  }
  static turn turn_after(const Block& current, void* element) noexcept {
    if (current.holds_back_) return turn::raises_late;
    if (element) return turn::yielded;
    return is_requested(current) ? turn::delegates : turn::ended;
  }

  static void* switch_to(Block& root, Block& next, void* payload) {
    root.is_set_aside_.store(false, std::memory_order_relaxed);  // it is the root that runs
    return next.go_on(payload);
  }

  // After a switch back from `current`, which is `root` or the innermost that it delegates to: goes
  // on with whoever's turn it is until one of them yields, or `root` has ended. A loop, so that no
  // depth of delegation is a depth of calls. Behind the cases stands PEP 380's own expansion of
  // `result = yield from expression`.
  BOOST_NOINLINE static void* run(Block& root, Block* current, void* element) {
    for (;;) {
      if (root.is_abandoned_) die_destroyed_while_running();
      switch (turn_after(*current, element)) {
        case turn::yielded:  // _s = yield _y
          if (current != &root) {
            current->engine_.clear_suspended();
            root.delegation_.keep_innermost(*current);
            root.is_set_aside_.store(true, std::memory_order_relaxed);
          }
          return element;
        case turn::delegates:  // _i = iter(expression); _y = next(_i)
          current->engine_.clear_suspended();
          current = &current->delegation_.enter(*current);
          element = switch_to(root, *current, nullptr);
          break;
        case turn::ended:  // except StopIteration as _e: result = _e.value
          current->end();
          if (current == &root) return nullptr;
          current = &current->delegation_.leave();
          element = switch_to(root, *current, nullptr);
          break;
        case turn::raises_late:
          // What it held back is raised there where it yields all the same. Or it only wanted to
          // come by here.
          if (element) current->holds_back_ = false;
          element = switch_to(root, *current, element ? current : nullptr);
          break;
      }
    }
  }
};

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
