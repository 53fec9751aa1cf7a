// Elements that adaptors keep are aligned as their type requires, for alignments from 16 to 4096
// and sizes up to 1 MiB.
#include "support/alignment.hpp"
#include "support/typed_test_case.hpp"

#include <deepyield/itertools.hpp>
#include <deepyield/stack.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace itertools = deepyield::itertools;
using deepyield::generator;
using deepyield::yielder;

// Checks the alignment of each object when it is constructed.
template <std::size_t Alignment, std::size_t Size = Alignment>
class alignas(Alignment) block {
 public:
  block(int value) noexcept : value_(value) { look(); }
  block(const block& other) noexcept : value_(other.value_) { look(); }
  block& operator=(const block& other) noexcept {
    value_ = other.value_;
    return *this;
  }
  int value() const noexcept { return value_; }
  friend bool operator==(const block& left, const block& right) noexcept {
    return left.value_ == right.value_;
  }
  friend bool operator<(const block& left, const block& right) noexcept {
    return left.value_ < right.value_;
  }

  static constexpr std::size_t alignment = Alignment;
  static int made, misplaced;

 private:
  void look() const noexcept {
    ++made;
    if (!is_aligned(this, Alignment)) ++misplaced;
  }

  int value_;
  unsigned char rest_[Size - sizeof(int)];
};
template <std::size_t Alignment, std::size_t Size>
int block<Alignment, Size>::made;
template <std::size_t Alignment, std::size_t Size>
int block<Alignment, Size>::misplaced;

template <std::size_t Alignment, std::size_t Size>
struct std::hash<block<Alignment, Size>> {
  std::size_t operator()(const block<Alignment, Size>& b) const noexcept {
    return static_cast<std::size_t>(b.value());
  }
};

// Above 128, Boost.Optional would no longer align its value.
using blocks = std::tuple<block<16>, block<128>, block<256>, block<4096, 1 << 20>>;

// Elements by reference, which adaptors copy if they keep them, and by value, which they always
// keep.
template <class Block>
auto referred_to() {
  static const Block three[] = {0, 1, 2};
  return itertools::map([](int i) -> const Block& { return three[i]; }, itertools::range(3));
}
template <class Block>
auto made() {
  return itertools::map([](int i) { return Block(i); }, itertools::range(3));
}

// Elements of 1 MiB are held several times over.
void on_a_large_stack(const std::function<void()>& f) {
  generator<void> body(std::allocator_arg, deepyield::stack_pool(64 << 20),
                       [&](yielder<void>&) { f(); });
  body.next();
}

template <class Block, class Make>
void are_aligned(const char* name, Make make) {
  Block::made = Block::misplaced = 0;
  on_a_large_stack([&] {
    auto adapted = make();
    int given = 0;
    while (adapted.next()) ++given;
    BOOST_TEST(given > 0);
  });
  BOOST_TEST_CONTEXT(name) {
    BOOST_TEST(Block::made > 0);
    BOOST_TEST(Block::misplaced == 0);
  }
}
#define ARE_ALIGNED(adapted) are_aligned<Block>(#adapted, [] { return adapted; })
#define REFERRED_TO referred_to<Block>()
#define MADE made<Block>()

const auto same = [](const auto& b) { return b; };
const auto is_odd = [](const auto& b) { return b.value() % 2 == 1; };
const auto later = [](const auto& left, const auto&) { return left; };

TYPED_TEST_CASE(elements_that_an_adaptor_keeps_in_itself_are_aligned, Block, blocks) {
  using namespace itertools;
  ARE_ALIGNED(accumulate(REFERRED_TO, later));
  ARE_ALIGNED(accumulate(MADE, later, Block(1)));
  ARE_ALIGNED(chain(REFERRED_TO, MADE));
  ARE_ALIGNED(compress(MADE, range(1, 4)));
  ARE_ALIGNED(enumerate(MADE));
  ARE_ALIGNED(filter(is_odd, MADE));
  ARE_ALIGNED(groupby(REFERRED_TO));
  ARE_ALIGNED(groupby(MADE));
  ARE_ALIGNED(interleave(REFERRED_TO, MADE));
  ARE_ALIGNED(iter([n = 0]() mutable { return Block(++n); }, Block(3)));
  ARE_ALIGNED(iterate(same, Block(1)) | islice(3));
  ARE_ALIGNED(itertools::map(same, REFERRED_TO));
  ARE_ALIGNED(itertools::merge(REFERRED_TO, MADE));
  ARE_ALIGNED(pairwise(REFERRED_TO));
  ARE_ALIGNED(peekable(MADE));
  ARE_ALIGNED(repeat(Block(1), 2));
  ARE_ALIGNED(roundrobin(REFERRED_TO, MADE));
  ARE_ALIGNED(starmap(later, zip(REFERRED_TO, MADE)));
  ARE_ALIGNED(std::move(tee(REFERRED_TO)[0]));
  ARE_ALIGNED(unique_justseen(REFERRED_TO));
  ARE_ALIGNED(zip(MADE, MADE));
  ARE_ALIGNED(zip_longest(REFERRED_TO, MADE));
  ARE_ALIGNED(zip_longest(fillvalue(Block(1)), REFERRED_TO, MADE | islice(2)));
}

// Standard containers take alignments above std::max_align_t from C++17 on. Before that, these
// adaptors do not compile for them.
#if defined(__cpp_aligned_new)
using contained_blocks = blocks;
#else
using contained_blocks = std::tuple<block<16>>;
#endif
TYPED_TEST_CASE(elements_that_an_adaptor_keeps_in_a_container_are_aligned, Block,
                contained_blocks) {
  using namespace itertools;
  ARE_ALIGNED(batched(REFERRED_TO, 2));
  ARE_ALIGNED(chunk_by([](const Block&, const Block&) { return true; }, REFERRED_TO));
  ARE_ALIGNED(combinations(REFERRED_TO, 2));
  ARE_ALIGNED(combinations_with_replacement(REFERRED_TO, 2));
  ARE_ALIGNED(cycle(REFERRED_TO) | islice(4));
  ARE_ALIGNED(flatten(std::vector<std::vector<Block>>(2, std::vector<Block>(2, Block(1)))));
  ARE_ALIGNED(itertools::partition(is_odd, REFERRED_TO).second);
  ARE_ALIGNED(permutations(REFERRED_TO));
  ARE_ALIGNED(permutations(REFERRED_TO, 2));
  ARE_ALIGNED(powerset(REFERRED_TO));
  ARE_ALIGNED(product(REFERRED_TO, REFERRED_TO));
  ARE_ALIGNED(product(REFERRED_TO, 2));
  ARE_ALIGNED(
      product_from_iterable(std::vector<std::vector<Block>>(2, std::vector<Block>(2, Block(1)))));
  ARE_ALIGNED(unique_everseen(REFERRED_TO));
  ARE_ALIGNED(sliding_window(REFERRED_TO, 2));
}

BOOST_AUTO_TEST_CASE(rows_of_zip_longest_are_used_alike_at_any_alignment) {
  const auto text = [](auto rows) {
    std::string all;
    for (const auto& row : rows) {
      const auto copy = std::get<1>(row);
      all += copy ? std::to_string(copy->value()) : "none";
      all += copy == decltype(copy)() ? "! " : " ";
    }
    return all;
  };
  BOOST_TEST(text(itertools::zip_longest(itertools::range(3), std::vector<block<16>>{5, 6})) ==
             "5 6 none! ");
  BOOST_TEST(text(itertools::zip_longest(itertools::range(5), referred_to<block<256>>())) ==
             "0 1 2 none! none! ");
}
