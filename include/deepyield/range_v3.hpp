// Generators in range-v3's pipes. Pipe an lvalue as it is, and an rvalue through share(), since
// range-v3 would have to copy it:
//
//   for (int i : g | ranges::views::filter(odd)) ...
//   for (int i : deepyield::share(count_up_to(5)) | ranges::views::filter(odd)) ...
//
// In C++14, where range-for wants begin and end of one type, most of its views need `|
// ranges::views::common` at the end.
#pragma once

#include <deepyield/shared_generator.hpp>

#include <range/v3/range/concepts.hpp>

namespace ranges {

template <class Yield, class Send, class Return, class Engine>
RANGES_INLINE_VAR constexpr bool
    enable_view<deepyield::shared_generator<Yield, Send, Return, Engine>> = true;

}  // namespace ranges
