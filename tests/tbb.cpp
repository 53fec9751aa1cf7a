// Generators and oneTBB: threads take turns at resuming one.
#define BOOST_TEST_MODULE tbb
#include "support/engines.hpp"

#include <boost/test/unit_test.hpp>

#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/parallel_pipeline.h>

#include <cstddef>
#include <future>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

constexpr std::size_t at_once = 8;

// The squares of what a generator gives, reckoned in parallel, in its order.
template <class Generator>
std::vector<int> squares_of(Generator& g) {
  std::vector<int> squares;
  const auto source = tbb::make_filter<void, int>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& control) {
    const int* next = g.next();
    if (!next) control.stop();
    return next ? *next : 0;
  });
  const auto square = tbb::make_filter<int, int>(tbb::filter_mode::parallel, [](int i) { return i * i; });
  const auto sink = tbb::make_filter<int, void>(tbb::filter_mode::serial_in_order, [&](int i) { squares.push_back(i); });
  tbb::parallel_pipeline(at_once, source & square & sink);
  return squares;
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_generator_is_the_source_of_a_pipeline, Engine, engines) {
  auto g = numbers<Engine>(1000);
  std::vector<int> expected;
  for (int i = 0; i < 1000; ++i) expected.push_back(i * i);
  BOOST_TEST(squares_of(g) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(what_escapes_the_body_leaves_the_pipeline, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    for (int i = 0; i < 100; ++i) yield(i);
    throw std::runtime_error("no more numbers");
  };
  BOOST_CHECK_EXCEPTION(squares_of(g), std::runtime_error, [](const std::runtime_error& error) { return error.what() == std::string("no more numbers"); });
  BOOST_TEST((g.state() == deepyield::generator_state::closed));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(each_resume_may_be_in_another_thread, Engine, engines) {
  auto g = numbers<Engine>(20);
  for (int i = 0; i < 20; ++i) BOOST_TEST(std::async(std::launch::async, [&] { return *g.next(); }).get() == i);
  BOOST_TEST(std::async(std::launch::async, [moved = std::move(g)]() mutable { return !moved.next(); }).get());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(generators_made_here_are_consumed_by_many_threads, Engine, engines) {
  std::vector<generator_on<Engine, int>> all;
  for (int n = 0; n < 200; ++n) {
    all.push_back(numbers<Engine>(n));
    all.back().next();
  }
  std::vector<int> left(all.size());
  tbb::parallel_for(std::size_t(0), all.size(), [&](std::size_t n) {
    auto g = std::move(all[n]);  // ends in that thread
    while (n % 3 && g.next()) ++left[n];
  });
  for (std::size_t n = 1; n < left.size(); ++n) BOOST_TEST(left[n] == (n % 3 ? static_cast<int>(n) - 1 : 0));
}
