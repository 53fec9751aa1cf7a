// A tree's nodes in order, three ways that agree: recursion that yields from its deepest call,
// delegation to a generator for each subtree, and a loop that does by hand what the calls do.
#include <deepyield/generator.hpp>

#include <iostream>
#include <memory>
#include <string>
#include <vector>

struct node {
  char letter;
  std::unique_ptr<node> left, right;
};

std::unique_ptr<node> balanced(const std::string& letters) {
  if (letters.empty()) return nullptr;
  const std::size_t middle = letters.size() / 2;
  return std::unique_ptr<node>(new node{letters[middle], balanced(letters.substr(0, middle)),
                                        balanced(letters.substr(middle + 1))});
}

void walk(const node* tree, deepyield::yielder<const node&>& yield) {
  if (!tree) return;
  walk(tree->left.get(), yield);
  yield(*tree);
  walk(tree->right.get(), yield);
}

deepyield::generator<const node&> by_recursion(const node* tree) {
  return [=](deepyield::yielder<const node&>& yield) { walk(tree, yield); };
}

// As in Python, where only a generator's own frame can yield. Each subtree has its own generator,
// but each node goes straight to the consumer.
deepyield::generator<const node&> by_delegation(const node* tree) {
  return [=](deepyield::yielder<const node&>& yield) {
    if (!tree) return;
    yield.from(by_delegation(tree->left.get()));
    yield(*tree);
    yield.from(by_delegation(tree->right.get()));
  };
}

deepyield::generator<const node&> by_iteration(const node* tree) {
  return [=](deepyield::yielder<const node&>& yield) {
    std::vector<const node*> above;  // the nodes whose left side is being walked
    for (const node* next = tree; next || !above.empty();) {
      for (; next; next = next->left.get()) above.push_back(next);
      next = above.back();
      above.pop_back();
      yield(*next);
      next = next->right.get();
    }
  };
}

void print(const std::string& how, deepyield::generator<const node&> nodes) {
  std::cout << how;
  for (const node& each : nodes) std::cout << ' ' << each.letter;
  std::cout << '\n';
}

int main() {
  const auto tree = balanced("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  print("by recursion: ", by_recursion(tree.get()));
  print("by delegation:", by_delegation(tree.get()));
  print("by iteration: ", by_iteration(tree.get()));
}
