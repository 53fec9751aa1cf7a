// docs/semantics.md, cases 48 and 50: zlib's inflateBack, which asks for its input by one callback
// and gives its output by another. Both yield.
#include "chunk.hpp"
#include "support/counted_malloc.hpp"
#include "support/engines.hpp"
#include "support/leave_early.hpp"
#include "support/typed_test_case.hpp"

#include <zlib.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace {

voidpf allocate(voidpf, uInt count, uInt bytes) {
  return counted_malloc(std::size_t(count) * bytes);
}
void deallocate(voidpf, voidpf memory) { counted_free(memory); }

z_stream stream_that_counts() {
  z_stream stream = z_stream();
  stream.zalloc = allocate;
  stream.zfree = deallocate;
  return stream;
}

constexpr int window_bits = 15;

// Compresses to the raw format, the only one that inflateBack reads.
std::string deflated(const std::string& text) {
  z_stream stream = stream_that_counts();
  BOOST_REQUIRE_EQUAL(
      deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -window_bits, 8, Z_DEFAULT_STRATEGY),
      Z_OK);
  std::string result(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(&result[0]);
  stream.avail_out = static_cast<uInt>(result.size());
  BOOST_REQUIRE_EQUAL(deflate(&stream, Z_FINISH), Z_STREAM_END);
  result.resize(stream.total_out);
  deflateEnd(&stream);
  return result;
}

// An empty element asks the consumer to send more input. All other elements are output.
template <class Engine>
using inflating = deepyield::generator<chunk, chunk, int, Engine>;

template <class Engine>
using inflating_yielder = typename inflating<Engine>::yielder_type;

template <class Engine>
unsigned ask_for_input(void* yield, z_const unsigned char** data) {
  chunk* sent = nullptr;
  static_cast<inflating_yielder<Engine>*>(yield)->try_yield(chunk{nullptr, 0}, sent);
  if (!sent) return 0;
  *data = reinterpret_cast<z_const unsigned char*>(const_cast<char*>(sent->data));
  return static_cast<unsigned>(sent->size);
}

template <class Engine>
int yield_output(void* yield, unsigned char* data, unsigned size) {
  return static_cast<inflating_yielder<Engine>*>(yield)->try_yield(
             chunk{reinterpret_cast<const char*>(data), size})
             ? 0
             : 1;
}

// As ask_for_input, but throws if the consumer sends an empty piece.
template <class Engine>
unsigned ask_for_some_input(void* to, z_const unsigned char** data) {
  auto& yield = *static_cast<inflating_yielder<Engine>*>(to);
  const chunk* sent = nullptr;
  yield.guard([&] {
    sent = yield(chunk{nullptr, 0});
    if (sent && !sent->size) throw std::invalid_argument("an empty piece");
  });
  if (!sent) return 0;
  *data = reinterpret_cast<z_const unsigned char*>(const_cast<char*>(sent->data));
  return static_cast<unsigned>(sent->size);
}

// As yield_output, in two halves.
template <class Engine>
int yield_output_twice(void* to, unsigned char* data, unsigned size) {
  auto& yield = *static_cast<inflating_yielder<Engine>*>(to);
  const chunk whole{reinterpret_cast<const char*>(data), size};
  const std::size_t half = whole.size / 2;
  const bool go_on = yield.guard([&] {
    yield(chunk{whole.data, half});
    yield(chunk{whole.data + half, whole.size - half});
  });
  return go_on ? 0 : 1;
}

class inflate_back {
 public:
  inflate_back() : stream_(stream_that_counts()), window_(1u << window_bits) {
    BOOST_REQUIRE_EQUAL(inflateBackInit(&stream_, window_bits, window_.data()), Z_OK);
  }
  inflate_back(const inflate_back&) = delete;
  ~inflate_back() { inflateBackEnd(&stream_); }

  template <class Engine>
  int run(inflating_yielder<Engine>& yield, in_func input, out_func output) {
    return inflateBack(&stream_, input, &yield, output, &yield);
  }

 private:
  z_stream stream_;
  std::vector<unsigned char> window_;
};

template <class Engine>
inflating<Engine> inflated(in_func input = ask_for_input<Engine>,
                           out_func output = yield_output<Engine>) {
  return [=](inflating_yielder<Engine>& yield) {
    inflate_back decompressor;
    const int result = decompressor.template run<Engine>(yield, input, output);
    yield.rethrow_pending();
    return result;
  };
}

// Longer than the window, so that there is more than one piece of output.
std::string sample_text() {
  std::string text;
  for (int line = 0; line < 20000; ++line) text += "line " + std::to_string(line * 7919) + '\n';
  return text;
}

// Feeds the generator until it yields piece number `piece` of output.
template <class Engine>
void feed_to_output(int piece, inflating<Engine>& g, const std::string& input) {
  const chunk* given = g.next();
  for (int pieces = 0; given;) {
    if (given->data && ++pieces == piece) return;
    given = given->data ? g.next() : g.send(as_chunk(input));
  }
}

// Feeds the generator to its end; its output must be the sample text.
template <class Engine>
void check_inflates_in_pieces(inflating<Engine> g) {
  const std::string text = sample_text(), compressed = deflated(text);
  std::string result;
  std::string piece;  // zlib reads it until it asks for the next
  std::size_t sent = 0;
  const chunk* given = g.next();
  while (given) {
    if (given->data) {
      result.append(given->data, given->size);
      given = g.next();
    } else {
      piece = compressed.substr(sent, 1000);
      sent += piece.size();
      given = g.send(as_chunk(piece));
    }
  }
  BOOST_TEST(g.result() == Z_STREAM_END);
  BOOST_CHECK(result == text);
  BOOST_TEST(live_allocations() == 0);
}

}  // namespace

TYPED_TEST_CASE(case_48_inflateBack_is_sent_its_input_in_pieces, Engine, engines) {
  check_inflates_in_pieces<Engine>(inflated<Engine>());
}

TYPED_TEST_CASE(case_48_leaving_inflateBack_where_it_asks_for_input, Engine, engines) {
  const auto asking = [] { return inflated<Engine>(); };
  const int all = 1;  // it is sent nothing, so it asks only once
  leave_early_in_every_way(asking, [] { BOOST_TEST(live_allocations() == 0); }, all);
}

TYPED_TEST_CASE(case_48_leaving_inflateBack_where_it_gives_output, Engine, engines) {
  const std::string compressed = deflated(sample_text());
  auto closed = inflated<Engine>();
  feed_to_output<Engine>(2, closed, compressed);
  BOOST_TEST(live_allocations() > 0);
  closed.close();
  BOOST_TEST(live_allocations() == 0);

  auto thrown_into = inflated<Engine>();
  feed_to_output<Engine>(2, thrown_into, compressed);
  BOOST_CHECK_THROW(thrown_into.throw_in(std::runtime_error("enough")), std::runtime_error);
  BOOST_TEST(live_allocations() == 0);
}

TYPED_TEST_CASE(case_50_several_yields_in_a_callback_of_inflateBack, Engine, engines) {
  check_inflates_in_pieces<Engine>(
      inflated<Engine>(ask_for_some_input<Engine>, yield_output_twice<Engine>));
}

TYPED_TEST_CASE(case_50_leaving_inflateBack_within_a_callback, Engine, engines) {
  const std::string compressed = deflated(sample_text());
  const auto in_the_middle_of_output = [&] {
    auto g = inflated<Engine>(ask_for_some_input<Engine>, yield_output_twice<Engine>);
    feed_to_output<Engine>(1, g, compressed);
    return g;
  };
  leave_early_in_every_way(in_the_middle_of_output, [] { BOOST_TEST(live_allocations() == 0); });
}

TYPED_TEST_CASE(case_50_a_callback_of_inflateBack_throws, Engine, engines) {
  auto g = inflated<Engine>(ask_for_some_input<Engine>);
  g.next();
  BOOST_CHECK_THROW(g.send(chunk{nullptr, 0}), std::invalid_argument);
  BOOST_TEST(live_allocations() == 0);
}
