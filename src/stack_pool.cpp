// The stack pool: a cache a thread, and one store behind them all. Stacks come in sizes that are powers of two.
//
//   a slab:   | guard | stack 0 ......... top | guard | stack 1 ......... top | ...
//                                     ^ handed out a little below the end, by another amount each: tops that have the same low bits of
//                                       their addresses would compete for the same lines of the first-level cache
#include "overflow_reporter.hpp"
#include "stack_memory.hpp"

#include <deepyield/detail/tools.hpp>
#include <deepyield/stack.hpp>

#include <boost/config.hpp>

#if defined(__unix__) || defined(__APPLE__)
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

// One instruction also in a shared library, where a call would be needed otherwise.
#if defined(__ELF__)
#define DEEPYIELD_INITIAL_EXEC __attribute__((tls_model("initial-exec")))
#else
#define DEEPYIELD_INITIAL_EXEC
#endif

namespace deepyield {
inline namespace v1 {
namespace {

using namespace detail;

constexpr unsigned smallest = 13;  // log2 of bytes: a guard page and one to use
constexpr unsigned largest = 40;
constexpr unsigned cached_at_most = 256;  // stacks of one size a thread
constexpr unsigned batch = 32;            // stacks that move between a cache and the store at once
constexpr unsigned char measured = 0xa5;

std::atomic<unsigned char> default_log2{18};

std::size_t bytes_of(unsigned log2) { return std::size_t(1) << log2; }

unsigned char log2_of(std::size_t bytes) {
  if (bytes < bytes_of(smallest) || bytes > bytes_of(largest))
    throw stack_error("no stack can have " + std::to_string(bytes) + " bytes: ask for " + std::to_string(bytes_of(smallest)) + " to " +
                      std::to_string(bytes_of(largest)));
  unsigned char log2 = smallest;
  while (bytes_of(log2) < bytes) ++log2;
  return log2;
}

// How far below its end a stack is handed out: by one to 32 cache lines, so that a body that needs little still touches one page only. What is
// above holds the label.
std::size_t stagger(const char* stack, unsigned log2) { return ((reinterpret_cast<std::uintptr_t>(stack) >> log2) % 32 + 1) * 64; }

struct slab {
  char* memory;
  unsigned log2;
  std::size_t stacks;
  std::size_t carved;  // how many of them have been made, from below

  std::size_t bytes() const { return stacks << log2; }
  bool contains(const char* stack) const { return stack >= memory && stack < memory + bytes(); }
};

// The free stacks of one size in a thread's cache.
struct cached_stacks {
  std::unique_ptr<char*[]> stacks;
  std::atomic<unsigned> count{0};  // written by its thread alone
};

struct thread_cache {
  cached_stacks of_size[largest + 1];
};

// This thread's cache; null before its first stack and after its end. Plain, so that reading it is one instruction.
DEEPYIELD_INITIAL_EXEC thread_local thread_cache* this_threads_cache = nullptr;
DEEPYIELD_INITIAL_EXEC thread_local bool thread_has_ended = false;

// What page_size() gives, at hand without a call: set before any stack is handed out.
std::size_t guard_bytes = 0;

boost::context::stack_context context_of(char* memory, unsigned log2) {
  const std::size_t below_end = stagger(memory, log2);
  boost::context::stack_context stack;
  stack.sp = memory + bytes_of(log2) - below_end;
  stack.size = bytes_of(log2) - below_end - guard_bytes;
  return stack;
}

// What no thread caches. Never destroyed: static generators may end after it would be.
class store {
 public:
  static store& instance() {
    alignas(store) static char memory[sizeof(store)];
    static store* const the = new (memory) store;
    return *the;
  }

  void enlist(thread_cache* cache) {
    std::lock_guard<std::mutex> lock(mutex_);
    caches_.push_back(cache);
  }

  void dismiss(thread_cache* cache) {
    std::lock_guard<std::mutex> lock(mutex_);
    caches_.erase(std::find(caches_.begin(), caches_.end(), cache));
  }

  // Up to `wanted` stacks into `stacks`; at least one, or throws.
  unsigned take(unsigned log2, char** stacks, unsigned wanted) {
    std::lock_guard<std::mutex> lock(mutex_);
    std::vector<char*>& free = free_[log2];
    unsigned taken = 0;
    for (; taken < wanted && !free.empty(); free.pop_back()) stacks[taken++] = free.back();
    while (taken < wanted) {
      char* const stack = carve(log2);
      if (!stack && taken) break;
      if (!stack) throw_refused(bytes_of(log2), errno);
      stacks[taken++] = stack;
    }
    return taken;
  }

  void give(unsigned log2, char* const* stacks, unsigned count) noexcept {
    for (unsigned i = 0; i < count; ++i) give_back(stacks[i] + page_size(), bytes_of(log2) - page_size());
    std::lock_guard<std::mutex> lock(mutex_);
    free_[log2].insert(free_[log2].end(), stacks, stacks + count);  // has the room: see carve
  }

  // All that a cache holds.
  void adopt(thread_cache& cache) noexcept {
    for (unsigned log2 = smallest; log2 <= largest; ++log2) {
      cached_stacks& cached = cache.of_size[log2];
      give(log2, cached.stacks.get(), cached.count.exchange(0, std::memory_order_relaxed));
    }
  }

  // The stack in whose guard page `address` lies, in a context of that stack; sp is null where there is none. For a signal handler: waits for nothing.
  boost::context::stack_context overflowed(const char* address) noexcept {
    boost::context::stack_context found;
    if (!mutex_.try_lock()) return found;
    for (const slab& s : slabs_) {
      if (!s.contains(address)) continue;
      const std::size_t offset = static_cast<std::size_t>(address - s.memory) & (bytes_of(s.log2) - 1);
      if (offset < guard_bytes) found = context_of(s.memory + (static_cast<std::size_t>(address - s.memory) - offset), s.log2);
    }
    mutex_.unlock();
    return found;
  }

  // Unmaps the slabs of which every stack is here.
  void trim() noexcept {
    std::lock_guard<std::mutex> lock(mutex_);
    for (auto& free : free_) std::sort(free.begin(), free.end());
    const auto unused = [this](const slab& s) {
      auto& free = free_[s.log2];
      const auto first = std::lower_bound(free.begin(), free.end(), s.memory);
      const auto last = std::lower_bound(first, free.end(), s.memory + s.bytes());
      if (static_cast<std::size_t>(last - first) != s.carved) return false;
      free.erase(first, last);
      carved_[s.log2] -= s.carved;
      unreserve(s.memory, s.bytes());
      return true;
    };
    slabs_.erase(std::remove_if(slabs_.begin(), slabs_.end(), unused), slabs_.end());
  }

  stack_statistics statistics() {
    std::lock_guard<std::mutex> lock(mutex_);
    stack_statistics result{};
    std::size_t carved = 0;
    for (const slab& s : slabs_) {
      carved += s.carved;
      result.bytes_reserved += s.bytes();
      result.bytes_resident += resident(s.memory, s.carved << s.log2);
    }
    for (const auto& free : free_) result.cached += free.size();
    for (const thread_cache* cache : caches_)
      for (const cached_stacks& cached : cache->of_size) result.cached += cached.count.load(std::memory_order_relaxed);
    result.live = carved - std::min(carved, result.cached);
    return result;
  }

 private:
  store() {
    guard_bytes = page_size();
#if defined(__unix__) || defined(__APPLE__)
    pthread_atfork([] { instance().mutex_.lock(); }, [] { instance().mutex_.unlock(); },
                   [] {
                     instance().mutex_.unlock();
                     instance().adopt_caches_of_other_threads();
                   });
#endif
  }

  // In a forked child no thread but this one goes on, and nobody would ever use what the others had cached.
  void adopt_caches_of_other_threads() noexcept {
    for (thread_cache* cache : caches_)
      if (cache != this_threads_cache) adopt(*cache);
    caches_.erase(std::remove_if(caches_.begin(), caches_.end(), [](thread_cache* cache) { return cache != this_threads_cache; }), caches_.end());
  }

  // A new stack: the next of the newest slab of that size, or the first of a new slab. nullptr, and errno, where the system refuses.
  char* carve(unsigned log2) {
    auto found = std::find_if(slabs_.rbegin(), slabs_.rend(), [log2](const slab& s) { return s.log2 == log2 && s.carved < s.stacks; });
    if (found == slabs_.rend()) {
      slabs_.reserve(slabs_.size() + 1);
      std::size_t stacks = std::max(slab_bytes >> log2, std::size_t(1));
      char* memory = nullptr;
      while (!(memory = reserve(stacks << log2)) && stacks > 1) stacks /= 2;  // there may be room for fewer
      if (!memory) return nullptr;
      slabs_.push_back({memory, log2, stacks, 0});
      found = slabs_.rbegin();
    }
    free_[log2].reserve(carved_[log2] + 1);  // so that giving it back cannot fail
    char* const stack = found->memory + (found->carved << log2);
    if (!guard(stack)) return nullptr;
    ++found->carved;
    ++carved_[log2];
    return stack;
  }

  std::mutex mutex_;
  std::vector<slab> slabs_;
  std::vector<char*> free_[largest + 1];
  std::size_t carved_[largest + 1] = {};
  std::vector<thread_cache*> caches_;
};

// Gives back what the thread caches when it ends. Generators that end after it go to the store directly.
struct cache_owner {
  thread_cache cache;

  cache_owner() { store::instance().enlist(&cache); }
  ~cache_owner() {
    this_threads_cache = nullptr;
    thread_has_ended = true;
    store::instance().adopt(cache);
    store::instance().dismiss(&cache);
  }
};

thread_cache* make_cache() {
  if (thread_has_ended) return nullptr;
  static thread_local cache_owner owner;
  prepare_signal_stack();
  return this_threads_cache = &owner.cache;
}

// The slow half of allocate: the first stack of a thread, and every 32nd after the cache has run empty.
BOOST_NOINLINE char* take_from_store(unsigned log2) {
  thread_cache* const cache = this_threads_cache ? this_threads_cache : make_cache();
  char* stacks[batch];
  if (!cache) {
    store::instance().take(log2, stacks, 1);
    return stacks[0];
  }
  cached_stacks& cached = cache->of_size[log2];
  if (!cached.stacks) cached.stacks.reset(new char*[cached_at_most]);
  const unsigned count = store::instance().take(log2, cached.stacks.get(), bytes_of(log2) > slab_bytes / batch ? 1 : batch);
  cached.count.store(count - 1, std::memory_order_relaxed);
  return cached.stacks[count - 1];
}

BOOST_NOINLINE void give_to_store(unsigned log2, char* stack) noexcept {
  thread_cache* const cache = this_threads_cache;
  if (!cache || !cache->of_size[log2].stacks) return store::instance().give(log2, &stack, 1);
  // The cache is full: the half that has waited longest goes.
  cached_stacks& cached = cache->of_size[log2];
  constexpr unsigned half = cached_at_most / 2;
  store::instance().give(log2, cached.stacks.get(), half);
  std::copy(cached.stacks.get() + half, cached.stacks.get() + cached_at_most, cached.stacks.get());
  cached.stacks[half] = stack;
  cached.count.store(half + 1, std::memory_order_relaxed);
}


char* base_of(const boost::context::stack_context& stack) { return static_cast<char*>(stack.sp) - stack.size - guard_bytes; }

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

boost::context::stack_context stack_pool::allocate() {
  const unsigned log2 = log2_bytes();
  char* memory;
  thread_cache* const cache = this_threads_cache;
  unsigned count;
  if (cache && (count = cache->of_size[log2].count.load(std::memory_order_relaxed)) != 0) {
    memory = cache->of_size[log2].stacks[--count];
    cache->of_size[log2].count.store(count, std::memory_order_relaxed);
  } else {
    memory = take_from_store(log2);
  }
  const boost::context::stack_context stack = context_of(memory, log2);
  if (is_measuring()) std::memset(memory + guard_bytes, measured, stack.size);
  return stack;
}

void stack_pool::deallocate(boost::context::stack_context& stack) noexcept {
  char* const memory = base_of(stack);
  const unsigned log2 = log2_bytes();
  if (is_measuring()) return store::instance().give(log2, &memory, 1);  // all of it was touched
  thread_cache* const cache = this_threads_cache;
  unsigned count;
  if (cache && cache->of_size[log2].stacks && (count = cache->of_size[log2].count.load(std::memory_order_relaxed)) < cached_at_most) {
    cache->of_size[log2].stacks[count] = memory;
    cache->of_size[log2].count.store(count + 1, std::memory_order_relaxed);
  } else {
    give_to_store(log2, memory);
  }
}

std::size_t stack_pool::high_water(const boost::context::stack_context& stack) const noexcept {
  if (!is_measuring()) return 0;
  const char* const end = static_cast<const char*>(stack.sp);
  if (under_valgrind) make_readable(end - stack.size, stack.size);
  const char* const lowest_used = std::find_if(end - stack.size, end, [](char byte) { return static_cast<unsigned char>(byte) != measured; });
  return static_cast<std::size_t>(end - lowest_used);
}

void stack_pool::trim() noexcept {
  if (this_threads_cache) store::instance().adopt(*this_threads_cache);
  store::instance().trim();
}

stack_statistics stack_pool::statistics() { return store::instance().statistics(); }

namespace detail {

boost::context::stack_context overflowed_stack(const char* address) noexcept { return store::instance().overflowed(address); }

void throw_stack_too_small(std::size_t bytes, std::size_t needed) {
  throw stack_error("a stack of " + std::to_string(bytes) + " bytes is too small for this body: what it captures, its result and its first calls need " +
                    std::to_string(needed) + "; set_default_stack_size(), or pass a larger stack with std::allocator_arg");
}

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
