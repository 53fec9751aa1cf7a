// live_generators CONTENDER COUNT: makes COUNT generators, takes one element of each, and prints
// one JSON object. A separate program, so that each measurement begins with a fresh address space.
#include "peers/stackful.hpp"
#include "peers/stackless.hpp"

#include <boost/context/fixedsize_stack.hpp>

#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iterator>
#include <new>
#include <string>
#include <vector>

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

void print(const char* contender, std::size_t count, std::size_t made, std::int64_t sum,
           double create_ns, double destroy_ns, double resident_bytes, double page_table_bytes,
           const std::string& failure) {
  const double each = made ? static_cast<double>(made) : 1;
  std::printf(
      "{\"contender\": \"%s\", \"count\": %zu, \"made\": %zu, \"sum\": %lld, \"create_ns\": %.1f, "
      "\"destroy_ns\": %.1f, "
      "\"resident_bytes\": %.1f, \"page_table_bytes\": %.1f, \"failed\": %s}\n",
      contender, count, made, static_cast<long long>(sum), create_ns / each, destroy_ns / each,
      resident_bytes / each, page_table_bytes / each, failure.empty() ? "false" : "true");
  if (!failure.empty()) std::fprintf(stderr, "%s: %s\n", contender, failure.c_str());
}

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

  print(name, count, made, sum, creation, destruction, resident, tables, failure);
  return 0;
}

// What the kernel alone takes for as many stacks of the same size: a guard page each, and a page
// that is touched. The least that generators with guarded stacks can take.
int measure_kernel(const char* name, std::size_t count) {
  constexpr std::size_t at_once = 32;
  constexpr int guard_install = 102;  // MADV_GUARD_INSTALL, since Linux 6.13
  const std::size_t page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));

  const double resident_before = status_bytes("VmRSS");
  const double tables_before = status_bytes("VmPTE");
  std::vector<char*> mappings;
  std::size_t made = 0;
  std::string failure;

  const double start = processor_nanoseconds();
  for (; made < count && failure.empty(); made += at_once) {
    void* const mapped = mmap(nullptr, at_once * peers::stack_size, PROT_READ | PROT_WRITE,
                              MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (mapped == MAP_FAILED) {
      failure = "mmap failed";
      break;
    }
    mappings.push_back(static_cast<char*>(mapped));
    for (std::size_t i = 0; i < at_once; ++i) {
      char* const bottom = mappings.back() + i * peers::stack_size;
      if (madvise(bottom, page, guard_install) != 0 && mprotect(bottom, page, PROT_NONE) != 0)
        failure = "no more guard pages";
      *static_cast<volatile char*>(bottom + peers::stack_size - page) = 1;
    }
  }
  const double creation = processor_nanoseconds() - start;
  const double resident = status_bytes("VmRSS") - resident_before;
  const double tables = status_bytes("VmPTE") - tables_before;

  const double end = processor_nanoseconds();
  for (char* const mapped : mappings) munmap(mapped, at_once * peers::stack_size);
  const double destruction = processor_nanoseconds() - end;
  print(name, count, made, 0, creation, destruction, resident, tables, failure);
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
  if (contender == "kernel") return measure_kernel(argv[1], count);
  std::fprintf(stderr, "no such contender: %s\n", argv[1]);
  return 2;
}
