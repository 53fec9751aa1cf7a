// A program may call its own functions as ours are called inside: argument-dependent lookup finds
// none of ours for a lazy range.
#define BOOST_TEST_MODULE itertools_users_names
#include <deepyield/itertools.hpp>

#include <boost/test/unit_test.hpp>

#include <vector>

namespace users {

#define DEEPYIELD_USERS_FUNCTION(name) \
  template <class... Argument>         \
  int name(Argument&&...) {            \
    return 1;                          \
  }
DEEPYIELD_USERS_FUNCTION(all)
DEEPYIELD_USERS_FUNCTION(all_of)
DEEPYIELD_USERS_FUNCTION(collect)
DEEPYIELD_USERS_FUNCTION(filter)
DEEPYIELD_USERS_FUNCTION(for_each)
DEEPYIELD_USERS_FUNCTION(hold)
DEEPYIELD_USERS_FUNCTION(map)
DEEPYIELD_USERS_FUNCTION(to_vector)
DEEPYIELD_USERS_FUNCTION(zip)

}  // namespace users

BOOST_AUTO_TEST_CASE(users_functions_are_called_with_lazy_ranges) {
  using namespace users;
  auto squares = deepyield::itertools::map([](int n) { return n * n; }, std::vector<int>{1, 2});
  auto both = deepyield::itertools::zip(squares, std::vector<int>{1, 2});
  const int calls[] = {all(squares),          all_of(squares),         collect(squares),
                       filter(squares, both), for_each(squares, both), hold(squares),
                       map(squares, both),    to_vector(both),         zip(squares, both)};
  int called = 0;
  for (const int call : calls) called += call;
  BOOST_TEST(called == static_cast<int>(sizeof calls / sizeof *calls));
}
