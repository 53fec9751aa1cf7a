// A single-pass range that throws on any wrong use, which with other ranges would fail only
// sometimes.
#pragma once

#include <cstddef>
#include <deque>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <utility>

struct misuse : std::logic_error {
  using std::logic_error::logic_error;
};

// A number that detects reads after it was moved from, or after its range went on. A copy stays
// valid.
class checked_number {
 public:
  checked_number(int value) : value_(value) {}
  checked_number(const checked_number& other) : value_(other) {}
  checked_number(checked_number&& other) : value_(other) { other.good_ = false; }
  checked_number& operator=(const checked_number& other) {
    value_ = other;
    good_ = true;
    return *this;
  }
  checked_number& operator=(checked_number&& other) {
    *this = other;
    other.good_ = &other == this;
    return *this;
  }

  operator int() const {
    if (!good_) throw misuse("an element is read that was moved from, or that its range has left");
    return value_;
  }
  void invalidate() noexcept { good_ = false; }

 private:
  int value_;
  bool good_ = true;
};

// 0, 1, ..., size - 1. Counts how often it was asked for an element, including the time when there
// was none left. Movable, not copyable.
class debug_range {
  struct state {
    state(int n, int at) : size(n), fails_at(at) {}

    void go_on() {
      if (!given.empty()) given.back().invalidate();
      if (++asked == fails_at) throw std::runtime_error("the range fails");
      if (asked > size)
        ended = true;
      else
        given.emplace_back(asked - 1);
    }

    const int size, fails_at;
    int asked = 0;
    bool ended = false;
    // kept to the end, so that a late read is detected and not undefined
    std::deque<checked_number> given;
  };

 public:
  enum { never = -1 };
  explicit debug_range(int size, int fails_at = never)
      : state_(std::make_shared<state>(size, fails_at)) {}
  debug_range(debug_range&&) = default;
  debug_range& operator=(debug_range&&) = default;

  class iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = checked_number;
    using difference_type = std::ptrdiff_t;
    using reference = checked_number&;
    using pointer = checked_number*;

    iterator() = default;
    reference operator*() const { return state_of_what_is_read().given.back(); }
    pointer operator->() const { return &**this; }
    iterator& operator++() {
      state_of_what_is_read().go_on();
      position_ = state_->asked;
      return *this;
    }
    void operator++(int) { ++*this; }
    friend bool operator==(const iterator& left, const iterator& right) {
      return left.at_end() == right.at_end();
    }
    friend bool operator!=(const iterator& left, const iterator& right) { return !(left == right); }

   private:
    friend debug_range;
    explicit iterator(debug_range& range) : state_(range.state_.get()), position_(1) {}

    bool at_end() const { return !state_ || current_state().ended; }
    state& current_state() const {
      if (position_ != state_->asked)
        throw misuse("an iterator is used of which a copy has gone on");
      return *state_;
    }
    state& state_of_what_is_read() const {
      if (!state_ || current_state().ended) throw misuse("it is read past the end");
      return *state_;
    }

    state* state_ = nullptr;
    int position_ = 0;
  };
  using const_iterator = iterator;

  iterator begin() {
    if (!state_) throw misuse("begin() of a range that was moved from");
    if (state_->asked != 0) throw misuse("begin() is called twice");
    state_->go_on();
    return iterator(*this);
  }
  iterator end() const noexcept { return iterator(); }

  bool moved_from() const noexcept { return !state_; }
  // Also counts after a move, and can be read after the range is destroyed.
  std::shared_ptr<const int> asked() const { return {state_, &state_->asked}; }

 private:
  std::shared_ptr<state> state_;
};
