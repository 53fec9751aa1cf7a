// docs/semantics.md, cases 48 and 50: a callout of PCRE2 that yields. It makes the pattern
// backtrack, and so finds everything that the pattern can match.
#include "support/counted_malloc.hpp"
#include "support/engines.hpp"
#include "support/leave_early.hpp"
#include "support/typed_test_case.hpp"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <memory>
#include <string>
#include <vector>

namespace {

void* allocate(PCRE2_SIZE bytes, void*) { return counted_malloc(bytes); }
void deallocate(void* memory, void*) { counted_free(memory); }

struct pcre2_deleter {
  void operator()(pcre2_general_context* context) const { pcre2_general_context_free(context); }
  void operator()(pcre2_compile_context* context) const { pcre2_compile_context_free(context); }
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};
template <class Object>
using pcre2_handle = std::unique_ptr<Object, pcre2_deleter>;

std::string matched(const pcre2_callout_block& callout) {
  const auto* const subject = reinterpret_cast<const char*>(callout.subject);
  return {subject + callout.start_match, subject + callout.current_position};
}

template <class Engine, class Callout>
int guarded(void* to, Callout callout) {
  auto& yield = *static_cast<yielder_on<Engine, std::string>*>(to);
  const int backtrack = 1;
  return yield.guard([&] { callout(yield); }) ? backtrack : PCRE2_ERROR_CALLOUT;
}

template <class Engine>
int yield_matched(pcre2_callout_block* callout, void* to) {
  return guarded<Engine>(to, [&](auto& yield) { yield(matched(*callout)); });
}

// Yields the matched number and its negative.
template <class Engine>
int yield_both_signs(pcre2_callout_block* callout, void* to) {
  return guarded<Engine>(to, [&](auto& yield) {
    const int number = std::stoi(matched(*callout));
    yield(std::to_string(number));
    yield(std::to_string(-number));
  });
}

PCRE2_SPTR as_subject(const std::string& text) {
  return reinterpret_cast<PCRE2_SPTR>(text.c_str());
}

using callout_function = int (*)(pcre2_callout_block*, void*);

// Yields every match of the pattern up to its callout. The result is what pcre2_match returned.
template <class Engine>
generator_on<Engine, std::string, int> matches(const std::string& pattern,
                                               const std::string& subject,
                                               callout_function callout = yield_matched<Engine>) {
  return [=](yielder_on<Engine, std::string>& yield) {
    const pcre2_handle<pcre2_general_context> counted(
        pcre2_general_context_create(allocate, deallocate, nullptr));
    const pcre2_handle<pcre2_match_context> context(pcre2_match_context_create(counted.get()));
    pcre2_set_callout(context.get(), callout, &yield);

    int error = 0;
    PCRE2_SIZE where = 0;
    const pcre2_handle<pcre2_compile_context> compiling(
        pcre2_compile_context_create(counted.get()));
    const auto options = PCRE2_NO_AUTO_POSSESS;  // which would keep \w+ from backtracking
    const pcre2_handle<pcre2_code> code(pcre2_compile(as_subject(pattern), pattern.size(), options,
                                                      &error, &where, compiling.get()));
    const pcre2_handle<pcre2_match_data> data(
        pcre2_match_data_create_from_pattern(code.get(), counted.get()));
    const int result = pcre2_match(code.get(), as_subject(subject), subject.size(), 0, 0,
                                   data.get(), context.get());
    yield.rethrow_pending();
    return result;
  };
}

}  // namespace

TYPED_TEST_CASE(case_48_all_that_pcre2_can_match, Engine, engines) {
  auto g = matches<Engine>("\\w+(?C1)", "abc");
  BOOST_TEST((std::vector<std::string>(g.begin(), g.end())) ==
                 (std::vector<std::string>{"abc", "ab", "a", "bc", "b", "c"}),
             boost::test_tools::per_element());
  BOOST_TEST(g.result() == PCRE2_ERROR_NOMATCH);
  BOOST_TEST(live_allocations() == 0);
}

TYPED_TEST_CASE(case_48_leaving_pcre2_early, Engine, engines) {
  leave_early_in_every_way([] { return matches<Engine>("\\w+(?C1)", "abc"); },
                           [] { BOOST_TEST(live_allocations() == 0); });
}

TYPED_TEST_CASE(case_48_leaving_pcre2_deep_in_its_backtracking, Engine, engines) {
  auto g =
      matches<Engine>("(a|ab|b)*(?C1)c", std::string(3000, 'a') + std::string(3000, 'b') + 'c');
  BOOST_TEST(g.next()->size() == 6000u);
  BOOST_TEST(live_allocations() > 0);
  g.close();
  BOOST_TEST(live_allocations() == 0);
}

TYPED_TEST_CASE(case_48_two_matches_of_pcre2_in_step, Engine, engines) {
  auto one = matches<Engine>("\\w+(?C1)", "abcd");
  auto other = matches<Engine>("\\w+?(?C1)", "abcd");
  for (const char* pair : {"abcd a", "abc ab", "ab abc", "a abcd"}) {
    const std::string from_one = next(one);
    BOOST_TEST(from_one + ' ' + next(other) == pair);
  }
}

TYPED_TEST_CASE(case_50_several_yields_in_a_callout_of_pcre2, Engine, engines) {
  auto g = matches<Engine>("\\d+(?C1)", "12", yield_both_signs<Engine>);
  const std::vector<std::string> expected{"12", "-12", "1", "-1", "2", "-2"};
  BOOST_TEST((std::vector<std::string>(g.begin(), g.end())) == expected,
             boost::test_tools::per_element());
}

TYPED_TEST_CASE(case_50_leaving_pcre2_within_a_callout, Engine, engines) {
  leave_early_in_every_way(
      [] { return matches<Engine>("\\d+(?C1)", "12", yield_both_signs<Engine>); },
      [] { BOOST_TEST(live_allocations() == 0); });
}

TYPED_TEST_CASE(case_50_a_callout_of_pcre2_throws, Engine, engines) {
  a_callback_throws(matches<Engine>("\\w+(?C1)", "12 x", yield_both_signs<Engine>),
                    [] { BOOST_TEST(live_allocations() == 0); });
}
