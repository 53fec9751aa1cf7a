// qsort in plain callbacks. What is worse:
// - The comparison finds what it works on in global variables, so two sorts cannot interleave.
// - To show two sorts side by side, all steps of both are kept, each with a copy of the numbers.
// - Where std::vector throws, it throws through qsort. This comparison hopes for enough memory.
#include "../comparisons.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>

struct step {
  std::vector<int> numbers;
  comparison now;
};

const std::vector<int>* sorted_now;
std::vector<step>* steps_now;

int compare(const void* one, const void* other) {
  const comparison now{*static_cast<const int*>(one), *static_cast<const int*>(other)};
  steps_now->push_back({*sorted_now, now});
  return now.left < now.right ? -1 : now.left > now.right;
}

// Sorts the numbers.
std::vector<step> steps_of_sorting(std::vector<int>& numbers) {
  std::vector<step> steps;
  sorted_now = &numbers;
  steps_now = &steps;
  std::qsort(numbers.data(), numbers.size(), sizeof(int), compare);
  return steps;
}

int main() {
  std::vector<int> shuffled{40, 10, 60, 20, 50, 30}, reversed{60, 50, 40, 30, 20, 10};
  const auto one = steps_of_sorting(shuffled), other = steps_of_sorting(reversed);
  for (std::size_t i = 0; i <= std::max(one.size(), other.size()); ++i) {
    i < one.size() ? show(one[i].numbers, &one[i].now) : show(shuffled, nullptr);
    i < other.size() ? show(other[i].numbers, &other[i].now) : show(reversed, nullptr);
    std::cout << '\n';
  }
}
