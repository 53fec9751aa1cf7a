// The edges of a graph as a depth-first search finds them. Exceptions may pass through Boost.Graph,
// a C++ library, so its visitor yields without guard.
#pragma once

#include <deepyield/generator.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/depth_first_search.hpp>

#include <memory>
#include <string>
#include <vector>

using dependencies = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, std::string>;

struct dependency {
  std::string target, needs;
  bool closes_cycle;
};

class yielding_visitor : public boost::dfs_visitor<> {
 public:
  explicit yielding_visitor(deepyield::yielder<dependency>& yield) : yield_(yield) {}

  template <class Edge, class Graph>
  void tree_edge(Edge edge, const Graph& graph) const {
    yield_({graph[source(edge, graph)], graph[target(edge, graph)], false});
  }
  template <class Edge, class Graph>
  void back_edge(Edge edge, const Graph& graph) const {
    yield_({graph[source(edge, graph)], graph[target(edge, graph)], true});
  }

 private:
  deepyield::yielder<dependency>& yield_;
};

inline deepyield::generator<dependency> depth_first(std::shared_ptr<const dependencies> graph) {
  return [=](deepyield::yielder<dependency>& yield) {
    std::vector<boost::default_color_type> colors(num_vertices(*graph));
    boost::depth_first_search(
        *graph, yielding_visitor(yield),
        boost::make_iterator_property_map(colors.begin(), get(boost::vertex_index, *graph)));
  };
}
