#include "stack/slabs.hpp"
#include "stack/stack_memory.hpp"

#include <algorithm>

namespace deepyield {
inline namespace v2 {
namespace detail {
namespace {

// vector::reserve alone would copy all that is there each time.
template <class Element>
void reserve_at_least(std::vector<Element>& elements, std::size_t least) {
  if (elements.capacity() < least) elements.reserve(std::max(least, 2 * elements.capacity()));
}

}  // namespace

char* slabs::take(unsigned log2) {
  if (free_.empty()) return make_room(log2) ? carve(log2) : nullptr;
  char* const memory = free_.back();
  free_.pop_back();
  return memory;
}

// Sees to it that carve() has a slab to take from. Either has one more afterwards, or all is as it
// was.
bool slabs::make_room(unsigned log2) {
  if (carved_ < stacks_) return true;
  std::size_t stacks = std::max(slab_bytes >> log2, std::size_t(1));
  reserve_at_least(slabs_, slabs_.size() + 1);
  reserve_at_least(free_, stacks_ + stacks);
  char* memory = nullptr;
  // there may be room for fewer
  while (!(memory = reserve(stacks << log2)) && stacks > 1) stacks /= 2;
  if (!memory) return false;
  slabs_.push_back({memory, stacks, 0});
  stacks_ += stacks;
  return true;
}

// A new stack, the next of the last slab. nullptr and errno where the system refuses its guard.
char* slabs::carve(unsigned log2) noexcept {
  slab& last = slabs_.back();
  char* const stack = last.memory + (last.carved << log2);
  if (!guard(stack)) return nullptr;
  ++last.carved;
  ++carved_;
  return stack;
}

void slabs::unmap_unused(unsigned log2) noexcept {
  std::sort(free_.begin(), free_.end());
  const auto unused = [this, log2](const slab& s) {
    const auto first = std::lower_bound(free_.begin(), free_.end(), s.memory);
    const auto last = std::lower_bound(first, free_.end(), s.memory + (s.stacks << log2));
    if (static_cast<std::size_t>(last - first) != s.carved) return false;
    free_.erase(first, last);
    stacks_ -= s.stacks;
    carved_ -= s.carved;
    unreserve(s.memory, s.stacks << log2);
    return true;
  };
  slabs_.erase(std::remove_if(slabs_.begin(), slabs_.end(), unused), slabs_.end());
}

boost::context::stack_context slabs::overflowed(const char* address, unsigned log2) const noexcept {
  for (const slab& s : slabs_) {
    if (address < s.memory || address >= s.memory + (s.stacks << log2)) continue;
    const auto offset = static_cast<std::size_t>(address - s.memory);
    const std::size_t above_guard = offset & (bytes_of(log2) - 1);
    if (above_guard < guard_bytes)
      return context_of(top_of(s.memory + (offset - above_guard), log2), handed_out(log2));
  }
  return {};
}

std::size_t slabs::resident(unsigned log2) const noexcept {
  std::size_t bytes = 0;
  for (const slab& s : slabs_) bytes += detail::resident(s.memory, s.carved << log2);
  return bytes;
}

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
