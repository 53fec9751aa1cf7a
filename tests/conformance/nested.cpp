// Cases about nested generators from the test suites of std::generator that no other test here
// covers; docs/conformance.md lists all of them.
#include "support/elements.hpp"
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>
#include <boost/utility/string_view.hpp>

#include <forward_list>
#include <iterator>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

template <class Engine>
generator_on<Engine, int> down_and_up(int depth) {
  return [depth](yielder_on<Engine, int>& yield) {
    yield(depth);
    if (depth == 0) return;
    yield.from(down_and_up<Engine>(depth - 1));
    yield(-depth);
  };
}

// The reference implementation's test_yielding_elements_of_recursive; cppcoro's "simple recursive
// yield"
TYPED_TEST_CASE(generators_nested_in_themselves, Engine, engines) {
  CHECK_YIELDS(down_and_up<Engine>(3), std::vector<int>{3, 2, 1, 0, -1, -2, -3});
}

template <class Engine>
generator_on<Engine, int> repeated(int n, int depth) {
  return [=](yielder_on<Engine, int>& yield) {
    if (depth == 0) {
      yield.from(numbers<Engine>(n));
    } else {
      yield.from(repeated<Engine>(n, depth - 1));
      yield.from(repeated<Engine>(n, depth - 1));
    }
  };
}

// MSVC's recursive_test
TYPED_TEST_CASE(two_nested_generators_at_each_level, Engine, engines) {
  CHECK_YIELDS(repeated<Engine>(3, 2), std::vector<int>{0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2});
}

template <class Engine>
generator_on<Engine, int> fibonacci(int depth) {
  return [depth](yielder_on<Engine, int>& yield) {
    if (depth > 0) yield.from(fibonacci<Engine>(depth - 1));
    for (int a = 0, b = 1;;) {
      yield(a);
      b += a;
      a = b - a;
    }
  };
}

// libc++ recursive.pass.cpp
TYPED_TEST_CASE(an_endless_one_at_the_bottom_of_many_levels_is_abandoned, Engine, engines) {
  for (int depth : {0, 1, 42}) {
    std::vector<int> seen;
    for (int i : fibonacci<Engine>(depth)) {
      seen.push_back(i);
      if (seen.size() == 6) break;
    }
    BOOST_TEST(seen == (std::vector<int>{0, 1, 1, 2, 3, 5}), boost::test_tools::per_element());
  }
}

namespace {

struct tree {
  std::unique_ptr<tree> left, right;
  int level;
};

std::unique_ptr<tree> full_tree(int level) {
  if (level == 0) return nullptr;
  auto root = std::make_unique<tree>();
  root->left = full_tree(level - 1);
  root->right = full_tree(level - 1);
  root->level = level;
  return root;
}

template <class Engine>
generator_on<Engine, int> levels_by_generators(const tree* t) {
  return [t](yielder_on<Engine, int>& yield) {
    if (!t) return;
    yield.from(levels_by_generators<Engine>(t->left.get()));
    yield(t->level);
    yield.from(levels_by_generators<Engine>(t->right.get()));
  };
}

template <class Engine>
void levels_by_calls(const tree* t, yielder_on<Engine, int>& yield) {
  if (!t) return;
  levels_by_calls<Engine>(t->left.get(), yield);
  yield(t->level);
  levels_by_calls<Engine>(t->right.get(), yield);
}

}  // namespace

TYPED_TEST_CASE(a_tree_of_1023_nodes_by_nested_generators_and_by_plain_recursion, Engine, engines) {
  const auto root = full_tree(10);
  const std::vector<int> nested = all(levels_by_generators<Engine>(root.get()));
  generator_on<Engine, int> recursion = [&](yielder_on<Engine, int>& yield) {
    levels_by_calls<Engine>(root.get(), yield);
  };
  BOOST_TEST(nested.size() == 1023u);
  BOOST_TEST((nested == all(recursion)));
}

template <class Engine>
generator_on<Engine, unsigned> halved(unsigned begin, unsigned end) {
  return [=](yielder_on<Engine, unsigned>& yield) {
    if (end - begin <= 10) {
      for (unsigned i = begin; i < end; ++i) yield(i);
    } else {
      const unsigned middle = begin + (end - begin) / 2;
      yield.from(halved<Engine>(begin, middle));
      yield.from(halved<Engine>(middle, end));
    }
  };
}

// cppcoro's "recursive iteration performance"
TYPED_TEST_CASE(a_range_halved_again_and_again_keeps_its_order, Engine, engines) {
  unsigned expected = 0;
  bool in_order = true;
  for (unsigned i : halved<Engine>(0, 10000)) in_order = in_order && i == expected++;
  BOOST_TEST(in_order);
  BOOST_TEST(expected == 10000u);
}

// cppcoro's "fmap operator"
TYPED_TEST_CASE(a_generator_that_changes_the_elements_of_nested_ones, Engine, engines) {
  generator_on<Engine, int> chunks = [](yielder_on<Engine, int>& yield) {
    for (int start : {0, 10, 20}) {
      yield.from(generator_on<Engine, int>([start](yielder_on<Engine, int>& inner) {
        for (int i = start; i < start + 3; ++i) inner(i);
      }));
    }
  };
  generator_on<Engine, int> tripled = [&](yielder_on<Engine, int>& yield) {
    for (int i : chunks) yield(3 * i);
  };
  CHECK_YIELDS(tripled, std::vector<int>{0, 3, 6, 30, 33, 36, 60, 63, 66});
}

// The reference implementation's test_yielding_elements_of_generator_with_different_value_type and
// _reference_type
TYPED_TEST_CASE(nested_generators_of_other_element_types, Engine, engines) {
  generator_on<Engine, std::string> strings = [](yielder_on<Engine, std::string>& yield) {
    yield("42");
    yield.from(generator_on<Engine, const char*>(
        [](yielder_on<Engine, const char*>& inner) { inner.from({"foo", "bar"}); }));
    yield("43");
  };
  generator_on<Engine, boost::string_view> views =
      [&](yielder_on<Engine, boost::string_view>& yield) {
        yield.from(strings);
        yield("end");
      };
  std::string seen;
  for (boost::string_view view : views) seen += view.to_string() + ' ';
  BOOST_TEST(seen == "42 foo bar 43 end ");
}

namespace {

// An input range and nothing more: each step reads from a stream, so no element can be visited
// twice.
struct numbers_in {
  std::istringstream text;
  std::istream_iterator<int> begin() { return std::istream_iterator<int>(text); }
  std::istream_iterator<int> end() { return {}; }
};

}  // namespace

// MSVC's arbitrary_range_test, and P2502R2_generator_promise on elements_of
TYPED_TEST_CASE(nested_ranges_of_each_category, Engine, engines) {
  generator_on<Engine, const int&> g = [](yielder_on<Engine, const int&>& yield) {
    yield.from(std::vector<int>{40, 30});
    std::forward_list<int> list{500, 400};
    yield.from(list);
    yield.from(numbers_in{std::istringstream("7 8 9")});
  };
  CHECK_YIELDS(g, std::vector<int>{40, 30, 500, 400, 7, 8, 9});
}

// libstdc++ subrange.cc
TYPED_TEST_CASE(a_local_vector_and_a_local_yielded_by_reference, Engine, engines) {
  generator_on<Engine, int&> g = [](yielder_on<Engine, int&>& yield) {
    std::vector<int> vector{1, 2, 3};
    int local = 123;
    yield(local);
    yield.from(vector);
    local = 456;
    yield(local);
  };
  CHECK_YIELDS(g, std::vector<int>{123, 1, 2, 3, 456});
}

template <class Engine>
generator_on<Engine, int> failing() {
  return [](yielder_on<Engine, int>& yield) {
    yield(0);
    throw 3;
  };
}

// libstdc++ except.cc
TYPED_TEST_CASE(what_a_nested_one_throws_comes_out_of_the_increment, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    yield(1);
    yield.from(failing<Engine>());
    yield(2);
  };
  auto it = g.begin();
  BOOST_TEST(*it == 1);
  it++;
  BOOST_TEST(*it == 0);
  BOOST_CHECK_EXCEPTION(it++, int, [](int i) { return i == 3; });
  BOOST_CHECK(it == g.end());
  BOOST_TEST(!g.next());
}

template <class Engine>
generator_on<Engine, int> failing_at(int depth) {
  return [depth](yielder_on<Engine, int>& yield) {
    switch (depth) {
      case 1:
        yield(1);
        yield.from(failing_at<Engine>(2));
        yield.from(failing_at<Engine>(3));
        yield(-1);
        break;
      case 2: try { yield.from(failing_at<Engine>(3));
        } catch (const std::runtime_error&) {
        }
        yield(2);
        break;
      case 3:
        yield(3);
        try {
          yield.from(failing_at<Engine>(4));
        } catch (const std::runtime_error&) {
          yield(33);
        }
        throw std::runtime_error("of the third");
      default: throw std::runtime_error("of the fourth");
    }
  };
}

// cppcoro's "exceptions thrown from nested call can be caught by caller"
TYPED_TEST_CASE(exceptions_at_several_levels_each_caught_where_somebody_waits_for_it, Engine,
                engines) {
  auto g = failing_at<Engine>(1);
  std::vector<int> seen;
  BOOST_CHECK_EXCEPTION(
      for (int i : g) seen.push_back(i), std::runtime_error,
      [](const std::runtime_error& e) { return e.what() == std::string("of the third"); });
  BOOST_TEST(seen == (std::vector<int>{1, 3, 33, 2, 3, 33}), boost::test_tools::per_element());
  BOOST_CHECK(g.begin() == g.end());
}
