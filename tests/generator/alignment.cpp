// Over-aligned and large objects are aligned and intact when they are yielded, sent, returned,
// pushed or captured. (docs/semantics.md, case 58)
#include "support/alignment.hpp"
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <deepyield/consumer.hpp>
#include <deepyield/shared_generator.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <memory>
#include <utility>

namespace {

// Detects that its bytes were overwritten, or that it is not aligned.
template <std::size_t Alignment, std::size_t Bytes>
struct alignas(Alignment) block {
  explicit block(unsigned char mark) : first(mark), last(mark) {}

  bool is(unsigned char mark) const {
    return is_aligned(this, Alignment) && first == mark && last == mark;
  }

  unsigned char first;
  unsigned char between[Bytes - 2];
  unsigned char last;
};

const deepyield::stack_pool large_stacks(64 << 20);

// Captures, yields, receives and returns.
template <class Engine, class Block>
two_way_on<Engine, Block, Block, Block> conversation() {
  return {std::allocator_arg, large_stacks,
          [captured = Block(1)](two_way_yielder_on<Engine, Block, Block>& yield) {
            BOOST_TEST(captured.is(1));
            const Block lvalue(2);
            yield(lvalue);
            BOOST_TEST(yield(Block(3))->is(4));
            return Block(5);
          }};
}

template <class Engine, class Block>
void converse(two_way_on<Engine, Block, Block, Block> with) {
  BOOST_TEST(with.next()->is(2));
  BOOST_TEST(with.next()->is(3));
  BOOST_TEST(!with.send(Block(4)));
  BOOST_TEST(with.result().is(5));
}

template <class Engine, class Block>
void check() {
  converse<Engine, Block>(conversation<Engine, Block>());
  converse<Engine, Block>(
      {std::allocator_arg, large_stacks, [](two_way_yielder_on<Engine, Block, Block>& yield) {
         return yield.from(conversation<Engine, Block>());
       }});

  generator_on<Engine, const Block&> refers(
      std::allocator_arg, large_stacks,
      [](yielder_on<Engine, const Block&>& yield) { yield(Block(6)); });
  BOOST_TEST(refers.next()->is(6));
  const auto shared = deepyield::share(std::move(refers));
  BOOST_TEST(!shared.next());

  deepyield::consumer<Block, Block, Engine> takes(std::allocator_arg, large_stacks,
                                                  [](deepyield::source<Block, Engine>& input) {
                                                    BOOST_TEST(input.next()->is(7));
                                                    return Block(8);
                                                  });
  takes.push(Block(7));
  BOOST_TEST(takes.finish().is(8));
}

template <class Engine, std::size_t... Alignment>
void check_alignments() {
  const int each[] = {(check<Engine, block<Alignment, Alignment>>(), 0)...};
  (void)each;
}

}  // namespace

TYPED_TEST_CASE(case_58_objects_of_any_alignment_and_size_are_where_they_should_be, Engine,
                engines) {
  check_alignments<Engine, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096>();
  check<Engine, block<16, 1 << 20>>();
  check<Engine, block<4096, 1 << 20>>();
}
