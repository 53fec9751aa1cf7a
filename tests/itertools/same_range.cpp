// One range given twice to an adaptor. A container is accepted. In a single-pass range, reading the
// second element ends the first one, so an adaptor that needs both at a time refuses it.
#include "support/debug_range.hpp"
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <deepyield/itertools.hpp>
#include <deepyield/shared_generator.hpp>

#include <boost/test/unit_test.hpp>

#include <functional>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace itertools = deepyield::itertools;
using boost::test_tools::per_element;
using ints = std::vector<int>;

template <class Adapt>
void is_refused(const char* adaptor, Adapt adapt) {
  const auto names_it = [&](const std::invalid_argument& error) {
    const std::string message = error.what();
    return message.find("deepyield: " + std::string(adaptor) +
                        "() was given the same range twice") == 0 &&
           message.find("batched()") != std::string::npos &&
           message.find("tee()") != std::string::npos;
  };
  BOOST_TEST_CONTEXT(adaptor) BOOST_CHECK_EXCEPTION(adapt(), std::invalid_argument, names_it);
}

// `one` and `same` are the same range.
template <class One, class Same>
void is_refused_where_two_elements_are_needed_at_a_time(One& one, Same& same) {
  const auto first = [](const auto& n, const auto&...) { return static_cast<int>(n); };
  const ints others(3);
  is_refused("zip", [&] { itertools::zip(one, same).next(); });
  is_refused("zip", [&] { itertools::zip(one, others, same).next(); });
  is_refused("zip", [&] { itertools::zip(others, one, same).next(); });
  is_refused("map", [&] { itertools::map(first, one, same).next(); });
  is_refused("interleave", [&] { itertools::interleave(one, same).next(); });
  is_refused("merge", [&] { itertools::merge(one, same).next(); });
  is_refused("merge", [&] { itertools::merge(std::less<>(), one, others, same).next(); });
  is_refused("compress", [&] { itertools::compress(one, same).next(); });
}

TYPED_TEST_CASE(a_generator_is_refused_where_two_elements_are_needed_at_a_time, Engine, engines) {
  auto g = numbers<Engine>(4);
  is_refused_where_two_elements_are_needed_at_a_time(g, g);
  BOOST_TEST(*g.next() == 0);
}

TYPED_TEST_CASE(copies_of_a_shared_generator_are_refused_as_one_range_is, Engine, engines) {
  const auto one = deepyield::share(numbers<Engine>(4)), other = one;
  is_refused_where_two_elements_are_needed_at_a_time(one, other);
  is_refused("zip", [&] {
    itertools::zip(deepyield::shared_generator<int, void, void, Engine>(one), other).next();
  });
  BOOST_TEST(*one.next() == 0);
}

BOOST_AUTO_TEST_CASE(a_lazy_range_a_peekable_one_and_any_that_is_read_once_are_refused) {
  auto lazy = itertools::range(4);
  is_refused_where_two_elements_are_needed_at_a_time(lazy, lazy);
  auto ahead = itertools::peekable(itertools::range(4));
  is_refused_where_two_elements_are_needed_at_a_time(ahead, ahead);
  auto branches = itertools::tee(itertools::range(4));
  is_refused_where_two_elements_are_needed_at_a_time(branches[0], branches[0]);
  debug_range read_once(4);
  is_refused("zip", [&] { itertools::zip(read_once, read_once).next(); });
}

BOOST_AUTO_TEST_CASE(an_rvalue_beside_it_is_still_its_owners_when_a_range_is_refused) {
  auto g = itertools::range(2);
  ints others{1, 2};
  is_refused("zip", [&] { itertools::zip(std::move(others), g, g).next(); });
  BOOST_TEST(others == (ints{1, 2}), per_element());
}

template <class Rows>
ints in_rows(Rows rows) {
  ints all;
  for (const auto& row : rows) all.push_back(10 * std::get<0>(row) + std::get<1>(row));
  return all;
}
template <class Range>
ints all(Range range) {
  return {range.begin(), range.end()};
}

TYPED_TEST_CASE(a_generator_may_be_given_twice_where_one_element_is_needed_at_a_time, Engine,
                engines) {
  const auto twice = [](auto adapt) {
    auto g = numbers<Engine>(4);
    return adapt(g);
  };
  BOOST_TEST(twice([](auto& g) { return all(itertools::chain(g, g)); }) == (ints{0, 1, 2, 3}),
             per_element());
  BOOST_TEST(twice([](auto& g) { return all(itertools::roundrobin(g, g)); }) == (ints{0, 1, 2, 3}),
             per_element());
  // zip_longest keeps values, taken one after the other: Python's idiom for groups.
  using itertools::fillvalue;
  BOOST_TEST(twice([](auto& g) { return in_rows(itertools::zip_longest(fillvalue(0), g, g)); }) ==
                 (ints{1, 23}),
             per_element());
  // As in Python: the first one reads all elements.
  BOOST_TEST(twice([](auto& g) { return in_rows(itertools::product(g, g)); }).empty());
}

BOOST_AUTO_TEST_CASE(a_container_may_be_given_twice_anywhere) {
  const ints v{1, 2, 0};
  BOOST_TEST(in_rows(itertools::zip(v, v)) == (ints{11, 22, 0}), per_element());
  BOOST_TEST(all(itertools::map(std::plus<int>(), v, v)) == (ints{2, 4, 0}), per_element());
  BOOST_TEST(all(itertools::interleave(v, v)) == (ints{1, 1, 2, 2, 0, 0}), per_element());
  BOOST_TEST(all(itertools::merge(std::greater<>(), v, v)).size() == 6u);
  BOOST_TEST(all(itertools::compress(v, v)) == (ints{1, 2}), per_element());
}

BOOST_AUTO_TEST_CASE(different_ranges_of_one_kind_are_no_one_range) {
  BOOST_TEST(in_rows(itertools::zip(itertools::range(2), itertools::range(2))) == (ints{0, 11}),
             per_element());
  auto branches = itertools::tee(itertools::range(2));
  BOOST_TEST(in_rows(itertools::zip(branches[0], branches[1])) == (ints{0, 11}), per_element());
  deepyield::shared_generator<int> closed, also_closed;
  BOOST_TEST(!itertools::zip(closed, also_closed).next());
}
