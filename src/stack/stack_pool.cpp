// The stack pool: a cache a thread, and one store behind them all. Stacks come in sizes that are
// powers of two.
//
//   a slab:   | guard | stack 0 ......... top | guard | stack 1 ......... top | ...
//                                     ^ handed out a little below the end, by another amount each:
//                                       tops that have the same low bits of their addresses would
//                                       compete for the same lines of the first-level cache
//
// Free stacks whose memory is kept are linked through their own tops, in lists of up to 32. A
// thread takes from one list and puts into it; whole lists go to the store and come from there.
// Past the watermark the store gives the memory of the lists that have waited longest back to the
// system.
#include "stack/overflow_reporter.hpp"
#include "stack/stack_memory.hpp"
#include "utility/fork_safe_mutex.hpp"
#include "utility/initial_exec.hpp"

#include <deepyield/coroutine/tool_annotations.hpp>
#include <deepyield/stack.hpp>

#include <boost/config.hpp>

#if defined(BOOST_HAS_PTHREADS) || defined(__MINGW32__)
#include <pthread.h>
#endif

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <mutex>
#include <new>
#include <string>
#include <vector>

namespace deepyield {
inline namespace v2 {
namespace {

using namespace detail;

constexpr unsigned smallest = 14;  // log2 of bytes
// Where addresses have 32 bits, half of what can be addressed.
constexpr unsigned largest = std::numeric_limits<std::size_t>::digits < 64 ? 30 : 40;
constexpr std::size_t usual_page = 4096;
constexpr std::size_t highest_stagger = 2048;
constexpr unsigned list_length = 32;
constexpr std::size_t highest_listed = std::size_t(2) << 20;  // larger stacks: lists of one
constexpr unsigned char measured = 0xa5;

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

// What lies at the top of a free stack whose memory is kept, above what is handed out.
struct free_stack {
  const char* label;  // the last body's, for the overflow reporter
  free_stack* next;   // in its list
  // Of the first one of a list in the store:
  free_stack* newer;
  free_stack* older;
  std::size_t bytes;  // what the list keeps in memory, about
  unsigned count;
};
static_assert(sizeof(free_stack) <= 64, "the least stagger");

// All slabs of one size, and what no thread caches of it.
struct slabs_of_size {
  std::vector<slab> slabs;  // but for the last, all stacks of each are made
  // Stacks whose memory went back to the system. Has room for every stack of every slab, so that
  // giving one back cannot fail.
  std::vector<char*> free;
  std::size_t stacks = 0;  // of all slabs
  std::size_t carved = 0;
  // Lists of stacks whose memory is kept.
  free_stack* newest = nullptr;
  free_stack* oldest = nullptr;
  std::size_t kept = 0;  // stacks in them
};

unsigned most_in_list(unsigned log2) {
  return (std::size_t(1) << log2) <= highest_listed ? list_length : 1;
}

// The free stacks of one size in a thread's cache: a list that its thread alone changes, by push
// and pop in one store each; and a full one, so that a thread that goes to and fro at the end of a
// list does not ask the store each time. All else is done under stacks_mutex. So a forked child
// finds every stack in just one place.
struct cached_stacks {
  std::atomic<free_stack*> first{nullptr};
  std::size_t bytes = 0;          // of each, as handed out
  std::atomic<unsigned> room{0};  // how many more the list takes
  free_stack* spare = nullptr;

  free_stack* pop() noexcept {
    free_stack* const stack = first.load(std::memory_order_relaxed);
    if (BOOST_UNLIKELY(!stack)) return nullptr;
    first.store(stack->next, std::memory_order_relaxed);
    room.store(room.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    return stack;
  }
  bool push(free_stack* stack) noexcept {
    const unsigned room_now = room.load(std::memory_order_relaxed);
    if (BOOST_UNLIKELY(room_now == 0)) return false;
    stack->next = first.load(std::memory_order_relaxed);
    first.store(stack, std::memory_order_release);
    room.store(room_now - 1, std::memory_order_relaxed);
    return true;
  }
};

struct thread_cache {
  cached_stacks of_size[largest + 1];
};

// What a thread has that has none: it is empty, and has no room.
thread_cache no_cache;

// This thread's cache. Plain, so that reading it is one instruction.
DEEPYIELD_INITIAL_EXEC thread_local thread_cache* this_threads_cache = &no_cache;
DEEPYIELD_INITIAL_EXEC thread_local bool thread_has_ended = false;

// What page_size() gives, at hand without a call: set before any stack is handed out.
std::size_t guard_bytes = 0;

// All stacks of one size are handed out equally large, wherever they begin. What the highest
// stagger leaves is below them, above the guard.
std::size_t handed_out(unsigned log2) { return bytes_of(log2) - highest_stagger - guard_bytes; }

char* top_of(char* memory, unsigned log2) {
  return memory + bytes_of(log2) - stagger(memory, log2);
}

boost::context::stack_context context_of(void* top, std::size_t bytes) {
  boost::context::stack_context stack;
  stack.sp = top;
  stack.size = bytes;
  return stack;
}

// The stack's memory, given its top: it starts one guard page below the page that holds the bottom
// of what is handed out.
char* memory_of(void* top, unsigned log2) {
  char* const bottom = static_cast<char*>(top) - handed_out(log2);
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
    {
      const lock_guard lock(stacks_mutex);
      take_lists_of(cache);
      caches_.erase(std::find(caches_.begin(), caches_.end(), &cache));
    }
    give_back_beyond(watermark_);
  }

  // A stack; for a thread with a cache, a list of them, if there is one. nullptr, and errno, where
  // the system refuses.
  void* take(unsigned log2, cached_stacks* cached) {
    const lock_guard lock(stacks_mutex);
    slabs_of_size& size = of_size_[log2];
    free_stack* list = nullptr;
    unsigned count = most_in_list(log2);
    if (cached && cached->spare) {
      list = std::exchange(cached->spare, nullptr);
    } else if (size.newest) {
      list = size.newest;
      unlink(log2, *list);
      count = list->count;
    }
    if (list) {
      if (cached)
        refill(log2, *cached, list->next, count - 1);
      else if (list->next)
        link(log2, *list->next, count - 1, list->bytes / count * (count - 1));
      return list;
    }
    char* memory;
    if (!size.free.empty()) {
      memory = size.free.back();
      size.free.pop_back();
    } else {
      if (!make_room(log2)) return nullptr;
      memory = carve(log2);
      if (!memory) return nullptr;
    }
    return top_of(memory, log2);
  }

  // A stack that ends, of which the memory is kept for now.
  void give(unsigned log2, free_stack* stack, cached_stacks* cached) noexcept {
    stack->next = nullptr;
    {
      const lock_guard lock(stacks_mutex);
      if (!cached) {
        link(log2, *stack, 1);
      } else {
        free_stack* const list = cached->first.load(std::memory_order_relaxed);
        if (cached->spare) link(log2, *cached->spare, most_in_list(log2));
        cached->spare = list;
        refill(log2, *cached, stack, 1);
      }
    }
    give_back_beyond(watermark_);
  }

  // A stack that ends, of which the memory goes back at once.
  void give_cold(unsigned log2, char* memory) noexcept {
    give_back(memory + guard_bytes, bytes_of(log2) - guard_bytes);
    const lock_guard lock(stacks_mutex);
    of_size_[log2].free.push_back(memory);
  }

  // Gives memory back, where more than `bytes` are kept, until it is half as much: what comes and
  // goes at the limit would cost a system call each time.
  void give_back_beyond(std::size_t bytes) noexcept {
    if (BOOST_LIKELY(kept_bytes_.load(std::memory_order_relaxed) <= bytes)) return;
    for (unsigned log2 = smallest; log2 <= largest; ++log2)
      while (kept_bytes_.load(std::memory_order_relaxed) > bytes / 2 && give_back_some(log2)) {
      }
  }

  void set_watermark(std::size_t bytes) noexcept {
    watermark_.store(bytes, std::memory_order_relaxed);
    give_back_beyond(bytes);
  }

  void give_all(thread_cache& cache) noexcept {
    const lock_guard lock(stacks_mutex);
    take_lists_of(cache);
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
              top_of(s.memory + (static_cast<std::size_t>(address - s.memory) - above_guard), log2),
              handed_out(log2));
      }
    }
    stacks_mutex.unlock();
    return found;
  }

  // Gives all memory back, and unmaps the slabs of which every stack is here.
  void trim() noexcept {
    give_back_beyond(0);
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
      result.cached += size.free.size() + size.kept;
      for (const slab& s : size.slabs) {
        result.bytes_reserved += s.stacks << log2;
        result.bytes_resident += resident(s.memory, s.carved << log2);
      }
    }
    for (const thread_cache* cache : caches_)
      for (unsigned log2 = smallest; log2 <= largest; ++log2) {
        const cached_stacks& cached = cache->of_size[log2];
        result.cached += most_in_list(log2) - cached.room.load(std::memory_order_relaxed);
        if (cached.spare) result.cached += most_in_list(log2);
      }
    result.bytes_kept = kept_bytes_.load(std::memory_order_relaxed);
    result.watermark = watermark_.load(std::memory_order_relaxed);
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

  // --- lists of stacks whose memory is kept; all under stacks_mutex ---

  // What bodies have touched of all stacks in a list: as much as of one of them, another one each
  // time, times their number. To ask for each would cost a system call each.
  std::size_t touched(free_stack& list, unsigned log2, unsigned count) noexcept {
    free_stack* one = &list;
    for (unsigned i = sampled_++ % count; i > 0; --i) one = one->next;
    return std::max(resident(memory_of(one, log2), bytes_of(log2)), guard_bytes) * count;
  }

  void link(unsigned log2, free_stack& list, unsigned count) noexcept {
    link(log2, list, count, touched(list, log2, count));
  }
  void link(unsigned log2, free_stack& list, unsigned count, std::size_t bytes) noexcept {
    slabs_of_size& size = of_size_[log2];
    list.count = count;
    list.bytes = bytes;
    list.newer = nullptr;
    list.older = std::exchange(size.newest, &list);
    (list.older ? list.older->newer : size.oldest) = &list;
    size.kept += count;
    kept_bytes_.store(kept_bytes_.load(std::memory_order_relaxed) + bytes,
                      std::memory_order_relaxed);
  }
  void unlink(unsigned log2, free_stack& list) noexcept {
    slabs_of_size& size = of_size_[log2];
    (list.newer ? list.newer->older : size.newest) = list.older;
    (list.older ? list.older->newer : size.oldest) = list.newer;
    size.kept -= list.count;
    kept_bytes_.store(kept_bytes_.load(std::memory_order_relaxed) - list.bytes,
                      std::memory_order_relaxed);
  }

  static void refill(unsigned log2, cached_stacks& cached, free_stack* list,
                     unsigned count) noexcept {
    cached.first.store(list, std::memory_order_relaxed);
    cached.room.store(most_in_list(log2) - count, std::memory_order_relaxed);
  }

  void take_lists_of(thread_cache& cache) noexcept {
    for (unsigned log2 = smallest; log2 <= largest; ++log2) {
      cached_stacks& cached = cache.of_size[log2];
      for (free_stack* list : {cached.first.load(std::memory_order_relaxed), cached.spare}) {
        if (!list) continue;
        unsigned count = 0;  // a thread that a fork has stopped may not have come to write it down
        for (const free_stack* each = list; each; each = each->next) ++count;
        link(log2, *list, count);
      }
      cached.spare = nullptr;
      refill(log2, cached, nullptr, 0);
    }
  }

  // Gives the memory of the lists that have waited longest back, of some at once: neighbours go by
  // one call, with their guards, which stay. Whether there were any. While that is done, the stacks
  // are in nobody's hands.
  bool give_back_some(unsigned log2) noexcept {
    constexpr unsigned at_once = 2 * list_length;  // this may run on a small body's stack
    char* memory[at_once];
    unsigned count = 0;
    {
      const lock_guard lock(stacks_mutex);
      slabs_of_size& size = of_size_[log2];
      while (size.oldest && count + size.oldest->count <= at_once) {
        free_stack& list = *size.oldest;
        unlink(log2, list);
        for (free_stack* each = &list; each; each = each->next)
          memory[count++] = memory_of(each, log2);
      }
    }
    if (count == 0) return false;
    std::sort(memory, memory + count);
    for (unsigned first = 0, last; first < count; first = last) {
      for (last = first + 1; last < count; ++last)
        if (memory[last] != memory[last - 1] + bytes_of(log2)) break;
      char* const begin = memory[first] + guard_bytes;
      give_back(begin, static_cast<std::size_t>(memory[last - 1] + bytes_of(log2) - begin));
    }
    const lock_guard lock(stacks_mutex);
    std::vector<char*>& free = of_size_[log2].free;
    free.insert(free.end(), memory, memory + count);
    return true;
  }

  // --- slabs ---

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
  std::atomic<std::size_t> kept_bytes_{0};
  std::atomic<std::size_t> watermark_{std::size_t(64) << 20};
  unsigned sampled_ = 0;
};

// Made before main, so that no thread can be in the middle of it when a fork comes.
BOOST_ATTRIBUTE_UNUSED const store& made_early = store::instance();

// A thread's cache begins and ends.
thread_cache* begin_cache() {
  std::unique_ptr<thread_cache> cache(new thread_cache);
  for (unsigned log2 = smallest; log2 <= largest; ++log2) {
    cache->of_size[log2].bytes = handed_out(log2);
    cache->of_size[log2].room = most_in_list(log2);
  }
  store::instance().enlist(cache.get());
  return cache.release();
}
void end_cache(thread_cache* cache) noexcept {
  this_threads_cache = &no_cache;
  thread_has_ended = true;
  store::instance().dismiss(*cache);
  delete cache;
}

// Begins this thread's cache. It gives the store what it holds when the thread ends. Generators
// that end after it go to the store directly. The cache is not thread-local itself: a plugin that
// is loaded at run time gets a few hundred bytes of thread-local memory.
#if defined(__MINGW32__)

// MinGW destroys thread-local objects after it has freed their memory.
thread_cache* begin_owned_cache() {
  static const pthread_key_t key = [] {
    pthread_key_t made;
    if (pthread_key_create(&made,
                           [](void* cache) { end_cache(static_cast<thread_cache*>(cache)); }))
      throw std::bad_alloc();
    return made;
  }();
  thread_cache* const cache = begin_cache();
  if (pthread_setspecific(key, cache)) {
    store::instance().dismiss(*cache);
    delete cache;
    throw std::bad_alloc();
  }
  return cache;
}

#else

thread_cache* begin_owned_cache() {
  struct owner {
    thread_cache* const cache = begin_cache();
    ~owner() { end_cache(cache); }
  };
  static thread_local const owner owned;
  return owned.cache;
}

#endif

// Where this thread caches stacks of that size, from its first one on; nullptr after its end.
cached_stacks* make_cache(unsigned log2) {
  if (this_threads_cache == &no_cache) {
    if (thread_has_ended) return nullptr;
    thread_cache* const cache = begin_owned_cache();
    prepare_signal_stack();
    this_threads_cache = cache;
  }
  return &this_threads_cache->of_size[log2];
}

// The slow half of allocate: the first stack of a thread, and when its list has run empty.
BOOST_NOINLINE void* take_from_store(unsigned log2) {
  cached_stacks* const cached = make_cache(log2);
  void* const top = store::instance().take(log2, cached);
  if (!top) throw_refused(bytes_of(log2), errno);
  return top;
}

// The slow half of deallocate: when the list is full, for threads without a cache, and for measured
// stacks, which were touched from end to end.
BOOST_NOINLINE void give_to_store(unsigned log2, void* top, bool was_measured) noexcept {
  if (was_measured) return store::instance().give_cold(log2, memory_of(top, log2));
  cached_stacks* const cached =
      this_threads_cache == &no_cache ? nullptr : &this_threads_cache->of_size[log2];
  store::instance().give(log2, ::new (top) free_stack, cached);
}

BOOST_NOINLINE void paint(const boost::context::stack_context& stack) noexcept {
  char* const bottom = static_cast<char*>(stack.sp) - stack.size;
  if (may_be_under_valgrind()) make_writable(bottom, stack.size);
  std::memset(bottom, measured, stack.size);
}

BOOST_NOINLINE boost::context::stack_context allocate_slowly(unsigned log2, bool measuring) {
  void* top = this_threads_cache->of_size[log2].pop();
  if (!top) top = take_from_store(log2);
  const boost::context::stack_context stack = context_of(top, handed_out(log2));
  if (measuring) paint(stack);
  return stack;
}

}  // namespace

std::size_t default_stack_size() noexcept {
  return bytes_of(detail::default_stack_log2) + usual_page - page_size();  // see log2_of()
}
void set_default_stack_size(std::size_t bytes) { detail::default_stack_log2 = log2_of(bytes); }

stack_pool::stack_pool(std::size_t bytes) : size_(log2_of(bytes)) {}

stack_pool stack_pool::measuring(std::size_t bytes) {
  stack_pool pool(bytes);
  pool.size_ |= measuring_flag;
  return pool;
}

// These two, and trim(), are not inlined: a compiler might keep the address of a thread_local while
// the body that it inlined them into moves to another thread.
BOOST_NOINLINE boost::context::stack_context stack_pool::allocate() {
  if (BOOST_LIKELY(size_ <= largest)) {
    cached_stacks& cached = this_threads_cache->of_size[size_];
    if (void* const top = cached.pop()) return context_of(top, cached.bytes);
  }
  return allocate_slowly(log2_bytes(), is_measuring());
}

BOOST_NOINLINE void stack_pool::deallocate(boost::context::stack_context& stack) noexcept {
  if (BOOST_LIKELY(size_ <= largest)) {
    cached_stacks& cached = this_threads_cache->of_size[size_];
    if (BOOST_LIKELY(cached.push(::new (stack.sp) free_stack))) return;
  }
  give_to_store(log2_bytes(), stack.sp, is_measuring());
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
  if (this_threads_cache != &no_cache) store::instance().give_all(*this_threads_cache);
  store::instance().trim();
}

void stack_pool::set_watermark(std::size_t bytes) noexcept {
  store::instance().set_watermark(bytes);
}

stack_statistics stack_pool::statistics() { return store::instance().statistics(); }

namespace detail {

std::atomic<unsigned char> default_stack_log2{20};

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
}  // namespace v2
}  // namespace deepyield
