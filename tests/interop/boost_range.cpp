// Generators and Boost.Range: the adaptors and algorithms that take single-pass ranges, on lvalues
// and on shared handles.
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <deepyield/shared_generator.hpp>

#include <boost/range/adaptor/formatted.hpp>
#include <boost/range/adaptor/indexed.hpp>
#include <boost/range/adaptor/type_erased.hpp>
#include <boost/range/adaptors.hpp>
#include <boost/range/algorithm.hpp>
#include <boost/range/algorithm_ext/push_back.hpp>
#include <boost/range/any_range.hpp>
#include <boost/range/concepts.hpp>
#include <boost/range/iterator_range.hpp>
#include <boost/range/numeric.hpp>
#include <boost/test/unit_test.hpp>

#include <functional>
#include <iterator>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace adaptors = boost::adaptors;
using boost::test_tools::per_element;

template <class Engine, class Value>
generator_on<Engine, Value> elements_of(std::vector<Value> values) {
  return [values = std::move(values)](yielder_on<Engine, Value>& yield) { yield.from(values); };
}

bool odd(int i) { return i % 2; }
int squared(int i) { return i * i; }
const auto number_and_value = [](const auto& element) {
  return 10 * static_cast<int>(element.index()) + element.value();
};

const std::vector<int> ones_and_more{1, 1, 2, 3, 3, 3, 4, 5, 5};
const std::vector<std::pair<int, std::string>> pairs{{1, "one"}, {2, "two"}};

template <class Range>
auto collected(const Range& range) {
  std::vector<std::decay_t<decltype(*boost::begin(range))>> all;
  boost::copy(range, std::back_inserter(all));
  return all;
}

TYPED_TEST_CASE(a_generator_is_a_single_pass_range, Engine, engines) {
  BOOST_CONCEPT_ASSERT((boost::SinglePassRangeConcept<generator_on<Engine, int>>));
  BOOST_CONCEPT_ASSERT((boost::SinglePassRangeConcept<const generator_on<Engine, int>>));
  BOOST_CONCEPT_ASSERT(
      (boost::SinglePassRangeConcept<const deepyield::shared_generator<int, void, void, Engine>>));
  BOOST_TEST(true);
}

// Checks that a pipe gives the same for a generator, and for a shared one whose owner is gone, as
// for a vector.
template <class Engine, class Value, class Pipe>
void gives_the_same_on_generators(const char* name, const std::vector<Value>& values, Pipe pipe) {
  BOOST_TEST_CONTEXT(name) {
    auto copy = values;
    const auto expected = collected(pipe(copy));
    auto g = elements_of<Engine>(values);
    BOOST_TEST((collected(pipe(g)) == expected));
    const auto piped = pipe(deepyield::share(elements_of<Engine>(values)));
    BOOST_TEST((collected(piped) == expected));
  }
}

#define ADAPTOR(values, ...)                                 \
  gives_the_same_on_generators<Engine>(#__VA_ARGS__, values, \
                                       [](auto&& range) { return range | __VA_ARGS__; })

TYPED_TEST_CASE(adaptors_of_boost_range, Engine, engines) {
  static int numbers[] = {7, 8};
  ADAPTOR(ones_and_more, adaptors::filtered(odd));
  ADAPTOR(ones_and_more, adaptors::transformed(squared));
  ADAPTOR(ones_and_more, adaptors::replaced(3, 9));
  ADAPTOR(ones_and_more, adaptors::replaced_if(odd, 9));
  ADAPTOR(ones_and_more,
          adaptors::filtered(odd) | adaptors::replaced(3, 0) | adaptors::transformed(squared));
  ADAPTOR((std::vector<int*>{numbers + 1, numbers}), adaptors::indirected);
  ADAPTOR(pairs, adaptors::map_keys);
  ADAPTOR(pairs, adaptors::map_values);
  ADAPTOR(ones_and_more, adaptors::indexed(1) | adaptors::transformed(number_and_value));
  ADAPTOR(ones_and_more, adaptors::type_erased<>());
  // The others (adjacent_filtered, uniqued, strided, sliced, reversed, tokenized) need a forward
  // range.
}

TYPED_TEST_CASE(formatted_as_text, Engine, engines) {
  auto g = numbers<Engine>(3);
  std::ostringstream text;
  text << (g | adaptors::formatted(" ", "<", ">"))
       << (deepyield::share(numbers<Engine>(2)) | adaptors::formatted());
  BOOST_TEST(text.str() == "<0 1 2>{0,1}");
}

// Compares algorithms on two sorted ranges, as statements that write their results to `out`.
template <class Engine, class Algorithm>
void finds_the_same_on_generators(const char* name, Algorithm algorithm) {
  const std::vector<int> others{1, 3, 8};
  std::vector<long> expected, found, found_in_shared;
  algorithm(ones_and_more, others, std::back_inserter(expected));
  auto a = elements_of<Engine>(ones_and_more), b = elements_of<Engine>(others);
  algorithm(a, b, std::back_inserter(found));
  algorithm(deepyield::share(elements_of<Engine>(ones_and_more)),
            deepyield::share(elements_of<Engine>(others)), std::back_inserter(found_in_shared));
  BOOST_TEST_CONTEXT(name) {
    BOOST_TEST(found == expected, per_element());
    BOOST_TEST(found_in_shared == expected, per_element());
  }
}

#define ALGORITHM(...)                                                                            \
  finds_the_same_on_generators<Engine>(#__VA_ARGS__, [](const auto& a, const auto& b, auto out) { \
    (void)a, (void)b, (void)out;                                                                  \
    __VA_ARGS__;                                                                                  \
  })

TYPED_TEST_CASE(algorithms_of_boost_range, Engine, engines) {
  ALGORITHM(boost::for_each(a, [&](int i) { *out++ = i; }));
  ALGORITHM(*out++ = *boost::find(a, 3));
  ALGORITHM(*out++ = *boost::find_if(a, [](int i) { return i > 1; }));
  ALGORITHM(boost::copy(boost::find<boost::return_found_end>(a, 3), out));
  ALGORITHM(*out++ = *boost::find_first_of(a, std::vector<int>{3, 5}));
  ALGORITHM(*out++ = boost::count(a, 3); *out++ = boost::count_if(b, odd));
  ALGORITHM(*out++ = boost::equal(a, b));
  ALGORITHM(*out++ = boost::lexicographical_compare(a, b));
  ALGORITHM(*out++ = boost::includes(a, b));
  ALGORITHM(*out++ = boost::distance(a));
  ALGORITHM(*out++ = *boost::mismatch(a, b).first);
  ALGORITHM(boost::copy(a, out));
  ALGORITHM(boost::transform(a, out, squared));
  ALGORITHM(boost::transform(a, b, out, std::plus<>()));
  ALGORITHM(boost::remove_copy(a, out, 3));
  ALGORITHM(boost::remove_copy_if(a, out, odd));
  ALGORITHM(boost::unique_copy(a, out));
  ALGORITHM(boost::merge(a, b, out));
  ALGORITHM(boost::set_union(a, b, out));
  ALGORITHM(boost::set_intersection(a, b, out));
  ALGORITHM(boost::set_difference(a, b, out));
  ALGORITHM(boost::set_symmetric_difference(a, b, out));
  ALGORITHM(*out++ = boost::accumulate(a, 0));
  ALGORITHM(*out++ = boost::inner_product(b, a, 0));
  ALGORITHM(boost::partial_sum(a, out));
  ALGORITHM(boost::adjacent_difference(a, out));
  ALGORITHM(std::vector<long> all; boost::push_back(all, a); boost::copy(all, out));
}

// libc++'s iterator_traits do not accept Boost's iterators over move-only elements.
#if !defined(_LIBCPP_VERSION)
TYPED_TEST_CASE(move_only_elements_pass_through_adaptors, Engine, engines) {
  using owned = std::unique_ptr<int>;
  generator_on<Engine, owned> g = [](yielder_on<Engine, owned>& yield) {
    for (int i = 0; i < 4; ++i) yield(std::make_unique<int>(i));
  };
  std::vector<owned> taken;
  for (owned& element : g | adaptors::filtered([](const owned& i) { return odd(*i); }))
    taken.push_back(std::move(element));
  BOOST_REQUIRE(taken.size() == 2u);
  BOOST_TEST(*taken[1] == 3);
}
#endif

TYPED_TEST_CASE(an_adaptor_resumes_to_the_first_element_and_a_second_one_goes_on, Engine, engines) {
  auto g = numbers<Engine>(5);
  const auto first = g | adaptors::transformed(squared);
  BOOST_TEST((g.state() == deepyield::generator_state::suspended));
  BOOST_TEST(*first.begin() == 0);
  BOOST_TEST(collected(g | adaptors::filtered(odd)) == (std::vector<int>{1, 3}), per_element());
}

TYPED_TEST_CASE(a_shared_one_may_be_kept_in_a_range_of_any_kind, Engine, engines) {
  const boost::any_range<int, boost::single_pass_traversal_tag, int&, std::ptrdiff_t> any =
      deepyield::share(numbers<Engine>(3));
  BOOST_TEST(collected(any) == (std::vector<int>{0, 1, 2}), per_element());
  auto g = numbers<Engine>(3);
  BOOST_TEST(collected(boost::make_iterator_range(g)) == (std::vector<int>{0, 1, 2}),
             per_element());
}

TYPED_TEST_CASE(a_body_yields_from_adaptors_and_writes_by_algorithms, Engine, engines) {
  auto source = numbers<Engine>(4);
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    yield.from(source | adaptors::transformed(squared));
    boost::copy(ones_and_more | adaptors::uniqued, yield.out());
  };
  BOOST_TEST(collected(g) == (std::vector<int>{0, 1, 4, 9, 1, 2, 3, 4, 5}), per_element());
}
