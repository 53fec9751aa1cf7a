// Python's itertools.permutations, combinations, combinations_with_replacement and product, and the
// powerset, of any items, in the same orders; each is a recursion of a few lines.
#include <deepyield/generator.hpp>

#include <algorithm>
#include <cstddef>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

template <class Item>
using generator_of_choices = deepyield::generator<const std::vector<Item>&>;

template <class Item>
using yielder_of_choices = deepyield::yielder<const std::vector<Item>&>;

// All orders of the items from `first` on.
template <class Item>
void permute(std::vector<Item>& items, std::size_t first, yielder_of_choices<Item>& yield) {
  if (first == items.size()) return yield(items);

  const auto front = items.begin() + static_cast<std::ptrdiff_t>(first);
  for (auto item = front; item != items.end(); ++item) {
    std::rotate(front, item, item + 1);  // this item to the front, the others keep their order
    permute(items, first + 1, yield);
    std::rotate(front, front + 1, item + 1);  // and back
  }
}

template <class Item>
generator_of_choices<Item> permutations(std::vector<Item> items) {
  return [items](yielder_of_choices<Item>& yield) mutable { permute(items, 0, yield); };
}

// Whether an item that has been chosen may be chosen again.
enum class repetition { no, yes };

// All ways to add items from `first` on to those chosen, until there are `count`.
template <class Item>
void choose(const std::vector<Item>& items, std::size_t count, repetition repeated,
            std::size_t first, std::vector<Item>& chosen, yielder_of_choices<Item>& yield) {
  if (chosen.size() == count) return yield(chosen);

  for (std::size_t item = first; item < items.size(); ++item) {
    chosen.push_back(items[item]);
    choose(items, count, repeated, repeated == repetition::yes ? item : item + 1, chosen, yield);
    chosen.pop_back();
  }
}

template <class Item>
generator_of_choices<Item> combinations(std::vector<Item> items, std::size_t count,
                                        repetition repeated = repetition::no) {
  return [=](yielder_of_choices<Item>& yield) {
    std::vector<Item> chosen;
    choose(items, count, repeated, 0, chosen, yield);
  };
}

template <class Item>
generator_of_choices<Item> combinations_with_replacement(std::vector<Item> items,
                                                         std::size_t count) {
  return combinations(items, count, repetition::yes);
}

// All ways to add one item of each further list to those chosen.
template <class Item>
void choose_from_each(const std::vector<std::vector<Item>>& lists, std::vector<Item>& chosen,
                      yielder_of_choices<Item>& yield) {
  if (chosen.size() == lists.size()) return yield(chosen);

  for (const Item& item : lists[chosen.size()]) {
    chosen.push_back(item);
    choose_from_each(lists, chosen, yield);
    chosen.pop_back();
  }
}

template <class Item>
generator_of_choices<Item> product(std::vector<std::vector<Item>> lists) {
  return [lists](yielder_of_choices<Item>& yield) {
    std::vector<Item> chosen;
    choose_from_each(lists, chosen, yield);
  };
}

template <class Item>
generator_of_choices<Item> powerset(std::vector<Item> items) {
  return [items](yielder_of_choices<Item>& yield) {
    for (std::size_t count = 0; count <= items.size(); ++count)
      yield.from(combinations(items, count));
  };
}

template <class Item>
void print(const std::string& title, generator_of_choices<Item> choices) {
  std::cout << title << '\n';
  for (const auto& choice : choices) {
    std::cout << " (";
    for (const Item& item : choice) std::cout << ' ' << item;
    std::cout << " )\n";
  }
}

int main() {
  const std::vector<int> numbers{1, 2, 3};
  print("permutations:", permutations(numbers));
  print("combinations:", combinations(std::vector<std::string>{"ham", "eggs", "spam", "toast"}, 2));
  print("combinations with replacement:", combinations_with_replacement(numbers, 2));
  print("product:", product<std::string>({{"small", "large"}, {"red", "green", "blue"}}));
  print("powerset:", powerset(numbers));

  std::cout << "combinations of 4 by length:";
  for (std::size_t count = 0; count <= 5; ++count) {
    auto choices = combinations(std::vector<int>{1, 2, 3, 4}, count);
    std::cout << ' ' << std::distance(choices.begin(), choices.end());
  }
  std::cout << '\n';
}
