// pcre2.hpp, left early at every match: PCRE2's memory is freed.
#include "pcre2.hpp"

#include "support/counted_malloc.hpp"
#include "support/leave_early.hpp"

#include <boost/test/unit_test.hpp>

#include <iterator>
#include <stdexcept>

namespace {

void* allocate(PCRE2_SIZE bytes, void*) { return counted_malloc(bytes); }
void deallocate(void* memory, void*) { counted_free(memory); }

struct counted_memory {
  counted_memory() : context(pcre2_general_context_create(allocate, deallocate, nullptr)) {}
  ~counted_memory() { pcre2_general_context_free(context); }
  pcre2_general_context* const context;
  const int own = live_allocations();
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(leaving_at_every_match, counted_memory) {
  const auto make = [this] { return all_matches("(\\w)(\\w+)", "abcde", context); };
  auto whole = make();
  BOOST_TEST(std::distance(whole.begin(), whole.end()) == 10);
  BOOST_TEST(live_allocations() == own);
  leave_early_in_every_way(make, [this] { BOOST_TEST(live_allocations() == own); }, 10);
}

BOOST_FIXTURE_TEST_CASE(leaving_deep_in_its_backtracking, counted_memory) {
  const std::string subject = std::string(3000, 'a') + std::string(3000, 'b');
  auto matches = all_matches("((?:a|ab|b)*)", subject, context);
  BOOST_TEST(matches.next()->front() == subject);
  BOOST_TEST(live_allocations() > own);
  matches.close();
  BOOST_TEST(live_allocations() == own);
}

BOOST_FIXTURE_TEST_CASE(a_wrong_pattern, counted_memory) {
  auto matches = all_matches("(", "a", context);
  BOOST_CHECK_THROW(matches.next(), std::invalid_argument);
  BOOST_TEST(live_allocations() == own);
}
