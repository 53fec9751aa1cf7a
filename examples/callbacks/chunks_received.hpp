// What a server of the line protocol receives, as it comes from the network.
#pragma once

#include <string>
#include <vector>

const std::vector<std::string> chunks_received{"set greeting 12\r\nhel", "lo, w",
                                               "orld\r\nget gree", "ting\r",
                                               "\nget nobody\r\nquit\r\nget gre"};
