// Permutations and combinations by plain recursion, in the order of Python's itertools. The yielder
// is passed on; no level needs a generator.
#include "parts.hpp"

#include "../support/text.hpp"

#include <deepyield/generator.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>

namespace tour {
namespace {

using support::grouped;

using yielder = deepyield::yielder<const std::string&>;

// All orders of the letters from `first` on.
void permute(std::string& letters, std::size_t first, yielder& yield) {
  if (first == letters.size()) return yield(letters);

  const auto front = letters.begin() + static_cast<std::ptrdiff_t>(first);
  for (auto letter = front; letter != letters.end(); ++letter) {
    // this letter to the front, the others keep their order
    std::rotate(front, letter, letter + 1);
    permute(letters, first + 1, yield);
    std::rotate(front, front + 1, letter + 1);  // and back
  }
}

// All ways to add letters from `first` on to those chosen, until there are `count`.
void choose(const std::string& letters, std::size_t count, std::size_t first, std::string& chosen,
            yielder& yield) {
  if (chosen.size() == count) return yield(chosen);

  for (std::size_t letter = first; letter < letters.size(); ++letter) {
    chosen.push_back(letters[letter]);
    choose(letters, count, letter + 1, chosen, yield);
    chosen.pop_back();
  }
}

deepyield::generator<const std::string&> permutations(std::string letters) {
  return [letters](yielder& yield) mutable { permute(letters, 0, yield); };
}

deepyield::generator<const std::string&> combinations(std::string letters, std::size_t count) {
  return [=](yielder& yield) {
    std::string chosen;
    choose(letters, count, 0, chosen, yield);
  };
}

std::uint64_t factorial(std::uint64_t n) { return n < 2 ? 1 : n * factorial(n - 1); }

}  // namespace

void show_arrangements(std::ostream& out) {
  const std::string letters = "abcdefghijklmnopqrst";

  out << "  The first ten orders of 20 letters, of " << grouped(factorial(letters.size())) << ":\n";
  int shown = 0;
  for (const std::string& order : permutations(letters)) {
    out << "    " << order << '\n';
    if (++shown == 10) break;  // the rest is never made
  }

  out << "  Pairs out of abcd:     ";
  for (const std::string& pair : combinations("abcd", 2)) out << ' ' << pair;

  out << "\n  Fives out of 20 letters, without an e: ";
  auto fives = combinations(letters, 5);
  const auto without_e = [](const std::string& five) {
    return five.find('e') == std::string::npos;
  };
  out << "the first is " << *std::find_if(fives.begin(), fives.end(), without_e);
  out << ", and there are "
      << grouped(1 +
                 static_cast<std::uint64_t>(std::count_if(fives.begin(), fives.end(), without_e)))
      << '\n';
}

}  // namespace tour
