// Dates that were typed without separators, and what such a date may be.
#pragma once

#include <string>
#include <vector>

const std::string date_pattern = "^(3[01]|[12][0-9]|[1-9])(1[0-2]|[1-9])(20[0-9]{2})$";
const std::vector<std::string> typed_dates{"24122024", "1112024", "3132024", "3122024", "32132024"};
