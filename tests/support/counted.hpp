// A value that counts how often it is copied, moved and destroyed.
#pragma once

struct operations {
  int copies = 0;
  int moves = 0;
  int alive = 0;
};

class counted {
 public:
  counted(operations& log, int value) : log_(&log), value_(value) { ++log_->alive; }
  counted(const counted& other) : log_(other.log_), value_(other.value_) {
    ++log_->copies, ++log_->alive;
  }
  counted(counted&& other) noexcept : log_(other.log_), value_(other.value_) {
    ++log_->moves, ++log_->alive;
    other.value_ = moved_from;
  }
  counted& operator=(const counted&) = delete;
  ~counted() { --log_->alive; }

  enum { moved_from = -1 };  // not a static constexpr member: C++14 would want a definition of it
  int value() const { return value_; }
  void set(int value) { value_ = value; }

 private:
  operations* log_;
  int value_;
};
