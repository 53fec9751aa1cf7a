// Cases of Boost.Coroutine2's test suite that no other test here covers; docs/conformance.md lists
// all of them. A pull_type corresponds to a generator, a push_type to a consumer. Ours start when
// they are first used.
#include "support/elements.hpp"
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <deepyield/consumer.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using deepyield::generator_state;

template <class Engine, class In, class Return = void>
using consumer_on = deepyield::consumer<In, Return, Engine>;
template <class Engine, class In>
using source_on = deepyield::source<In, Engine>;

// test_move
TYPED_TEST_CASE(assigned_over_one_that_has_ended_it_goes_on, Engine, engines) {
  auto ended = numbers<Engine>(0);
  ended.next();
  auto g = numbers<Engine>(4);
  BOOST_TEST(*g.next() == 0);
  BOOST_TEST(*g.next() == 1);
  ended = std::move(g);
  BOOST_CHECK(g.state() == generator_state::closed);
  BOOST_CHECK(ended.state() == generator_state::suspended);
  BOOST_TEST(*ended.next() == 2);
  BOOST_TEST(!g.next());
}

namespace {

struct uses_its_number_up {
  int number;
  template <class Yielder>
  void operator()(Yielder& yield) {
    yield(number);
    number = 0;
  }
};

struct owns_its_number {
  std::unique_ptr<int> number;
  template <class Yielder>
  void operator()(Yielder& yield) {
    yield(*number);
  }
};

}  // namespace

TYPED_TEST_CASE(a_function_object_is_copied_in_or_moved_in, Engine, engines) {
  uses_its_number_up copied{3};
  generator_on<Engine, int> a = copied;
  CHECK_YIELDS(a, std::vector<int>{3});
  BOOST_TEST(copied.number == 3);
  owns_its_number moved{std::make_unique<int>(7)};
  generator_on<Engine, int> b = std::move(moved);
  BOOST_TEST(!moved.number);
  CHECK_YIELDS(b, std::vector<int>{7});
}

// test_complete
TYPED_TEST_CASE(a_body_without_a_yield_runs_once_when_it_is_first_resumed, Engine, engines) {
  int runs = 0;
  generator_on<Engine, void> g = [&](yielder_on<Engine, void>&) { ++runs; };
  BOOST_TEST(runs == 0);
  for (int time = 0; time < 3; ++time) BOOST_TEST(!g.next());
  BOOST_TEST(runs == 1);
  BOOST_TEST(g.has_result());
}

template <class Engine>
void count_twice(yielder_on<Engine, void>& yield, int& count) {
  ++count;
  yield();
  ++count;
}

// test_bind, test_jump
TYPED_TEST_CASE(a_bound_function_is_a_body_and_goes_on_behind_its_yield, Engine, engines) {
  int count = 0;
  generator_on<Engine, void> g =
      std::bind(count_twice<Engine>, std::placeholders::_1, std::ref(count));
  BOOST_TEST(g.next());
  BOOST_TEST(count == 1);
  BOOST_TEST(!g.next());
  BOOST_TEST(count == 2);
}

// test_result_string; and the generator of split lines of tl::generator
TYPED_TEST_CASE(a_local_that_is_changed_between_yields_changes_no_earlier_element, Engine,
                engines) {
  generator_on<Engine, std::string> g = [](yielder_on<Engine, std::string>& yield) {
    std::string local = "abc";
    yield(local);
    local = "xyz";
    yield(local);
    local.clear();
  };
  CHECK_YIELDS(g, std::vector<std::string>{"abc", "xyz"});
}

// test_arg_int, test_arg_string
TYPED_TEST_CASE(a_body_that_takes_one_element_is_done_with_it, Engine, engines) {
  int number = 0;
  consumer_on<Engine, int> c = [&](source_on<Engine, int>& in) { number = *in.next(); };
  BOOST_TEST(!c.done());
  BOOST_TEST(c.push(3));
  BOOST_TEST(c.done());
  BOOST_TEST(number == 3);
  BOOST_TEST(!c.push(4));
  BOOST_TEST(number == 3);
  std::string text;
  consumer_on<Engine, std::string> d = [&](source_on<Engine, std::string>& in) {
    text = *in.next();
  };
  BOOST_TEST(d.push("abc"));
  BOOST_TEST(d.done());
  BOOST_TEST(text == "abc");
}

// test_fp
TYPED_TEST_CASE(doubles_on_both_sides_of_a_push, Engine, engines) {
  double sum = 0;
  consumer_on<Engine, std::tuple<double, double>> c =
      [&](source_on<Engine, std::tuple<double, double>>& in) {
        for (double weight = 1; weight < 3; weight *= 2) {
          const auto* pair = in.next();
          sum = weight * (std::get<0>(*pair) + std::get<1>(*pair));
        }
      };
  const double third = 0.375;
  BOOST_TEST(c.push(std::make_tuple(7.25, 3.5)));
  BOOST_TEST(!c.done());
  BOOST_TEST(sum + third == 11.125);
  BOOST_TEST(c.push(std::make_tuple(1.25, 3.5)));
  BOOST_TEST(c.done());
  BOOST_TEST(sum + third == 9.875);
}

namespace {

// The address of the int that a consumer<In> received. Where In is a pointer, the int is what it
// points to.
template <class In>
const int* address(In* pushed) {
  return pushed;
}
const int* address(int** pushed) { return *pushed; }
const int* address(const int** pushed) { return *pushed; }

template <class Engine, class In>
consumer_on<Engine, In> notes_the_address(const int*& seen) {
  return [&seen](source_on<Engine, In>& in) { seen = address(in.next()); };
}

}  // namespace

// test_ptr, test_const_ptr, test_ref, test_const_ref
TYPED_TEST_CASE(pointers_and_references_are_pushed_as_they_are, Engine, engines) {
  int object = 3;
  const int* seen = nullptr;
  BOOST_TEST((notes_the_address<Engine, int*>(seen).push(&object)));
  BOOST_TEST(seen == &object);
  seen = nullptr;
  BOOST_TEST((notes_the_address<Engine, const int*>(seen).push(&object)));
  BOOST_TEST(seen == &object);
  BOOST_TEST((notes_the_address<Engine, const int*>(seen).push(nullptr)));
  BOOST_TEST(!seen);
  BOOST_TEST((notes_the_address<Engine, int&>(seen).push(object)));
  BOOST_TEST(seen == &object);
  seen = nullptr;
  BOOST_TEST((notes_the_address<Engine, int&>(seen).push(std::ref(object))));
  BOOST_TEST(seen == &object);
  seen = nullptr;
  BOOST_TEST((notes_the_address<Engine, const int&>(seen).push(object)));
  BOOST_TEST(seen == &object);
}

// test_tuple
TYPED_TEST_CASE(a_pushed_lvalue_is_copied_and_kept, Engine, engines) {
  int first = 0, second = 0;
  consumer_on<Engine, std::tuple<int, int>> c = [&](source_on<Engine, std::tuple<int, int>>& in) {
    std::tie(first, second) = std::move(*in.next());
  };
  const std::tuple<int, int> given(3, 7);
  BOOST_TEST(c.push(given));
  BOOST_TEST(c.done());
  BOOST_TEST(first == 3);
  BOOST_TEST(second == 7);
}

namespace {

struct counts_alive {
  int& alive;
  explicit counts_alive(int& n) : alive(n) { ++alive; }
  counts_alive(const counts_alive&) = delete;
  counts_alive& operator=(const counts_alive&) = delete;
  ~counts_alive() { --alive; }
};

}  // namespace

// test_unwind
TYPED_TEST_CASE(handles_on_the_heap_end_their_bodies_when_they_are_deleted, Engine, engines) {
  int alive = 0;
  auto g = std::make_unique<generator_on<Engine, void>>([&](yielder_on<Engine, void>& yield) {
    counts_alive local(alive);
    yield();
  });
  g->next();
  auto c = std::make_unique<consumer_on<Engine, void>>([&](source_on<Engine, void>& in) {
    counts_alive local(alive);
    in.next();
    in.next();
  });
  c->push();
  BOOST_TEST(alive == 2);
  g.reset();
  BOOST_TEST(alive == 1);
  c.reset();
  BOOST_TEST(alive == 0);
}

template <class Engine>
generator_on<Engine, int> one_to_five() {
  return [](yielder_on<Engine, int>& yield) { yield.from({1, 2, 3, 4, 5}); };
}

// test_input_iterator
TYPED_TEST_CASE(loops_with_named_iterators_and_without, Engine, engines) {
  std::vector<int> seen;
  auto g = one_to_five<Engine>();
  const typename generator_on<Engine, int>::iterator end = std::end(g);
  for (typename generator_on<Engine, int>::iterator i = std::begin(g); i != end; ++i)
    seen.push_back(*i);
  for (int i : one_to_five<Engine>()) seen.push_back(i);
  BOOST_TEST(seen == (std::vector<int>{1, 2, 3, 4, 5, 1, 2, 3, 4, 5}),
             boost::test_tools::per_element());
}

TYPED_TEST_CASE(a_loop_by_reference_visits_the_very_objects, Engine, engines) {
  int objects[3] = {};
  generator_on<Engine, int&> g = [&](yielder_on<Engine, int&>& yield) {
    for (int& object : objects) yield(object);
  };
  int at = 0;
  for (int& element : g) BOOST_TEST(&element == &objects[at++]);
  BOOST_TEST(at == 3);
}

// test_output_iterator
TYPED_TEST_CASE(pushed_until_the_body_has_enough, Engine, engines) {
  std::vector<int> seen;
  const auto make = [&seen] {
    return consumer_on<Engine, int>([&seen](source_on<Engine, int>& in) {
      for (int i : in) {
        if (i >= 5) return;
        seen.push_back(i);
      }
    });
  };
  auto c = make();
  int pushed = 0;
  while (c.push(pushed + 1)) ++pushed;
  BOOST_TEST(pushed == 5);  // the body takes the fifth too, and then ends
  auto d = make();
  std::vector<int> more(9);
  std::iota(more.begin(), more.end(), 1);
  std::copy(more.begin(), more.end(), d.out());
  BOOST_TEST(seen == (std::vector<int>{1, 2, 3, 4, 1, 2, 3, 4}), boost::test_tools::per_element());
}

// test_chaining
TYPED_TEST_CASE(a_generator_made_and_begun_in_a_body_is_finished_outside, Engine, engines) {
  std::vector<int> steps;
  generator_on<Engine, void> child;
  generator_on<Engine, void> parent = [&](yielder_on<Engine, void>& yield) {
    steps.push_back(1);
    child = [&](yielder_on<Engine, void>& inner) {
      for (int i = 0; i < 6; ++i) {
        steps.push_back(2);
        inner();
      }
    };
    child.next();
    yield();
    steps.push_back(1);
  };
  parent.next();
  while (child.next()) continue;
  BOOST_TEST(steps == (std::vector<int>{1, 2, 2, 2, 2, 2, 2}), boost::test_tools::per_element());
}
