// Where a body's result is kept for generator::result().
#pragma once

#include <deepyield/detail/late.hpp>
#include <deepyield/errors.hpp>

#include <memory>
#include <type_traits>

namespace deepyield {
inline namespace v1 {
namespace detail {

/// `keep` calls the body, and keeps what it returns.
template <class Return>
class result_slot {
 public:
  using type = Return&;

  template <class Body, class Yielder>
  void keep(Body& body, Yielder& yield) {
    value_.hold([&]() -> Return { return body(yield); });
  }
  void clear() noexcept { value_.reset(); }
  bool full() const noexcept { return static_cast<bool>(value_); }
  Return& get() {
    if (!full()) throw no_result();
    return *value_;
  }
  static Return& of_delegate(result_slot* slot) {
    if (!slot) throw no_result();
    return slot->get();
  }

 private:
  late<std::remove_cv_t<Return>> value_;
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
  static Return& of_delegate(const result_slot* slot) {
    if (!slot) throw no_result();
    return slot->get();
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
  static void of_delegate(result_slot*) noexcept {}  // there is nothing to miss

 private:
  bool returned_ = false;
};

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
