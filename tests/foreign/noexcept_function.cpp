// docs/semantics.md, cases 49 and 50: a yield below a noexcept function, which would call
// std::terminate if it were unwound.
#include "support/engines.hpp"
#include "support/leave_early.hpp"
#include "support/typed_test_case.hpp"

#include <stdexcept>
#include <string>
#include <vector>

namespace {

// Stands for a library that is compiled without exceptions. Calls back with 1, 2, ... until it is
// told to stop, and counts its cleanups.
class visitor {
 public:
  template <class Callback>
  bool visit(int count, Callback callback) noexcept {
    cleanup at_end{cleanups_};
    for (int i = 1; i <= count; ++i) {
      if (!callback(i)) return false;
    }
    return true;
  }

  int cleanups() const { return cleanups_; }

 private:
  struct cleanup {
    int& count;
    ~cleanup() { ++count; }
  };
  int cleanups_ = 0;
};

template <class Engine>
generator_on<Engine, int, bool> visited(visitor& library, int count) {
  return [&library, count](yielder_on<Engine, int>& yield) {
    const bool complete = library.visit(count, [&](int i) noexcept { return yield.try_yield(i); });
    yield.rethrow_pending();
    return complete;
  };
}

// Yields the number that each text contains, and its negative.
template <class Engine>
generator_on<Engine, int> both_signs(visitor& library, const std::vector<std::string>& texts) {
  return [&library, texts](yielder_on<Engine, int>& yield) {
    library.visit(static_cast<int>(texts.size()), [&](int i) noexcept {
      return yield.guard([&] {
        const int number = std::stoi(texts[static_cast<std::size_t>(i - 1)]);
        yield(number);
        yield(-number);
      });
    });
    yield.rethrow_pending();
  };
}

struct not_copyable_today {
  not_copyable_today() = default;
  not_copyable_today(const not_copyable_today&) { throw std::runtime_error("no copies today"); }
};

}  // namespace

TYPED_TEST_CASE(case_49_all_elements_from_a_noexcept_function, Engine, engines) {
  visitor library;
  auto g = visited<Engine>(library, 3);
  BOOST_TEST((std::vector<int>(g.begin(), g.end())) == (std::vector<int>{1, 2, 3}),
             boost::test_tools::per_element());
  BOOST_TEST(g.result());
  BOOST_TEST(library.cleanups() == 1);
}

TYPED_TEST_CASE(case_49_leaving_a_noexcept_function_early, Engine, engines) {
  visitor library;
  int left = 0;
  leave_early_in_every_way([&] { return visited<Engine>(library, 3); },
                           [&] { BOOST_TEST(library.cleanups() == ++left); });
}

TYPED_TEST_CASE(case_49_a_noexcept_function_that_goes_on_calls_back_to_no_effect, Engine, engines) {
  int calls = 0;
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    visitor().visit(5, [&](int i) noexcept {
      ++calls;
      yield.try_yield(i);
      return true;
    });
    yield.rethrow_pending();
  };
  g.next();
  g.close();
  BOOST_TEST(calls == 5);
}

TYPED_TEST_CASE(case_49_what_a_copy_throws_comes_out_behind_the_noexcept_function, Engine,
                engines) {
  visitor library;
  generator_on<Engine, not_copyable_today> g = [&](yielder_on<Engine, not_copyable_today>& yield) {
    const not_copyable_today element;
    library.visit(2, [&](int) noexcept { return yield.try_yield(element); });
    BOOST_TEST(library.cleanups() == 1);
    yield.rethrow_pending();
  };
  BOOST_CHECK_THROW(g.next(), std::runtime_error);
}

TYPED_TEST_CASE(case_50_several_yields_under_a_noexcept_function, Engine, engines) {
  visitor library;
  auto g = both_signs<Engine>(library, {"1", "2"});
  const std::vector<int> expected{1, -1, 2, -2};
  BOOST_TEST((std::vector<int>(g.begin(), g.end())) == expected, boost::test_tools::per_element());
}

TYPED_TEST_CASE(case_50_leaving_a_noexcept_function_within_a_callback, Engine, engines) {
  visitor library;
  int left = 0;
  leave_early_in_every_way([&] { return both_signs<Engine>(library, {"1", "2"}); },
                           [&] { BOOST_TEST(library.cleanups() == ++left); });
}

TYPED_TEST_CASE(case_50_a_callback_of_a_noexcept_function_throws, Engine, engines) {
  visitor library;
  a_callback_throws(both_signs<Engine>(library, {"1", "two"}),
                    [&] { BOOST_TEST(library.cleanups() == 1); });
}
