// Over-aligned and large objects are aligned and intact when they are yielded, sent, returned,
// pushed or captured. (docs/semantics.md, case 58)
#include "support/alignment.hpp"
#include "support/engines.hpp"

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

template <class Engine, class Block>
void check() {
  generator_on<Engine, Block> yields(std::allocator_arg, large_stacks,
                                     [](yielder_on<Engine, Block>& yield) {
                                       const Block lvalue(2);
                                       yield(Block(1));
                                       yield(lvalue);
                                     });
  BOOST_TEST(yields.next()->is(1));
  BOOST_TEST(yields.next()->is(2));

  generator_on<Engine, const Block&> refers(
      std::allocator_arg, large_stacks,
      [](yielder_on<Engine, const Block&>& yield) { yield(Block(3)); });
  BOOST_TEST(refers.next()->is(3));

  two_way_on<Engine, void, Block> receives(std::allocator_arg, large_stacks,
                                           [](two_way_yielder_on<Engine, void, Block>& yield) {
                                             BOOST_TEST(yield()->is(4));
                                             yield();
                                           });
  receives.next();
  receives.send(Block(4));

  generator_on<Engine, int, Block> returns(std::allocator_arg, large_stacks,
                                           [](yielder_on<Engine, int>&) { return Block(5); });
  BOOST_TEST(!returns.next());
  BOOST_TEST(returns.result().is(5));

  generator_on<Engine, int> delegates(
      std::allocator_arg, large_stacks, [](yielder_on<Engine, int>& yield) {
        generator_on<Engine, int, Block> inner(std::allocator_arg, large_stacks,
                                               [](yielder_on<Engine, int>&) { return Block(6); });
        BOOST_TEST(yield.from(std::move(inner)).is(6));
      });
  BOOST_TEST(!delegates.next());

  deepyield::consumer<Block, Block, Engine> takes(std::allocator_arg, large_stacks,
                                                  [](deepyield::source<Block, Engine>& input) {
                                                    BOOST_TEST(input.next()->is(7));
                                                    return Block(8);
                                                  });
  takes.push(Block(7));
  BOOST_TEST(takes.finish().is(8));

  generator_on<Engine, int> captures(
      std::allocator_arg, large_stacks,
      [kept = Block(9)](yielder_on<Engine, int>& yield) { yield(kept.is(9)); });
  BOOST_TEST(*captures.next() == 1);

  const auto shared = deepyield::share(std::move(captures));
  BOOST_TEST(!shared.next());
}

template <class Engine>
struct table {
  template <std::size_t... Alignment>
  static void check_each() {
    const int each[] = {(check<Engine, block<Alignment, Alignment>>(),
                         check<Engine, block<Alignment, 128 << 10>>(), 0)...};
    (void)each;
  }
};

}  // namespace

BOOST_AUTO_TEST_CASE_TEMPLATE(case_58_objects_of_any_alignment_and_size_are_where_they_should_be,
                              Engine, engines) {
  table<Engine>::template check_each<16, 32, 64, 128, 256, 512, 1024, 2048, 4096>();
}
