// A recursion that computes, and a consumer that computes too: docs/how_to/profile.md profiles
// them. With a number as argument, so many times.
#include <deepyield/generator.hpp>

#include <cmath>
#include <cstdlib>
#include <iostream>
#include <memory>

struct node {
  std::unique_ptr<node> left, right;
  double value;
};

std::unique_ptr<node> tree(int depth) {
  if (depth == 0) return nullptr;
  return std::unique_ptr<node>(new node{tree(depth - 1), tree(depth - 1), 1.0 * depth});
}

void walk(const node* n, deepyield::yielder<double>& yield) {
  if (!n) return;
  walk(n->left.get(), yield);
  yield(std::pow(n->value, 0.3));
  walk(n->right.get(), yield);
}

deepyield::generator<double> powers(const node* root) {
  return [=](auto& yield) { walk(root, yield); };
}

double sum(deepyield::generator<double> values) {
  double total = 0;
  for (double value : values) total += std::sin(value);
  return total;
}

int main(int argc, char** argv) {
  const auto root = tree(16);
  const int times = argc > 1 ? std::atoi(argv[1]) : 1;
  for (int i = 0; i < times; ++i) std::cout << sum(powers(root.get())) << '\n';
}
