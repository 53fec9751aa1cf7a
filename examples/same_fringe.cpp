// Do two trees have the same leaves, from left to right, whatever their shapes? The two walks go on
// in step, and stop at the first difference. With callbacks that takes a list of all leaves; here
// each walk is a sequence of its own.
#include <deepyield/generator.hpp>

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

struct tree {
  explicit tree(char leaf) : value(leaf) {}
  tree(tree first, tree second)
      : left(new tree(std::move(first))), right(new tree(std::move(second))) {}

  char value = 0;
  std::unique_ptr<tree> left, right;
};

void walk(const tree& t, deepyield::yielder<char>& yield) {
  if (!t.left) return yield(t.value);
  walk(*t.left, yield);
  walk(*t.right, yield);
}

deepyield::generator<char> leaves(const tree& t) {
  return [&t](deepyield::yielder<char>& yield) { walk(t, yield); };
}

void compare(const std::string& what, const tree& one, const tree& other) {
  auto left = leaves(one), right = leaves(other);
  int pairs = 0;
  const bool same = std::equal(left.begin(), left.end(), right.begin(), right.end(),
                               [&](char a, char b) { return ++pairs, a == b; });
  std::cout << what << (same ? "the same leaves" : "different leaves") << ", known after " << pairs
            << " pairs\n";
}

tree operator+(tree left, tree right) { return tree(std::move(left), std::move(right)); }
tree operator""_leaf(char value) { return tree(value); }

int main() {
  const tree one = ('a'_leaf + 'b'_leaf) + ('c'_leaf + 'd'_leaf);
  const tree leaning = (('a'_leaf + 'b'_leaf) + 'c'_leaf) + 'd'_leaf;
  const tree different = 'a'_leaf + ('x'_leaf + ('c'_leaf + 'd'_leaf));
  const tree shorter = ('a'_leaf + 'b'_leaf) + 'c'_leaf;

  compare("another shape: ", one, leaning);
  compare("another leaf: ", one, different);
  compare("a leaf is missing: ", one, shorter);
}
