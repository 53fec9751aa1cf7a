// consumer and source: the owner pushes elements, the body pulls them.
#include "support/counted.hpp"
#include "support/engines.hpp"
#include "support/guard.hpp"
#include "support/ranges.hpp"

#include <deepyield/consumer.hpp>

#include <boost/context/fixedsize_stack.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cctype>
#include <exception>
#include <iterator>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

using deepyield::already_executing;
using deepyield::generator_exit;

template <class Engine, class In, class Return = void>
using consumer_on = deepyield::consumer<In, Return, Engine>;
template <class Engine, class In>
using source_on = deepyield::source<In, Engine>;

template <class Engine>
consumer_on<Engine, int, int> summing() {
  return [](source_on<Engine, int>& input) {
    int sum = 0;
    for (int i : input) sum += i;
    return sum;
  };
}

// Takes n elements and returns.
template <class Engine>
consumer_on<Engine, int, int> taking(int n) {
  return [n](source_on<Engine, int>& input) {
    for (int i = 0; i < n; ++i)
      if (!input.next()) return -1;
    return n;
  };
}

BOOST_AUTO_TEST_CASE_TEMPLATE(what_is_pushed_is_what_the_body_pulls, Engine, engines) {
  auto c = summing<Engine>();
  for (int i : {1, 2, 3}) BOOST_TEST(c.push(i));
  BOOST_TEST(!c.done());
  BOOST_TEST(c.finish() == 6);
  BOOST_TEST(c.done());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(creating_one_runs_nothing_and_each_push_runs_to_the_next_pull, Engine,
                              engines) {
  std::string log;
  consumer_on<Engine, int> c = [&](source_on<Engine, int>& input) {
    log += "starts ";
    while (const int* i = input.next()) log += std::to_string(*i) + " ";
    log += "ends";
  };
  BOOST_TEST(log == "");
  c.push(1);
  BOOST_TEST(log == "starts 1 ");
  c.push(2);
  BOOST_TEST(log == "starts 1 2 ");
  c.finish();
  BOOST_TEST(log == "starts 1 2 ends");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(finished_without_any_input, Engine, engines) {
  auto c = summing<Engine>();
  BOOST_TEST(c.finish() == 0);
  BOOST_TEST(!c.push(1));
  BOOST_TEST(c.finish() == 0);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(finish_gives_the_same_result_again, Engine, engines) {
  consumer_on<Engine, int, std::unique_ptr<int>> c = [](source_on<Engine, int>& input) {
    return std::make_unique<int>(*input.next());
  };
  c.push(42);
  BOOST_TEST(*c.finish() == 42);
  BOOST_TEST((&c.finish() == &c.finish()));
  const auto taken = std::move(c.finish());
  BOOST_TEST(*taken == 42);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(results_of_every_kind, Engine, engines) {
  int object = 1;
  consumer_on<Engine, int, int&> reference = [&](source_on<Engine, int>&) -> int& {
    return object;
  };
  BOOST_TEST((&reference.finish() == &object));
  consumer_on<Engine, int> nothing = [](source_on<Engine, int>&) {};
  static_assert(std::is_void<decltype(nothing.finish())>::value, "");
  BOOST_CHECK_NO_THROW(nothing.finish());
  consumer_on<Engine, int, std::string> converted = [](source_on<Engine, int>&) { return "text"; };
  BOOST_TEST(converted.finish() == "text");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(the_source_stays_at_its_end, Engine, engines) {
  consumer_on<Engine, int, int> c = [](source_on<Engine, int>& input) {
    int ends = 0;
    while (input.next()) continue;
    for (int time = 0; time < 3; ++time)
      if (!input.next()) ++ends;
    if (input.begin() == input.end()) ++ends;
    return ends;
  };
  c.push(1);
  BOOST_TEST(c.finish() == 4);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_body_that_returns_takes_nothing_more, Engine, engines) {
  auto c = taking<Engine>(2);
  BOOST_TEST(c.push(1));
  BOOST_TEST(!c.done());
  BOOST_TEST(c.push(2));
  BOOST_TEST(c.done());
  BOOST_TEST(!c.push(3));
  BOOST_TEST(!c.push(4));
  BOOST_TEST(c.finish() == 2);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_body_that_pulls_nothing_takes_nothing, Engine, engines) {
  auto c = taking<Engine>(0);
  BOOST_TEST(!c.done());
  BOOST_TEST(!c.push(1));
  BOOST_TEST(c.done());
  BOOST_TEST(c.finish() == 0);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(what_is_not_taken_keeps_its_value, Engine, engines) {
  using owner = std::unique_ptr<int>;
  consumer_on<Engine, owner> c = [](source_on<Engine, owner>& input) {
    owner taken = std::move(*input.next());
  };
  auto first = std::make_unique<int>(1), second = std::make_unique<int>(2);
  BOOST_TEST(c.push(std::move(first)));
  BOOST_TEST((first == nullptr));
  BOOST_TEST(!c.push(std::move(second)));
  BOOST_TEST(*second == 2);
  operations log;
  const counted object(log, 3);
  consumer_on<Engine, counted> done;
  BOOST_TEST(!done.push(object));
  BOOST_TEST(log.copies == 0);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_default_constructed_one_is_done, Engine, engines) {
  consumer_on<Engine, int, int> c;
  BOOST_TEST(c.done());
  BOOST_TEST(!c.push(1));
  BOOST_CHECK_THROW(c.finish(), deepyield::no_result);
  BOOST_CHECK_NO_THROW(c.close());
}

// --- what is copied and moved --------------------------------------------------------------------

BOOST_AUTO_TEST_CASE_TEMPLATE(T_binds_an_rvalue_and_copies_an_lvalue, Engine, engines) {
  operations log;
  const counted* seen = nullptr;
  consumer_on<Engine, counted> c = [&](source_on<Engine, counted>& input) {
    while (counted* element = input.next()) {
      seen = element;
      element->set(99);
    }
  };
  counted mine(log, 1);
  c.push(mine);
  BOOST_TEST(mine.value() == 1);
  BOOST_TEST(log.copies == 1);
  BOOST_TEST(log.alive == 1);
  const counted constant(log, 2);
  c.push(constant);
  BOOST_TEST(log.copies == 2);
  c.push(std::move(mine));
  BOOST_TEST((seen == &mine));
  BOOST_TEST(mine.value() == 99);
  c.push(counted(log, 3));
  BOOST_TEST(log.copies == 2);
  BOOST_TEST(log.moves == 0);
  BOOST_TEST(log.alive == 2);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(references_bind_the_owners_own_object, Engine, engines) {
  operations log;
  counted object(log, 1);
  consumer_on<Engine, counted&> c = [](source_on<Engine, counted&>& input) {
    for (counted& element : input) element.set(5);
  };
  c.push(object);
  BOOST_TEST(object.value() == 5);
  const counted* seen = nullptr;
  consumer_on<Engine, const counted&> constant = [&](source_on<Engine, const counted&>& input) {
    for (const counted& element : input) seen = &element;
  };
  constant.push(object);
  BOOST_TEST((seen == &object));
  constant.push(counted(log, 2));
  BOOST_TEST((seen != &object));
  BOOST_TEST(log.copies == 0);
  BOOST_TEST(log.moves == 0);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(rvalue_references_bind_and_may_be_taken, Engine, engines) {
  operations log;
  consumer_on<Engine, counted&&> c = [](source_on<Engine, counted&&>& input) {
    auto it = input.begin();
    static_assert(std::is_same<decltype(*it), counted&&>::value, "");
    counted mine(*it);
    BOOST_TEST(mine.value() == 1);
    ++it;
    ++it;
  };
  counted taken(log, 1), left(log, 2);
  c.push(std::move(taken));
  BOOST_TEST(taken.value() == counted::moved_from);
  c.push(std::move(left));
  BOOST_TEST(left.value() == 2);
  BOOST_TEST(log.copies == 0);
  BOOST_TEST(log.moves == 1);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(move_only_elements, Engine, engines) {
  using owner = std::unique_ptr<int>;
  consumer_on<Engine, owner, std::vector<owner>> c = [](source_on<Engine, owner>& input) {
    std::vector<owner> all;
    for (owner& element : input) all.push_back(std::move(element));
    return all;
  };
  c.push(std::make_unique<int>(1));
  auto second = std::make_unique<int>(2);
  c.push(std::move(second));
  BOOST_REQUIRE(c.finish().size() == 2u);
  BOOST_TEST(*c.finish()[0] + *c.finish()[1] == 3);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(nothing_but_the_fact_of_a_push, Engine, engines) {
  consumer_on<Engine, void, int> c = [](source_on<Engine, void>& input) {
    int ticks = 0;
    while (input.next()) ++ticks;
    return ticks;
  };
  static_assert(
      std::is_same<decltype(std::declval<source_on<Engine, void>&>().next()), bool>::value, "");
  for (int time = 0; time < 3; ++time) BOOST_TEST(c.push());
  BOOST_TEST(c.finish() == 3);
  BOOST_TEST(!c.push());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(what_is_pushed_converts, Engine, engines) {
  consumer_on<Engine, std::string, std::string> c = [](source_on<Engine, std::string>& input) {
    return std::accumulate(input.begin(), input.end(), std::string());
  };
  c.push("a literal, ");
  const char* pointer = "a pointer";
  c.push(pointer);
  BOOST_TEST(c.finish() == "a literal, a pointer");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(null_pointers_are_elements, Engine, engines) {
  consumer_on<Engine, int*, int> c = [](source_on<Engine, int*>& input) {
    int count = 0;
    for (int* element : input) count += !element;
    return count;
  };
  c.push(nullptr);
  c.push(nullptr);
  BOOST_TEST(c.finish() == 2);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_element_lives_until_the_next_pull, Engine, engines) {
  operations log;
  consumer_on<Engine, counted> c = [&](source_on<Engine, counted>& input) {
    const counted* element = input.next();
    BOOST_TEST(log.alive == 1);
    BOOST_TEST(element->value() == 1);
    input.next();
  };
  c.push(counted(log, 1));
  BOOST_TEST(log.alive == 0);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_copy_that_throws_is_an_exception_of_push, Engine, engines) {
  struct throws_when_copied {
    throws_when_copied() = default;
    throws_when_copied(const throws_when_copied&) { throw 5; }
  };
  int taken = 0;
  consumer_on<Engine, throws_when_copied> c = [&](source_on<Engine, throws_when_copied>& input) {
    while (input.next()) ++taken;
  };
  const throws_when_copied local;
  BOOST_CHECK_THROW(c.push(local), int);
  BOOST_TEST(!c.done());
  BOOST_TEST(c.push(throws_when_copied()));
  BOOST_TEST(taken == 1);
}

// --- exceptions and ends -------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE_TEMPLATE(what_escapes_the_body_comes_out_of_the_push_that_resumed_it, Engine,
                              engines) {
  consumer_on<Engine, int, int> c = [](source_on<Engine, int>& input) -> int {
    input.next();
    throw std::runtime_error(std::to_string(*input.next()));
  };
  c.push(1);
  BOOST_CHECK_EXCEPTION(c.push(42), std::runtime_error,
                        [](const std::runtime_error& e) { return e.what() == std::string("42"); });
  BOOST_TEST(c.done());
  BOOST_TEST(!c.push(43));
  BOOST_CHECK_THROW(c.finish(), deepyield::no_result);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(out_of_the_first_push_and_out_of_finish, Engine, engines) {
  const auto fail = [](source_on<Engine, int>& input) {
    if (!input.next()) throw 5;
  };
  consumer_on<Engine, int> at_the_end = fail;
  BOOST_CHECK_THROW(at_the_end.finish(), int);
  BOOST_CHECK_THROW(at_the_end.finish(), deepyield::no_result);
  consumer_on<Engine, int> at_once = [](source_on<Engine, int>&) { throw 5; };
  BOOST_CHECK_THROW(at_once.push(1), int);
  BOOST_TEST(!at_once.push(2));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_escaping_stop_iteration_is_an_error, Engine, engines) {
  consumer_on<Engine, int> c = [](source_on<Engine, int>& input) {
    input.next();
    throw deepyield::stop_iteration();
  };
  BOOST_CHECK_THROW(c.push(1), deepyield::generator_raised_stop_iteration);
}

template <class Engine>
consumer_on<Engine, int> guarded(std::string& log) {
  return [&log](source_on<Engine, int>& input) {
    guard local{log, "unwound"};
    while (input.next()) continue;
    log += "finished ";
  };
}

BOOST_AUTO_TEST_CASE_TEMPLATE(close_and_the_destructor_abandon_the_body, Engine, engines) {
  std::string log;
  auto closed = guarded<Engine>(log);
  closed.push(1);
  closed.close();
  BOOST_TEST(log == "unwound");
  BOOST_TEST(closed.done());
  BOOST_TEST(!closed.push(2));
  BOOST_CHECK_THROW(closed.finish(), deepyield::no_result);
  BOOST_CHECK_NO_THROW(closed.close());
  log.clear();
  {
    auto destroyed = guarded<Engine>(log);
    destroyed.push(1);
  }
  BOOST_TEST(log == "unwound");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(abandoned_before_the_first_push_the_body_never_runs, Engine,
                              engines) {
  bool ran = false;
  auto captured = std::make_shared<int>();
  std::weak_ptr<int> watch = captured;
  {
    consumer_on<Engine, int> c = [&ran, captured = std::move(captured)](source_on<Engine, int>&) {
      ran = true;
    };
  }
  consumer_on<Engine, int> closed = [&ran](source_on<Engine, int>&) { ran = true; };
  closed.close();
  BOOST_TEST(closed.done());
  BOOST_TEST(!ran);
  BOOST_TEST(watch.expired());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_body_that_pulls_again_ignores_its_exit, Engine, engines) {
  int sum = 0;
  consumer_on<Engine, int> c = [&](source_on<Engine, int>& input) {
    try {
      while (const int* i = input.next()) sum += *i;
    } catch (const generator_exit&) {
      while (const int* i = input.next()) sum += 100 * *i;
    }
  };
  c.push(1);
  BOOST_CHECK_THROW(c.close(), deepyield::generator_ignored_exit);
  BOOST_TEST(c.push(2));
  BOOST_TEST(sum == 201);
  BOOST_CHECK_NO_THROW(c.finish());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(what_cleanup_throws_comes_out_of_close, Engine, engines) {
  consumer_on<Engine, int> c = [](source_on<Engine, int>& input) {
    try {
      input.next();
      input.next();
    } catch (const generator_exit&) {
      throw 5;
    }
  };
  c.push(1);
  BOOST_CHECK_THROW(c.close(), int);
  BOOST_TEST(c.done());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(neither_side_sees_what_the_other_handles, Engine, engines) {
  consumer_on<Engine, int> c = [](source_on<Engine, int>& input) {
    BOOST_CHECK(!std::current_exception());
    try {
      throw 5;
    } catch (int) {
      input.next();
      try {
        throw;
      } catch (int i) {
        BOOST_TEST(i == 5);
      }
    }
  };
  c.push(1);
  BOOST_CHECK(!std::current_exception());
  try {
    throw 6;
  } catch (int) {
    c.finish();
    try {
      throw;
    } catch (int i) {
      BOOST_TEST(i == 6);
    }
  }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_body_that_uses_its_own_consumer, Engine, engines) {
  consumer_on<Engine, int> c;
  int refused = 0;
  c = [&](source_on<Engine, int>& input) {
    for (int time = 0; time < 2; ++time) {
      BOOST_TEST(!c.done());
      BOOST_CHECK_THROW(c.push(1), already_executing);
      BOOST_CHECK_THROW(c.finish(), already_executing);
      BOOST_CHECK_THROW(c.close(), already_executing);
      ++refused;
      input.next();
    }
  };
  c.push(1);
  c.push(2);
  BOOST_TEST(refused == 2);
  BOOST_TEST(c.done());
}

// --- handles -------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE_TEMPLATE(a_handle_is_one_pointer_that_moves, Engine, engines) {
  using consumer = consumer_on<Engine, int, int>;
  static_assert(sizeof(consumer) == sizeof(void*), "");
  static_assert(std::is_nothrow_move_constructible<consumer>::value &&
                    std::is_nothrow_move_assignable<consumer>::value,
                "");
  static_assert(
      !std::is_copy_constructible<consumer>::value && !std::is_copy_assignable<consumer>::value,
      "");
  auto first = summing<Engine>();
  first.push(1);
  auto moved = std::move(first);
  BOOST_TEST(first.done());
  BOOST_TEST(moved.push(2));
  auto other = summing<Engine>();
  other.push(100);
  swap(moved, other);
  moved.push(200);
  BOOST_TEST(moved.finish() == 300);
  BOOST_TEST(other.finish() == 3);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(moving_over_one_abandons_it, Engine, engines) {
  std::string log;
  auto c = guarded<Engine>(log);
  c.push(1);
  c = consumer_on<Engine, int>();
  BOOST_TEST(log == "unwound");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(pushed_to_by_another_thread, Engine, engines) {
  auto c = summing<Engine>();
  c.push(1);
  std::thread([&] { c.push(2); }).join();
  int sum = 0;
  std::thread([&sum, elsewhere = std::move(c)]() mutable { sum = elsewhere.finish(); }).join();
  BOOST_TEST(sum == 3);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_body_may_be_any_callable, Engine, engines) {
  struct function {
    static int first(source_on<Engine, int>& input) { return *input.next(); }
  };
  consumer_on<Engine, int, int> pointer = &function::first;
  pointer.push(1);
  BOOST_TEST(pointer.finish() == 1);
  consumer_on<Engine, int, int> generic = [owned = std::make_unique<int>(10)](auto& input) {
    return *owned + *input.next();
  };
  generic.push(2);
  BOOST_TEST(generic.finish() == 12);
  static_assert(
      !std::is_constructible<consumer_on<Engine, int>, int>::value &&
          !std::is_constructible<consumer_on<Engine, int>, consumer_on<Engine, long>>::value,
      "");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(on_a_stack_of_ones_own, Engine, engines) {
  bool deallocated = false;
  struct watching : boost::context::fixedsize_stack {
    explicit watching(bool& flag)
        : boost::context::fixedsize_stack(64 * 1024), deallocated(&flag) {}
    void deallocate(boost::context::stack_context& stack) noexcept {
      *deallocated = true;
      boost::context::fixedsize_stack::deallocate(stack);
    }
    bool* deallocated;
  };
  {
    consumer_on<Engine, int, int> c(std::allocator_arg, watching(deallocated),
                                    [](source_on<Engine, int>& input) { return *input.next(); });
    c.push(42);
    BOOST_TEST(c.finish() == 42);
    BOOST_TEST(!deallocated);
  }
  BOOST_TEST(deallocated);
}

// --- source as a range ---------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE_TEMPLATE(a_source_is_an_input_range, Engine, engines) {
  using iterator = typename source_on<Engine, int>::iterator;
  static_assert(std::is_same<typename std::iterator_traits<iterator>::iterator_category,
                             std::input_iterator_tag>::value,
                "");
  static_assert(std::is_same<typename std::iterator_traits<iterator>::reference, int&>::value, "");
  static_assert(sizeof(iterator) == sizeof(void*), "");
  static_assert(!std::is_copy_constructible<source_on<Engine, int>>::value, "");
#if HAS_STD_RANGES
  static_assert(std::ranges::input_range<source_on<Engine, int>&>);
#endif
  consumer_on<Engine, int, std::vector<int>> c = [](source_on<Engine, int>& input) {
    const auto found = std::find(input.begin(), input.end(), 3);
    BOOST_TEST(*found == 3);
    std::vector<int> rest;
    std::transform(input.begin(), input.end(), std::back_inserter(rest),
                   [](int i) { return 10 * i; });
    return rest;
  };
  for (int i = 1; i < 6; ++i) c.push(i);
  BOOST_TEST(c.finish() == (std::vector<int>{40, 50}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_second_loop_goes_on, Engine, engines) {
  consumer_on<Engine, int, std::string> c = [](source_on<Engine, int>& input) {
    std::string log;
    for (int i : input) {
      log += std::to_string(i);
      if (i == 2) break;
    }
    log += '|';
    for (int i : input) log += std::to_string(i);
    return log;
  };
  for (int i = 1; i < 5; ++i) c.push(i);
  BOOST_TEST(c.finish() == "12|34");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(post_increment_gives_the_element_that_was_current, Engine, engines) {
  consumer_on<Engine, std::string, std::string> c = [](source_on<Engine, std::string>& input) {
    auto it = input.begin();
    std::string first = *it++;
    return first + *it;
  };
  c.push("one ");
  c.push("two");
  BOOST_TEST(c.finish() == "one two");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(out_pushes_what_is_assigned, Engine, engines) {
  auto c = summing<Engine>();
  const std::vector<int> values{1, 2, 3};
  std::copy(values.begin(), values.end(), c.out());
  *c.out()++ = 10;
  BOOST_TEST(c.finish() == 16);
  BOOST_CHECK_NO_THROW(std::copy(values.begin(), values.end(), c.out()));
  consumer_on<Engine, std::unique_ptr<int>, int> owners =
      [](source_on<Engine, std::unique_ptr<int>>& input) { return **input.next(); };
  *owners.out() = std::make_unique<int>(42);
  BOOST_TEST(owners.finish() == 42);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(pulled_from_any_depth, Engine, engines) {
  struct nested {
    static int sum(int depth, source_on<Engine, int>& input) {
      return depth ? *input.next() + sum(depth - 1, input) : 0;
    }
  };
  consumer_on<Engine, int, int> c = [](source_on<Engine, int>& input) {
    return nested::sum(50, input);
  };
  for (int i = 1; i <= 50; ++i) c.push(i);
  BOOST_TEST(c.finish() == 50 * 51 / 2);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_generator_feeds_it, Engine, engines) {
  auto c = summing<Engine>();
  for (int i : numbers<Engine>(5)) c.push(i);
  BOOST_TEST(c.finish() == 10);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(one_feeds_another, Engine, engines) {
  auto last = summing<Engine>();
  consumer_on<Engine, int> doubling = [&](source_on<Engine, int>& input) {
    for (int i : input) last.push(2 * i);
  };
  for (int i = 1; i < 4; ++i) doubling.push(i);
  doubling.finish();
  BOOST_TEST(last.finish() == 12);
}

// --- a parser by recursive descent that is fed byte by byte --------------------------------------

template <class Engine>
class calculator {
 public:
  explicit calculator(source_on<Engine, char>& input) : input_(input) { advance(); }

  int sum() {
    int value = product();
    while (next_ == '+' || next_ == '-') value += take() == '+' ? product() : -product();
    return value;
  }
  void expect_end() const {
    if (next_ != '\0') throw std::runtime_error(std::string("unexpected ") + next_);
  }

 private:
  int product() {
    int value = factor();
    while (next_ == '*') take(), value *= factor();
    return value;
  }
  int factor() {
    if (next_ == '(') {
      take();
      const int value = sum();
      if (take() != ')') throw std::runtime_error("expected )");
      return value;
    }
    if (!std::isdigit(static_cast<unsigned char>(next_)))
      throw std::runtime_error(next_ ? std::string("unexpected ") + next_ : "unexpected end");
    int value = 0;
    while (std::isdigit(static_cast<unsigned char>(next_))) value = 10 * value + (take() - '0');
    return value;
  }
  char take() {
    const char taken = next_;
    advance();
    return taken;
  }
  void advance() {
    do {
      const char* c = input_.next();
      next_ = c ? *c : '\0';
    } while (next_ == ' ');
  }

  source_on<Engine, char>& input_;
  char next_ = '\0';
};

template <class Engine>
consumer_on<Engine, char, int> calculating() {
  return [](source_on<Engine, char>& input) {
    calculator<Engine> parser(input);
    const int value = parser.sum();
    parser.expect_end();
    return value;
  };
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_incremental_parser, Engine, engines) {
  auto c = calculating<Engine>();
  for (const char* piece : {"1", "2 + ", "", "3*(4", "-1) *", "2-", "10"})
    for (; *piece; ++piece) BOOST_TEST(c.push(*piece));
  BOOST_TEST(c.finish() == 12 + 3 * (4 - 1) * 2 - 10);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_incremental_parser_reports_an_error_where_it_is_pushed, Engine,
                              engines) {
  auto c = calculating<Engine>();
  const std::string text = "1+(2*x)";
  auto at = text.begin();
  BOOST_CHECK_EXCEPTION(
      for (; at != text.end(); ++at) c.push(*at), std::runtime_error,
      [](const std::runtime_error& e) { return e.what() == std::string("unexpected x"); });
  BOOST_TEST((at - text.begin() == 5));
  auto unfinished = calculating<Engine>();
  for (char character : std::string("1+")) unfinished.push(character);
  BOOST_CHECK_EXCEPTION(unfinished.finish(), std::runtime_error, [](const std::runtime_error& e) {
    return e.what() == std::string("unexpected end");
  });
}
