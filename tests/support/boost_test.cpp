// Boost.Test itself, where the installed library cannot be linked.
#include <boost/test/included/unit_test.hpp>
