// A server of a line protocol, which is given what arrives, as it arrives.
#include "line_protocol.hpp"

#include "chunks_received.hpp"

#include <algorithm>
#include <iostream>

int main() {
  auto server = session(std::cout);
  for (const std::string& chunk : chunks_received) {
    std::cout << "-- " << chunk.size() << " bytes\n";
    std::copy(chunk.begin(), chunk.end(), server.out());
  }
  std::cout << (server.done() ? "-- the client has quit\n" : "-- the client waits\n");
}
