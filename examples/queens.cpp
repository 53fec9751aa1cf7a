// Queens on a chessboard, none of which attacks another: a search by recursion that yields each
// solution from its deepest call.
#include <deepyield/generator.hpp>

#include <cstdlib>
#include <iostream>
#include <iterator>
#include <vector>

using columns = std::vector<int>;  // of the queens in the first rows

bool is_attacked(const columns& queens, int column) {
  int rows_away = static_cast<int>(queens.size());
  for (int queen : queens) {
    if (queen == column || std::abs(queen - column) == rows_away) return true;
    --rows_away;
  }
  return false;
}

void place(int size, columns& queens, deepyield::yielder<const columns&>& yield) {
  if (static_cast<int>(queens.size()) == size) return yield(queens);

  for (int column = 0; column < size; ++column) {
    if (is_attacked(queens, column)) continue;
    queens.push_back(column);
    place(size, queens, yield);
    queens.pop_back();
  }
}

deepyield::generator<const columns&> solutions(int size) {
  return [=](deepyield::yielder<const columns&>& yield) {
    columns queens;
    place(size, queens, yield);
  };
}

int main() {
  for (int size = 1; size <= 8; ++size) {
    auto all = solutions(size);
    std::cout << "solutions on a board of " << size << ": " << std::distance(all.begin(), all.end())
              << '\n';
  }

  std::cout << "the first two of 8 queens, by column:\n";
  auto search = solutions(8);  // it goes no further than it is asked to
  for (int solution = 0; solution < 2; ++solution) {
    for (int column : next(search)) std::cout << ' ' << column;
    std::cout << '\n';
  }
}
