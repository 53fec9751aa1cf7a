// A comparison that a sort makes, and how it is shown.
#pragma once

#include <iomanip>
#include <iostream>
#include <string>
#include <vector>

struct comparison {
  int left, right;
};

// Prints the numbers, with brackets around those that are compared, if any.
inline void show(const std::vector<int>& numbers, const comparison* now) {
  for (const int number : numbers) {
    const std::string text = std::to_string(number);
    const bool is_compared = now && (number == now->left || number == now->right);
    std::cout << std::setw(5) << (is_compared ? '[' + text + ']' : text + ' ');
  }
  std::cout << "    |";
}
