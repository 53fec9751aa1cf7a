// zip: several ranges side by side, until the shortest ends. Python: zip.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/detail/side_by_side.hpp>
#include <deepyield/generator.hpp>

#include <tuple>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// A tuple of what each range gives, for as long as all of them give something. They are asked in their order; where one has ended, those after it
/// are not asked. What is a reference stays one.
///
///   for (auto& both : itertools::zip(count_up_to(3), std::vector<std::string>{"a", "b"})) use(std::get<0>(both));  // 1, 2
template <class... Range>
generator<std::tuple<detail::reference_t<Range>...>> zip(Range&&... ranges) {
  using element = std::tuple<detail::reference_t<Range>...>;
  return [held = std::make_tuple(detail::hold(std::forward<Range>(ranges))...)](yielder<element>& yield) mutable {
    auto readers = detail::readers_of(held);
    while (sizeof...(Range) > 0 && detail::all_have_next(readers))
      detail::apply_to_elements([&](auto&&... part) { yield(element(std::forward<decltype(part)>(part)...)); }, readers);
  };
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
