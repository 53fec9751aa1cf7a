// A knight's closed tour of a board of 100 by 100 squares. Each of its 10,000 moves has a
// generator; all of them are suspended when the tour is found.
#include "knights_board.hpp"

#include <deepyield/stack.hpp>

#include <iostream>

int main() {
  knights_board board(100, 100);
  auto tours = conjoin_without_recursion(board.moves());
  const auto* tour = tours.next();
  std::cout << (tour && board.is_closed_tour(*tour) ? "a closed tour" : "none") << '\n';
  // the tours and its moves
  std::cout << "generators alive: " << deepyield::stack_pool::statistics().live << '\n';
  tours.close();
  std::cout << "and when it is closed: " << deepyield::stack_pool::statistics().live << '\n';
}
