// program [overflow | many]: what the tests of the debuggers' scripts look at. It calls stop_here()
// with one generator of each kind; or overflows a stack; or aborts with 1,000 generators.
#include <deepyield/consumer.hpp>
#include <deepyield/engine/context.hpp>
#include <deepyield/engine/coroutine2.hpp>
#include <deepyield/generator.hpp>
#include <deepyield/itertools/map.hpp>
#include <deepyield/shared_generator.hpp>
#include <deepyield/stack.hpp>

#include <cstdlib>
#include <string>
#include <vector>

namespace {

struct node {
  const node *left, *right;
  int value;
};

void walk(const node* n, deepyield::yielder<const node&>& yield) {
  if (!n) return;
  walk(n->left, yield);
  yield(*n);  // walk yields
  walk(n->right, yield);
}

deepyield::generator<const node&> in_order(const node* root) {
  return [=](deepyield::yielder<const node&>& yield) { walk(root, yield); };
}

deepyield::generator<int> count_from(int first) {
  return [=](deepyield::yielder<int>& yield) {
    for (int i = first;; ++i) yield(i);  // count_from yields
  };
}

deepyield::generator<int> delegates() {
  return [](deepyield::yielder<int>& yield) { yield.from(count_from(1)); };
}

template <class Engine>
deepyield::generator<std::string, void, void, Engine> words() {
  return [](deepyield::yielder<std::string, void, Engine>& yield) {
    yield("one");  // words yields
  };
}

struct nothing_yet {
  void operator()(deepyield::yielder<int>& yield) const { yield(1); }
};

struct sum {
  int operator()(deepyield::source<int>& input) const {
    int total = 0;
    for (int i : input) total += i;  // sum waits
    return total;
  }
};

}  // namespace

// Debuggers stop here, and take the size of a volatile array for all that there is to see.
extern "C" __attribute__((noinline)) void stop_here(volatile char* memory) { *memory = 1; }

namespace {

// NOLINTNEXTLINE(misc-no-recursion): until the stack ends
int overflow(int depth, deepyield::yielder<int>& yield) {
  if (depth < 0) return yield(depth), depth;  // never
  volatile char room[1000];
  stop_here(room);
  return overflow(depth + 1, yield) + room[0];
}

void one_of_each_kind() {
  const node left{nullptr, nullptr, 1};
  const node right{nullptr, nullptr, 3};
  const node root{&left, &right, 2};
  auto tree = in_order(&root);
  auto at = tree.begin();
  auto numbers = count_from(40);
  for (int i : numbers)
    if (i == 42) break;
  deepyield::generator<int> created = nothing_yet();
  auto delegating = delegates();
  delegating.next();
  auto on_context = words<deepyield::engine::context>();
  on_context.next();
  auto on_coroutine2 = words<deepyield::engine::coroutine2>();
  on_coroutine2.next();
  deepyield::consumer<int, int> summed = sum();
  summed.push(4);
  auto shared = deepyield::share(count_from(5));
  shared.next();
  auto squares = deepyield::itertools::map([](int i) { return i * i; }, count_from(7));
  squares.next();
  deepyield::generator<int> closed;
  deepyield::generator<int> running = [](deepyield::yielder<int>& yield) {
    volatile char room = 0;
    stop_here(&room);  // the body runs
    yield(room);
  };
  running.next();
  static_cast<void>(at);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string what = argc > 1 ? argv[1] : "";
  if (what == "overflow") {
    auto innocent = count_from(1);
    innocent.next();
    deepyield::generator<int> endless = [](deepyield::yielder<int>& yield) {
      yield(overflow(0, yield));
    };
    endless.next();
  } else if (what == "many") {
    deepyield::set_default_stack_size(32 * 1024);
    std::vector<deepyield::generator<int>> many;
    while (many.size() < 1000) {
      many.push_back(count_from(static_cast<int>(many.size())));
      many.back().next();
    }
    std::abort();
  } else {
    one_of_each_kind();
  }
}
