// Delegation (PEP 380): who waits for whom in yield.from.
//
//   root ............ what the consumer holds and resumes
//    | yield.from
//   ...              each waits for the one below it
//    | yield.from
//   innermost ....... the one that runs, or waits at a yield
//
// The consumer switches to the innermost directly, and that yields directly to the consumer: an
// element costs the same at any depth. Only resuming::run() changes the chain, on the consumer's
// stack: at a new delegation, and at the end of one.
#pragma once

#include <deepyield/config.hpp>

#include <atomic>
#include <utility>

namespace deepyield {
inline namespace v2 {
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
    Block& inner = *inner_;
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

  /// Returns the one to go on with, and forgets it: the next yield keeps a new one.
  Block& take_innermost(Block& self) noexcept {
    return innermost_ ? *std::exchange(innermost_, nullptr) : self;
  }

 private:
  Block* inner_ = nullptr;      // requested: the one to delegate to
  Block* innermost_ = nullptr;  // of a root that is suspended in a delegation
  std::atomic<Block*> outer_{nullptr};
  phase phase_ = phase::none;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
