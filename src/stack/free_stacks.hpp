// Free stacks whose memory is kept are linked through their own tops, in lists of up to 32. A
// thread takes from one list and puts into it; whole lists go to the store and come from there.
#pragma once

#include "stack/stack_sizes.hpp"

#include <boost/config.hpp>

#include <atomic>
#include <cstddef>

namespace deepyield {
inline namespace v2 {
namespace detail {

constexpr unsigned list_length = 32;
constexpr std::size_t highest_listed = std::size_t(2) << 20;  // larger stacks: lists of one

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

inline unsigned most_in_list(unsigned log2) {
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

/// This thread's cache, or one that is empty and has no room. Not inline: a body into which it was
/// inlined may go on in another thread.
thread_cache& current_cache() noexcept;

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
