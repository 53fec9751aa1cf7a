// Where a body's result is kept for generator::result().
#pragma once

#include <deepyield/errors.hpp>

#include <boost/optional.hpp>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Return>
class result_slot {
 public:
  using type = Return&;

  template <class Body, class Yielder>
  void keep(Body& body, Yielder& yield) {
    value_.emplace(body(yield));
  }
  void clear() noexcept { value_ = boost::none; }
  bool full() const noexcept { return value_ != boost::none; }
  Return& get() {
    if (!full()) throw no_result();
    return *value_;
  }
  static Return& of_delegate(result_slot* slot) {
    if (!slot) throw no_result();
    return slot->get();
  }

 private:
  boost::optional<Return> value_;
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
