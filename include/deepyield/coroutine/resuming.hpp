// The slow paths of a resume: delegation, a body that handles exceptions, the end.
#pragma once

#include <deepyield/coroutine/delegation.hpp>
#include <deepyield/coroutine/state.hpp>
#include <deepyield/errors.hpp>

#include <boost/config.hpp>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// All on the consumer's side. Block: the control block, which has this as a friend.
template <class Block>
struct resuming {
  /// As Block::state(); but a delegate, which only the one that delegates to it may use, counts as
  /// running.
  static generator_state state_for_use(const Block& block) noexcept {
    return block.delegation_.is_delegate() ? generator_state::running : block.state();
  }

  /// The slow half of Block::resume(), which itself handles the usual case: a body that is
  /// suspended and handles no exception.
  BOOST_NOINLINE static void* resume(Block& root, void* sent) {
    if (root.delegation_.is_delegate()) throw already_executing();
    Block& block = root.delegation_.resumed();
    if (block.is_set_aside_.load()) {
      void* const element = block.go_on(sent);
      return element ? element : without_element(block);
    }
    if (root.is_closed()) return root.current_ = nullptr;
    throw already_executing();  // or it is created, and another thread is about to start it
  }

  /// The body that the root has resumed has switched back without an element. It has ended, as a
  /// rule; or it wants to delegate, or holds an exception back.
  BOOST_NOINLINE static void* without_element(Block& innermost) {
    Block& root = innermost.delegation_.root(innermost);
    if (&innermost == &root && turn_after(root, nullptr) == turn::ended)
      return end_if_none_and_rethrow(root, nullptr);
    root.delegation_.take_innermost(root);
    return end_if_none_and_rethrow(root, run(root, &innermost, nullptr));
  }

  /// Without an element, the root has ended: throws what has escaped its body.
  static void* end_if_none_and_rethrow(Block& root, void* element) {
    if (!element) {
      root.end();
      if (BOOST_UNLIKELY(static_cast<bool>(root.pending_))) root.pending_.rethrow_if_any();
    }
    return element;
  }

  /// Switches to one of the root's chain, with a payload for its yield expression. The address of
  /// the next element, or nullptr where the root has ended.
  static void* go_on(Block& root, Block& next, void* payload) {
    return run(root, &next, next.go_on(payload));
  }

 private:
  // Whose turn it is.
  enum class turn { yielded, raises_late, delegates, ended };

  static turn turn_after(const Block& current, void* element) noexcept {
    if (current.holds_back_) return turn::raises_late;
    if (element) return turn::yielded;
    return current.delegation_.is_requested() ? turn::delegates : turn::ended;
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
          root.delegation_.keep_innermost(root, *current);
          return element;
        case turn::delegates:  // _i = iter(expression); _y = next(_i)
          current->clear_suspended();
          current = &current->delegation_.enter(*current);
          element = current->go_on(nullptr);
          break;
        case turn::ended:  // except StopIteration as _e: result = _e.value
          current->end();
          if (current == &root) return nullptr;
          current->delegation_.take_innermost(*current);
          current = &current->delegation_.leave();
          element = current->go_on(nullptr);
          break;
        case turn::raises_late:
          // If it yields in spite of the exception that it holds back, that is raised at the yield.
          // If it gives no element, hold_back_caught() only wanted the mark to be seen here.
          if (element) current->holds_back_ = false;
          element = current->go_on(element ? current : nullptr);
          break;
      }
    }
  }
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
