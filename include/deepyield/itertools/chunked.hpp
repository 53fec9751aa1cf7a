// chunked: the old name of chunk_by.
#pragma once

#include <deepyield/itertools/chunk_by.hpp>
#include <deepyield/ranges/adaptor.hpp>

namespace deepyield {
inline namespace v2 {
namespace itertools {

/// The same as chunk_by.
[[deprecated(
    "deepyield: chunked is now chunk_by, as in std::views; the old name will be removed in 0.3")]]
constexpr detail::function_first<detail::chunk_by_cursor, detail::chunk_by_signature,
                                 detail::chunk_by_check> chunked{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
