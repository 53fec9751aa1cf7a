// Static generators are made before main and end after it. Some are made before the library's own
// static objects.
#include "support/engines.hpp"

#include <cstdio>

namespace {

template <class Engine>
generator_on<Engine, int> early() {
  return [](yielder_on<Engine, int>& yield) {
    struct says_when_it_ends {
      ~says_when_it_ends() { std::printf("%s ended\n", Engine::name()); }
    } local;
    (void)local;
    for (int i = 0;; ++i) yield(i);
  };
}

#if DEEPYIELD_HAS_NATIVE_ENGINE
__attribute__((init_priority(101))) generator_on<deepyield::engine::native, int> by_native =
    early<deepyield::engine::native>();
const int first_by_native = *by_native.next();
#endif
__attribute__((init_priority(101))) generator_on<deepyield::engine::context, int> by_context =
    early<deepyield::engine::context>();
const int first_by_context = *by_context.next();
__attribute__((init_priority(101))) generator_on<deepyield::engine::coroutine2, int> by_coroutine2 =
    early<deepyield::engine::coroutine2>();
const int first_by_coroutine2 = *by_coroutine2.next();

}  // namespace

int main() {
  bool right = first_by_context == 0 && *by_context.next() == 1 && first_by_coroutine2 == 0 &&
               *by_coroutine2.next() == 1;
#if DEEPYIELD_HAS_NATIVE_ENGINE
  right = right && first_by_native == 0 && *by_native.next() == 1;
#endif
  return right ? 0 : 1;
}
