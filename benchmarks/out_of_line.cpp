// What a switch costs where the processor mispredicts returns. It predicts them from a stack of
// return addresses, which does not follow a switch. If both the yield and the resume are in
// functions that are called, each return is predicted to go to the caller of the other.
#include "peers/stackless.hpp"
#include "support/consume.hpp"
#include "support/contenders.hpp"

namespace {

constexpr int count = 1'000'000;

template <class Yielder>
BOOST_NOINLINE void emit(Yielder& yield, int number) {
  yield(number);
  support::look_at(0);  // prevents a tail call
}

template <class Iterator>
BOOST_NOINLINE void advance(Iterator& iterator) {
  ++iterator;
  support::look_at(0);
}

template <class Contender, bool ProducerOutOfLine>
BOOST_NOINLINE typename Contender::template generator<int> numbers() {
  return Contender::template make<int>([](auto& yield) {
    for (int i = 1; i <= count; ++i) {
      if constexpr (ProducerOutOfLine)
        emit(yield, i);
      else
        yield(i);
    }
  });
}

template <class Range>
BOOST_FORCEINLINE void take_out_of_line(Range&& numbers) {
  auto end = numbers.end();
  for (auto number = numbers.begin(); number != end; advance(number))
    support::look_at(static_cast<std::uint64_t>(*number));
}

// Boost.Coroutine2's pull_type has begin and end as free functions.
template <class Contender>
struct pulled {
  typename Contender::template generator<int> generator;
  auto begin() {
    using std::begin;
    return begin(generator);
  }
  auto end() {
    using std::end;
    return end(generator);
  }
};

template <class Contender>
void producer(benchmark::State& state) {
  for (auto _ : state)
    for (auto&& number : numbers<Contender, true>())
      support::look_at(static_cast<std::uint64_t>(number));
  support::count_elements(state, count);
}
BENCHMARK_STACKFUL("producer_out_of_line", producer);

template <class Contender>
void consumer(benchmark::State& state) {
  for (auto _ : state) take_out_of_line(pulled<Contender>{numbers<Contender, false>()});
  support::count_elements(state, count);
}
BENCHMARK_STACKFUL("consumer_out_of_line", consumer);

template <class Contender>
void both(benchmark::State& state) {
  for (auto _ : state) take_out_of_line(pulled<Contender>{numbers<Contender, true>()});
  support::count_elements(state, count);
}
BENCHMARK_STACKFUL("both_out_of_line", both);

BOOST_NOINLINE peers::stackless<int> stackless_numbers() {
  for (int i = 1; i <= count; ++i) co_yield i;
}

// A stackless generator cannot yield from a function that it calls.
void stackless(benchmark::State& state) {
  for (auto _ : state) take_out_of_line(stackless_numbers());
  support::count_elements(state, count);
}
BENCHMARK_PEER("consumer_out_of_line", stackless, "stackless");

}  // namespace
