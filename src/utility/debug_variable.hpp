// The environment variable DEEPYIELD_DEBUG: words between commas.
#pragma once

namespace deepyield {
inline namespace v2 {
namespace detail {

/// Whether the variable has that word. False in a program with more rights than its user's.
bool debug_variable_has(const char* word) noexcept;

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
