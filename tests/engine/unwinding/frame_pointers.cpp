// A walk along the frame pointers, as `perf record --call-graph fp` does it, leads from a body to
// its consumers. Compiled with frame pointers. (docs/semantics.md, case 51)
#include "support/engines.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <vector>

namespace {

using engine = deepyield::engine::native;
using generator = generator_on<engine, bool>;
using yielder = yielder_on<engine, bool>;

// What the frame pointer points to, in a function that has one: System V ABI for x86-64, 3.2.2;
// AAPCS64, 6.4.6. On RISC-V it points behind that: RISC-V ABIs Specification, 1.1.
struct frame_record {
  const void* callers;  // frame pointer
  const void* return_address;
};

const frame_record* record_at(const void* frame_pointer) {
#if defined(__riscv)
  if (frame_pointer) return static_cast<const frame_record*>(frame_pointer) - 1;
#endif
  return static_cast<const frame_record*>(frame_pointer);
}

using addresses = std::vector<const void*>;

// The return addresses along the frame pointers, up to and including `last`, or all of them.
__attribute__((noinline)) addresses return_addresses(const void* last) {
  addresses found;
  auto record = record_at(__builtin_frame_address(0));
  while (record && found.size() < 100 && (found.empty() || found.back() != last)) {
    found.push_back(record->return_address);
    record = record_at(record->callers);
  }
  return found;
}

__attribute__((noinline)) bool walk_comes_by(const void* place) {
  const addresses found = return_addresses(place);
  return !found.empty() && found.back() == place;
}

__attribute__((noinline)) bool walk_from_a_body_comes_to_its_consumer() {
  const void* const here = __builtin_return_address(0);
  generator g = [here](yielder& yield) {
    yield(walk_comes_by(here));
    yield(walk_comes_by(here));
  };
  const bool at_first = *g.next();
  return *g.next() && at_first;
}

__attribute__((noinline)) bool walk_from_an_inner_body_comes_to_the_outermost_consumer() {
  const void* const here = __builtin_return_address(0);
  generator outer = [here](yielder& yield) {
    generator inner = [here](yielder& inner_yield) {
      for (;;) inner_yield(walk_comes_by(here));
    };
    for (bool comes : inner) yield(comes);
  };
  const bool at_first = *outer.next();
  return *outer.next() && at_first;
}

// Each of these functions resumes the body: the walk must lead to the one that resumed it last.
__attribute__((noinline)) bool resumes(generator& g, const void*& place) {
  place = __builtin_return_address(0);
  return *g.next();
}

}  // namespace

BOOST_AUTO_TEST_CASE(from_a_body_to_its_consumer) {
  BOOST_TEST(walk_from_a_body_comes_to_its_consumer());
}

BOOST_AUTO_TEST_CASE(from_a_body_through_two_consumers) {
  BOOST_TEST(walk_from_an_inner_body_comes_to_the_outermost_consumer());
}

BOOST_AUTO_TEST_CASE(to_whoever_resumed_the_body_last) {
  const void* place = nullptr;
  generator g = [&place](yielder& yield) {
    for (;;) yield(walk_comes_by(place));
  };
  BOOST_TEST(resumes(g, place));
  BOOST_TEST(resumes(g, place));
}
