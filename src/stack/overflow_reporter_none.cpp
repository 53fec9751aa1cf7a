// The overflow reporter for systems whose signals it does not know: it does nothing.
#include "stack/overflow_reporter.hpp"

#include <deepyield/stack.hpp>

namespace deepyield {
inline namespace v2 {

void install_overflow_reporter() {}

namespace detail {

void prepare_signal_stack() noexcept {}

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
