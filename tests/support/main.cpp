// The main function of each test.
#define BOOST_TEST_MODULE deepyield
#include <boost/test/unit_test.hpp>
