// Adaptors: which arguments they refuse, and what comes of an exception of a range or a function.
#include "itertools/adaptors/adaptors.hpp"
#include "support/debug_range.hpp"

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

BOOST_AUTO_TEST_CASE(numbers_below_zero_are_refused) {
  const auto refused_by = [](const std::string& function) {
    return [function](const std::invalid_argument& error) {
      return std::string(error.what()).find(function + "() needs") != std::string::npos;
    };
  };
  BOOST_CHECK_EXCEPTION(static_cast<void>(batched(range(3), -1)), std::invalid_argument,
                        refused_by("batched"));
  BOOST_CHECK_EXCEPTION(static_cast<void>(combinations(range(3), -1)), std::invalid_argument,
                        refused_by("combinations"));
  BOOST_CHECK_EXCEPTION(static_cast<void>(combinations_with_replacement(range(3), -1)),
                        std::invalid_argument, refused_by("combinations_with_replacement"));
  BOOST_CHECK_EXCEPTION(static_cast<void>(islice(range(3), -1)), std::invalid_argument,
                        refused_by("islice"));
  BOOST_CHECK_EXCEPTION(static_cast<void>(islice(range(3), -1, no_stop)), std::invalid_argument,
                        refused_by("islice"));
  BOOST_CHECK_EXCEPTION(static_cast<void>(islice(range(3), 1, 2, -1L)), std::invalid_argument,
                        refused_by("islice"));
  BOOST_CHECK_EXCEPTION(static_cast<void>(range(3) | islice(-1)), std::invalid_argument,
                        refused_by("islice"));
  BOOST_CHECK_EXCEPTION(static_cast<void>(permutations(range(3), -1)), std::invalid_argument,
                        refused_by("permutations"));
  BOOST_CHECK_EXCEPTION(static_cast<void>(product(range(3), -1)), std::invalid_argument,
                        refused_by("product"));
  BOOST_CHECK_EXCEPTION(static_cast<void>(tee(range(3), -1)), std::invalid_argument,
                        refused_by("tee"));
  BOOST_CHECK_EXCEPTION(static_cast<void>(sliding_window(range(3), short(-1))),
                        std::invalid_argument, refused_by("sliding_window"));
  BOOST_TEST(!repeat(1, -1).next());  // as in Python
}

BOOST_AUTO_TEST_CASE(what_was_to_be_read_is_still_its_owners_when_a_number_is_refused) {
  std::vector<int> numbers = {1, 2, 3};
  BOOST_CHECK_THROW(static_cast<void>(batched(std::move(numbers), 0)), std::invalid_argument);
  BOOST_CHECK_THROW(static_cast<void>(combinations(std::move(numbers), -1)), std::invalid_argument);
  BOOST_CHECK_THROW(static_cast<void>(combinations_with_replacement(std::move(numbers), -1)),
                    std::invalid_argument);
  BOOST_CHECK_THROW(static_cast<void>(islice(std::move(numbers), -1)), std::invalid_argument);
  BOOST_CHECK_THROW(static_cast<void>(islice(std::move(numbers), 0, -1)), std::invalid_argument);
  BOOST_CHECK_THROW(static_cast<void>(islice(std::move(numbers), 0, 1, 0)), std::invalid_argument);
  BOOST_CHECK_THROW(static_cast<void>(permutations(std::move(numbers), -1)), std::invalid_argument);
  BOOST_CHECK_THROW(static_cast<void>(product(std::move(numbers), -1)), std::invalid_argument);
  BOOST_CHECK_THROW(static_cast<void>(tee(std::move(numbers), -1)), std::invalid_argument);
  BOOST_CHECK_THROW(static_cast<void>(sliding_window(std::move(numbers), 0)),
                    std::invalid_argument);
  BOOST_TEST(numbers == (std::vector<int>{1, 2, 3}), per_element());
}

BOOST_AUTO_TEST_CASE(what_a_range_throws_each_branch_of_tee_throws_that_gets_there) {
  auto branches = tee(generator<int>([](yielder<int>& yield) {
    yield(1);
    throw std::runtime_error("the source");
  }));
  for (auto& branch : branches) {
    BOOST_TEST(*branch.next() == 1);
    BOOST_CHECK_THROW(branch.next(), std::runtime_error);
    BOOST_TEST(!branch.next());
  }
}

// Adapts 0, 1, 2... with a function that throws at 1: the adaptor throws that, and then has ended.
template <class Adapt>
void throws_what_its_function_throws(const char* name, Adapt adapt) {
  const auto fail_at_1 = [](auto&&... number) -> int {
    for (const int each : {static_cast<int>(number)...})
      if (each == 1) throw std::runtime_error("the function fails");
    return 0;
  };
  debug_range range(6);
  auto adapted = adapt(range, fail_at_1);
  const auto until_the_end = [&] {
    while (adapted.next()) BOOST_TEST(*range.asked() <= 1);
  };
  BOOST_TEST_CONTEXT(name) {
    BOOST_CHECK_THROW(until_the_end(), std::runtime_error);
    BOOST_TEST(*range.asked() == 2);
    BOOST_TEST(!adapted.next());
    BOOST_TEST(*range.asked() == 2);
  }
}
#define THROWS(adapted) \
  throws_what_its_function_throws(#adapted, [](auto& range, auto function) { return adapted; })

BOOST_AUTO_TEST_CASE(errors_of_the_function_come_out_at_once_and_leave_the_generator_closed) {
  THROWS(accumulate(range, function));
  THROWS(chunk_by(function, range));
  THROWS(dropwhile([=](int i) { return function(i) == 0; }, range));
  THROWS(filter(function, range));
  THROWS(filterfalse(function, range));
  THROWS(groupby(range, function));
  THROWS(deepyield::itertools::map(function, range));
  THROWS(deepyield::itertools::partition(function, range).first);
  THROWS(starmap(function, zip(range)));
  THROWS(takewhile([=](int i) { return function(i) == 0; }, range));
  THROWS(unique_everseen(range, function));
  THROWS(unique_justseen(range, function));
}

BOOST_AUTO_TEST_CASE(errors_of_functions_without_a_range) {
  auto iterated = iterate([](int) -> int { throw std::runtime_error("the function fails"); }, 1);
  BOOST_TEST(*iterated.next() == 1);
  BOOST_CHECK_THROW(iterated.next(), std::runtime_error);
  BOOST_TEST(!iterated.next());
  int calls = 0;
  auto called = iter(
      [&] {
        if (++calls == 2) throw std::runtime_error("the function fails");
        return calls;
      },
      3);
  BOOST_TEST(*called.next() == 1);
  BOOST_CHECK_THROW(called.next(), std::runtime_error);
  BOOST_TEST(!called.next());
  BOOST_TEST(calls == 2);
  auto merged = deepyield::itertools::merge(
      [](int, int) -> bool { throw std::runtime_error("the function fails"); }, debug_range(2),
      debug_range(2));
  BOOST_CHECK_THROW(merged.next(), std::runtime_error);
  BOOST_TEST(!merged.next());
}
