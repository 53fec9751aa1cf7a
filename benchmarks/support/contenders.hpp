// Registers a workload for each contender, as "workload/contender". report.py knows the names.
#pragma once

#include "peers/stackful.hpp"

#include <benchmark/benchmark.h>

#if DEEPYIELD_HAS_NATIVE_ENGINE
#define BENCHMARK_NATIVE(workload, function) \
  BENCHMARK(function<peers::native>)->Name(workload "/native")
#else
#define BENCHMARK_NATIVE(workload, function) static_assert(true, "no native engine here")
#endif

/// For each of our engines; `function` is a template over them.
#define BENCHMARK_DEEPYIELD(workload, function)                   \
  BENCHMARK_NATIVE(workload, function);                           \
  BENCHMARK(function<peers::context>)->Name(workload "/context"); \
  BENCHMARK(function<peers::coroutine2>)->Name(workload "/coroutine2")

/// For each contender with stacks of its own.
#define BENCHMARK_STACKFUL(workload, function)                                      \
  BENCHMARK_DEEPYIELD(workload, function);                                          \
  BENCHMARK(function<peers::boost_coroutine2>)->Name(workload "/boost_coroutine2"); \
  BENCHMARK(function<peers::boost_fiber>)->Name(workload "/boost_fiber")

/// For a contender without them.
#define BENCHMARK_PEER(workload, function, contender) \
  BENCHMARK(function)->Name(workload "/" contender)
