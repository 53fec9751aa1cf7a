#include <deepyield/version.hpp>

namespace deepyield {
inline namespace v2 {

int library_version() noexcept { return DEEPYIELD_VERSION; }

}  // namespace v2
}  // namespace deepyield
