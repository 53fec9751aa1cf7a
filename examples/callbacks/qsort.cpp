// A sort visualiser: two sorts side by side, comparison by comparison.
#include "qsort.hpp"

int main() {
  std::vector<int> shuffled{40, 10, 60, 20, 50, 30}, reversed{60, 50, 40, 30, 20, 10};
  auto one = sorting(shuffled), other = sorting(reversed);
  const comparison *left, *right;
  do {
    left = one.next();
    right = other.next();
    show(shuffled, left);
    show(reversed, right);
    std::cout << '\n';
  } while (left || right);
}
