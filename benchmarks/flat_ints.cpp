// A loop that yields numbers, and a loop that takes them: the cost of an element and nothing else.
#include "peers/stackless.hpp"
#include "support/consume.hpp"
#include "support/contenders.hpp"

#include <iterator>

namespace {

constexpr int count = 1'000'000;

template <class Range>
BOOST_FORCEINLINE void take_all(Range&& numbers) {
  for (auto&& number : numbers) support::look_at(static_cast<std::uint64_t>(number));
}

template <class Contender>
BOOST_NOINLINE typename Contender::template generator<int> count_up_to(int n) {
  return Contender::template make<int>([n](auto& yield) {
    for (int i = 1; i <= n; ++i) yield(i);
  });
}

template <class Contender>
void stackful(benchmark::State& state) {
  for (auto _ : state) take_all(count_up_to<Contender>(count));
  support::count_elements(state, count);
}
BENCHMARK_STACKFUL("flat_ints", stackful);

BOOST_NOINLINE peers::stackless<int> stackless_count_up_to(int n) {
  for (int i = 1; i <= n; ++i) co_yield i;
}

void stackless(benchmark::State& state) {
  for (auto _ : state) take_all(stackless_count_up_to(count));
  support::count_elements(state, count);
}
BENCHMARK_PEER("flat_ints", stackless, "stackless");

class counting_range {
 public:
  class iterator {
   public:
    explicit iterator(int at) : at_(at) {}
    int operator*() const { return at_; }
    iterator& operator++() { return ++at_, *this; }
    bool operator!=(iterator other) const { return at_ != other.at_; }

   private:
    int at_;
  };

  explicit counting_range(int n) : n_(n) {}
  iterator begin() const { return iterator(1); }
  iterator end() const { return iterator(n_ + 1); }

 private:
  int n_;
};

void by_hand(benchmark::State& state) {
  for (auto _ : state) take_all(counting_range(support::unknown(count)));
  support::count_elements(state, count);
}
BENCHMARK_PEER("flat_ints", by_hand, "iterator");

template <class Callback>
void call_up_to(int n, Callback callback) {
  for (int i = 1; i <= n; ++i) callback(i);
}

void callback(benchmark::State& state) {
  for (auto _ : state)
    call_up_to(support::unknown(count),
               [](int number) { support::look_at(static_cast<std::uint64_t>(number)); });
  support::count_elements(state, count);
}
BENCHMARK_PEER("flat_ints", callback, "inlined_callback");

}  // namespace
