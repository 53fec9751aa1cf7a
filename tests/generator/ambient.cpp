// ambient finds the yielder of the body that a callback runs in.
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <deepyield/ambient.hpp>

#include <boost/context/stack_context.hpp>
#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

template <class Engine, class Yield>
using ambient_on = deepyield::ambient<Yield, void, Engine>;

// A callback that gets no user pointer.
template <class Engine>
void callback(int element) {
  ambient_on<Engine, int>::current()(element);
}

template <class Engine>
void call_back_from(int first, int last) {
  for (int i = first; i < last; ++i) callback<Engine>(i);
}

template <class Engine>
generator_on<Engine, int> through_callback(int first, int last) {
  return [=](yielder_on<Engine, int>& yield) {
    ambient_on<Engine, int> scope(yield);
    call_back_from<Engine>(first, last);
  };
}

TYPED_TEST_CASE(a_callback_finds_the_yielder, Engine, engines) {
  auto g = through_callback<Engine>(0, 3);
  for (int i = 0; i < 3; ++i) BOOST_TEST(*g.next() == i);
  BOOST_TEST(!g.next());
}

template <class Engine>
int compare(const void* left, const void* right) {
  const int a = *static_cast<const int*>(left), b = *static_cast<const int*>(right);
  ambient_on<Engine, int>::current().try_yield(10 * a + b);
  return a - b;
}

TYPED_TEST_CASE(through_qsort, Engine, engines) {
  std::vector<int> values{3, 1, 2};
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    ambient_on<Engine, int> scope(yield);
    std::qsort(values.data(), values.size(), sizeof(int), compare<Engine>);
    yield.rethrow_pending();
  };
  int comparisons = 0;
  while (g.next()) ++comparisons;
  BOOST_TEST(comparisons >= 2);
  BOOST_TEST(values == (std::vector<int>{1, 2, 3}), boost::test_tools::per_element());
}

TYPED_TEST_CASE(many_interleave_on_one_thread, Engine, engines) {
  std::vector<generator_on<Engine, int>> many;
  for (int i = 0; i < 20; ++i) many.push_back(through_callback<Engine>(100 * i, 100 * i + 5));
  for (int step = 0; step < 5; ++step)
    for (int i = 0; i < 20; ++i)
      BOOST_TEST(*many[static_cast<std::size_t>((7 * i) % 20)].next() ==
                 100 * ((7 * i) % 20) + step);
  for (auto& g : many) BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(they_move_between_threads, Engine, engines) {
  auto first = through_callback<Engine>(0, 5), second = through_callback<Engine>(10, 15);
  BOOST_TEST(*first.next() == 0);
  int sum = 0;
  std::thread([&] {
    sum += *first.next();
    sum += *second.next();
  }).join();
  BOOST_TEST(sum == 1 + 10);
  BOOST_TEST(*second.next() == 11);
  BOOST_TEST(*first.next() == 2);
  std::thread([elsewhere = std::move(first)]() mutable { elsewhere.close(); }).join();
  BOOST_TEST(*second.next() == 12);
}

TYPED_TEST_CASE(two_threads_at_once, Engine, engines) {
  int sums[2] = {0, 0};
  const auto consume = [&sums](int which) {
    for (int round = 0; round < 50; ++round)
      for (int i : through_callback<Engine>(which, which + 10)) sums[which] += i;
  };
  std::thread other(consume, 1);
  consume(0);
  other.join();
  BOOST_TEST(sums[0] == 50 * 45);
  BOOST_TEST(sums[1] == 50 * 55);
}

TYPED_TEST_CASE(the_innermost_scope_of_a_type_counts, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    ambient_on<Engine, int> outer(yield);
    BOOST_TEST((&ambient_on<Engine, int>::current() == &yield));
    {
      ambient_on<Engine, int> inner(yield);
      BOOST_TEST((&ambient_on<Engine, int>::current() == &yield));
      callback<Engine>(1);
    }
    callback<Engine>(2);
  };
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(*g.next() == 2);
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(types_are_told_apart, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    ambient_on<Engine, int> scope(yield);
    BOOST_CHECK_THROW((ambient_on<Engine, long>::current()), deepyield::no_ambient);
    BOOST_CHECK_THROW((ambient_on<Engine, int&>::current()), deepyield::no_ambient);
    BOOST_CHECK_THROW((deepyield::ambient<int, int, Engine>::current()), deepyield::no_ambient);
    callback<Engine>(1);
  };
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(engines_are_told_apart, Engine, engines) {
  using other = std::conditional_t<std::is_same<Engine, deepyield::engine::context>::value,
                                   deepyield::engine::coroutine2, deepyield::engine::context>;
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    ambient_on<Engine, int> scope(yield);
    BOOST_CHECK_THROW((ambient_on<other, int>::current()), deepyield::no_ambient);
  };
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(none_is_an_error, Engine, engines) {
  BOOST_CHECK_THROW((ambient_on<Engine, int>::current()), deepyield::generator_error);
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    BOOST_CHECK_THROW((ambient_on<Engine, int>::current()), deepyield::no_ambient);
    {
      ambient_on<Engine, int> scope(yield);
    }
    BOOST_CHECK_THROW((ambient_on<Engine, int>::current()), deepyield::no_ambient);
    yield(1);
  };
  BOOST_TEST(*g.next() == 1);
  BOOST_CHECK_THROW((ambient_on<Engine, int>::current()), deepyield::no_ambient);
}

TYPED_TEST_CASE(the_consumer_does_not_find_the_bodys, Engine, engines) {
  auto g = through_callback<Engine>(0, 3);
  g.next();
  BOOST_CHECK_THROW((ambient_on<Engine, int>::current()), deepyield::no_ambient);
}

TYPED_TEST_CASE(a_nested_generators_body_does_not_find_the_outers, Engine, engines) {
  generator_on<Engine, int> outer = [](yielder_on<Engine, int>& yield) {
    ambient_on<Engine, int> scope(yield);
    generator_on<Engine, int> inner = [](yielder_on<Engine, int>&) { callback<Engine>(1); };
    BOOST_CHECK_THROW(inner.next(), deepyield::no_ambient);
    auto nested = through_callback<Engine>(10, 12);
    BOOST_TEST(*nested.next() == 10);
    callback<Engine>(2);
    yield.from(nested);
    callback<Engine>(3);
  };
  for (int element : {2, 11, 3}) BOOST_TEST(*outer.next() == element);
  BOOST_TEST(!outer.next());
}

template <class Engine>
bool finds_one() {
  try {
    ambient_on<Engine, int>::current();
    return true;
  } catch (const deepyield::no_ambient&) {
    return false;
  }
}

TYPED_TEST_CASE(another_thread_does_not_find_it, Engine, engines) {
  bool found = true;
  generator_on<Engine, int> g = [&found](yielder_on<Engine, int>& yield) {
    ambient_on<Engine, int> scope(yield);
    std::thread([&found] { found = finds_one<Engine>(); }).join();
  };
  g.next();
  BOOST_TEST(!found);
}

// An allocator that gives this memory, once.
struct stack_at {
  char* memory;
  std::size_t size;
  boost::context::stack_context allocate() const {
    boost::context::stack_context stack;
    stack.size = size;
    stack.sp = memory + size;
    return stack;
  }
  void deallocate(boost::context::stack_context&) const noexcept {}
};

TYPED_TEST_CASE(a_body_whose_stack_lies_below_does_not_find_it, Engine, engines) {
  const std::size_t size = 128 * 1024;
  const std::unique_ptr<char[]> memory(new char[2 * size]);
  const auto in_scope = [](yielder_on<Engine, int>& yield) {
    ambient_on<Engine, int> scope(yield);
    yield(1);
  };
  generator_on<Engine, int> above(std::allocator_arg, stack_at{memory.get() + size, size},
                                  in_scope);
  bool found = true;
  generator_on<Engine, int> below(
      std::allocator_arg, stack_at{memory.get(), size},
      [&found](yielder_on<Engine, int>&) { found = finds_one<Engine>(); });
  above.next();
  below.next();
  BOOST_TEST(!found);
}

TYPED_TEST_CASE(an_exit_and_an_exception_close_the_scope, Engine, engines) {
  const auto check_closed = [](yielder_on<Engine, int>&) {
    BOOST_CHECK_THROW((ambient_on<Engine, int>::current()), deepyield::no_ambient);
  };
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    try {
      ambient_on<Engine, int> scope(yield);
      callback<Engine>(1);
    } catch (int) {
    }
    check_closed(yield);
    try {
      ambient_on<Engine, int> scope(yield);
      callback<Engine>(2);
    } catch (...) {
      check_closed(yield);
      throw;
    }
  };
  g.next();
  BOOST_TEST(*g.throw_in(5) == 2);
  g.close();
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(what_is_sent_reaches_the_callback, Engine, engines) {
  using ambient = deepyield::ambient<int, std::string, Engine>;
  two_way_on<Engine, int, std::string, std::string> g =
      [](two_way_yielder_on<Engine, int, std::string>& yield) {
        ambient scope(yield);
        const auto ask = [](int i) { return *ambient::current()(i); };
        const std::string first = ask(1);
        return first + ask(2);
      };
  g.next();
  BOOST_TEST(*g.send("one ") == 2);
  BOOST_TEST(!g.send("two"));
  BOOST_TEST(g.result() == "one two");
}

TYPED_TEST_CASE(a_scope_is_neither_copied_nor_moved, Engine, engines) {
  static_assert(!std::is_copy_constructible<ambient_on<Engine, int>>::value &&
                    !std::is_move_constructible<ambient_on<Engine, int>>::value,
                "");
  static_assert(!std::is_copy_assignable<ambient_on<Engine, int>>::value, "");
  BOOST_TEST(true);
}
