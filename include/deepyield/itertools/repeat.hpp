// repeat: one object again and again. Python: itertools.repeat.
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/refusal.hpp>
#include <deepyield/ranges/size_argument.hpp>
#include <deepyield/utility/inlined.hpp>

#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Value>
class repeat_cursor {
 public:
  using element_type = const Value&;

  explicit repeat_cursor(Value value) : value_(std::move(value)), endless_(true) {}
  repeat_cursor(Value value, std::size_t times) : value_(std::move(value)), left_(times) {}

  DEEPYIELD_INLINED const Value* next() {
    if (!endless_ && left_-- == 0) return nullptr;
    return std::addressof(value_);
  }

  const Value* current() noexcept { return std::addressof(value_); }

 private:
  Value value_;
  std::size_t left_ = 0;
  bool endless_ = false;
};

/// How repeat() is called.
struct repeat_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: repeat() takes a value, then how often to give it, a whole number: "
                  "repeat(value, times), or repeat(value) for ever.");
    return {};
  }
};

}  // namespace detail

namespace itertools {

/// Gives a reference to the same object `times` times. The range owns the object. Nothing if
/// `times` is below 0; endless if it is not given.
///
///   for (const std::string& word : itertools::repeat(std::string("spam"), 3)) std::cout << word;
template <class Value>
DEEPYIELD_INLINED lazy_range<detail::repeat_cursor<Value>> repeat(Value value,
                                                                  detail::size_argument times) {
  return detail::make_lazy_range<detail::repeat_cursor<Value>>(std::move(value), times.or_zero());
}
template <class Value, class Times,
          std::enable_if_t<!detail::is_number<std::decay_t<Times>>::value, int> = 0>
detail::refused repeat(Value, Times&&) {
  return detail::repeat_signature::refuse<sizeof(std::decay_t<Times>) == 0>();
}
template <class Value>
DEEPYIELD_INLINED lazy_range<detail::repeat_cursor<Value>> repeat(Value value) {
  return detail::make_lazy_range<detail::repeat_cursor<Value>>(std::move(value));
}

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
