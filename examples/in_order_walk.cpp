// A walk over a tree by plain recursion. It yields from every depth, without a generator at each.
#include <deepyield/generator.hpp>

#include <iostream>
#include <memory>
#include <string>

struct node {
  std::string word;
  std::unique_ptr<node> left, right;
};

void insert(std::unique_ptr<node>& tree, const std::string& word) {
  if (!tree)
    tree.reset(new node{word, nullptr, nullptr});
  else
    insert(word < tree->word ? tree->left : tree->right, word);
}

void walk(const node* tree, deepyield::yielder<const node&>& yield) {
  if (!tree) return;
  walk(tree->left.get(), yield);
  yield(*tree);
  walk(tree->right.get(), yield);
}

deepyield::generator<const node&> in_order(const node* tree) {
  return [=](deepyield::yielder<const node&>& yield) { walk(tree, yield); };
}

int main() {
  std::unique_ptr<node> tree;
  for (const char* word : {"the", "quick", "brown", "fox", "jumps", "over", "a", "lazy", "dog"}) insert(tree, word);

  for (const node& each : in_order(tree.get())) std::cout << each.word << '\n';
}
