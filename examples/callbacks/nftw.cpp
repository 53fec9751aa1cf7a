// os.walk: each folder of a project with its files, from the innermost outwards.
#include "nftw.hpp"

#include "sample_project.hpp"

#include <iostream>

int main() {
  const sample_project project;
  for (const folder& each : walk(project.path())) {
    std::cout << project.relative(each.path) << ':';
    for (const std::string& name : each.folders) std::cout << ' ' << name << '/';
    for (const std::string& name : each.files) std::cout << ' ' << name;
    std::cout << '\n';
  }
}
