// boost_graph.hpp, left early at every edge: the graph is let go. That the memory of the search is
// freed, AddressSanitizer and Valgrind see.
#include "boost_graph.hpp"

#include "build_graph.hpp"
#include "support/leave_early.hpp"

#include <boost/test/unit_test.hpp>

#include <iterator>

BOOST_AUTO_TEST_CASE(leaving_at_every_edge) {
  const auto graph = build_graph<dependencies>();
  leave_early_in_every_way([&] { return depth_first(graph); },
                           [&] { BOOST_TEST(graph.use_count() == 1); }, 7);
}

BOOST_AUTO_TEST_CASE(it_finds_every_edge_but_those_to_what_is_complete) {
  auto edges = depth_first(build_graph<dependencies>());
  BOOST_TEST(std::distance(edges.begin(), edges.end()) == 7);
}

BOOST_AUTO_TEST_CASE(two_searches_in_step) {
  const auto graph = build_graph<dependencies>();
  auto one = depth_first(graph), other = depth_first(graph);
  while (const dependency* const edge = one.next()) BOOST_TEST(next(other).needs == edge->needs);
  BOOST_TEST(!other.next());
}
