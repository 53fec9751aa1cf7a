// The store: the stacks that no thread caches.
#pragma once

#include "stack/free_stacks.hpp"
#include "stack/slabs.hpp"
#include "utility/fork_safe_mutex.hpp"

#include <deepyield/stack.hpp>

#include <boost/context/stack_context.hpp>

#include <atomic>
#include <cstddef>
#include <mutex>
#include <vector>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// One for the process. Past the watermark it gives the memory of the lists that have waited
/// longest back to the system. Never destroyed: static generators may end after it would be.
class stack_store {
 public:
  static stack_store& instance();

  /// A thread's cache begins; it ends, with all that it holds.
  void enlist(thread_cache* cache);
  void dismiss(thread_cache& cache) noexcept;

  /// The top of a stack; a thread with a cache gets a list of them besides, if there is one.
  /// nullptr, and errno, where the system refuses.
  void* take(unsigned log2, cached_stacks* cached);
  /// A stack that ends, of which the memory is kept for now.
  void give(unsigned log2, free_stack* stack, cached_stacks* cached) noexcept;
  /// A stack that ends, of which the memory goes back at once.
  void give_cold(unsigned log2, char* memory) noexcept;

  void give_all(thread_cache& cache) noexcept;
  void set_watermark(std::size_t bytes) noexcept;
  /// Gives all memory back, and unmaps the slabs of which every stack is here.
  void trim() noexcept;

  stack_statistics statistics() noexcept;
  /// The stack in whose guard page `address` lies; sp is null if there is none. For a signal
  /// handler: waits for nothing.
  boost::context::stack_context overflowed(const char* address) noexcept;

 private:
  using lock_guard = std::lock_guard<fork_safe_mutex>;

  // What no thread caches of one size.
  struct stacks_of_size {
    slabs cold;
    // Lists of stacks whose memory is kept.
    free_stack* newest = nullptr;
    free_stack* oldest = nullptr;
    std::size_t kept = 0;  // stacks in them
  };

  stack_store() noexcept;
  void adopt_caches_of_other_threads() noexcept;

  std::size_t touched(free_stack& list, unsigned log2, unsigned count) noexcept;
  void link(unsigned log2, free_stack& list, unsigned count) noexcept;
  void link(unsigned log2, free_stack& list, unsigned count, std::size_t bytes) noexcept;
  void unlink(unsigned log2, free_stack& list) noexcept;
  void take_lists_of(thread_cache& cache) noexcept;
  void give_back_beyond(std::size_t bytes) noexcept;
  bool give_back_some(unsigned log2) noexcept;

  stacks_of_size of_size_[largest + 1];
  std::vector<thread_cache*> caches_;
  std::atomic<std::size_t> kept_bytes_{0};
  std::atomic<std::size_t> watermark_{std::size_t(64) << 20};
  unsigned sampled_ = 0;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
