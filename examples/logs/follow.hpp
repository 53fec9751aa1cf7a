// Files that grow -> their records, as they come.
#pragma once

#include "interruption.hpp"
#include "records.hpp"

#include <string>
#include <vector>

namespace logs {

/// The records of these files, and those that are written to them later, until the user interrupts.
/// A file that does not exist is waited for. One that is renamed or removed is read until there is
/// another one of its name; one that is truncated is read again from its beginning.
record_generator follow_files(std::vector<std::string> names, bool by_polling,
                              const interruption& interruption, reading& reading);

}  // namespace logs
