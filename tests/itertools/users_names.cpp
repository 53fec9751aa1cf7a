// A program may have functions with the names of the library's internal ones: argument-dependent
// lookup on a lazy range finds none of the library's.
#include <deepyield/itertools.hpp>

#include <boost/test/unit_test.hpp>

#include <vector>

namespace users {

#define DEEPYIELD_USERS_FUNCTION(name) \
  template <class... Argument>         \
  int name(Argument&&...) {            \
    return 1;                          \
  }
DEEPYIELD_USERS_FUNCTION(accumulate)
DEEPYIELD_USERS_FUNCTION(all)
DEEPYIELD_USERS_FUNCTION(all_of)
DEEPYIELD_USERS_FUNCTION(begin_of)
DEEPYIELD_USERS_FUNCTION(chain)
DEEPYIELD_USERS_FUNCTION(collect)
DEEPYIELD_USERS_FUNCTION(end_of)
DEEPYIELD_USERS_FUNCTION(executing)
DEEPYIELD_USERS_FUNCTION(filter)
DEEPYIELD_USERS_FUNCTION(for_each)
DEEPYIELD_USERS_FUNCTION(gap)
DEEPYIELD_USERS_FUNCTION(hold)
DEEPYIELD_USERS_FUNCTION(in_use)
DEEPYIELD_USERS_FUNCTION(is_executing)
DEEPYIELD_USERS_FUNCTION(iteration_of)
DEEPYIELD_USERS_FUNCTION(make_closure)
DEEPYIELD_USERS_FUNCTION(make_unique)
DEEPYIELD_USERS_FUNCTION(map)
DEEPYIELD_USERS_FUNCTION(merge)
DEEPYIELD_USERS_FUNCTION(partition)
DEEPYIELD_USERS_FUNCTION(refuse_same_range)
DEEPYIELD_USERS_FUNCTION(tee)
DEEPYIELD_USERS_FUNCTION(to_vector)
DEEPYIELD_USERS_FUNCTION(zip)

}  // namespace users

BOOST_AUTO_TEST_CASE(users_functions_are_called_with_lazy_ranges) {
  using namespace users;
  auto squares = deepyield::itertools::map([](int n) { return n * n; }, std::vector<int>{1, 2});
  auto both = deepyield::itertools::zip(squares, std::vector<int>{1, 2});
  const int calls[] = {accumulate(squares, both),
                       all(squares),
                       all_of(squares),

                       begin_of(squares),
                       chain(squares),
                       collect(squares),
                       end_of(squares),
                       executing(squares, 0),
                       filter(squares, both),
                       for_each(squares, both),
                       gap(squares, squares),
                       hold(squares),
                       in_use(squares, 0),
                       is_executing(squares),
                       iteration_of(squares),
                       make_closure(squares),
                       make_unique(squares),
                       map(squares, both),
                       merge(squares, both),
                       partition(squares, both),
                       refuse_same_range("zip", squares),
                       tee(squares),
                       to_vector(both),
                       zip(squares, both)};
  int called = 0;
  for (const int call : calls) called += call;
  BOOST_TEST(called == static_cast<int>(sizeof calls / sizeof *calls));
}
