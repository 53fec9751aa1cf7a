// What is raised in a suspended body: throw_in(), close() and the destructor. Python: PEP 342, and
// PEP 380 for what a body delegates to.
#pragma once

#include <deepyield/coroutine/delegation.hpp>
#include <deepyield/coroutine/escaping.hpp>
#include <deepyield/coroutine/resuming.hpp>
#include <deepyield/coroutine/state.hpp>
#include <deepyield/errors.hpp>

#include <boost/config.hpp>

#include <exception>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// All on the consumer's side. Block: the control block, which has this as a friend.
template <class Block>
struct closing {
  static void* throw_in(Block& root, std::exception_ptr error) {
    switch (resuming<Block>::state_for_use(root)) {
      case generator_state::created:
        drop_unstarted(root);
        root.pending_.set(detail::escaping(std::move(error)));
        return resuming<Block>::end_if_none_and_rethrow(root, nullptr);
      case generator_state::closed: std::rethrow_exception(std::move(error));
      case generator_state::running: throw already_executing();
      case generator_state::suspended: break;
    }
    Block* target = &root.delegation_.take_innermost(root);
    bool raised = true;
    if (target != &root && detail::is_exit(error)) {
      raised = close_delegates(root, target);
      target = &root;
    }
    if (raised) target->pending_.set_if_none(std::move(error));
    return resuming<Block>::end_if_none_and_rethrow(
        root, resuming<Block>::go_on(root, *target, raised ? target : nullptr));
  }

  static void close(Block& root) {
    switch (resuming<Block>::state_for_use(root)) {
      case generator_state::created: drop_unstarted(root); break;
      case generator_state::closed: return;
      case generator_state::running: throw already_executing();
      case generator_state::suspended:
        if (raise_exit(root)) {
          root.current_ = nullptr;
          throw generator_ignored_exit();
        }
    }
    resuming<Block>::end_if_none_and_rethrow(root, nullptr);
  }

  /// Of a generator that is being destroyed: whether its body has ended. False while the body still
  /// runs: it may be in exit(), which destroys static generators. Then the engine ends the program,
  /// with a message, only if the body switches back.
  BOOST_NOINLINE static bool end_for_good(Block& root) noexcept {
    switch (root.state()) {
      case generator_state::created: drop_unstarted(root); break;
      case generator_state::closed: break;
      case generator_state::running: abandon_chain(root); return false;
      case generator_state::suspended:
        if (root.delegation_.is_delegate())
          die("a generator was destroyed, or assigned to, while another one delegates to it");
        for (int ignored = 1; raise_exit(root); ++ignored)
          if (ignored == max_ignored_exits)
            die("a generator that is being destroyed yielded 100 times instead of ending: its body "
                "must let generator_exit pass, or rethrow it in catch (...)");
    }
    if (root.pending_.is_foreign())
      die("a body has ended its thread (pthread_exit, cancellation) while its generator was being "
          "destroyed: call close() where that may happen");
    if (root.pending_) report_unraisable(root.pending_.take());
    return true;
  }

 private:
  static constexpr int max_ignored_exits = 100;  // as the message says

  // Destroys what the body captured. On the body's own stack, so that a long chain of generators,
  // each captured by the next one's body, does not overflow the caller's.
  static void drop_unstarted(Block& block) {
    block.exiting_ = true;
    block.go_on(nullptr);
    block.exiting_ = false;
  }

  // One of a chain that runs is being destroyed. Whichever of them switches back next ends the
  // program.
  static void abandon_chain(Block& block) noexcept {
    Block* root = &block;
    for (Block* next = root; next; next = next->delegation_.outer()) {
      root = next;
      root->is_abandoned_ = true;
      root->engine_.abandon();
    }
    root->delegation_.resumed().engine_.abandon();
  }

  // Goes on with the body as if its yield had thrown generator_exit, or what the exit of its
  // delegates came to. Whether it yielded once more.
  static bool raise_exit(Block& root) {
    Block* const innermost = &root.delegation_.take_innermost(root);
    return raise_exit_in(root, innermost == &root || close_delegates(root, innermost));
  }

  // If `raised` is false, nothing is thrown at the yield: delegate_to() rethrows what has escaped
  // its delegate.
  static bool raise_exit_in(Block& block, bool raised) {
    block.exiting_ = true;
    const bool ignored = resuming<Block>::go_on(block, block, raised ? &block : nullptr) != nullptr;
    block.exiting_ = false;
    return ignored;
  }

  // Closes the delegates, from the innermost outwards. Whether something is to be raised in `root`:
  // an exit, or what is pending there.
  static bool close_delegates(Block& root, Block* innermost) {
    for (bool raised = true;;) {
      Block& closed = *innermost;
      closed.delegation_.take_innermost(closed);  // for now it is a root
      const bool ignored = raise_exit_in(closed, raised);
      innermost = &closed.delegation_.leave();
      raised = ignored || !closed.pending_;
      if (ignored) innermost->pending_.set(std::make_exception_ptr(generator_ignored_exit()));
      if (innermost == &root) return raised;
    }
  }
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
