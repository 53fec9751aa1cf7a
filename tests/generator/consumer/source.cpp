// Consumers: the body pulls from its source, which is a range, at any depth of calls.
#include "generator/consumer/consumer.hpp"
#include "support/ranges.hpp"
#include "support/typed_test_case.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

TYPED_TEST_CASE(the_source_stays_at_its_end, Engine, engines) {
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

TYPED_TEST_CASE(a_source_is_an_input_range, Engine, engines) {
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

TYPED_TEST_CASE(a_second_loop_goes_on, Engine, engines) {
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

TYPED_TEST_CASE(post_increment_gives_the_element_that_was_current, Engine, engines) {
  consumer_on<Engine, std::string, std::string> c = [](source_on<Engine, std::string>& input) {
    auto it = input.begin();
    std::string first = *it++;
    return first + *it;
  };
  c.push("one ");
  c.push("two");
  BOOST_TEST(c.finish() == "one two");
}

TYPED_TEST_CASE(pulled_from_any_depth, Engine, engines) {
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

// A parser by recursive descent that is fed byte by byte.
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

TYPED_TEST_CASE(an_incremental_parser, Engine, engines) {
  auto c = calculating<Engine>();
  for (const char* piece : {"1", "2 + ", "", "3*(4", "-1) *", "2-", "10"})
    for (; *piece; ++piece) BOOST_TEST(c.push(*piece));
  BOOST_TEST(c.finish() == 12 + 3 * (4 - 1) * 2 - 10);
}

TYPED_TEST_CASE(an_incremental_parser_reports_an_error_where_it_is_pushed, Engine, engines) {
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
