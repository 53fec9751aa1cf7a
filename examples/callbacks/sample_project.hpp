// A folder with a small project in it.
#pragma once

#include "temporary_folder.hpp"

#include <string>

class sample_project : public temporary_folder {
 public:
  sample_project() {
    for (const char* folder : {"src", "src/parser", "src/parser/tests"}) add_folder(folder);
    for (const char* file :
         {"README.md", "CMakeLists.txt", "src/main.cpp", "src/parser/parser.hpp",
          "src/parser/parser.cpp", "src/parser/tests/numbers.cpp", "src/parser/tests/strings.cpp"})
      add_file(file);
  }

  std::string relative(const std::string& below) const { return '.' + below.substr(path().size()); }
};
