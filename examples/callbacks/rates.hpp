// A file of exchange rates, a line for each day, and its URL.
#pragma once

#include "temporary_folder.hpp"

#include <string>

class rates : public temporary_folder {
 public:
  rates() {
    std::string text = "day,EUR/CHF\n";
    for (int day = 1; day <= 20000; ++day)
      text += std::to_string(day) + ",0.9" + std::to_string(100 + day * 37 % 800) + '\n';
    add_file("rates.csv", text);
  }

  std::string url() const { return "file://" + path() + "/rates.csv"; }
};
