// The parts of the tour; each prints a few lines.
#pragma once

#include <iosfwd>

namespace tour {

void show_counting(std::ostream& out);      // counting.cpp
void show_arrangements(std::ostream& out);  // arrangements.cpp
void show_tree_walk(std::ostream& out);     // tree_walk.cpp

}  // namespace tour
