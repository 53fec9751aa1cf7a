// What the parts of a program need, with a mistake: there is a cycle.
#pragma once

#include <boost/graph/adjacency_list.hpp>

#include <memory>
#include <string>
#include <utility>

template <class Graph>
std::shared_ptr<const Graph> build_graph() {
  const char* const names[] = {"app", "window", "fonts", "network", "crypto", "logger", "files"};
  enum { app, window, fonts, network, crypto, logger, files };
  const std::pair<int, int> needs[] = {{app, window},     {app, network},   {window, fonts},
                                       {network, crypto}, {crypto, logger}, {logger, files},
                                       {logger, network}};
  auto graph = std::make_shared<Graph>();
  for (const char* name : names) add_vertex(name, *graph);
  for (const auto& each : needs)
    add_edge(static_cast<std::size_t>(each.first), static_cast<std::size_t>(each.second), *graph);
  return graph;
}
