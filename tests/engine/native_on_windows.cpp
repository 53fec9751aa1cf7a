// What engine::native tells Windows of a body's stack. The thread's block (TEB) has to name it,
// since exceptions are only dispatched to frames that lie on it; and a stack walk goes on into the
// consumer.
#include "support/engines.hpp"

#include <boost/test/unit_test.hpp>

#include <windows.h>

namespace {

using deepyield::engine::native;

// The stack that this thread runs on, as its block has it.
struct bounds {
  ULONG_PTR limit = 0, base = 0;
  bounds() { GetCurrentThreadStackLimits(&limit, &base); }
  bool has(const void* object) const {
    const auto address = reinterpret_cast<ULONG_PTR>(object);
    return limit <= address && address < base;
  }
  bool operator==(const bounds& other) const { return limit == other.limit && base == other.base; }
};

// Whether a walk by unwind information from here comes to the function.
BOOST_NOINLINE bool is_called_by(void (*function)()) {
  CONTEXT frame;
  RtlCaptureContext(&frame);
  for (int depth = 0; frame.Rip != 0 && depth < 100; ++depth) {
    DWORD64 image = 0;
    RUNTIME_FUNCTION* const entry = RtlLookupFunctionEntry(frame.Rip, &image, nullptr);
    if (!entry) return false;
    if (image + entry->BeginAddress == reinterpret_cast<DWORD64>(function)) return true;
    void* handler_data = nullptr;
    DWORD64 establisher = 0;
    RtlVirtualUnwind(UNW_FLAG_NHANDLER, image, frame.Rip, entry, &frame, &handler_data,
                     &establisher, nullptr);
  }
  return false;
}

bool inner_was_found, outer_was_found;

BOOST_NOINLINE void inner_consumer();
BOOST_NOINLINE void outer_consumer();

generator_on<native, int> look_for_consumers() {
  return [](yielder_on<native, int>& yield) {
    yield(1);
    inner_was_found = is_called_by(inner_consumer);
    outer_was_found = is_called_by(outer_consumer);
  };
}

void inner_consumer() {
  for (int element : look_for_consumers()) BOOST_TEST(element == 1);
}

void outer_consumer() {
  generator_on<native, int> g = [](yielder_on<native, int>& yield) {
    inner_consumer();
    yield(2);
  };
  BOOST_TEST(*g.next() == 2);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_body_has_the_bounds_of_its_own_stack) {
  bool is_on_it = false;
  generator_on<native, int> g = [&](yielder_on<native, int>& yield) {
    const int local = 1;
    is_on_it = bounds().has(&local);
    yield(local);
    is_on_it = is_on_it && bounds().has(&local);
  };
  const bounds before;
  g.next();
  BOOST_TEST((bounds() == before));
  g.next();
  BOOST_TEST((bounds() == before));
  BOOST_TEST(is_on_it);
}

BOOST_AUTO_TEST_CASE(the_bounds_are_the_resuming_threads_after_an_exception_and_an_early_end) {
  const bounds before;
  {
    generator_on<native, int> throws = [](yielder_on<native, int>& yield) {
      yield(1);
      throw 2;
    };
    throws.next();
    BOOST_CHECK_THROW(throws.next(), int);
    BOOST_TEST((bounds() == before));
    auto abandoned = numbers<native>(3);
    abandoned.next();
  }
  BOOST_TEST((bounds() == before));
}

BOOST_AUTO_TEST_CASE(a_stack_walk_goes_on_into_the_consumers) {
  outer_consumer();
  BOOST_TEST(inner_was_found);
  BOOST_TEST(outer_was_found);
}
