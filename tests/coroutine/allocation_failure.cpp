// Each allocation, mapping and protection fails, once or from then on. The caller gets
// std::bad_alloc or stack_error, everything is as before, and the same call succeeds afterwards.
// Not built with sanitizers, which have an allocator of their own. (docs/semantics.md, case 56)
#include "support/engines.hpp"
#include "support/sanitizers.hpp"
#include "support/typed_test_case.hpp"

#include <deepyield/ambient.hpp>
#include <deepyield/consumer.hpp>
#include <deepyield/coroutine2.hpp>
#include <deepyield/itertools.hpp>
#include <deepyield/shared_generator.hpp>

#include <boost/test/unit_test.hpp>

#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <exception>
#include <functional>
#include <new>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using deepyield::stack_pool;

// Replaces the functions by which the whole program allocates and maps memory.
namespace {

enum resource { heap, mapping, advice, protection, resources };
const char* const names[] = {"heap allocation", "mmap", "madvise", "mprotect"};

struct plan {
  resource which = resources;
  int at = 0;  // which call fails, counted from 1
  bool for_ever = false;
  int asked = 0;
  bool failed = false;
};

thread_local plan* plan_of_this_thread = nullptr;
std::atomic<long> blocks{0};

bool fails(resource which) noexcept {
  plan* const now = plan_of_this_thread;
  if (!now || now->which != which) return false;
  ++now->asked;
  const bool fails = now->for_ever ? now->asked >= now->at : now->asked == now->at;
  now->failed = now->failed || fails;
  return fails;
}

}  // namespace

extern "C" {

void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);
void __libc_free(void*);

void* malloc(std::size_t bytes) {
  void* const memory = fails(heap) ? nullptr : __libc_malloc(bytes);
  if (memory)
    ++blocks;
  else
    errno = ENOMEM;
  return memory;
}

void* aligned_alloc(std::size_t alignment, std::size_t bytes) {
  void* const memory = fails(heap) ? nullptr : __libc_memalign(alignment, bytes);
  if (memory) ++blocks;
  return memory;
}

// Never fails: the C library aborts when it cannot register a thread's destructor.
void* calloc(std::size_t count, std::size_t bytes) {
  ++blocks;
  return __libc_calloc(count, bytes);
}

void free(void* memory) {
  if (memory) --blocks;
  __libc_free(memory);
}

void* mmap(void* where, std::size_t bytes, int protection_flags, int flags, int file,
           off_t offset) {
  if (fails(mapping)) return errno = ENOMEM, MAP_FAILED;
  return mmap64(where, bytes, protection_flags, flags, file, offset);
}

int madvise(void* memory, std::size_t bytes, int what) {
  if (fails(advice)) return errno = EINVAL, -1;
  return static_cast<int>(syscall(SYS_madvise, memory, bytes, what));
}

int mprotect(void* memory, std::size_t bytes, int what) {
  if (fails(protection)) return errno = ENOMEM, -1;
  return static_cast<int>(syscall(SYS_mprotect, memory, bytes, what));
}
}

namespace {

struct wrong : std::exception {};

void check(bool right) {
  if (!right) throw wrong();
}

template <class Engine>
void core() {
  using generator = two_way_on<Engine, int, int, std::string>;
  using yielder = two_way_yielder_on<Engine, int, int>;
  const auto body = [](yielder& yield) -> std::string {
    try {
      for (int i = 0; i < 3; ++i) yield(i);
    } catch (const std::string&) {
      yield(7);
    }
    return "a result that does not fit into the string itself";
  };

  generator g = body;
  check(*g.next() == 0);
  check(*g.send(5) == 1);
  check(*g.throw_in(std::string("thrown in, and too long for the string itself")) == 7);
  check(!g.next());
  check(g.result().size() > 40);

  generator closed = body;
  closed.next();
  closed.close();

  std::vector<generator> many;
  for (int i = 0; i < 70; ++i) {
    many.push_back(body);
    many.back().next();
  }

  generator outer = [&](yielder& yield) -> std::string {
    std::string result = yield.from(generator(body));
    generator inner = body;
    return result + yield.from(inner);
  };
  int elements = 0;
  while (outer.next()) ++elements;
  check(elements == 6);

  const auto shared = deepyield::share(generator(body));
  const auto again = shared;
  shared.next();
  check(*again.next() == 1);

  generator_on<Engine, int> with_ambient = [](yielder_on<Engine, int>& yield) {
    deepyield::ambient<int, void, Engine> scope(yield);
    deepyield::ambient<int, void, Engine>::current().try_yield(1);
    yield.rethrow_pending();
  };
  check(*with_ambient.next() == 1);

  deepyield::consumer<std::string, std::size_t, Engine> lengths =
      [](deepyield::source<std::string, Engine>& input) {
        std::size_t sum = 0;
        for (std::string& each : input) sum += each.size();
        return sum;
      };
  lengths.push(std::string("a string that needs the heap for itself"));
  check(lengths.finish() == 39);

  generator_on<Engine, int> sized(std::allocator_arg, stack_pool(100 * 1024),
                                  [](yielder_on<Engine, int>& yield) { yield(1); });
  check(*sized.next() == 1);
}

template <class Range>
void check_count(Range&& range, int expected) {
  int count = 0;
  while (range.next()) ++count;
  check(count == expected);
}

std::vector<int> five() { return {1, 2, 2, 3, 3}; }
// Not from a braced list: when its second element throws, GCC 11 does not destroy the first (GCC
// bug 66139).
std::vector<std::vector<int>> two_times_five() { return std::vector<std::vector<int>>(2, five()); }
bool is_odd(int n) { return n % 2 != 0; }

void adaptors() {
  using namespace deepyield::itertools;
  const auto number = [] { return numbers<deepyield::default_engine>(5); };
  check_count(accumulate(number()), 5);
  check_count(batched(number(), 2), 3);
  check_count(chain(number(), five()), 10);
  check_count(chain_from_iterable(two_times_five()), 10);
  check_count(chunk_by(std::equal_to<>(), five()), 3);
  check_count(combinations(number(), 2), 10);
  check_count(combinations_with_replacement(number(), 2), 15);
  check_count(compress(number(), five()), 5);
  check_count(count(1) | islice(3), 3);
  check_count(cycle(number()) | islice(8), 8);
  check_count(dropwhile(is_odd, number()), 5);
  check_count(enumerate(number()), 5);
  check_count(filter(is_odd, number()), 2);
  check_count(filterfalse(is_odd, number()), 3);
  check_count(flatten(two_times_five()), 10);
  auto groups = groupby(five());
  int grouped = 0;
  while (auto* group = groups.next())
    while (group->second.next()) ++grouped;
  check(grouped == 5);
  check_count(interleave(number(), five()), 10);
  check_count(interleave_from_iterable(two_times_five()), 10);
  check_count(islice(number(), 3), 3);
  check_count(iter([g = number()]() mutable { return next(g); }, 3), 3);
  check_count(merge(number(), five()), 10);
  check_count(merge_from_iterable(two_times_five()), 10);
  check_count(pairwise(number()), 4);
  auto parts = partition(is_odd, number());
  check_count(parts.first, 3);
  check_count(parts.second, 2);
  auto peek = peekable(number());
  check(*peek.peek() == 0);
  check_count(peek, 5);
  check_count(permutations(five(), 2), 20);
  check_count(powerset(five()), 32);
  check_count(product(number(), five()), 25);
  check_count(product_from_iterable(two_times_five()), 25);
  check_count(range(3), 3);
  check_count(repeat(std::string("as long as it takes to need the heap"), 2), 2);
  check_count(roundrobin(number(), five()), 10);
  check_count(roundrobin_from_iterable(two_times_five()), 10);
  auto branches = tee(number(), 3);
  for (auto& branch : branches) check_count(branch, 5);
  check_count(takewhile([](int n) { return n < 3; }, number()), 3);
  check_count(unique_everseen(five()), 3);
  check_count(unique_justseen(five()), 3);
  check_count(sliding_window(number(), 2), 4);
  check_count(zip(number(), five()), 5);
  check_count(zip_from_iterable(two_times_five()), 5);
  check_count(zip_longest(number(), five()), 5);
  check_count(zip_longest(fillvalue(0), number(), five()), 5);
  check_count(zip_longest_from_iterable(two_times_five()), 5);
  check_count(map(is_odd, number()), 5);
  check_count(starmap([](int a, int b) { return a + b; }, zip(number(), five())), 5);
  check_count(iterate([](int n) { return n + 1; }, 0) | islice(3), 3);
  deepyield::generator<int&> converted = filter(is_odd, number());
  check_count(converted, 2);
}

enum outcome { went_well, refused, another_exception };

// Calls `use` in a new thread, which has no cache of stacks yet.
outcome run(void (*use)(), plan* injected) {
  outcome result = went_well;
  std::thread([&] {
    plan_of_this_thread = injected;
    try {
      use();
    } catch (const std::bad_alloc&) {
      result = refused;
    } catch (const deepyield::stack_error&) {
      result = refused;
    } catch (...) {
      result = another_exception;
    }
    plan_of_this_thread = nullptr;
  }).join();
  stack_pool::trim();
  return result;
}

// Runs `use` with the failure, and returns whether it was handled as documented. If `use` has run
// before, whatever it keeps exists already, so it may leave no new block on the heap.
bool bears(void (*use)(), plan& injected, bool was_used_before) {
  const long blocks_before = blocks;
  const bool documented = run(use, &injected) != another_exception;
  const long blocks_left = was_used_before ? blocks - blocks_before : 0;
  const auto left = stack_pool::statistics();
  return documented && blocks_left == 0 && left.live == 0 && left.bytes_reserved == 0 &&
         run(use, nullptr) == went_well;
}

// An emulator takes minutes for what takes seconds: every so many will do there.
#if defined(DEEPYIELD_TEST_UNDER_EMULATOR)
constexpr int step = 17;
#else
constexpr int step = 1;
#endif

void every_failure(void (*use)(), bool was_used_before) {
  if (under_valgrind()) return;  // which has an allocator of its own
  for (int which = heap; which < resources; ++which)
    for (const bool for_ever : {false, true}) {
      int status = 0;
      for (int at = 1; status == 0; at += step) {
        const pid_t child = fork();
        if (child == 0) {
          if (was_used_before) run(use, nullptr), run(use, nullptr);
          plan injected;
          injected.which = static_cast<resource>(which);
          injected.at = at;
          injected.for_ever = for_ever;
          const bool borne = bears(use, injected, was_used_before);
          _exit(!borne ? 1 : injected.failed ? 0 : 2);
        }
        waitpid(child, &status, 0);
        BOOST_TEST_INFO(names[which] << " number " << at
                                     << (for_ever ? " and all after it fail" : " fails"));
        BOOST_TEST((WIFEXITED(status) && WEXITSTATUS(status) != 1));
      }
    }
}

}  // namespace

TYPED_TEST_CASE(case_56_whatever_is_refused_nothing_is_lost, Engine, engines) {
  every_failure(core<Engine>, false);
  every_failure(core<Engine>, true);
}

BOOST_AUTO_TEST_CASE(case_56_whatever_is_refused_to_an_adaptor_nothing_is_lost) {
  every_failure(adaptors, false);
  every_failure(adaptors, true);
}
