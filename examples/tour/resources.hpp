// The resources that a run uses.
#pragma once

#include <cstdint>

namespace tour {

/// The most memory that this process has had resident so far, in KiB.
std::uint64_t peak_memory();

}  // namespace tour
