// A knight's closed tours of a board, through a corner, as positions for conjoin: one position for
// each move.
#pragma once

#include "conjoin.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <tuple>
#include <vector>

class knights_board {
 public:
  using square = std::size_t;  // numbered row by row; the tours start at 0, in the corner

  // At least 3 rows and columns.
  knights_board(int rows, int columns)
      : rows_(rows), columns_(columns), exits_(static_cast<square>(rows * columns)) {
    for (square from = 0; from < exits_.size(); ++from) {
      for (square to = 0; to < exits_.size(); ++to) {
        if (is_move(from, to)) exits_[from].push_back(to);
      }
    }
  }

  // They refer to the board, and change it while they run: a board serves one conjoin.
  positions<square> moves() {
    positions<square> all(exits_.size(),
                          [this] { return generator([this](yielder& yield) { go_on(yield); }); });
    all[0] = [this] { return generator([this](yielder& yield) { start(yield); }); };
    all[1] = [this] { return generator([this](yielder& yield) { leave_the_corner(yield); }); };
    all.back() = [this] { return generator([this](yielder& yield) { yield(last_); }); };
    return all;
  }

  bool is_closed_tour(const std::vector<square>& tour) const {
    if (tour.size() != exits_.size()) return false;
    std::vector<bool> visited(tour.size());
    square from = tour.back();
    for (square to : tour) {
      if (visited.at(to) || !is_move(from, to)) return false;
      visited[to] = true;
      from = to;
    }
    return true;
  }

 private:
  using generator = deepyield::generator<square>;
  using yielder = deepyield::yielder<square>;

  static void remove(std::vector<square>& squares, square s) {
    squares.erase(std::find(squares.begin(), squares.end(), s));
  }

  int row(square s) const { return static_cast<int>(s) / columns_; }
  int column(square s) const { return static_cast<int>(s) % columns_; }

  bool is_move(square from, square to) const {
    const int rows = std::abs(row(from) - row(to)), columns = std::abs(column(from) - column(to));
    return rows * columns == 2;
  }

  void start(yielder& yield) {
    enter(0);
    here_ = 0;
    yield(0);
    leave(0);
  }

  // Goes to one of two squares. The tour comes back from the other one, so that must stay free.
  void leave_the_corner(yielder& yield) {
    const std::vector<square> both = exits_[0];
    for (square next : both) {
      last_ = next == both[0] ? both[1] : both[0];
      enter(next);
      exits_[last_].push_back(0);
      here_ = next;
      yield(next);
      remove(exits_[last_], 0);
      leave(next);
    }
  }

  void go_on(yielder& yield) {
    for (square next : candidates()) {
      if (enter(next)) {
        here_ = next;
        yield(next);
      }
      leave(next);
    }
  }

  // The best squares first: those with few exits, far from the centre. A square with a single exit
  // must be entered now or never, but not if it is the tour's last.
  std::vector<square> candidates() const {
    std::vector<square> squares;
    for (square next : exits_[here_]) {
      if (exits_[next].size() == 1)
        return next == last_ ? std::vector<square>() : std::vector<square>{next};
      if (next != last_) squares.push_back(next);
    }
    std::sort(squares.begin(), squares.end(), [this](square a, square b) {
      return std::make_tuple(exits_[a].size(), -distance_from_centre(a), a) <
             std::make_tuple(exits_[b].size(), -distance_from_centre(b), b);
    });
    return squares;
  }

  int distance_from_centre(square s) const {  // in no particular unit: only for comparison
    const int rows = 2 * row(s) - (rows_ - 1), columns = 2 * column(s) - (columns_ - 1);
    return rows * rows + columns * columns;
  }

  // Removes the square from the exits of its neighbours. Returns false if a tour is then
  // impossible: a free square has lost its last exit, or two have only one exit left, and only one
  // of them can be entered next.
  bool enter(square entered) {
    int without_exit = 0, with_one = 0;
    for (square neighbour : exits_[entered]) {
      auto& exits = exits_[neighbour];
      remove(exits, entered);
      without_exit += exits.empty();
      with_one += exits.size() == 1;
    }
    return without_exit == 0 && with_one < 2;
  }

  void leave(square left) {
    for (square neighbour : exits_[left]) exits_[neighbour].push_back(left);
  }

  int rows_, columns_;
  std::vector<std::vector<square>> exits_;  // of each square, to free ones
  square here_ = 0;                         // where the knight was when the next generator began
  square last_ = 0;
};
