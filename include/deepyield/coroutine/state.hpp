// generator_state: what a generator is doing.
#pragma once

#include <deepyield/config.hpp>

namespace deepyield {
inline namespace v2 {

/// What a generator is doing (Python: inspect.getgeneratorstate).
enum class generator_state {
  created,    ///< not yet resumed: nothing of the body has run
  running,    ///< its body, or one that the body waits for, is running
  suspended,  ///< waiting at a yield
  closed      ///< returned, failed or closed: no further elements
};

}  // namespace v2
}  // namespace deepyield
