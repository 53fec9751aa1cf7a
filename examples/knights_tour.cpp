// A knight's closed tours of a chessboard, by backtracking: for each move a generator that offers
// the squares to go to.
#include "knights_board.hpp"

#include <iostream>

void count_all(int size) {
  knights_board board(size, size);
  int tours = 0, wrong = 0;
  for (const auto& tour : conjoin(board.moves())) {
    ++tours;
    if (!board.is_closed_tour(tour)) ++wrong;
  }
  std::cout << size << 'x' << size << ": " << tours << " closed tours through a corner, " << wrong
            << " of them wrong\n";
}

void find_one(int size) {
  knights_board board(size, size);
  auto tours = conjoin(board.moves());
  const auto* tour = tours.next();
  std::cout << size << 'x' << size << ": "
            << (tour && board.is_closed_tour(*tour) ? "a closed tour" : "none") << '\n';
}

int main() {
  count_all(5);
  count_all(6);  // each of the 9,862 tours in both directions
  find_one(10);
}
