#include "stack/stack_store.hpp"
#include "stack/stack_memory.hpp"

#include <boost/config.hpp>

#if defined(BOOST_HAS_PTHREADS)
#include <pthread.h>
#endif

#include <algorithm>
#include <new>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

std::size_t guard_bytes = 0;

namespace {

void refill(unsigned log2, cached_stacks& cached, free_stack* list, unsigned count) noexcept {
  cached.first.store(list, std::memory_order_relaxed);
  cached.room.store(most_in_list(log2) - count, std::memory_order_relaxed);
}

// Made before main, so that no thread can be in the middle of it when a fork comes.
BOOST_ATTRIBUTE_UNUSED const stack_store& store_made_early = stack_store::instance();

}  // namespace

stack_store& stack_store::instance() {
  alignas(stack_store) static char memory[sizeof(stack_store)];
  static auto* const the = new (memory) stack_store;
  return *the;
}

stack_store::stack_store() noexcept {
  guard_bytes = page_size();
#if defined(BOOST_HAS_PTHREADS)
  // fork_safe_mutex has handlers of its own. Their order does not matter: the thread that forks
  // passes its own lock.
  pthread_atfork(nullptr, nullptr, [] { instance().adopt_caches_of_other_threads(); });
#endif
}

void stack_store::enlist(thread_cache* cache) {
  const lock_guard lock(stacks_mutex);
  caches_.push_back(cache);
}

void stack_store::dismiss(thread_cache& cache) noexcept {
  {
    const lock_guard lock(stacks_mutex);
    take_lists_of(cache);
    caches_.erase(std::find(caches_.begin(), caches_.end(), &cache));
  }
  give_back_beyond(watermark_);
}

void* stack_store::take(unsigned log2, cached_stacks* cached) {
  const lock_guard lock(stacks_mutex);
  stacks_of_size& size = of_size_[log2];
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
  char* const memory = size.cold.take(log2);
  return memory ? top_of(memory, log2) : nullptr;
}

void stack_store::give(unsigned log2, free_stack* stack, cached_stacks* cached) noexcept {
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

void stack_store::give_cold(unsigned log2, char* memory) noexcept {
  give_back(memory + guard_bytes, bytes_of(log2) - guard_bytes);
  const lock_guard lock(stacks_mutex);
  of_size_[log2].cold.give(memory);
}

// Gives memory back, where more than `bytes` are kept, until it is half as much: what comes and
// goes at the limit would cost a system call each time.
void stack_store::give_back_beyond(std::size_t bytes) noexcept {
  if (BOOST_LIKELY(kept_bytes_.load(std::memory_order_relaxed) <= bytes)) return;
  for (unsigned log2 = smallest; log2 <= largest; ++log2)
    while (kept_bytes_.load(std::memory_order_relaxed) > bytes / 2 && give_back_some(log2)) {
    }
}

void stack_store::set_watermark(std::size_t bytes) noexcept {
  watermark_.store(bytes, std::memory_order_relaxed);
  give_back_beyond(bytes);
}

void stack_store::give_all(thread_cache& cache) noexcept {
  const lock_guard lock(stacks_mutex);
  take_lists_of(cache);
}

boost::context::stack_context stack_store::overflowed(const char* address) noexcept {
  boost::context::stack_context found;
  if (!stacks_mutex.try_lock()) return found;
  for (unsigned log2 = smallest; log2 <= largest && !found.sp; ++log2)
    found = of_size_[log2].cold.overflowed(address, log2);
  stacks_mutex.unlock();
  return found;
}

void stack_store::trim() noexcept {
  give_back_beyond(0);
  const lock_guard lock(stacks_mutex);
  for (unsigned log2 = smallest; log2 <= largest; ++log2) of_size_[log2].cold.unmap_unused(log2);
}

stack_statistics stack_store::statistics() noexcept {
  const lock_guard lock(stacks_mutex);
  stack_statistics result{};
  std::size_t carved = 0;
  for (unsigned log2 = smallest; log2 <= largest; ++log2) {
    const stacks_of_size& size = of_size_[log2];
    carved += size.cold.carved();
    result.cached += size.cold.free() + size.kept;
    result.bytes_reserved += size.cold.reserved(log2);
    result.bytes_resident += size.cold.resident(log2);
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

// In a forked child no thread but this one goes on, and nobody would ever use what the others had
// cached.
void stack_store::adopt_caches_of_other_threads() noexcept {
  for (thread_cache* cache : caches_)
    if (cache != &current_cache()) give_all(*cache);
  caches_.erase(std::remove_if(caches_.begin(), caches_.end(),
                               [](thread_cache* cache) { return cache != &current_cache(); }),
                caches_.end());
}

// What bodies have touched of all stacks in a list: as much as of one of them, another one each
// time, times their number. To ask for each would cost a system call each.
std::size_t stack_store::touched(free_stack& list, unsigned log2, unsigned count) noexcept {
  free_stack* one = &list;
  for (unsigned i = sampled_++ % count; i > 0; --i) one = one->next;
  return std::max(resident(memory_of(one, log2), bytes_of(log2)), guard_bytes) * count;
}

void stack_store::link(unsigned log2, free_stack& list, unsigned count) noexcept {
  link(log2, list, count, touched(list, log2, count));
}

void stack_store::link(unsigned log2, free_stack& list, unsigned count,
                       std::size_t bytes) noexcept {
  stacks_of_size& size = of_size_[log2];
  list.count = count;
  list.bytes = bytes;
  list.newer = nullptr;
  list.older = std::exchange(size.newest, &list);
  (list.older ? list.older->newer : size.oldest) = &list;
  size.kept += count;
  kept_bytes_.store(kept_bytes_.load(std::memory_order_relaxed) + bytes, std::memory_order_relaxed);
}

void stack_store::unlink(unsigned log2, free_stack& list) noexcept {
  stacks_of_size& size = of_size_[log2];
  (list.newer ? list.newer->older : size.newest) = list.older;
  (list.older ? list.older->newer : size.oldest) = list.newer;
  size.kept -= list.count;
  kept_bytes_.store(kept_bytes_.load(std::memory_order_relaxed) - list.bytes,
                    std::memory_order_relaxed);
}

void stack_store::take_lists_of(thread_cache& cache) noexcept {
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
bool stack_store::give_back_some(unsigned log2) noexcept {
  constexpr unsigned at_once = 2 * list_length;  // this may run on a small body's stack
  char* memory[at_once];
  unsigned count = 0;
  {
    const lock_guard lock(stacks_mutex);
    stacks_of_size& size = of_size_[log2];
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
  for (unsigned i = 0; i < count; ++i) of_size_[log2].cold.give(memory[i]);
  return true;
}

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
