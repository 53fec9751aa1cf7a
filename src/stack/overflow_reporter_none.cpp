// Where the system's signals are not known.
#include "stack/overflow_reporter.hpp"

#include <deepyield/stack.hpp>

namespace deepyield {
inline namespace v1 {

void install_overflow_reporter() {}

namespace detail {

void prepare_signal_stack() noexcept {}

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
