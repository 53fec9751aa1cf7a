// soak MINUTES [SEED]: runs the model test on every engine for so many minutes, with seeds from
// SEED on, or from a random one.
#include "model/both.hpp"
#include "support/engines.hpp"

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <tuple>
#include <utility>

namespace {

constexpr int steps = 500;

template <class Engine>
bool agree(unsigned seed) {
  model::both<Engine> sides(seed);
  for (int step = 0; step < steps; ++step) {
    const std::string difference = sides.step();
    if (difference.empty()) continue;
    std::cout << "engine::" << Engine::name()
              << " differs from the model; to see it again: ./dev soak 0 " << seed << "\nstep "
              << step << ": " << difference << std::endl;
    return false;
  }
  return true;
}

template <class... Engine>
bool all_agree(unsigned seed, const std::tuple<Engine...>*) {
  bool agreed = true;
  const bool each[] = {(agreed = agreed && agree<Engine>(seed))...};
  (void)each;
  return agreed;
}

}  // namespace

int main(int arguments, char** argument) {
  if (arguments < 2) {
    std::cerr << "usage: soak MINUTES [SEED]\n";
    return 2;
  }
  const auto end = std::chrono::steady_clock::now() +
                   std::chrono::duration<double, std::ratio<60>>(std::strtod(argument[1], nullptr));
  const unsigned first = arguments > 2
                             ? static_cast<unsigned>(std::strtoul(argument[2], nullptr, 10))
                             : std::random_device()();
  std::cout << "seed " << first << '\n' << std::flush;
  unsigned seed = first;
  do
    if (!all_agree(seed, static_cast<const engines*>(nullptr))) return 1;
  while (++seed, std::chrono::steady_clock::now() < end);
  std::cout << "no difference in " << static_cast<unsigned long>(seed - first) * steps
            << " steps on each engine\n";
}
