// Boost.Graph's visitor as callbacks. What is worse:
// - Nothing stops the search but an exception, though a found cycle is what was looked for.
// - Boost.Graph copies the visitor, so its state lies outside, and it keeps a reference.
// - Printing, the path and when to stop are in the visitor: each use needs a visitor of its own.
#include "../build_graph.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/depth_first_search.hpp>

#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

using dependencies = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, std::string>;

struct found_cycle {};

class cycle_finder : public boost::dfs_visitor<> {
 public:
  explicit cycle_finder(std::vector<std::string>& path) : path_(path) {}

  template <class Edge, class Graph>
  void tree_edge(Edge edge, const Graph& graph) const {
    append(graph[source(edge, graph)], graph[target(edge, graph)]);
  }
  template <class Edge, class Graph>
  void back_edge(Edge edge, const Graph& graph) const {
    append(graph[source(edge, graph)], graph[target(edge, graph)]);
    throw found_cycle();
  }

 private:
  void append(const std::string& name, const std::string& needs) const {
    std::cout << name << " needs " << needs << '\n';
    while (!path_.empty() && path_.back() != name) path_.pop_back();
    if (path_.empty()) path_.push_back(name);
    path_.push_back(needs);
  }

  std::vector<std::string>& path_;
};

int main() {
  const auto graph = build_graph<dependencies>();
  std::vector<std::string> path;
  try {
    std::vector<boost::default_color_type> colors(num_vertices(*graph));
    boost::depth_first_search(
        *graph, cycle_finder(path),
        boost::make_iterator_property_map(colors.begin(), get(boost::vertex_index, *graph)));
  } catch (const found_cycle&) {
    std::cout << "a cycle:";
    for (auto name = std::find(path.begin(), path.end(), path.back()); name != path.end(); ++name)
      std::cout << ' ' << *name;
    std::cout << '\n';
  }
}
