// batched: elements in groups of n. Python: itertools.batched.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/size_argument.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/aligned_new.hpp>

#include <cstddef>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Range>
class batched_cursor : public reading_cursor<Range> {
 public:
  using element_type = std::vector<container_element_t<range_value_t<Range>>>;

  batched_cursor(all_t<Range> range, std::size_t size, bool strict)
      : reading_cursor<Range>(std::move(range)), size_(size), strict_(strict) {}
  DEEPYIELD_INLINED batched_cursor(batched_cursor&&) = default;
  DEEPYIELD_INLINED ~batched_cursor() = default;

  DEEPYIELD_INLINED element_type* next() {
    batch_.clear();  // whatever the consumer has left of it
    std::size_t lacking = size_;
    for (; lacking > 0 && this->base().advance(); --lacking)
      batch_.push_back(move_or_copy<Range>(*this->base()));
    if (lacking == size_) return nullptr;
    if (strict_ && lacking > 0)
      throw std::invalid_argument("deepyield: the last group of batched() is incomplete");
    return &batch_;
  }
  element_type* current() noexcept { return &batch_; }

 private:
  std::size_t size_;
  bool strict_;
  element_type batch_;
};

/// How batched() is called.
struct batched_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: batched() takes the range, then a whole number: batched(range, n), "
                  "or batched(range, n, true) to be strict.");
    return {};
  }
};
template <class... Argument>
struct batched_arguments : batched_signature {};
template <class Number>
struct batched_arguments<Number>
    : std::conditional_t<is_number<Number>::value, accepted, batched_signature> {};
template <class Number, class Strict>
struct batched_arguments<Number, Strict>
    : std::conditional_t<is_number<Number>::value && std::is_convertible<Strict, bool>::value,
                         accepted, batched_signature> {};

struct batched_function {
  template <class Range, class... Argument>
  using check = all_checks<range_check<Range>, batched_arguments<std::decay_t<Argument>...>,
                           kept_elements<Range>>;
  template <class... Argument>
  using closure_check =
      std::conditional_t<batched_arguments<std::decay_t<Argument>...>::value, accepted,
                         why_no_closure<batched_signature, Argument...>>;

  template <class Range, if_range<Range> = 0>
  DEEPYIELD_INLINED lazy_range<batched_cursor<Range>> operator()(Range&& range, size_argument n,
                                                                 bool strict = false) const {
    const std::size_t size = n.at_least(1, "batched() needs groups");
    return detail::make_lazy_range<batched_cursor<Range>>(detail::all(std::forward<Range>(range)),
                                                          size, strict);
  }
};

}  // namespace detail

namespace itertools {

/// Vectors of `n` elements each; the last one holds what is left. Elements are copied, or moved out
/// of a range that gives them away, such as a generator<T>. The consumer may move from the vector.
/// Throws std::invalid_argument if n is less than 1. If a third argument `strict` is true, next()
/// throws it where the last vector is too short.
///
///   // 2, 2, 1
///   for (auto& batch : itertools::batched(count_up_to(5), 2)) std::cout << batch.size();
///   for (auto& batch : count_up_to(5) | itertools::batched(2)) std::cout << batch.size();
constexpr detail::range_first<detail::batched_function> batched{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
