// Elements that are expensive to copy: strings too long for the small-string buffer, by reference.
#include "peers/stackless.hpp"
#include "support/consume.hpp"
#include "support/contenders.hpp"

#include <string>
#include <vector>

namespace {

constexpr int rounds = 1000;

const std::vector<std::string>& strings() {
  static const std::vector<std::string> made = [] {
    std::vector<std::string> result;
    for (int i = 0; i < 1000; ++i)
      result.push_back("a string that is too long to be kept inside of the object: " +
                       std::to_string(i));
    return result;
  }();
  return made;
}

void count(benchmark::State& state) {
  support::count_elements(state, rounds * static_cast<std::int64_t>(strings().size()));
}

BOOST_FORCEINLINE void take(const std::string& string) { support::look_at(string.size()); }

template <class Contender>
BOOST_NOINLINE typename Contender::template generator<const std::string&> all(
    const std::vector<std::string>& strings) {
  return Contender::template make<const std::string&>([&strings](auto& yield) {
    for (int round = 0; round < rounds; ++round)
      for (const std::string& string : strings) yield(string);
  });
}

template <class Contender>
void stackful(benchmark::State& state) {
  for (auto _ : state)
    for (const std::string& string : all<Contender>(strings())) take(string);
  count(state);
}
BENCHMARK_STACKFUL("strings_by_reference", stackful);

BOOST_NOINLINE peers::stackless<const std::string&> stackless_all(
    const std::vector<std::string>& strings) {
  for (int round = 0; round < rounds; ++round)
    for (const std::string& string : strings) co_yield string;
}

void stackless(benchmark::State& state) {
  for (auto _ : state)
    for (const std::string& string : stackless_all(strings())) take(string);
  count(state);
}
BENCHMARK_PEER("strings_by_reference", stackless, "stackless");

class cycle {
 public:
  explicit cycle(const std::vector<std::string>& strings)
      : strings_(strings), at_(strings.begin()) {}
  bool at_end() const { return round_ == rounds; }
  const std::string& operator*() const { return *at_; }
  cycle& operator++() {
    if (++at_ == strings_.end()) {
      at_ = strings_.begin();
      ++round_;
    }
    return *this;
  }

 private:
  const std::vector<std::string>& strings_;
  std::vector<std::string>::const_iterator at_;
  int round_ = 0;
};

void by_hand(benchmark::State& state) {
  for (auto _ : state)
    for (cycle string(strings()); !string.at_end(); ++string) take(*string);
  count(state);
}
BENCHMARK_PEER("strings_by_reference", by_hand, "iterator");

template <class Callback>
void call_with_all(const std::vector<std::string>& strings, Callback callback) {
  for (int round = 0; round < rounds; ++round)
    for (const std::string& string : strings) callback(string);
}

void callback(benchmark::State& state) {
  for (auto _ : state) call_with_all(strings(), [](const std::string& string) { take(string); });
  count(state);
}
BENCHMARK_PEER("strings_by_reference", callback, "inlined_callback");

}  // namespace
