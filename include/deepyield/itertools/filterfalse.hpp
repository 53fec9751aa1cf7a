// filterfalse: the elements that do not satisfy a predicate. Python: itertools.filterfalse.
#pragma once

#include <deepyield/itertools/filter.hpp>
#include <deepyield/ranges/adaptor.hpp>

#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// std::not_fn, which C++14 does not have.
template <class Predicate>
class not_fn {
 public:
  not_fn(Predicate predicate) : predicate_(std::move(predicate)) {}
  template <class Element>
  DEEPYIELD_INLINED bool operator()(Element& element) {
    return !predicate_(element);
  }

 private:
  Predicate predicate_;
};

template <class Predicate, class Range>
using filterfalse_cursor = filter_cursor<not_fn<Predicate>, Range>;

/// How filterfalse() is called.
struct filterfalse_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: filterfalse() takes the predicate, then the range: "
                  "filterfalse(predicate, range).");
    return {};
  }
};

}  // namespace detail

namespace itertools {

/// The elements of the range for which `predicate(element)` is false.
///
///   // 1, 3, 5
///   for (int i : itertools::filterfalse([](int n) { return n % 2 == 0; }, count_up_to(5))) use(i);
///   for (int i : count_up_to(5) | itertools::filterfalse([](int n) { return n % 2 == 0; }))
///     use(i);
constexpr detail::function_first<detail::filterfalse_cursor, detail::filterfalse_signature,
                                 detail::predicate_check>
    filterfalse{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
