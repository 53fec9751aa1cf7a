// The C++20 contender: the standard library's generator where there is one, else
// stackless_generator.hpp.
#pragma once

#include <version>

#if __has_include(<generator>) && defined(__cpp_lib_generator)

#include <generator>

namespace peers {
constexpr const char* stackless_name = "std::generator";
template <class Yield>
using stackless = std::generator<Yield>;
using std::ranges::elements_of;
}  // namespace peers

#else

#include "peers/stackless_generator.hpp"

namespace peers {
constexpr const char* stackless_name = "benchmarks/peers/stackless_generator.hpp";
template <class Yield>
using stackless = stackless_generator<Yield>;
}  // namespace peers

#endif
