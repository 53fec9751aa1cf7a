// Whether std::ranges can be used at all: Clang before 16 cannot compile libstdc++'s views.
#pragma once

#include <iterator>

#if defined(__cpp_lib_ranges) && !(defined(__clang__) && __clang_major__ < 16)
#define HAS_STD_RANGES 1
#include <ranges>
#else
#define HAS_STD_RANGES 0
#endif
