// starmap: applies a function to the parts of each tuple. Python: itertools.starmap.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/utility/apply.hpp>

#include <tuple>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Function, class Range>
using starmap_result_t =
    decltype(detail::apply(std::declval<Function&>(), std::declval<range_reference_t<Range>>()));

template <class Function, class Range>
class starmap_cursor : public reading_cursor<Range>,
                       public making_cursor<starmap_result_t<Function, Range>> {
 public:
  starmap_cursor(Function function, all_t<Range> range)
      : reading_cursor<Range>(std::move(range)), function_(std::move(function)) {}
  DEEPYIELD_INLINED starmap_cursor(starmap_cursor&&) = default;
  DEEPYIELD_INLINED ~starmap_cursor() = default;

  DEEPYIELD_INLINED auto next() -> decltype(this->current()) {
    if (!this->base().advance()) return nullptr;
    return this->make_current([this]() -> decltype(auto) {
      return detail::apply(function_, static_cast<range_reference_t<Range>&&>(*this->base()));
    });
  }

 private:
  Function function_;
};

struct elements_are_no_tuples : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: starmap() takes a range of tuples, pairs or arrays, and these "
                  "elements are none: write map(function, range).");
    return {};
  }
};
struct function_does_not_take_parts : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: starmap()'s function cannot be called with the parts of the range's "
                  "tuples: compare the types and the number of its parameters with them.");
    return {};
  }
};
template <class Function, class Range>
struct starmap_result_check
    : std::conditional_t<std::is_void<starmap_result_t<Function, Range>>::value, result_is_void,
                         accepted> {};
template <class Signature, class Function, class Range>
struct starmap_check
    : all_checks<std::conditional_t<may_be_function<Function>::value, accepted,
                                    why_no_function<Signature, Function>>,
                 std::conditional_t<is_tuple<range_reference_t<Range>>::value, accepted,
                                    elements_are_no_tuples>,
                 std::conditional_t<takes_parts<Function, range_reference_t<Range>>::value,
                                    accepted, function_does_not_take_parts>,
                 starmap_result_check<Function, Range>> {};

/// How starmap() is called.
struct starmap_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: starmap() takes the function, then a range of tuples: "
                  "starmap(function, range).");
    return {};
  }
};

}  // namespace detail

namespace itertools {

/// `function(part...)` of the parts of each tuple, pair or array that the range gives.
///
///   // 10, 6
///   for (int power : itertools::starmap([](int base, int times) { return base * times; },
///       std::vector<std::pair<int, int>>{{2, 5}, {3, 2}}))
///     use(power);
///   // 7
///   for (int sum : std::vector<std::pair<int, int>>{{2, 5}}
///       | itertools::starmap(std::plus<int>()))
///     use(sum);
constexpr detail::function_first<detail::starmap_cursor, detail::starmap_signature,
                                 detail::starmap_check>
    starmap{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
