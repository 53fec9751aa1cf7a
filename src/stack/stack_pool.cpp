// The stack pool: a cache a thread, and one store behind them all.
#include "stack/free_stacks.hpp"
#include "stack/overflow_reporter.hpp"
#include "stack/stack_memory.hpp"
#include "stack/stack_store.hpp"
#include "utility/initial_exec.hpp"
#include "utility/thread_end.hpp"

#include <deepyield/coroutine/tool_annotations.hpp>
#include <deepyield/stack.hpp>

#include <boost/config.hpp>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <memory>
#include <new>
#include <string>

namespace deepyield {
inline namespace v2 {
namespace {

using namespace detail;

constexpr unsigned char measured = 0xa5;

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

// What a thread has that has none: it is empty, and has no room.
thread_cache no_cache;

// This thread's cache. Plain, so that reading it is one instruction.
DEEPYIELD_INITIAL_EXEC thread_local thread_cache* this_threads_cache = &no_cache;
DEEPYIELD_INITIAL_EXEC thread_local bool thread_has_ended = false;

// A thread's cache begins and ends.
thread_cache* begin_cache() {
  std::unique_ptr<thread_cache> cache(new thread_cache);
  for (unsigned log2 = smallest; log2 <= largest; ++log2) {
    cache->of_size[log2].bytes = handed_out(log2);
    cache->of_size[log2].room = most_in_list(log2);
  }
  stack_store::instance().enlist(cache.get());
  return cache.release();
}
void end_cache(thread_cache* cache) noexcept {
  this_threads_cache = &no_cache;
  thread_has_ended = true;
  stack_store::instance().dismiss(*cache);
  delete cache;
}

// Begins this thread's cache. It gives the store what it holds when the thread ends. Generators
// that end after it go to the store directly. The cache is not thread-local itself: a plugin that
// is loaded at run time gets a few hundred bytes of thread-local memory.
#if defined(__MINGW32__)

thread_cache* begin_owned_cache() {
  static const at_thread_end end([](void* cache) { end_cache(static_cast<thread_cache*>(cache)); });
  thread_cache* const cache = begin_cache();
  if (!end.wants(cache)) {
    stack_store::instance().dismiss(*cache);
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
  void* const top = stack_store::instance().take(log2, cached);
  if (!top) throw_refused(bytes_of(log2), errno);
  return top;
}

// The slow half of deallocate: when the list is full, for threads without a cache, and for measured
// stacks, which were touched from end to end.
BOOST_NOINLINE void give_to_store(unsigned log2, void* top, bool was_measured) noexcept {
  if (was_measured) return stack_store::instance().give_cold(log2, memory_of(top, log2));
  cached_stacks* const cached =
      this_threads_cache == &no_cache ? nullptr : &this_threads_cache->of_size[log2];
  stack_store::instance().give(log2, ::new (top) free_stack, cached);
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
  if (this_threads_cache != &no_cache) stack_store::instance().give_all(*this_threads_cache);
  stack_store::instance().trim();
}

void stack_pool::set_watermark(std::size_t bytes) noexcept {
  stack_store::instance().set_watermark(bytes);
}

stack_statistics stack_pool::statistics() { return stack_store::instance().statistics(); }

namespace detail {

std::atomic<unsigned char> default_stack_log2{20};

BOOST_NOINLINE thread_cache& current_cache() noexcept { return *this_threads_cache; }

boost::context::stack_context overflowed_stack(const char* address) noexcept {
  return stack_store::instance().overflowed(address);
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
