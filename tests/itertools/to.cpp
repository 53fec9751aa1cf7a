// to: the elements of a range in a container.
#include <deepyield/itertools.hpp>
#include <deepyield/shared_generator.hpp>
#include <deepyield/to.hpp>

#include <boost/test/unit_test.hpp>

#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

using deepyield::generator;
using deepyield::to;
using deepyield::yielder;
using deepyield::itertools::enumerate;
using deepyield::itertools::filter;
using deepyield::itertools::zip;

generator<int> count_up_to(int n) {
  return [n](yielder<int>& yield) {
    for (int i = 1; i <= n; ++i) yield(i);
  };
}

template <class Expected, class Actual>
void is_exactly(const Actual& actual, const Expected& expected) {
  static_assert(std::is_same<Actual, Expected>::value, "");
  BOOST_TEST((actual == expected));
}

BOOST_AUTO_TEST_CASE(a_container_of_the_named_type) {
  is_exactly(to<std::vector<int>>(count_up_to(3)), std::vector<int>{1, 2, 3});
  is_exactly(to<std::vector<long>>(count_up_to(3)), std::vector<long>{1, 2, 3});
  is_exactly(to<std::deque<int>>(count_up_to(2)), std::deque<int>{1, 2});
  is_exactly(to<std::list<int>>(count_up_to(2)), std::list<int>{1, 2});
  is_exactly(to<std::multiset<int>>(std::vector<int>{2, 1, 2}), std::multiset<int>{1, 2, 2});
  is_exactly(to<std::set<int, std::greater<int>>>(count_up_to(2)),
             std::set<int, std::greater<int>>{1, 2});
  is_exactly(to<std::string>(std::vector<char>{'a', 'b'}), std::string("ab"));
  is_exactly(to<std::vector<std::string>>(std::vector<const char*>{"a", "b"}),
             std::vector<std::string>{"a", "b"});
  is_exactly(to<std::vector<int>>(generator<int>()), std::vector<int>());
}

BOOST_AUTO_TEST_CASE(a_container_of_the_ranges_values) {
  is_exactly(to<std::vector>(count_up_to(3)), std::vector<int>{1, 2, 3});
  is_exactly(to<std::set>(std::string("abba")), std::set<char>{'a', 'b'});
  const int array[] = {1, 2};
  is_exactly(to<std::vector>(array), std::vector<int>{1, 2});
  is_exactly(to<std::vector>(std::vector<bool>{true, false}), std::vector<bool>{true, false});
}

BOOST_AUTO_TEST_CASE(references_in_tuples_become_values) {
  const std::vector<std::string> names{"a", "b"};
  is_exactly(to<std::vector>(zip(names, count_up_to(2))),
             std::vector<std::tuple<std::string, int>>{{"a", 1}, {"b", 2}});
}

BOOST_AUTO_TEST_CASE(tuples_of_two_fill_maps) {
  std::vector<std::string> names{"a", "b"};
  is_exactly(to<std::map<std::string, long>>(zip(names, count_up_to(2))),
             std::map<std::string, long>{{"a", 1}, {"b", 2}});
  is_exactly(zip(names, count_up_to(2)) | to<std::map>(),
             std::map<std::string, int>{{"a", 1}, {"b", 2}});
  is_exactly(zip(names, count_up_to(2)) | to<std::unordered_map>(),
             std::unordered_map<std::string, int>{{"a", 1}, {"b", 2}});
  BOOST_TEST((enumerate(names) | to<std::map>()).at(1) == "b");
  const std::map<int, int> pairs{{1, 2}};
  is_exactly(to<std::map>(pairs), pairs);
  is_exactly(to<std::vector>(pairs), std::vector<std::pair<int, int>>{{1, 2}});
}

BOOST_AUTO_TEST_CASE(after_a_pipe) {
  const auto odd = [](int i) { return i % 2 == 1; };
  is_exactly(count_up_to(5) | filter(odd) | to<std::vector>(), std::vector<int>{1, 3, 5});
  is_exactly(count_up_to(5) | filter(odd) | to<std::list<long>>(), std::list<long>{1, 3, 5});
  auto some = count_up_to(3);
  is_exactly(some | to<std::vector>(), std::vector<int>{1, 2, 3});
  BOOST_TEST(!some.next());
}

BOOST_AUTO_TEST_CASE(elements_that_are_given_away_are_moved) {
  using owned = std::unique_ptr<int>;
  const auto make = [] {
    return generator<owned>(
        [](yielder<owned>& yield) { yield(std::make_unique<int>(1)), yield(nullptr); });
  };
  BOOST_TEST(*to<std::vector>(make())[0] == 1);
  BOOST_TEST(*to<std::vector<owned>>(deepyield::share(make()))[0] == 1);
  BOOST_TEST(
      (make() | filter([](const owned& kept) { return kept != nullptr; }) | to<std::list<owned>>())
          .size() == 1u);
}

BOOST_AUTO_TEST_CASE(elements_that_the_range_keeps_are_copied) {
  const std::vector<std::string> words{"kept"};
  generator<const std::string&> by_reference = [&](yielder<const std::string&>& yield) {
    yield.from(words);
  };
  BOOST_TEST(to<std::vector>(by_reference)[0] == "kept");
  BOOST_TEST(words[0] == "kept");
}

BOOST_AUTO_TEST_CASE(what_the_range_throws_comes_out) {
  const auto failing = [] {
    return generator<int>([](yielder<int>& yield) {
      yield(1);
      throw std::runtime_error("no more");
    });
  };
  BOOST_CHECK_THROW(to<std::vector>(failing()), std::runtime_error);
}
