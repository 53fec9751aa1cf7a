// Where a body's result is kept for generator::result().
#pragma once

#include <deepyield/errors.hpp>

#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// `keep` calls the body and stores its result. Not an optional: that writes to its storage before
/// there is an object, and a large result may need more of the stack than was ever touched.
template <class Return>
class result_slot {
 public:
  using type = Return&;

  result_slot() noexcept {}
  result_slot(const result_slot&) = delete;
  result_slot& operator=(const result_slot&) = delete;
  ~result_slot() { clear(); }

  template <class Body, class Yielder>
  void keep(Body& body, Yielder& yield) {
    ::new (static_cast<void*>(std::addressof(value_))) value(body(yield));
    full_ = true;
  }
  void clear() noexcept {
    if (std::exchange(full_, false)) value_.~value();
  }
  bool full() const noexcept { return full_; }
  Return& get() {
    if (!full()) throw no_result();
    return value_;
  }
  template <class Block>
  static Return& of_delegate(Block* delegate) {
    if (!delegate) throw no_result();
    return static_cast<result_slot*>(delegate->result())->get();
  }

 private:
  using value = std::remove_cv_t<Return>;
  union {
    value value_;
  };
  bool full_ = false;
};

template <class Return>
class result_slot<Return&> {
 public:
  using type = Return&;

  template <class Body, class Yielder>
  void keep(Body& body, Yielder& yield) {
    Return& returned = body(yield);
    value_ = std::addressof(returned);
  }
  void clear() noexcept { value_ = nullptr; }
  bool full() const noexcept { return value_ != nullptr; }
  Return& get() const {
    if (!full()) throw no_result();
    return *value_;
  }
  template <class Block>
  static Return& of_delegate(Block* delegate) {
    if (!delegate) throw no_result();
    return static_cast<result_slot*>(delegate->result())->get();
  }

 private:
  Return* value_ = nullptr;
};

template <>
class result_slot<void> {
 public:
  using type = void;

  template <class Body, class Yielder>
  void keep(Body& body, Yielder& yield) {
    body(yield);
    returned_ = true;
  }
  void clear() noexcept { returned_ = false; }
  bool full() const noexcept { return returned_; }
  void get() const {
    if (!full()) throw no_result();
  }
  template <class Block>
  static void of_delegate(Block*) noexcept {}  // there is nothing to miss

 private:
  bool returned_ = false;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
