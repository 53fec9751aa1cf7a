// tee: one range read several times. Python: itertools.tee.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/reentry.hpp>
#include <deepyield/ranges/size_argument.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/local_shared_ptr.hpp>

#include <boost/config.hpp>

#include <cstddef>
#include <exception>
#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v2 {
namespace detail {

// A block of consecutive elements. A branch owns the block that it reads, and a block owns the next
// one: a block that all branches have left frees itself.
template <class Value>
struct tee_block {
  // An element, and how many branches still need it. Not an optional: the number says whether it is
  // there.
  struct cell {
    // Writes nothing: a block makes many cells at once, and each is written when it is filled.
    cell() noexcept {}  // NOLINT(cppcoreguidelines-pro-type-member-init)
    ~cell() {}

    // Takes a reference to the number: branches may end while the element is made.
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
  cell* filled = cells;  // one past the last filled cell
  local_shared_ptr<tee_block> next;
};

// State that the branches of one range share.
template <class Range>
struct tee_state {
  explicit tee_state(all_t<Range> kept_range) : range(std::move(kept_range)) {}

  // Reads the next element into the block. Returns whether there was one. If the range throws, each
  // branch throws the same when it gets there. If the range only refuses, because this is called
  // from within it, all branches go on.
  bool read_into(tee_block<range_value_t<Range>>& block) {
    if (failure) std::rethrow_exception(failure);
    const in_use_guard guard(in_use);
    try {
      if (!range.advance()) return false;
      block.filled->fill(move_or_copy<Range>(*range), branches);
    } catch (...) {
      keep_failure();
      throw;
    }
    ++block.filled;
    return true;
  }

  // Called from a catch handler.
  BOOST_NOINLINE void keep_failure() {
    if (!range.executing()) failure = std::current_exception();
  }

  base_cursor<Range> range;
  std::exception_ptr failure;
  unsigned branches = 0;
  bool in_use = false;
};

template <class Range>
class tee_cursor {
  using block = tee_block<range_value_t<Range>>;
  using cell = typename block::cell;

 public:
  using element_type = const range_value_t<Range>&;

  tee_cursor(local_shared_ptr<tee_state<Range>> whole, local_shared_ptr<block> first)
      : whole_(std::move(whole)), block_(std::move(first)), next_(block_->cells) {
    ++whole_->branches;
  }
  DEEPYIELD_INLINED tee_cursor(tee_cursor&&) = default;
  DEEPYIELD_INLINED ~tee_cursor() {
    if (whole_) leave_all(*whole_, std::move(block_), stands_on_, next_);
  }

  DEEPYIELD_INLINED const range_value_t<Range>* next() {
    if (BOOST_UNLIKELY(whole_->in_use)) refuse_unless_kept(*block_, next_);
    if (stands_on_) std::exchange(stands_on_, nullptr)->leave();
    if (next_ == block_->filled) {
      if (next_ == block_->end()) {
        if (!block_->next) block_->next = local_shared_ptr<block>::make();
        block_ = local_shared_ptr<block>(block_->next);
        next_ = block_->cells;
      }
      if (next_ == block_->filled && !whole_->read_into(*block_)) return nullptr;
    }
    stands_on_ = next_++;
    return current();
  }
  const range_value_t<Range>* current() const noexcept { return std::addressof(stands_on_->value); }
  // Kept elements can be read even while the range is being read: so a range may be made of its own
  // elements, like the Hamming numbers.
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

  // Releases one block after the other. If the last branch released only the first block, their
  // destructors would nest.
  BOOST_NOINLINE static void leave_all(tee_state<Range>& whole, local_shared_ptr<block> left,
                                       cell* stands_on, cell* next) noexcept {
    if (stands_on) stands_on->leave();
    for (;;) {
      for (; next != left->filled; ++next) next->leave();
      if (!left->next) break;
      left = local_shared_ptr<block>(left->next);
      next = left->cells;
    }
    // Only now: destroying an element may have let another branch read on, and what it read counts
    // this branch as a reader.
    --whole.branches;
  }

  local_shared_ptr<tee_state<Range>> whole_;
  local_shared_ptr<block> block_;  // holds the next element, or ends just before it
  cell* stands_on_ = nullptr;
  cell* next_;
};

/// How tee() is called.
struct tee_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: tee() takes the range, then how many shall read it: tee(range, n).");
    return {};
  }
};
// It has no closure.
struct tee_arguments : takes_numbers<tee_signature, 0, 1, kept_elements> {
  template <class... Argument>
  using closure_check = why_no_closure<tee_signature, Argument...>;
};
template <class... Argument>
using tee_check =
    range_first_check<tee_arguments, begins_with_range<Argument...>::value, Argument...>;

struct tee_function {
  template <class Range, if_accepted<kept_elements_check<Range>> = 0>
  DEEPYIELD_NODISCARD std::vector<lazy_range<tee_cursor<Range>>> operator()(
      Range&& range, size_argument n = 2) const {
    const std::size_t count = n.at_least(0, "tee() needs a number");
    const auto whole =
        local_shared_ptr<tee_state<Range>>::make(detail::all(std::forward<Range>(range)));
    const auto first = local_shared_ptr<tee_block<range_value_t<Range>>>::make();
    std::vector<lazy_range<tee_cursor<Range>>> branches;
    branches.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
      branches.push_back(detail::make_lazy_range<tee_cursor<Range>>(whole, first));
    return branches;
  }
  template <class... Argument, if_refused<tee_check<Argument...>> = 0>
  refused operator()(Argument&&...) const {
    return tee_check<Argument...>::template refuse<false>();
  }
};

}  // namespace detail

namespace itertools {

/// `n` ranges, by default two, that each give all elements of the range. Elements that one has
/// taken are kept until all others have taken them too, so memory grows with the distance between
/// them. Do not use the range itself meanwhile. All of them belong to one thread. If one is read
/// from within the range, it gives what is kept for it; if nothing is, it throws already_executing,
/// and changes nothing. Throws std::invalid_argument if n is below 0.
///
///   auto two = itertools::tee(count_up_to(3));
///   std::cout << next(two[0]) << next(two[0]) << next(two[1]);  // 1, 2, 1
constexpr detail::tee_function tee{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
