// Generators and oneTBB: threads take turns at resuming one.
#include "support/engines.hpp"
#include "support/sanitizers.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>

#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>
#include <oneapi/tbb/task_scheduler_observer.h>

#if HAS_THREAD_SANITIZER
#include <sanitizer/tsan_interface.h>
#endif

#include <cstddef>
#include <future>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

constexpr std::size_t at_once = 8;

// Tells ThreadSanitizer that one thread's work happens before another's: it cannot see that in
// oneTBB, which is not instrumented. ThreadSanitizer still reports races that the guarantees below
// do not rule out.
class order {
 public:
#if HAS_THREAD_SANITIZER
  void come_after() noexcept { __tsan_acquire(this); }
  void come_before() noexcept { __tsan_release(this); }
#else
  void come_after() noexcept {}
  void come_before() noexcept {}
#endif
};

// The orders that oneTBB guarantees.
order source_turns, sink_turns, pipeline_ends;

// Each run of a filter happens before the end of the pipeline.
struct filter_run {
  ~filter_run() { pipeline_ends.come_before(); }
};

// The runs of a serial filter also happen one after the other.
class serial_run : filter_run {
 public:
  explicit serial_run(order& turns) noexcept : turns_(turns) { turns_.come_after(); }
  ~serial_run() { turns_.come_before(); }

 private:
  order& turns_;
};

// The other threads enter an arena for what the source's first run sets going. So they come after
// it, as it comes after the making of the filters, which oneTBB's headers read before our code is
// called.
class entries : tbb::task_scheduler_observer {
 public:
  explicit entries(tbb::task_arena& arena) : task_scheduler_observer(arena) { observe(); }
  ~entries() override { observe(false); }
  void on_scheduler_entry(bool) override { source_turns.come_after(); }
};

// Each pipeline has an arena of its own, where no other thread is before there is work.
template <class Chain>
void run_pipeline(const Chain& chain) {
  struct end {
    ~end() { pipeline_ends.come_after(); }
  } at_the_end;
  tbb::task_arena arena;
  const entries seen(arena);
  arena.execute([&] { tbb::parallel_pipeline(at_once, chain); });
}

// The squares of a generator's elements, computed in parallel, in the order of the elements.
template <class Generator>
std::vector<int> squares_of(Generator& g) {
  std::vector<int> squares;
  const auto source = tbb::make_filter<void, int>(tbb::filter_mode::serial_in_order,
                                                  [&](tbb::flow_control& control) {
                                                    const serial_run run(source_turns);
                                                    const int* next = g.next();
                                                    if (!next) control.stop();
                                                    return next ? *next : 0;
                                                  });
  const auto square = tbb::make_filter<int, int>(tbb::filter_mode::parallel, [](int i) {
    const filter_run run;
    return i * i;
  });
  const auto sink = tbb::make_filter<int, void>(tbb::filter_mode::serial_in_order, [&](int i) {
    const serial_run run(sink_turns);
    squares.push_back(i);
  });
  run_pipeline(source & square & sink);
  return squares;
}

TYPED_TEST_CASE(a_generator_is_the_source_of_a_pipeline, Engine, engines) {
  auto g = numbers<Engine>(1000);
  std::vector<int> expected;
  for (int i = 0; i < 1000; ++i) expected.push_back(i * i);
  BOOST_TEST(squares_of(g) == expected, boost::test_tools::per_element());
}

TYPED_TEST_CASE(what_escapes_the_body_leaves_the_pipeline, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    for (int i = 0; i < 100; ++i) yield(i);
    throw std::runtime_error("no more numbers");
  };
  BOOST_CHECK_EXCEPTION(squares_of(g), std::runtime_error, [](const std::runtime_error& error) {
    return error.what() == std::string("no more numbers");
  });
  BOOST_TEST((g.state() == deepyield::generator_state::closed));
}

TYPED_TEST_CASE(each_resume_may_be_in_another_thread, Engine, engines) {
  auto g = numbers<Engine>(20);
  for (int i = 0; i < 20; ++i)
    BOOST_TEST(std::async(std::launch::async, [&] { return *g.next(); }).get() == i);
  BOOST_TEST(std::async(std::launch::async, [moved = std::move(g)]() mutable {
               return !moved.next();
             }).get());
}

// Half of parallel_for is in oneTBB's headers, half in the library, so the annotations above do not
// reach it. Under ThreadSanitizer a pipeline takes its place.
template <class Body>
void for_each_index(std::size_t count, const Body& body) {
#if HAS_THREAD_SANITIZER
  std::size_t n = 0;
  const auto source = tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order,
                                                          [&](tbb::flow_control& control) {
                                                            const serial_run run(source_turns);
                                                            if (n == count) control.stop();
                                                            return n == count ? n : n++;
                                                          });
  const auto sink =
      tbb::make_filter<std::size_t, void>(tbb::filter_mode::parallel, [&](std::size_t i) {
        const filter_run run;
        body(i);
      });
  run_pipeline(source & sink);
#else
  tbb::parallel_for(std::size_t(0), count, body);
#endif
}

TYPED_TEST_CASE(generators_made_here_are_consumed_by_many_threads, Engine, engines) {
  std::vector<generator_on<Engine, int>> all;
  for (int n = 0; n < 200; ++n) {
    all.push_back(numbers<Engine>(n));
    all.back().next();
  }
  std::vector<int> left(all.size());
  for_each_index(all.size(), [&](std::size_t n) {
    auto g = std::move(all[n]);  // it is destroyed in that thread
    while (n % 3 && g.next()) ++left[n];
  });
  for (std::size_t n = 1; n < left.size(); ++n)
    BOOST_TEST(left[n] == (n % 3 ? static_cast<int>(n) - 1 : 0));
}
