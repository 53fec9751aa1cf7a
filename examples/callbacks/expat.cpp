// Two parsers of expat at work at once: the articles of two feeds as one list, newest first. None
// is read before it is printed.
#include "expat.hpp"

#include <deepyield/itertools.hpp>

#include <iostream>

int main() {
  auto kernel_news = articles(expat::events(kernel_feed));
  auto compiler_news = articles(expat::events(compiler_feed));
  for (const article& each : deepyield::itertools::merge(is_newer, kernel_news, compiler_news))
    std::cout << each;
}
