// zlib.hpp, left early: zlib's memory is freed, and so are the chunks that it reads.
#include "zlib.hpp"

#include "compressed_log.hpp"
#include "support/counted_malloc.hpp"
#include "support/leave_early.hpp"

#include <boost/test/unit_test.hpp>

#include <stdexcept>

namespace {

voidpf allocate(voidpf, uInt count, uInt bytes) {
  return counted_malloc(std::size_t(count) * bytes);
}
void deallocate(voidpf, voidpf memory) { counted_free(memory); }

text_chunks inflated_and_counted(text_chunks chunks) {
  z_stream counting = z_stream();
  counting.zalloc = allocate;
  counting.zfree = deallocate;
  return inflated(std::move(chunks), window_bits, counting);
}

int open_inputs = 0;

text_chunks input(const std::string& compressed) {
  return [=](deepyield::yielder<std::string>& yield) {
    struct opened {
      opened() { ++open_inputs; }
      ~opened() { --open_inputs; }
    } file;
    for (const std::string& chunk : chunks_of(compressed, 100)) yield(chunk);
  };
}

void check_nothing_left() {
  BOOST_TEST(live_allocations() == 0);
  BOOST_TEST(open_inputs == 0);
}

}  // namespace

BOOST_AUTO_TEST_CASE(it_gives_the_text) {
  std::string text;
  for (const std::string& piece : inflated_and_counted(input(deflated(log_text())))) text += piece;
  BOOST_CHECK(text == log_text());
  check_nothing_left();
}

BOOST_AUTO_TEST_CASE(leaving_where_it_gives_output) {
  const std::string compressed = deflated(log_text());
  leave_early_in_every_way([&] { return inflated_and_counted(input(compressed)); },
                           check_nothing_left, 10);
}

BOOST_AUTO_TEST_CASE(it_holds_memory_while_it_is_suspended) {
  auto pieces = inflated_and_counted(input(deflated(log_text())));
  pieces.next();
  BOOST_TEST(live_allocations() > 0);
  BOOST_TEST(open_inputs == 1);
}

BOOST_AUTO_TEST_CASE(the_chunks_fail) {
  const std::string compressed = deflated(log_text());
  text_chunks failing = [=](deepyield::yielder<std::string>& yield) {
    yield.from(chunks_of(compressed.substr(0, 1000), 100));
    throw std::invalid_argument("the file cannot be read");
  };
  a_callback_throws(inflated_and_counted(std::move(failing)), check_nothing_left);
}

BOOST_AUTO_TEST_CASE(damaged_data) {
  for (const std::string& wrong : {std::string("\7not compressed"), deflated("").substr(0, 1)}) {
    auto pieces = inflated_and_counted(input(wrong));
    BOOST_CHECK_THROW(pieces.next(), std::runtime_error);
    check_nothing_left();
  }
}
