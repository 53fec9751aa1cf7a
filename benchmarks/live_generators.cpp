// live_generators CONTENDER COUNT: makes COUNT generators, takes one element of each, and prints
// one JSON object. A separate program, so that each measurement begins with a fresh address space.
#include "peers/stackful.hpp"
#include "peers/stackless.hpp"

#include <boost/context/fixedsize_stack.hpp>

#include <time.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iterator>
#include <new>
#include <string>

namespace {

// A value of /proc/self/status, in bytes: VmRSS is resident memory, VmPTE that of page tables.
double status_bytes(const std::string& wanted) {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    if (word != wanted + ":") continue;
    double kibibytes = 0;
    status >> kibibytes;
    return kibibytes * 1024;
  }
  return 0;
}

// The time of this process, so that others on the machine do not count.
double processor_nanoseconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

template <class Contender>
auto make(int element) {
  return Contender::template make<int>([element](auto& yield) {
    yield(element);
    yield(element + 1);
  });
}

struct stackless {};
template <>
auto make<stackless>(int element) {
  return [](int kept) -> peers::stackless<int> {
    co_yield kept;
    co_yield kept + 1;
  }(element);
}

// Boost's default stacks, from malloc.
struct boost_coroutine2_default_stacks {
  template <class Yield, class Body>
  static auto make(Body body) {
    return typename boost::coroutines2::coroutine<Yield>::pull_type(
        boost::context::fixedsize_stack(), std::move(body));
  }
};

template <class Contender>
int measure(const char* name, std::size_t count) {
  using generator = decltype(make<Contender>(0));
  using std::begin;

  const double resident_before = status_bytes("VmRSS");
  const double tables_before = status_bytes("VmPTE");
  auto* const generators = static_cast<generator*>(::operator new(count * sizeof(generator)));
  std::size_t made = 0;
  std::int64_t sum = 0;
  std::string failure;

  const double start = processor_nanoseconds();
  try {
    for (; made < count; ++made) {
      auto* const made_here =
          ::new (generators + made) generator(make<Contender>(static_cast<int>(made % 1000)));
      sum += *begin(*made_here);
    }
  } catch (const std::exception& error) {
    failure = error.what();
  }
  const double creation = processor_nanoseconds() - start;
  const double resident = status_bytes("VmRSS") - resident_before;
  const double tables = status_bytes("VmPTE") - tables_before;

  const double end = processor_nanoseconds();
  for (std::size_t i = 0; i < made; ++i) generators[i].~generator();
  const double destruction = processor_nanoseconds() - end;
  ::operator delete(generators);

  const double each = made ? static_cast<double>(made) : 1;
  std::printf(
      "{\"contender\": \"%s\", \"count\": %zu, \"made\": %zu, \"sum\": %lld, \"create_ns\": %.1f, "
      "\"destroy_ns\": %.1f, "
      "\"resident_bytes\": %.1f, \"page_table_bytes\": %.1f, \"failed\": %s}\n",
      name, count, made, static_cast<long long>(sum), creation / each, destruction / each,
      resident / each, tables / each, failure.empty() ? "false" : "true");
  if (!failure.empty()) std::fprintf(stderr, "%s: %s\n", name, failure.c_str());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: live_generators CONTENDER COUNT\n");
    return 2;
  }
  const std::string contender = argv[1];
  const std::size_t count = std::strtoull(argv[2], nullptr, 10);

#if DEEPYIELD_HAS_NATIVE_ENGINE
  if (contender == "native") return measure<peers::native>(argv[1], count);
#endif
  if (contender == "context") return measure<peers::context>(argv[1], count);
  if (contender == "coroutine2") return measure<peers::coroutine2>(argv[1], count);
  if (contender == "boost_coroutine2")
    return measure<boost_coroutine2_default_stacks>(argv[1], count);
  if (contender == "boost_fiber") return measure<peers::boost_fiber>(argv[1], count);
  if (contender == "stackless") return measure<stackless>(argv[1], count);
  std::fprintf(stderr, "no such contender: %s\n", argv[1]);
  return 2;
}
