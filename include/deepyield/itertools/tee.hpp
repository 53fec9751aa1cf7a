// tee: one range read several times. Python: itertools.tee.
#pragma once

#include <deepyield/detail/amount.hpp>
#include <deepyield/detail/in_use.hpp>
#include <deepyield/detail/inlined.hpp>
#include <deepyield/detail/pulled.hpp>
#include <deepyield/detail/shared.hpp>
#include <deepyield/lazy_range.hpp>

#include <boost/config.hpp>

#include <cstddef>
#include <exception>
#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v1 {
namespace detail {

// Some of the elements. Each branch keeps the block that it reads, and a block keeps the one after it: what all branches have read ends by itself.
template <class Value>
struct tee_block {
  // An element, and for how many branches it is kept; not `late`: the number says whether it is there.
  struct cell {
    cell() noexcept {}
    ~cell() {}

    // Branches may end while the element is made.
    template <class Element>
    void fill(Element&& element, const unsigned& branches) {
      ::new (static_cast<void*>(std::addressof(value))) Value(std::forward<Element>(element));
      readers = branches;
    }
    DEEPYIELD_INLINED void leave() noexcept {
      if (--readers == 0) value.~Value();
    }

    union {
      Value value;
    };
    unsigned readers;
  };

  static constexpr std::size_t size = 1 + 1023 / sizeof(cell);

  const cell* end() const noexcept { return cells + size; }

  cell cells[size];
  cell* filled = cells;  // up to here
  shared<tee_block> next;
};

// What the branches of one range share.
template <class Range>
struct teed {
  explicit teed(held_range<Range> held) : range(std::move(held)) {}

  // Whether the range has one more, which is then in the block. What it throws, each branch throws that gets there.
  // When it only refuses, since this is called from within it, all goes on.
  bool read_into(tee_block<value_t<Range>>& block) {
    if (failure) std::rethrow_exception(failure);
    const use alone(in_use);
    try {
      if (!range.go_on()) return false;
      block.filled->fill(parting<Range>(*range), branches);
    } catch (...) {
      keep_failure();
      throw;
    }
    ++block.filled;
    return true;
  }

  // Called in the handler.
  BOOST_NOINLINE void keep_failure() {
    if (!range.executing()) failure = std::current_exception();
  }

  pulled<Range> range;
  std::exception_ptr failure;
  unsigned branches = 0;
  bool in_use = false;
};

template <class Range>
class tee_branch {
  using block = tee_block<value_t<Range>>;
  using cell = typename block::cell;

 public:
  using element_type = const value_t<Range>&;

  tee_branch(shared<teed<Range>> whole, shared<block> first) : whole_(std::move(whole)), block_(std::move(first)), next_(block_->cells) { ++whole_->branches; }
  DEEPYIELD_INLINED tee_branch(tee_branch&&) = default;
  DEEPYIELD_INLINED ~tee_branch() {
    if (whole_) leave_all(*whole_, std::move(block_), stands_on_, next_);
  }

  DEEPYIELD_INLINED const value_t<Range>* next() {
    if (BOOST_UNLIKELY(whole_->in_use)) refuse_unless_kept(*block_, next_);
    if (stands_on_) std::exchange(stands_on_, nullptr)->leave();
    if (next_ == block_->filled) {
      if (next_ == block_->end()) {
        if (!block_->next) block_->next = shared<block>::make();
        block_ = shared<block>(block_->next);
        next_ = block_->cells;
      }
      if (next_ == block_->filled && !whole_->read_into(*block_)) return nullptr;
    }
    stands_on_ = next_++;
    return current();
  }
  const value_t<Range>* current() const noexcept { return std::addressof(stands_on_->value); }
  // What is kept can be read while the range is: so a range may be made of its own elements, as Hamming's numbers.
  DEEPYIELD_INLINED bool executing() {
    return (whole_->in_use || whole_->range.executing()) && !has_kept_one(*block_, next_);
  }

 private:
  BOOST_NOINLINE static void refuse_unless_kept(const block& from, const cell* next) {
    if (!has_kept_one(from, next)) throw already_executing();
  }
  BOOST_NOINLINE static bool has_kept_one(const block& from, const cell* next) noexcept {
    if (next != from.end()) return next != from.filled;
    return from.next && from.next->filled != from.next->cells;
  }

  // One block after the other: were the last branch to let go of the first one only, each would end within the one before it.
  BOOST_NOINLINE static void leave_all(teed<Range>& whole, shared<block> left, cell* stands_on, cell* next) noexcept {
    if (stands_on) stands_on->leave();
    for (;;) {
      for (; next != left->filled; ++next) next->leave();
      if (!left->next) break;
      left = shared<block>(left->next);
      next = left->cells;
    }
    // Only now: an element that ends may have let another branch read on, and what that read waits for this one too.
    --whole.branches;
  }

  shared<teed<Range>> whole_;
  shared<block> block_;  // with the next element, or after which that will be
  cell* stands_on_ = nullptr;
  cell* next_;
};

}  // namespace detail

namespace itertools {

/// `n` ranges that each give all elements of the range. What one has taken is kept until all others have it too, so that memory grows with how far
/// they are apart. The range itself is not to be used meanwhile. All of them belong to one thread. Asked from within
/// the range, each gives what is kept for it; where nothing is, it throws already_executing and goes on unharmed.
/// Throws std::invalid_argument where n is below 0.
///
///   auto two = itertools::tee(count_up_to(3));
///   std::cout << next(two[0]) << next(two[0]) << next(two[1]);  // 1, 2, 1
template <class Range>
DEEPYIELD_NODISCARD std::vector<lazy_range<detail::tee_branch<Range>>> tee(Range&& range, detail::amount n = 2) {
  const std::size_t branches = n.at_least(0, "tee() needs a number");
  const auto whole = detail::shared<detail::teed<Range>>::make(detail::hold(std::forward<Range>(range)));
  const auto first = detail::shared<detail::tee_block<detail::value_t<Range>>>::make();
  std::vector<lazy_range<detail::tee_branch<Range>>> all;
  all.reserve(branches);
  for (std::size_t i = 0; i < branches; ++i) all.push_back(detail::lazily<detail::tee_branch<Range>>(whole, first));
  return all;
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
