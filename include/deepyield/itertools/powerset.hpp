// powerset: all ways to choose any number of elements. Python: itertools' recipe of that name.
#pragma once

#include <deepyield/itertools/combinations.hpp>
#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/pool_cursor.hpp>
#include <deepyield/ranges/value.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Range>
class powerset_cursor : public pool_cursor<Range> {
 public:
  explicit powerset_cursor(all_t<Range> range) : pool_cursor<Range>(std::move(range)) {}

  const std::vector<range_value_t<Range>>* next() {
    if (this->begin()) return choices_.begin(this->pool(), 0);
    if (const auto subset = choices_.next(this->pool())) return subset;
    return choices_.begin(this->pool(), ++size_);
  }

 private:
  std::size_t size_ = 0;
  choices<range_value_t<Range>> choices_;
};

}  // namespace detail

namespace itertools {

/// The combinations of no element, of one, and so on up to all.
///
///   // 0, 1, 1, 2
///   for (const std::vector<int>& some : itertools::powerset(count_up_to(2)))
///     std::cout << some.size();
///   for (const std::vector<int>& some : count_up_to(2) | itertools::powerset())
///     std::cout << some.size();
constexpr detail::range_first<detail::adapt<detail::powerset_cursor, detail::copied_elements>>
    powerset{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
