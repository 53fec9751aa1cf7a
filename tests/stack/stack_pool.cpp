// stack_pool reuses stacks, works across threads and fork, and gives memory back to the system.
#include "support/death.hpp"
#include "support/engines.hpp"
#include "support/overflow.hpp"
#include "support/pages.hpp"
#include "support/sanitizers.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>

#if !defined(_WIN32)
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using deepyield::stack_pool;

namespace {

std::uintptr_t address(const boost::context::stack_context& stack) {
  return reinterpret_cast<std::uintptr_t>(stack.sp);
}

template <class Engine>
generator_on<Engine, int> endless() {
  return [](yielder_on<Engine, int>& yield) {
    for (int i = 0;; ++i) yield(i);
  };
}

template <class Engine>
std::vector<generator_on<Engine, int>> many(int n) {
  std::vector<generator_on<Engine, int>> all;
  for (int i = 0; i < n; ++i) {
    all.push_back(endless<Engine>());
    all.back().next();
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_stack_given_back_last_is_taken_first) {
  stack_pool pool;
  auto first = pool.allocate(), second = pool.allocate();
  const std::uintptr_t last = address(second);
  pool.deallocate(first);
  pool.deallocate(second);
  auto again = pool.allocate();
  BOOST_TEST(address(again) == last);
  pool.deallocate(again);
}

BOOST_AUTO_TEST_CASE(a_stack_is_aligned_writable_from_end_to_end_and_as_large_as_it_says) {
  for (std::size_t bytes : {std::size_t(16384), std::size_t(20000), std::size_t(65536),
                            std::size_t(1) << 22, (std::size_t(1) << 27) + 1}) {
    stack_pool pool(bytes);
    auto stack = pool.allocate();
    BOOST_TEST(address(stack) % 64 == 0u);
    BOOST_TEST(stack.size + 4096 + 2048 >= bytes);
    static_cast<volatile char*>(stack.sp)[-1] = 1;
    static_cast<volatile char*>(stack.sp)[-static_cast<std::ptrdiff_t>(stack.size)] = 1;
    pool.deallocate(stack);
  }
}

BOOST_AUTO_TEST_CASE(tops_do_not_share_the_low_bits_of_their_addresses) {
  stack_pool pool;
  std::vector<boost::context::stack_context> stacks;
  std::vector<bool> seen(64);
  for (int i = 0; i < 64; ++i) {
    stacks.push_back(pool.allocate());
    seen[address(stacks.back()) % 4096 / 64] = true;
  }
  BOOST_TEST(std::count(seen.begin(), seen.end(), true) == 32);
  for (auto& stack : stacks) pool.deallocate(stack);
}

TYPED_TEST_CASE(statistics_count_what_lives_and_what_is_cached, Engine, engines) {
  const auto before = stack_pool::statistics();
  {
    const auto generators = many<Engine>(100);
    const auto now = stack_pool::statistics();
    BOOST_TEST(now.live == before.live + 100);
    BOOST_TEST(now.bytes_reserved >= now.live * deepyield::default_stack_size());
    if (!under_qemu()) BOOST_TEST(now.bytes_resident >= 100u * 4096);
    BOOST_TEST(now.bytes_resident < now.bytes_reserved / 2);
  }
  const auto after = stack_pool::statistics();
  BOOST_TEST(after.live == before.live);
  BOOST_TEST(after.cached >= 100u);
}

TYPED_TEST_CASE(past_the_watermark_memory_goes_back, Engine, engines) {
  stack_pool::trim();
  const std::size_t usual = stack_pool::statistics().watermark;
  many<Engine>(2000);
  const auto kept = stack_pool::statistics();
  BOOST_TEST(kept.cached >= 2000u);
  BOOST_TEST(kept.bytes_kept >= 1500u * 4096);
  // kept is an estimate, of whole pages; qemu does not tell what is resident
  if (!under_qemu() && page_size() == 4096) BOOST_TEST(2 * kept.bytes_resident >= kept.bytes_kept);
  stack_pool::set_watermark(1000 * 4096);
  const auto given_back = stack_pool::statistics();
  BOOST_TEST(given_back.cached == kept.cached);
  BOOST_TEST(given_back.bytes_kept <= 500u * 4096);
  BOOST_TEST(given_back.bytes_resident < 700u * 8192);
  for (int round = 0; round < 3; ++round) {
    many<Engine>(2000);
    BOOST_TEST(stack_pool::statistics().bytes_kept <= 1000u * 4096);
  }
  stack_pool::set_watermark(usual);
}

// A stack that was used to its depths counts as what it keeps in memory, not as a stack.
TYPED_TEST_CASE(the_watermark_counts_what_bodies_have_touched, Engine, engines) {
  stack_pool::trim();
  const std::size_t usual = stack_pool::statistics().watermark;
  stack_pool::set_watermark(std::size_t(16) << 20);
  std::vector<generator_on<Engine, int>> all;
  for (int i = 0; i < 400; ++i) {
    all.push_back([](yielder_on<Engine, int>& yield) {
      volatile char touched[256 * 1024];
      for (std::size_t at = 0; at < sizeof touched; at += 1024) touched[at] = 1;
      yield(touched[0]);
    });
    all.back().next();
  }
  all.clear();
  BOOST_TEST(stack_pool::statistics().bytes_resident < std::size_t(40) << 20);  // 100 MiB were used
  stack_pool::set_watermark(usual);
}

TYPED_TEST_CASE(a_body_on_a_small_stack_drops_more_than_a_cache_holds, Engine, engines) {
  const std::size_t usual = stack_pool::statistics().watermark;
  stack_pool::set_watermark(0);
  const std::size_t small = under_address_sanitizer || under_thread_sanitizer ? 32768 : 16384;
  auto all = many<Engine>(300);
  generator_on<Engine, int> g(std::allocator_arg, stack_pool(small),
                              [&all](yielder_on<Engine, int>& yield) {
                                all.clear();
                                yield(1);
                              });
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(stack_pool::statistics().bytes_kept == 0u);
  stack_pool::set_watermark(usual);
}

// A whole run of neighbours goes back by one call. An overflow without a guard would only fault
// further down, in another body's stack, so this writes to the page below each stack itself.
BOOST_AUTO_TEST_CASE(neighbours_whose_memory_went_back_are_guarded_still) {
  const std::size_t usual = stack_pool::statistics().watermark;
  const std::uintptr_t page = page_size();
  stack_pool pool;
  std::vector<boost::context::stack_context> stacks(200);
  for (auto& stack : stacks) stack = pool.allocate();
  for (auto& stack : stacks) pool.deallocate(stack);
  stack_pool::set_watermark(0);
  BOOST_TEST(stack_pool::statistics().bytes_kept == 0u);
  stacks.resize(120);
  for (auto& stack : stacks) stack = pool.allocate();
  for (std::size_t i = 0; i < stacks.size(); i += 10) {
    const std::uintptr_t bottom = (address(stacks[i]) - stacks[i].size) & ~(page - 1);
    const death end = die_in_child([bottom, page] {
      *reinterpret_cast<volatile char*>(bottom - page) = 1;  // NOLINT(performance-no-int-to-ptr)
    });
    BOOST_TEST(end.signal == SIGSEGV);
  }
  for (auto& stack : stacks) pool.deallocate(stack);
  stack_pool::set_watermark(usual);
}

TYPED_TEST_CASE(trim_gives_everything_back, Engine, engines) {
  stack_pool::trim();
  auto kept = endless<Engine>();
  kept.next();
  many<Engine>(500);
  stack_pool::trim();
  const auto after = stack_pool::statistics();
  BOOST_TEST(after.live == 1u);
  BOOST_TEST(after.bytes_reserved <= std::size_t(64) << 20);
  BOOST_TEST(after.bytes_resident <= 16u * 4096);
  BOOST_TEST(*kept.next() == 1);
}

TYPED_TEST_CASE(a_stack_taken_by_one_thread_is_given_back_by_another, Engine, engines) {
  const auto before = stack_pool::statistics();
  auto generators = many<Engine>(300);
  std::thread([&] {
    for (auto& g : generators) BOOST_TEST(*g.next() == 1);
    generators.clear();
  }).join();
  BOOST_TEST(stack_pool::statistics().live == before.live);
}

TYPED_TEST_CASE(a_threads_end_gives_its_stacks_back, Engine, engines) {
  stack_pool::trim();
  std::thread([] { many<Engine>(200); }).join();
  BOOST_TEST(stack_pool::statistics().live == 0u);
  BOOST_TEST(stack_pool::statistics().bytes_kept >= 200u * 4096);
  stack_pool::trim();
  BOOST_TEST(stack_pool::statistics().bytes_reserved == 0u);
}

#if !defined(__MINGW32__)  // it frees thread-local objects before it destroys them
TYPED_TEST_CASE(a_thread_local_generator_may_outlive_its_threads_cache, Engine, engines) {
  const auto before = stack_pool::statistics();
  std::thread([] {
    // made before the thread's cache, so destroyed after it
    static thread_local generator_on<Engine, int> early;
    early = endless<Engine>();
    early.next();
  }).join();
  BOOST_TEST(stack_pool::statistics().live == before.live);
}

TYPED_TEST_CASE(a_thread_locals_destructor_may_make_a_generator_after_the_threads_cache_has_ended,
                Engine, engines) {
  const auto before = stack_pool::statistics();
  static int sum;
  struct uses_generators_late {
    ~uses_generators_late() {
      for (int i : numbers<Engine>(4)) sum += i;
    }
  };
  sum = 0;
  std::thread([] {
    // made before the thread's cache, so destroyed after it
    static thread_local uses_generators_late early;
    (void)&early;
    many<Engine>(2);
  }).join();
  BOOST_TEST(sum == 6);
  BOOST_TEST(stack_pool::statistics().live == before.live);
}
#endif

TYPED_TEST_CASE(several_threads_at_once, Engine, engines) {
  std::vector<std::thread> threads;
  std::vector<int> sums(4);
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&sums, t] {
      for (int round = 0; round < 20; ++round)
        for (auto& g : many<Engine>(50)) sums[static_cast<std::size_t>(t)] += *g.next();
    });
  for (auto& thread : threads) thread.join();
  for (int sum : sums) BOOST_TEST(sum == 1000);
}

#if !defined(_WIN32)
TYPED_TEST_CASE(a_forked_child_goes_on_with_its_generators, Engine, engines) {
  if (under_thread_sanitizer) return;  // it does not support fork with several threads
  auto inherited = many<Engine>(10);
  std::thread other([] { many<Engine>(40); });
  other.join();
  const death end = die_in_child([&] {
    for (auto& g : inherited)
      if (*g.next() != 1) std::abort();
    auto own = many<Engine>(500);
    inherited.clear();
    own.clear();
    stack_pool::trim();
    if (stack_pool::statistics().live != 0) std::abort();
  });
  BOOST_TEST(end.signal == 0);
  for (auto& g : inherited) BOOST_TEST(*g.next() == 1);
}
#endif

template <class Engine>
int use_stack(int frames, yielder_on<Engine, int>& yield) {
  volatile char frame[1000];
  for (volatile char& byte : frame) byte = static_cast<char>(frames);
  if (frames == 0) yield(0);
  return frames ? use_stack<Engine>(frames - 1, yield) + frame[0] : 0;
}

TYPED_TEST_CASE(measuring_tells_how_much_was_used, Engine, engines) {
  // AddressSanitizer keeps locals elsewhere, to detect use after return
  if (under_address_sanitizer) return;
  const auto used = [](int frames) {
    generator_on<Engine, int> g(
        std::allocator_arg, stack_pool::measuring(1 << 20),
        [frames](yielder_on<Engine, int>& yield) { use_stack<Engine>(frames, yield); });
    g.next();
    return g.stack_high_water();
  };
  const std::size_t little = used(1), more = used(101);
  BOOST_TEST(little > 1000u);
  BOOST_TEST(more >= little + 100 * 1000);
  BOOST_TEST(more < std::size_t(1) << 20);
  auto ordinary = endless<Engine>();
  ordinary.next();
  BOOST_TEST(ordinary.stack_high_water() == 0u);
}

TYPED_TEST_CASE(what_a_measured_generator_touched_goes_back_when_it_ends, Engine, engines) {
  stack_pool::trim();
  const std::size_t before = stack_pool::statistics().bytes_resident;
  {
    generator_on<Engine, int> g(std::allocator_arg, stack_pool::measuring(4 << 20),
                                [](yielder_on<Engine, int>& yield) { yield(1); });
    g.next();
  }
  BOOST_TEST(stack_pool::statistics().bytes_resident <= before + 16 * 4096);
}

TYPED_TEST_CASE(a_large_stack_reserves_no_more_than_itself, Engine, engines) {
  stack_pool::trim();
  const std::size_t before = stack_pool::statistics().bytes_reserved;
  generator_on<Engine, int> g(std::allocator_arg, stack_pool(std::size_t(256) << 20),
                              [](yielder_on<Engine, int>& yield) { yield(1); });
  BOOST_TEST(*g.next() == 1);
  // The next power of two, where a page is larger and less would be left above the guard.
  const std::size_t reserved = std::size_t(page_size() == 4096 ? 256 : 512) << 20;
  BOOST_TEST(stack_pool::statistics().bytes_reserved == before + reserved);
}

#if !defined(_WIN32)  // Wine keeps no limit
// There is no room for a slab of the usual size.
TYPED_TEST_CASE(where_address_space_is_short_it_is_used_to_the_last_stack, Engine, engines) {
  // these do not respect RLIMIT_AS
  if (under_address_sanitizer || under_thread_sanitizer || under_qemu()) return;
  const death end = die_in_child([] {
    stack_pool::trim();
    std::size_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    rlimit limit{};
    getrlimit(RLIMIT_AS, &limit);
    limit.rlim_cur = pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE)) + (24 << 20);
    if (setrlimit(RLIMIT_AS, &limit) != 0) std::abort();
    std::vector<generator_on<Engine, int>> live;
    live.reserve(1000);
    try {
      for (;;)
        live.emplace_back(std::allocator_arg, stack_pool(256 * 1024),
                          [](yielder_on<Engine, int>& yield) { yield(1); });
    } catch (const deepyield::stack_error&) {
    }
    if (live.size() < 32 || stack_pool::statistics().live != live.size()) std::abort();
    for (auto& g : live)
      if (*g.next() != 1) std::abort();
  });
  BOOST_TEST(end.signal == 0);
}
#endif

TYPED_TEST_CASE(an_overflow_faults, Engine, engines) {
  if (under_address_sanitizer) return;  // it prints its own report
  const death end = die_in_child([] { overflow<Engine>(); });
  BOOST_TEST(end.signal == SIGSEGV);
  BOOST_TEST(end.message.find("deepyield") == std::string::npos);
}

#if !defined(_WIN32)
// In locked memory the kernel refuses to guard a page by madvise().
TYPED_TEST_CASE(stacks_in_locked_memory_are_guarded_too, Engine, engines) {
  if (under_address_sanitizer || under_thread_sanitizer || under_qemu() || under_valgrind()) return;
  for (bool later : {false, true}) {
    const death end = die_in_child([later] {
      auto before = many<Engine>(1);
      if (mlockall(MCL_CURRENT) != 0) raise(SIGSEGV);  // not allowed here: nothing to test
      if (later && mlockall(MCL_CURRENT | MCL_FUTURE) != 0) raise(SIGSEGV);
      const auto live = many<Engine>(40);  // more than one slab, so some are new
      overflow<Engine>();
    });
    BOOST_TEST(end.signal == SIGSEGV);
    BOOST_TEST(end.message == "");
  }
}
#endif
