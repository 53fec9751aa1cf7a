// The stages, put together.
#pragma once

#include "options.hpp"

namespace logs {

/// Does what the options ask for, on standard output. Returns whether all inputs were whole. Throws
/// std::system_error if the output cannot be written.
bool run(const options& options);

}  // namespace logs
