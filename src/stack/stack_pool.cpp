// The stack pool: a cache a thread, and one store behind them all. Stacks come in sizes that are
// powers of two.
//
//   a slab:   | guard | stack 0 ......... top | guard | stack 1 ......... top | ...
//                                     ^ handed out a little below the end, by another amount each:
//                                       tops that have the same low bits of their addresses would
//                                       compete for the same lines of the first-level cache
#include "stack/overflow_reporter.hpp"
#include "stack/stack_memory.hpp"
#include "utility/fork_safe_mutex.hpp"
#include "utility/initial_exec.hpp"

#include <deepyield/coroutine/tool_annotations.hpp>
#include <deepyield/stack.hpp>

#include <boost/config.hpp>

#if defined(BOOST_HAS_PTHREADS)
#include <pthread.h>
#endif

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <memory>
#include <mutex>
#include <new>
#include <string>
#include <vector>

namespace deepyield {
inline namespace v1 {
namespace {

using namespace detail;

constexpr unsigned smallest = 14;  // log2 of bytes
constexpr unsigned largest = 40;
constexpr std::size_t usual_page = 4096;
constexpr std::size_t highest_stagger = 2048;
constexpr unsigned cached_at_most = 256;  // stacks of one size a thread
constexpr unsigned batch = 32;            // stacks that move between a cache and the store at once
constexpr unsigned char measured = 0xa5;

std::atomic<unsigned char> default_log2{20};

std::size_t bytes_of(unsigned log2) { return std::size_t(1) << log2; }

// Of the least power of two that leaves as much above its guard page as `bytes` would where pages
// are of the usual size: which bodies a stack has room for depends on the number alone.
unsigned char log2_of(std::size_t bytes) {
  if (bytes < bytes_of(smallest) || bytes > bytes_of(largest))
    throw stack_error("no stack can have " + std::to_string(bytes) + " bytes: ask for " +
                      std::to_string(bytes_of(smallest)) + " to " +
                      std::to_string(bytes_of(largest)));
  unsigned char log2 = smallest;
  while (bytes_of(log2) < bytes - usual_page + page_size()) ++log2;
  return log2;
}

// How far below its end a stack is handed out: by one to 32 cache lines, so that a body that needs
// little still touches one page only. What is above holds the label.
std::size_t stagger(const char* stack, unsigned log2) {
  return ((reinterpret_cast<std::uintptr_t>(stack) >> log2) % 32 + 1) * 64;
}

struct slab {
  char* memory;
  std::size_t stacks;
  std::size_t carved;  // how many of them have been made, from below
};

// All slabs of one size.
struct slabs_of_size {
  std::vector<slab> slabs;  // but for the last, all stacks of each are made
  // has room for every stack of every slab, so that giving one back cannot fail
  std::vector<char*> free;
  std::size_t stacks = 0;  // of all slabs
  std::size_t carved = 0;
};

// The free stacks of one size in a thread's cache. Its thread alone changes it: by push and pop in
// one store each, by all else under stacks_mutex. So a forked child finds every stack in just one
// place.
struct cached_stacks {
  std::unique_ptr<char*[]> stacks;
  std::atomic<unsigned> count{0};

  bool pop(char*& stack) noexcept {
    const unsigned now = count.load(std::memory_order_relaxed);
    if (now == 0) return false;
    stack = stacks[now - 1];
    count.store(now - 1, std::memory_order_relaxed);
    return true;
  }
  bool push(char* stack) noexcept {
    const unsigned now = count.load(std::memory_order_relaxed);
    if (now == cached_at_most || !stacks) return false;
    stacks[now] = stack;
    count.store(now + 1, std::memory_order_release);
    return true;
  }
};

struct thread_cache {
  cached_stacks of_size[largest + 1];
};

// This thread's cache; null before its first stack and after its end. Plain, so that reading it is
// one instruction.
DEEPYIELD_INITIAL_EXEC thread_local thread_cache* this_threads_cache = nullptr;
DEEPYIELD_INITIAL_EXEC thread_local bool thread_has_ended = false;

// What page_size() gives, at hand without a call: set before any stack is handed out.
std::size_t guard_bytes = 0;

// All stacks of one size are handed out equally large, wherever they begin. What the highest
// stagger leaves is below them, above the guard.
boost::context::stack_context context_of(char* memory, unsigned log2) {
  boost::context::stack_context stack;
  stack.sp = memory + bytes_of(log2) - stagger(memory, log2);
  stack.size = bytes_of(log2) - highest_stagger - guard_bytes;
  return stack;
}

// The stack's memory, given its context: it starts one guard page below the page that holds the
// context's bottom.
char* memory_of(const boost::context::stack_context& stack) {
  char* const bottom = static_cast<char*>(stack.sp) - stack.size;
  return bottom - (reinterpret_cast<std::uintptr_t>(bottom) & (guard_bytes - 1)) - guard_bytes;
}

// What no thread caches. Never destroyed: static generators may end after it would be.
class store {
 public:
  static store& instance() {
    alignas(store) static char memory[sizeof(store)];
    static auto* const the = new (memory) store;
    return *the;
  }

  void enlist(thread_cache* cache) {
    const lock_guard lock(stacks_mutex);
    caches_.push_back(cache);
  }

  // All that a cache holds, which then is no thread's.
  void dismiss(thread_cache& cache) noexcept {
    give_all(cache);
    const lock_guard lock(stacks_mutex);
    caches_.erase(std::find(caches_.begin(), caches_.end(), &cache));
  }

  // A stack, and some more for the caller's cache, if it has one. nullptr, and errno, where the
  // system refuses.
  char* take(unsigned log2, cached_stacks* cached) {
    const unsigned wanted = cached && bytes_of(log2) <= slab_bytes / batch ? batch : 1;
    char* stacks[batch];
    unsigned taken = 0;
    const lock_guard lock(stacks_mutex);
    std::vector<char*>& free = of_size_[log2].free;
    for (; taken < wanted && !free.empty(); free.pop_back()) stacks[taken++] = free.back();
    if (taken == 0 && !make_room(log2)) return nullptr;
    while (taken < wanted) {
      char* const stack = carve(log2);
      if (!stack) break;
      stacks[taken++] = stack;
    }
    if (taken == 0) return nullptr;
    if (cached) {
      std::copy(stacks, stacks + taken - 1, cached->stacks.get());
      cached->count.store(taken - 1, std::memory_order_relaxed);
    }
    return stacks[taken - 1];
  }

  void give(unsigned log2, char* stack) noexcept {
    give_memory_back(log2, stack);
    const lock_guard lock(stacks_mutex);
    of_size_[log2].free.push_back(stack);
  }

  // The stacks of a cache that have waited longest.
  void give(unsigned log2, cached_stacks& cached, unsigned count) noexcept {
    char** const first = cached.stacks.get();
    for (unsigned i = 0; i < count; ++i) give_memory_back(log2, first[i]);
    const lock_guard lock(stacks_mutex);
    std::vector<char*>& free = of_size_[log2].free;
    const unsigned all = cached.count.load(std::memory_order_relaxed);
    free.insert(free.end(), first, first + count);
    std::copy(first + count, first + all, first);
    cached.count.store(all - count, std::memory_order_relaxed);
  }

  void give_all(thread_cache& cache) noexcept {
    for (unsigned log2 = smallest; log2 <= largest; ++log2)
      give(log2, cache.of_size[log2], cache.of_size[log2].count.load(std::memory_order_relaxed));
  }

  // The stack in whose guard page `address` lies, in a context of that stack; sp is null where
  // there is none. For a signal handler: waits for nothing.
  boost::context::stack_context overflowed(const char* address) noexcept {
    boost::context::stack_context found;
    if (!stacks_mutex.try_lock()) return found;
    for (unsigned log2 = smallest; log2 <= largest; ++log2) {
      for (const slab& s : of_size_[log2].slabs) {
        if (address < s.memory || address >= s.memory + (s.stacks << log2)) continue;
        const std::size_t above_guard =
            static_cast<std::size_t>(address - s.memory) & (bytes_of(log2) - 1);
        if (above_guard < guard_bytes)
          found = context_of(
              s.memory + (static_cast<std::size_t>(address - s.memory) - above_guard), log2);
      }
    }
    stacks_mutex.unlock();
    return found;
  }

  // Unmaps the slabs of which every stack is here.
  void trim() noexcept {
    const lock_guard lock(stacks_mutex);
    for (unsigned log2 = smallest; log2 <= largest; ++log2) {
      slabs_of_size& size = of_size_[log2];
      std::sort(size.free.begin(), size.free.end());
      const auto unused = [&size, log2](const slab& s) {
        const auto first = std::lower_bound(size.free.begin(), size.free.end(), s.memory);
        const auto last = std::lower_bound(first, size.free.end(), s.memory + (s.stacks << log2));
        if (static_cast<std::size_t>(last - first) != s.carved) return false;
        size.free.erase(first, last);
        size.stacks -= s.stacks;
        size.carved -= s.carved;
        unreserve(s.memory, s.stacks << log2);
        return true;
      };
      size.slabs.erase(std::remove_if(size.slabs.begin(), size.slabs.end(), unused),
                       size.slabs.end());
    }
  }

  stack_statistics statistics() noexcept {
    const lock_guard lock(stacks_mutex);
    stack_statistics result{};
    std::size_t carved = 0;
    for (unsigned log2 = smallest; log2 <= largest; ++log2) {
      const slabs_of_size& size = of_size_[log2];
      carved += size.carved;
      result.cached += size.free.size();
      for (const slab& s : size.slabs) {
        result.bytes_reserved += s.stacks << log2;
        result.bytes_resident += resident(s.memory, s.carved << log2);
      }
    }
    for (const thread_cache* cache : caches_)
      for (const cached_stacks& cached : cache->of_size)
        result.cached += cached.count.load(std::memory_order_relaxed);
    result.live = carved - std::min(carved, result.cached);
    return result;
  }

 private:
  using lock_guard = std::lock_guard<fork_safe_mutex>;

  store() noexcept {
    guard_bytes = page_size();
#if defined(BOOST_HAS_PTHREADS)
    // fork_safe_mutex has handlers of its own. Their order does not matter: the thread that forks
    // passes its own lock.
    pthread_atfork(nullptr, nullptr, [] { instance().adopt_caches_of_other_threads(); });
#endif
  }

  // In a forked child no thread but this one goes on, and nobody would ever use what the others had
  // cached.
  void adopt_caches_of_other_threads() noexcept {
    for (thread_cache* cache : caches_)
      if (cache != this_threads_cache) give_all(*cache);
    caches_.erase(std::remove_if(caches_.begin(), caches_.end(),
                                 [](thread_cache* cache) { return cache != this_threads_cache; }),
                  caches_.end());
  }

  static void give_memory_back(unsigned log2, char* stack) noexcept {
    give_back(stack + guard_bytes, bytes_of(log2) - guard_bytes);
  }

  // Sees to it that carve() has a slab to take from. Either has one more afterwards, or all is as
  // it was.
  bool make_room(unsigned log2) {
    slabs_of_size& size = of_size_[log2];
    if (size.carved < size.stacks) return true;
    std::size_t stacks = std::max(slab_bytes >> log2, std::size_t(1));
    reserve_at_least(size.slabs, size.slabs.size() + 1);
    reserve_at_least(size.free, size.stacks + stacks);
    char* memory = nullptr;
    // there may be room for fewer
    while (!(memory = reserve(stacks << log2)) && stacks > 1) stacks /= 2;
    if (!memory) return false;
    size.slabs.push_back({memory, stacks, 0});
    size.stacks += stacks;
    return true;
  }

  // vector::reserve alone would copy all that is there each time.
  template <class Element>
  static void reserve_at_least(std::vector<Element>& elements, std::size_t least) {
    if (elements.capacity() < least) elements.reserve(std::max(least, 2 * elements.capacity()));
  }

  // A new stack, the next of the last slab of that size. nullptr where there is none or, with
  // errno, where the system refuses its guard.
  char* carve(unsigned log2) noexcept {
    slabs_of_size& size = of_size_[log2];
    if (size.carved == size.stacks) return nullptr;
    slab& last = size.slabs.back();
    char* const stack = last.memory + (last.carved << log2);
    if (!guard(stack)) return nullptr;
    ++last.carved;
    ++size.carved;
    return stack;
  }

  slabs_of_size of_size_[largest + 1];
  std::vector<thread_cache*> caches_;
};

// Made before main, so that no thread can be in the middle of it when a fork comes.
BOOST_ATTRIBUTE_UNUSED const store& made_early = store::instance();

// Gives back what the thread caches when it ends. Generators that end after it go to the store
// directly.
struct cache_owner {
  thread_cache cache;

  cache_owner() { store::instance().enlist(&cache); }
  ~cache_owner() {
    this_threads_cache = nullptr;
    thread_has_ended = true;
    store::instance().dismiss(cache);
  }
};

thread_cache* make_cache() {
  if (thread_has_ended) return nullptr;
  static thread_local cache_owner owner;
  prepare_signal_stack();
  return this_threads_cache = &owner.cache;
}

// The slow half of allocate: the first stack of a thread, and every 32nd after the cache has run
// empty.
BOOST_NOINLINE char* take_from_store(unsigned log2) {
  thread_cache* const cache = this_threads_cache ? this_threads_cache : make_cache();
  cached_stacks* const cached = cache ? &cache->of_size[log2] : nullptr;
  if (cached && !cached->stacks) cached->stacks.reset(new char*[cached_at_most]);
  char* const stack = store::instance().take(log2, cached);
  if (!stack) throw_refused(bytes_of(log2), errno);
  return stack;
}

// The slow half of deallocate: for measured stacks, which were touched from end to end, for threads
// without a cache, and for full caches, whose older half is given back.
BOOST_NOINLINE void give_to_store(unsigned log2, char* stack, bool was_measured) noexcept {
  thread_cache* const cache = this_threads_cache;
  if (was_measured || !cache || !cache->of_size[log2].stacks)
    return store::instance().give(log2, stack);
  store::instance().give(log2, cache->of_size[log2], cached_at_most / 2);
  cache->of_size[log2].push(stack);
}

BOOST_NOINLINE void paint(const boost::context::stack_context& stack) noexcept {
  char* const bottom = static_cast<char*>(stack.sp) - stack.size;
  if (may_be_under_valgrind()) make_writable(bottom, stack.size);
  std::memset(bottom, measured, stack.size);
}

}  // namespace

std::size_t default_stack_size() noexcept { return bytes_of(default_log2); }
void set_default_stack_size(std::size_t bytes) { default_log2 = log2_of(bytes); }

stack_pool::stack_pool() noexcept : size_(default_log2.load(std::memory_order_relaxed)) {}
stack_pool::stack_pool(std::size_t bytes) : size_(log2_of(bytes)) {}

stack_pool stack_pool::measuring(std::size_t bytes) {
  stack_pool pool(bytes);
  pool.size_ |= measuring_flag;
  return pool;
}

// These two, and trim(), are not inlined: a compiler might keep the address of a thread_local while
// the body that it inlined them into moves to another thread.
BOOST_NOINLINE boost::context::stack_context stack_pool::allocate() {
  const unsigned log2 = log2_bytes();
  thread_cache* const cache = this_threads_cache;
  char* memory;
  if (BOOST_UNLIKELY(!cache || !cache->of_size[log2].pop(memory))) memory = take_from_store(log2);
  const boost::context::stack_context stack = context_of(memory, log2);
  if (BOOST_UNLIKELY(is_measuring())) paint(stack);
  return stack;
}

BOOST_NOINLINE void stack_pool::deallocate(boost::context::stack_context& stack) noexcept {
  char* const memory = memory_of(stack);
  const unsigned log2 = log2_bytes();
  thread_cache* const cache = this_threads_cache;
  if (BOOST_UNLIKELY(is_measuring() || !cache || !cache->of_size[log2].push(memory)))
    give_to_store(log2, memory, is_measuring());
}

std::size_t stack_pool::high_water(const boost::context::stack_context& stack) const noexcept {
  if (!is_measuring()) return 0;
  const char* const end = static_cast<const char*>(stack.sp);
  if (may_be_under_valgrind()) make_readable(end - stack.size, stack.size);
  const char* const lowest_used = std::find_if(end - stack.size, end, [](char byte) {
    return static_cast<unsigned char>(byte) != measured;
  });
  return static_cast<std::size_t>(end - lowest_used);
}

BOOST_NOINLINE void stack_pool::trim() noexcept {
  if (this_threads_cache) store::instance().give_all(*this_threads_cache);
  store::instance().trim();
}

stack_statistics stack_pool::statistics() { return store::instance().statistics(); }

namespace detail {

boost::context::stack_context overflowed_stack(const char* address) noexcept {
  return store::instance().overflowed(address);
}

void throw_stack_too_small(std::size_t bytes, std::size_t needed) {
  throw stack_error(
      "a stack of " + std::to_string(bytes) +
      " bytes is too small for this body: what it captures, its result and its first calls need " +
      std::to_string(needed) +
      "; set_default_stack_size(), or pass a larger stack with std::allocator_arg");
}

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
