#include "utility/debug_variable.hpp"

#include <cstddef>
#include <cstdlib>
#include <cstring>

namespace deepyield {
inline namespace v2 {
namespace detail {

bool debug_variable_has(const char* word) noexcept {
#if defined(__GLIBC__)
  const char* each = secure_getenv("DEEPYIELD_DEBUG");
#else
  const char* each = std::getenv("DEEPYIELD_DEBUG");
#endif
  const std::size_t wanted = std::strlen(word);
  while (each) {
    const char* const comma = std::strchr(each, ',');
    const std::size_t length = comma ? static_cast<std::size_t>(comma - each) : std::strlen(each);
    if (length == wanted && std::strncmp(each, word, length) == 0) return true;
    each = comma ? comma + 1 : nullptr;
  }
  return false;
}

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
