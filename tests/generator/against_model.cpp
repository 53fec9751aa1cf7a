// Random generators under random use, beside a plain model of the protocol: every element,
// exception, result and destructor in the same order.
#define BOOST_TEST_MODULE model
#include "model/both.hpp"
#include "support/engines.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_CASE_TEMPLATE(generators_do_what_the_model_does, Engine, engines) {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    model::both<Engine> sides(seed);
    for (int step = 0; step < 200; ++step) {
      const std::string difference = sides.step();
      BOOST_REQUIRE_MESSAGE(difference.empty(),
                            "seed " << seed << ", step " << step << ": " << difference);
    }
  }
}
