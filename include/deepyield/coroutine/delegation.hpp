// Delegation (PEP 380): who waits for whom in yield.from.
//
//   root ............ what the consumer holds and resumes
//    | yield.from
//   ...              each waits for the one below it
//    | yield.from
//   innermost ....... the one that runs, or waits at a yield
//
// The root keeps the address of the innermost. The consumer switches to that directly, and that
// yields directly to the consumer: an element costs the same at any depth. Only resuming::run()
// changes the chain, on the consumer's stack: at a new delegation, and at the end of one.
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/utility/relaxed_atomic.hpp>

#include <boost/config.hpp>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// One generator's place in a chain of delegations. Block: the control block that has it as its
/// `delegation_`.
template <class Block>
class delegation {
 public:
  explicit delegation(Block& self) noexcept : resumed_(&self) {}

  /// What its body is doing about yield.from.
  enum class phase : unsigned char {
    none,       ///< nothing: its yields are its own
    requested,  ///< it has switched back, so that the consumer goes on with `inner`
    waiting     ///< it waits in yield.from for the end of the one that it delegates to
  };

  bool is_requested() const noexcept { return phase_ == phase::requested; }
  BOOST_FORCEINLINE bool is_waiting() const noexcept { return phase_ == phase::waiting; }

  /// Whom a resume of this one switches to. Of a root that waits, the innermost. Of all others, one
  /// that is not marked as suspended: itself, or one further up the chain.
  BOOST_FORCEINLINE Block& resumed() const noexcept { return *resumed_.load(); }

  /// The one that waits for this one; nullptr for a root.
  BOOST_FORCEINLINE Block* outer() const noexcept { return outer_.load(); }
  BOOST_FORCEINLINE bool is_delegate() const noexcept { return outer() != nullptr; }

  /// The body's side: `inner` is to go on in its place.
  void request(Block& inner) noexcept {
    phase_ = phase::requested;
    inner_ = &inner;
  }

  // The transitions, all of them on the consumer's side. `self` is the block that this is part of.

  /// requested -> waiting. Returns the one to go on with: the innermost of the new inner one, which
  /// may be suspended in a delegation of its own.
  Block& enter(Block& self) noexcept {
    phase_ = phase::waiting;
    delegation& inner = inner_->delegation_;
    inner.outer_.store(&self);
    return inner.resume_instead(self);
  }

  /// The inner one has ended: its outer one, waiting -> none. Returns that one, to go on with.
  Block& leave() noexcept {
    Block& outer_block = *outer();
    outer_.store(nullptr);
    outer_block.delegation_.phase_ = phase::none;
    return outer_block;
  }

  /// Of a root that has yielded: where the next resume goes on. That one keeps the root's address.
  void keep_innermost(Block& self, Block& innermost) noexcept {
    innermost.delegation_.resumed_.store(&self);
    resumed_.store(&innermost);
  }

  /// Of an innermost that the root has kept: that root.
  Block& root(Block& self) const noexcept { return is_delegate() ? resumed() : self; }

  /// Returns the one to go on with, and forgets it: the next yield keeps a new one.
  Block& take_innermost(Block& self) noexcept { return resume_instead(self); }

 private:
  // Returns the one before. Not an atomic exchange: that is slow, and only one thread changes it.
  Block& resume_instead(Block& other) noexcept {
    Block& before = resumed();
    resumed_.store(&other);
    return before;
  }

  relaxed_atomic<Block*> resumed_;
  relaxed_atomic<Block*> outer_{nullptr};
  Block* inner_ = nullptr;  // requested: the one to delegate to
  phase phase_ = phase::none;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
