// Prints what expat.cpp does: only the parser differs.
#include "libxml2.hpp"

#include <deepyield/itertools.hpp>

#include <iostream>

int main() {
  auto kernel_news = articles(libxml2::events(kernel_feed));
  auto compiler_news = articles(libxml2::events(compiler_feed));
  for (const article& each : deepyield::itertools::merge(is_newer, kernel_news, compiler_news))
    std::cout << each;
}
