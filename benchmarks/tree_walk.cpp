// A recursive in-order walk of a million nodes: by plain calls if the body has its own stack, else
// by a nested coroutine for each node. All contenders check a child before they descend to it, so
// none pays for empty subtrees.
#include "peers/stackless.hpp"
#include "support/consume.hpp"
#include "support/contenders.hpp"
#include "support/tree.hpp"

#include <vector>

namespace {

using support::node;

BOOST_FORCEINLINE void take(const node& taken) { support::look_at(taken.value); }

void count(benchmark::State& state) { support::count_elements(state, support::tree_size); }

template <class Yielder>
void walk(const node& at, Yielder& yield) {
  if (at.left) walk(*at.left, yield);
  yield(at);
  if (at.right) walk(*at.right, yield);
}

template <class Contender>
BOOST_NOINLINE typename Contender::template generator<const node&> in_order(const node& root) {
  return Contender::template make<const node&>([&root](auto& yield) { walk(root, yield); });
}

template <class Contender>
void stackful(benchmark::State& state) {
  const node& root = support::large_tree();
  for (auto _ : state)
    for (const node& each : in_order<Contender>(root)) take(each);
  count(state);
}
BENCHMARK_STACKFUL("tree_walk", stackful);

// As Python writes it, with a generator for each node. Beside it stands the same stackless one.
template <class Contender>
typename Contender::template generator<const node&> delegating_in_order(const node& at) {
  return [&at](typename Contender::template yielder<const node&>& yield) {
    if (at.left) yield.from(delegating_in_order<Contender>(*at.left));
    yield(at);
    if (at.right) yield.from(delegating_in_order<Contender>(*at.right));
  };
}

template <class Contender>
void delegating(benchmark::State& state) {
  const node& root = support::large_tree();
  for (auto _ : state)
    for (const node& each : delegating_in_order<Contender>(root)) take(each);
  count(state);
}
BENCHMARK_DEEPYIELD("generator_a_node", delegating);

peers::stackless<const node&> stackless_in_order(const node& at) {
  if (at.left) co_yield peers::elements_of(stackless_in_order(*at.left));
  co_yield at;
  if (at.right) co_yield peers::elements_of(stackless_in_order(*at.right));
}

void stackless(benchmark::State& state) {
  const node& root = support::large_tree();
  for (auto _ : state)
    for (const node& each : stackless_in_order(root)) take(each);
  count(state);
}
BENCHMARK_PEER("tree_walk", stackless, "stackless");
BENCHMARK_PEER("generator_a_node", stackless, "stackless");

// Stores the path to the current node, which a recursion has on its stack.
class in_order_iterator {
 public:
  explicit in_order_iterator(const node& root) {
    path_.reserve(64);
    descend(&root);
  }
  bool at_end() const { return path_.empty(); }
  const node& operator*() const { return *path_.back(); }
  in_order_iterator& operator++() {
    const node* right = path_.back()->right.get();
    path_.pop_back();
    descend(right);
    return *this;
  }

 private:
  void descend(const node* at) {
    for (; at; at = at->left.get()) path_.push_back(at);
  }
  std::vector<const node*> path_;
};

void by_hand(benchmark::State& state) {
  const node& root = support::large_tree();
  for (auto _ : state)
    for (in_order_iterator each(root); !each.at_end(); ++each) take(*each);
  count(state);
}
BENCHMARK_PEER("tree_walk", by_hand, "iterator");

// The interface of a library that is compiled separately from its users.
void walk_calling(const node& at, void (*callback)(const node&, void*), void* argument) {
  if (at.left) walk_calling(*at.left, callback, argument);
  callback(at, argument);
  if (at.right) walk_calling(*at.right, callback, argument);
}

void callback(benchmark::State& state) {
  const node& root = support::large_tree();
  for (auto _ : state)
    walk_calling(root, support::unknown(+[](const node& each, void*) { take(each); }), nullptr);
  count(state);
}
BENCHMARK_PEER("tree_walk", callback, "callback");

void inlined_callback(benchmark::State& state) {
  const node& root = support::large_tree();
  const auto visit = [](const node& each) { take(each); };
  for (auto _ : state) walk(root, visit);
  count(state);
}
BENCHMARK_PEER("tree_walk", inlined_callback, "inlined_callback");

}  // namespace
