// The first cycle in a build graph. The search ends where the loop ends.
#include "boost_graph.hpp"

#include "build_graph.hpp"

#include <algorithm>
#include <iostream>
#include <vector>

int main() {
  std::vector<std::string> path;
  for (const dependency& each : depth_first(build_graph<dependencies>())) {
    std::cout << each.target << " needs " << each.needs << '\n';
    while (!path.empty() && path.back() != each.target) path.pop_back();
    if (path.empty()) path.push_back(each.target);
    path.push_back(each.needs);
    if (each.closes_cycle) break;
  }

  std::cout << "a cycle:";
  for (auto name = std::find(path.begin(), path.end(), path.back()); name != path.end(); ++name)
    std::cout << ' ' << *name;
  std::cout << '\n';
}
