// Boost.Coroutine2, without a warning that GCC has of it at -O2: a coroutine of its writes once
// more to its state when it has destroyed that.
#pragma once

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include <boost/coroutine2/coroutine.hpp>

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif
