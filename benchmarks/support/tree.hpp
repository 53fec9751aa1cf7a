// A balanced binary tree of 2^20 - 1 nodes, each allocated by `new` in a recursion.
#pragma once

#include <cstdint>
#include <memory>

namespace support {

struct node {
  std::unique_ptr<node> left, right;
  std::uint64_t value;
};

inline std::unique_ptr<node> tree_of(std::uint64_t first, std::uint64_t last) {
  if (first == last) return nullptr;
  const std::uint64_t middle = first + (last - first) / 2;
  std::unique_ptr<node> made(new node{nullptr, nullptr, middle});
  made->left = tree_of(first, middle);
  made->right = tree_of(middle + 1, last);
  return made;
}

constexpr std::int64_t tree_size = (1 << 20) - 1;

inline const node& large_tree() {
  static const std::unique_ptr<node> root = tree_of(0, tree_size);
  return *root;
}

}  // namespace support
