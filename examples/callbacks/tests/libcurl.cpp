// libcurl.hpp, left early: libcurl's memory is freed, and its file is closed.
#include "libcurl.hpp"

#include "rates.hpp"
#include "support/counted_malloc.hpp"
#include "support/leave_early.hpp"
#include "support/open_descriptors.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <stdexcept>

namespace {

void* counted_calloc(std::size_t count, std::size_t bytes) {
  void* const memory = std::calloc(count, bytes);
  if (memory) ++live_allocations();
  return memory;
}

// Counts the library's memory from the start, less what the library keeps.
struct counted_library {
  counted_library() {
    curl_global_init_mem(CURL_GLOBAL_DEFAULT, counted_malloc, counted_free, counted_realloc,
                         counted_strdup, counted_calloc);
    kept() = live_allocations();
  }
  ~counted_library() { curl_global_cleanup(); }
  static int& kept() {
    static int count = 0;
    return count;
  }
};

}  // namespace

BOOST_TEST_GLOBAL_FIXTURE(counted_library);

BOOST_AUTO_TEST_CASE(leaving_at_every_chunk) {
  const rates sample;
  const int descriptors = open_descriptors();
  const auto check_nothing_left = [=] {
    BOOST_TEST(live_allocations() == counted_library::kept());
    BOOST_TEST(open_descriptors() == descriptors);
  };
  leave_early_in_every_way([&] { return downloaded(sample.url()); }, check_nothing_left, 5);
  leave_early_in_every_way([&] { return lines(downloaded(sample.url())); }, check_nothing_left, 5);
}

BOOST_AUTO_TEST_CASE(it_holds_memory_and_a_file_while_it_is_suspended) {
  const rates sample;
  const int descriptors = open_descriptors();
  auto chunks = downloaded(sample.url());
  chunks.next();
  BOOST_TEST(live_allocations() > counted_library::kept());
  BOOST_TEST(open_descriptors() > descriptors);
}

BOOST_AUTO_TEST_CASE(two_downloads_in_step) {
  const rates sample, copy;
  auto ours = lines(downloaded(sample.url())), theirs = lines(downloaded(copy.url()));
  int count = 0;
  while (const std::string* const line = ours.next()) {
    BOOST_REQUIRE(*line == next(theirs));
    ++count;
  }
  BOOST_TEST(count == 20001);
  BOOST_TEST(!theirs.next());
}

BOOST_AUTO_TEST_CASE(a_file_that_does_not_exist) {
  const rates sample;
  auto chunks = downloaded(sample.url() + ".old");
  BOOST_CHECK_THROW(chunks.next(), std::runtime_error);
  BOOST_TEST(live_allocations() == counted_library::kept());
}
