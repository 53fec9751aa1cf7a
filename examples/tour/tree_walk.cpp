// A recursive walk that yields from every depth, used as what it is: a range for the standard
// algorithms.
#include "parts.hpp"

#include <deepyield/generator.hpp>

#include <algorithm>
#include <iterator>
#include <memory>
#include <numeric>
#include <ostream>

namespace tour {
namespace {

struct node {
  int value;
  std::unique_ptr<node> left, right;
};

void walk(const node* tree, deepyield::yielder<const int&>& yield) {
  if (!tree) return;
  walk(tree->left.get(), yield);
  yield(tree->value);
  walk(tree->right.get(), yield);
}

deepyield::generator<const int&> in_order(const node* tree) {
  return [=](deepyield::yielder<const int&>& yield) { walk(tree, yield); };
}

// A balanced search tree of the values from `first` up to, not including, `last`.
std::unique_ptr<node> tree_of(int first, int last) {
  if (first == last) return nullptr;
  const int middle = first + (last - first) / 2;
  return std::unique_ptr<node>(new node{middle, tree_of(first, middle), tree_of(middle + 1, last)});
}

}  // namespace

void show_tree_walk(std::ostream& out) {
  const auto tree = tree_of(1, 1001);

  out << "  std::copy, of a small one:  ";
  const auto small = tree_of(1, 16);
  auto values = in_order(small.get());
  std::copy(values.begin(), values.end(), std::ostream_iterator<int>(out, " "));
  out << "in order\n";

  values = in_order(tree.get());
  out << "  std::accumulate, of 1 to 1,000:  " << std::accumulate(values.begin(), values.end(), 0)
      << '\n';

  int visited = 0;
  values = in_order(tree.get());
  const auto found = std::find_if(values.begin(), values.end(),
                                  [&](int value) { return ++visited, value * value > 2000; });
  out << "  std::find_if, square > 2000:  " << *found << "; it visited " << visited
      << " of the 1,000\n";
}

}  // namespace tour
