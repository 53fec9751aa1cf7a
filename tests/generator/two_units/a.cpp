// Uses the headers in two translation units of one program. A generator is passed from one to the
// other, and both instantiate the same templates.
#include "generator/two_units/shared.hpp"

#include <boost/test/unit_test.hpp>

#include <numeric>

BOOST_AUTO_TEST_CASE(made_there_and_consumed_here) {
  auto g = made_in_the_other_unit();
  BOOST_TEST(std::accumulate(g.begin(), g.end(), 0) == 12);
}

BOOST_AUTO_TEST_CASE(made_here_and_consumed_there) {
  auto g = doubled<deepyield::engine::coroutine2>(numbers<deepyield::engine::coroutine2>(5));
  g.next();
  BOOST_TEST(consumed_in_the_other_unit(g) == 20);
}
