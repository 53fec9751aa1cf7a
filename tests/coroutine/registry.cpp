// The registry of live generators, as debuggers read it. (docs/debugging.md)
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <deepyield/coroutine/registry_entry.hpp>
#include <deepyield/registry.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

extern "C" DEEPYIELD_EXPORT deepyield::detail::registry_entry deepyield_v2_live_generators;

namespace {

using deepyield::detail::registry_entry;

// The engines of the live generators, in the order in which these were made.
std::vector<std::string> live() {
  std::vector<std::string> found;
  const registry_entry* previous = &deepyield_v2_live_generators;
  for (const registry_entry* each = previous->next; each != &deepyield_v2_live_generators;
       each = each->next) {
    BOOST_REQUIRE(each->previous == previous);
    BOOST_TEST(each->block != nullptr);
    found.emplace_back(each->engine);
    previous = each;
  }
  return found;
}

std::vector<std::string> times(std::size_t count, const char* engine) {
  return std::vector<std::string>(count, engine);
}

struct throws_when_stored {
  throws_when_stored() = default;
  throws_when_stored(const throws_when_stored&) { throw std::runtime_error("no"); }
  template <class Yielder>
  void operator()(Yielder&) const {}
};

}  // namespace

// The first case of this program: tracking does not end.
TYPED_TEST_CASE(without_tracking_nothing_is_listed, Engine, engines) {
  if (std::string(Engine::name()) != std::tuple_element_t<0, engines>::name()) return;
  auto before = numbers<Engine>(3);
  before.next();
  BOOST_TEST(live().empty());

  deepyield::track_generators();
  auto after = numbers<Engine>(3);
  BOOST_TEST(live() == times(1, Engine::name()), boost::test_tools::per_element());
  before.close();
  before = numbers<Engine>(1);
  BOOST_TEST(live() == times(2, Engine::name()), boost::test_tools::per_element());
}

TYPED_TEST_CASE(generators_are_listed_until_they_are_destroyed, Engine, engines) {
  deepyield::track_generators();
  BOOST_TEST(live().empty());
  {
    auto first = numbers<Engine>(3);
    auto second = numbers<Engine>(3);
    second.next();
    BOOST_TEST(live() == times(2, Engine::name()), boost::test_tools::per_element());
    auto moved = std::move(first);
    BOOST_TEST(live().size() == 2);
    second.close();
    BOOST_TEST(live().size() == 2);
    moved = {};
    BOOST_TEST(live().size() == 1);
    const generator_on<Engine, int> closed;
    BOOST_TEST(live().size() == 1);
  }
  BOOST_TEST(live().empty());
}

TYPED_TEST_CASE(a_body_that_cannot_be_stored_is_not_listed, Engine, engines) {
  deepyield::track_generators();
  const throws_when_stored body;
  BOOST_CHECK_THROW((static_cast<void>(generator_on<Engine, int>(body))), std::runtime_error);
  BOOST_TEST(live().empty());
}

TYPED_TEST_CASE(threads_make_and_end_generators_at_once, Engine, engines) {
  deepyield::track_generators();
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([] {
      for (int round = 0; round < 200; ++round) {
        auto first = numbers<Engine>(2);
        auto second = numbers<Engine>(2);
        first.next();
        second.next();
      }
    });
  for (std::thread& each : threads) each.join();
  BOOST_TEST(live().empty());
}

// What another thread made, this one may end.
TYPED_TEST_CASE(another_thread_ends_what_this_one_made, Engine, engines) {
  deepyield::track_generators();
  auto made_here = numbers<Engine>(2);
  std::thread([&] { made_here = numbers<Engine>(1); }).join();
  BOOST_TEST(live() == times(1, Engine::name()), boost::test_tools::per_element());
}
