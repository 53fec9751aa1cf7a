// Slabs: reservations of addresses for many stacks of one size.
#pragma once

#include "stack/stack_sizes.hpp"

#include <boost/context/stack_context.hpp>

#include <cstddef>
#include <vector>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// All slabs of one size, and those of their stacks whose memory went back to the system.
class slabs {
 public:
  /// A stack's memory: one that has been given back, or a new one. nullptr, and errno, where the
  /// system refuses. Throws std::bad_alloc; all is then as it was.
  char* take(unsigned log2);

  /// A stack that ends, and whose memory has gone back. Cannot fail.
  void give(char* memory) noexcept { free_.push_back(memory); }

  /// Unmaps the slabs of which every stack was given back.
  void unmap_unused(unsigned log2) noexcept;

  /// The stack in whose guard page `address` lies; sp is null if there is none.
  boost::context::stack_context overflowed(const char* address, unsigned log2) const noexcept;

  std::size_t carved() const noexcept { return carved_; }
  std::size_t free() const noexcept { return free_.size(); }
  /// Bytes of addresses, and of memory.
  std::size_t reserved(unsigned log2) const noexcept { return stacks_ << log2; }
  std::size_t resident(unsigned log2) const noexcept;

 private:
  struct slab {
    char* memory;
    std::size_t stacks;
    std::size_t carved;  // how many of them have been made, from below
  };

  bool make_room(unsigned log2);
  char* carve(unsigned log2) noexcept;

  std::vector<slab> slabs_;  // but for the last, all stacks of each are made
  // Has room for every stack of every slab, so that giving one back cannot fail.
  std::vector<char*> free_;
  std::size_t stacks_ = 0;  // of all slabs
  std::size_t carved_ = 0;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
