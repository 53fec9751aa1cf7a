// Generators in stackful coroutines of Boost.Asio, which any thread may resume after a wait.
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>
#include <boost/version.hpp>

#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/spawn.hpp>
#include <boost/asio/thread_pool.hpp>

#include <cstddef>
#include <numeric>
#include <vector>

namespace asio = boost::asio;

// Runs n coroutines to their ends on four threads; each calls work(index, wait).
template <class Work>
void run_coroutines(std::size_t n, Work work) {
  asio::thread_pool threads(4);
  for (std::size_t i = 0; i < n; ++i) {
    const auto coroutine = [&work, i](asio::yield_context wait) { work(i, wait); };
#if BOOST_VERSION >= 108100
    asio::spawn(threads, coroutine, asio::detached);
#else
    asio::spawn(threads, coroutine);
#endif
  }
  threads.join();
}

// Goes to the end of the queue; any thread may then resume it.
void step_aside(asio::yield_context wait) { asio::post(wait); }

constexpr std::size_t coroutines = 50;
constexpr int length = 100;
const std::vector<int> sums(coroutines, length*(length - 1) / 2);

TYPED_TEST_CASE(a_generator_is_consumed_across_waits, Engine, engines) {
  std::vector<int> found(coroutines);
  run_coroutines(coroutines, [&](std::size_t i, asio::yield_context wait) {
    auto g = numbers<Engine>(length);
    for (int number : g) {
      found[i] += number;
      step_aside(wait);
    }
  });
  BOOST_TEST(found == sums, boost::test_tools::per_element());
}

TYPED_TEST_CASE(a_body_waits_itself, Engine, engines) {
  std::vector<int> found(coroutines);
  run_coroutines(coroutines, [&](std::size_t i, asio::yield_context wait) {
    generator_on<Engine, int> received = [wait](yielder_on<Engine, int>& yield) {
      for (int number = 0; number < length; ++number) {
        step_aside(wait);
        yield(number);
      }
    };
    found[i] = std::accumulate(received.begin(), received.end(), 0);
  });
  BOOST_TEST(found == sums, boost::test_tools::per_element());
}

TYPED_TEST_CASE(a_generator_is_abandoned_in_another_thread_than_it_began_in, Engine, engines) {
  std::vector<int> ended(coroutines);
  run_coroutines(coroutines, [&](std::size_t i, asio::yield_context wait) {
    generator_on<Engine, int> g = [&ended, i](yielder_on<Engine, int>& yield) {
      try {
        for (;;) yield(1);
      } catch (const deepyield::generator_exit&) {
        ++ended[i];
        throw;
      }
    };
    for (int n = 0; n < 10; ++n) {
      g.next();
      step_aside(wait);
    }
  });
  BOOST_TEST(ended == std::vector<int>(coroutines, 1), boost::test_tools::per_element());
}
