// The slow paths of a resume: delegation, a body that handles exceptions, the end.
#pragma once

#include <deepyield/coroutine/delegation.hpp>
#include <deepyield/coroutine/state.hpp>
#include <deepyield/errors.hpp>

#include <boost/config.hpp>

#include <atomic>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// All on the consumer's side. Block: the control block, which has this as a friend.
template <class Block>
struct resuming {
  /// As Block::state(); but a delegate, which only the one that delegates to it may use, counts as
  /// running.
  static generator_state state_for_use(const Block& block) noexcept {
    return block.delegation_.outer() ? generator_state::running : block.state();
  }

  /// As Block::state(), but in constant time: it looks at most 8 delegations up, and says false if
  /// the root is further.
  BOOST_NOINLINE static bool is_known_to_wait(const Block& block) noexcept {
    const Block* root = &block;
    for (int levels = 0; const Block* outer = root->delegation_.outer(); ++levels) {
      if (levels == 8) return false;
      root = outer;
    }
    return !root->is_started() || root->waits();
  }

  /// The slow half of Block::resume(), which itself handles the usual case: a body that is
  /// suspended, handles no exception and delegates to nobody.
  BOOST_NOINLINE static void* resume(Block& root, void* sent) {
    switch (state_for_use(root)) {
      case generator_state::closed: return root.current_ = nullptr;
      case generator_state::created:  // and another thread is about to start it
      case generator_state::running: throw already_executing();
      case generator_state::suspended: break;
    }
    Block& innermost = root.delegation_.take_innermost(root);
    return root.end_if_none_and_rethrow(go_on(root, innermost, sent));
  }

  /// The root's body has switched back without an element. It has ended, as a rule; or it wants to
  /// delegate, or holds an exception back.
  BOOST_NOINLINE static void* without_element(Block& root) {
    const bool has_more = root.holds_back_ || is_requested(root);
    return root.end_if_none_and_rethrow(has_more ? run(root, &root, nullptr) : nullptr);
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
          // If it yields in spite of the exception that it holds back, that is raised at the yield.
          // If it gives no element, hold_back_caught() only wanted the mark to be seen here.
          if (element) current->holds_back_ = false;
          element = switch_to(root, *current, element ? current : nullptr);
          break;
      }
    }
  }
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
