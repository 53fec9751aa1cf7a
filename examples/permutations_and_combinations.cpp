// Python's itertools.permutations and itertools.combinations, of anything, each as a recursion of a few lines.
#include <deepyield/generator.hpp>

#include <algorithm>
#include <cstddef>
#include <iostream>
#include <string>
#include <vector>

// All orders of the items from `first` on.
template <class Item>
void permute(std::vector<Item>& items, std::size_t first, deepyield::yielder<const std::vector<Item>&>& yield) {
  if (first == items.size()) return yield(items);

  const auto front = items.begin() + static_cast<std::ptrdiff_t>(first);
  for (auto item = front; item != items.end(); ++item) {
    std::rotate(front, item, item + 1);  // this item to the front, the others keep their order
    permute(items, first + 1, yield);
    std::rotate(front, front + 1, item + 1);  // and back
  }
}

// All ways to add items from `first` on to those chosen, until there are `count`.
template <class Item>
void choose(const std::vector<Item>& items, std::size_t count, std::size_t first, std::vector<Item>& chosen,
            deepyield::yielder<const std::vector<Item>&>& yield) {
  if (chosen.size() == count) return yield(chosen);

  for (std::size_t item = first; item < items.size(); ++item) {
    chosen.push_back(items[item]);
    choose(items, count, item + 1, chosen, yield);
    chosen.pop_back();
  }
}

template <class Item>
deepyield::generator<const std::vector<Item>&> permutations(std::vector<Item> items) {
  return [items](deepyield::yielder<const std::vector<Item>&>& yield) mutable { permute(items, 0, yield); };
}

template <class Item>
deepyield::generator<const std::vector<Item>&> combinations(std::vector<Item> items, std::size_t count) {
  return [=](deepyield::yielder<const std::vector<Item>&>& yield) {
    std::vector<Item> chosen;
    choose(items, count, 0, chosen, yield);
  };
}

template <class Item>
void print(const std::vector<Item>& items) {
  for (const Item& item : items) std::cout << ' ' << item;
  std::cout << '\n';
}

int main() {
  std::cout << "permutations:\n";
  for (const auto& order : permutations(std::vector<int>{1, 2, 3})) print(order);

  std::cout << "combinations:\n";
  for (const auto& pair : combinations(std::vector<std::string>{"ham", "eggs", "spam", "toast"}, 2)) print(pair);
}
