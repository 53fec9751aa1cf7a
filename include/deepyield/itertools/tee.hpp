// tee: one range read several times. Python: itertools.tee.
#pragma once

#include <deepyield/detail/pulled.hpp>
#include <deepyield/lazy_range.hpp>

#include <algorithm>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v1 {
namespace detail {

// What the branches of one range share: the elements that some of them have and others not, and where each is.
template <class Range>
struct tee_state {
  explicit tee_state(held_range<Range> held) : range(std::move(held)) {}

  void forget_what_all_have() {
    std::size_t least = taken;
    for (const std::size_t* at : positions) least = (std::min)(least, *at);
    for (; dropped + 1 < least; ++dropped) kept.pop_front();  // the last one that each took is still looked at
  }

  // Whether the range has one more. What it throws, each branch throws that gets there.
  bool take() {
    if (failure) std::rethrow_exception(failure);
    try {
      if (!range.go_on()) return false;
      kept.push_back(parting<Range>(*range));
    } catch (...) {
      failure = std::current_exception();
      throw;
    }
    ++taken;
    return true;
  }

  pulled<Range> range;
  std::deque<value_t<Range>> kept;
  std::exception_ptr failure;
  std::size_t dropped = 0;  // how many were in front of them
  std::size_t taken = 0;
  std::vector<const std::size_t*> positions;
};

template <class Range>
class tee_branch {
 public:
  using element_type = const value_t<Range>&;

  explicit tee_branch(std::shared_ptr<tee_state<Range>> state) : state_(std::move(state)), position_(std::make_unique<std::size_t>(0)) {
    state_->positions.push_back(position_.get());
  }
  tee_branch(tee_branch&&) = default;
  tee_branch& operator=(tee_branch&&) = delete;
  ~tee_branch() {
    if (!state_) return;
    auto& positions = state_->positions;
    positions.erase(std::find(positions.begin(), positions.end(), position_.get()));
    state_->forget_what_all_have();
  }

  const value_t<Range>* next() {
    tee_state<Range>& state = *state_;
    std::size_t& position = *position_;
    if (position == state.taken) {
      if (!state.take()) return nullptr;
    }
    const bool was_last = position == state.dropped;
    ++position;
    if (was_last || position > state.dropped + 1) state.forget_what_all_have();
    return std::addressof(state.kept[position - 1 - state.dropped]);
  }

 private:
  std::shared_ptr<tee_state<Range>> state_;
  std::unique_ptr<std::size_t> position_;
};

}  // namespace detail

namespace itertools {

/// `n` ranges that each give all elements of the range. What one has taken is kept until all others have it too, so that memory grows with how far
/// they are apart. The range itself is not to be used meanwhile. All of them belong to one thread.
///
///   auto two = itertools::tee(count_up_to(3));
///   std::cout << next(two[0]) << next(two[0]) << next(two[1]);  // 1, 2, 1
template <class Range>
std::vector<lazy_range<detail::tee_branch<Range>>> tee(Range&& range, std::size_t n = 2) {
  const auto shared = std::make_shared<detail::tee_state<Range>>(detail::hold(std::forward<Range>(range)));
  std::vector<lazy_range<detail::tee_branch<Range>>> all;
  all.reserve(n);
  for (std::size_t i = 0; i < n; ++i) all.push_back(detail::lazily<detail::tee_branch<Range>>(shared));
  return all;
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
