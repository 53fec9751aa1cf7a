// docs/semantics.md, case 51. A signal handler takes a backtrace at each instruction that a
// generator executes. It uses backtrace(), or unw_step() if an argument names libunwind's file.
// (unw_backtrace() has a fast path that gets no further than the body's first frame.)
//
//   test -- /usr/lib/x86_64-linux-gnu/libunwind.so.8
#include "every_instruction.hpp"
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>

#include <dlfcn.h>
#include <execinfo.h>
#include <link.h>
#include <ucontext.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <exception>
#include <initializer_list>
#include <stdexcept>
#include <type_traits>

namespace {

constexpr int most = 100;

// Stores return addresses, at most as many as its second argument; returns their number.
int (*volatile walk)(void**, int) = backtrace;

// libunwind's functions, by dlsym: so the test needs no headers of it. It is not linked, because it
// would replace the library that throws.
namespace libunwind {

using word = std::uintptr_t;
constexpr int instruction_pointer = 16;  // UNW_X86_64_RIP

struct cursor {
  word opaque[127];
};

int (*getcontext)(ucontext_t*);
int (*init_local)(cursor*, ucontext_t*);
int (*step)(cursor*);
int (*get_reg)(cursor*, int, word*);

template <class Function>
void find(void* library, Function*& function, const char* name) {
  function = reinterpret_cast<Function*>(dlsym(library, name));
  BOOST_TEST_REQUIRE(function, name);
}

void find_all(void* library) {
  find(library, getcontext, "_Ux86_64_getcontext");
  find(library, init_local, "_ULx86_64_init_local");
  find(library, step, "_ULx86_64_step");
  find(library, get_reg, "_ULx86_64_get_reg");
}

int walk(void** addresses, int size) {
  ucontext_t context;
  cursor at;
  getcontext(&context);
  init_local(&at, &context);
  int length = 0;
  while (length < size && step(&at) > 0) {
    word address = 0;
    get_reg(&at, instruction_pointer, &address);
    addresses[length++] = reinterpret_cast<void*>(address);
  }
  return length;
}

}  // namespace libunwind

struct choose_walk {
  void setup() {
    const auto& arguments = boost::unit_test::framework::master_test_suite();
    if (arguments.argc < 2) return;
    void* const library = dlopen(arguments.argv[1], RTLD_NOW | RTLD_LOCAL);
    BOOST_TEST_REQUIRE(library);
    libunwind::find_all(library);
    walk = libunwind::walk;
  }
};

// Where the code of a shared Boost.Context lies. Other libraries are not tested: the one that
// throws overwrites the frame through which it returns to a catch handler, so a walk from there
// fails in any program.
struct {
  std::uintptr_t first, last;
} boost_context;

int find_boost_context(dl_phdr_info* library, std::size_t, void*) {
  if (!std::strstr(library->dlpi_name, "libboost_context")) return 0;
  for (int i = 0; i < library->dlpi_phnum; ++i) {
    const auto& segment = library->dlpi_phdr[i];
    const std::uintptr_t first = library->dlpi_addr + segment.p_vaddr;
    if (segment.p_flags & PF_X) boost_context = {first, first + segment.p_memsz};
  }
  return 1;
}

// where the interrupted function returns to: each walk should contain this address
const void* beyond;
int walks, endless, cut_short;
const void* where_cut_short;

IN_THE_HANDLER void take_a_walk(const void* instruction) {
  const std::uintptr_t address = reinterpret_cast<std::uintptr_t>(instruction);
  const bool switches = address >= boost_context.first && address < boost_context.last;
  if (!switches && !every_instruction::is_of_the_program(instruction)) return;
  void* addresses[most];
  const int length = walk(addresses, most);
  ++walks;
  if (length == most) ++endless;
  for (int i = 0; i < length; ++i)
    if (addresses[i] == beyond) return;
  if (!cut_short++) where_cut_short = instruction;
}

void count_walks_that_do_not_come_by(const void* place) {
  void* addresses[most];
  walk(addresses, most);  // the first one may load a library
  dl_iterate_phdr(find_boost_context, nullptr);
  beyond = place;
  walks = endless = cut_short = 0;
}

template <class Function>
__attribute__((noinline)) void interrupt(Function f, every_instruction::stack stack) {
  count_walks_that_do_not_come_by(__builtin_return_address(0));
  const every_instruction each(take_a_walk, stack);
  f();
}

volatile std::size_t unknown_size = 24;  // unknown to the compiler

// Interrupts in a function with over-aligned locals and an alloca(), whose frame looks different.
// The interrupted code must not return from it: GCC's unwind information for that is wrong.
template <class Engine>
__attribute__((noinline)) void interrupt_next_in_a_realigned_frame(generator_on<Engine, int>& g,
                                                                   every_instruction::stack stack) {
  alignas(64) volatile char aligned[64] = {};
  volatile char* const more = static_cast<char*>(__builtin_alloca(unknown_size));
  count_walks_that_do_not_come_by(__builtin_return_address(0));
  const every_instruction each(take_a_walk, stack);
  more[0] = aligned[0];
  g.next();
  aligned[1] = more[0];
}

// Boost.Context's switch has no unwind information: a walk from there, or from a body, ends before
// the consumer.
template <class Engine>
using walks_reach_the_consumer = std::is_same<Engine, deepyield::engine::native>;

// `run` gets the stack on which the handler is to run.
template <class Engine, class Run>
void check_walks_of(Run run) {
  for (const auto stack :
       {every_instruction::stack::of_the_program, every_instruction::stack::of_signals}) {
    run(stack);
    BOOST_TEST(walks > 0);
    BOOST_TEST(endless == 0);
    if (!walks_reach_the_consumer<Engine>::value) continue;
    BOOST_TEST(cut_short == 0, cut_short << " of " << walks
                                         << " walks were cut short, the first at "
                                         << where_cut_short);
  }
}

template <class Engine, class Function>
void check_walks(Function interrupted) {
  check_walks_of<Engine>([&](every_instruction::stack stack) { interrupt(interrupted, stack); });
}

template <class Engine>
using yielder = yielder_on<Engine, int>;

template <class Engine>
void recurse(int depth, yielder<Engine>& yield) {
  if (depth == 0) return;
  recurse<Engine>(depth - 1, yield);
  yield(depth);
}

template <class Engine>
generator_on<Engine, int> recursive() {
  return [](yielder<Engine>& yield) { recurse<Engine>(3, yield); };
}

}  // namespace

BOOST_TEST_GLOBAL_FIXTURE(choose_walk);

TYPED_TEST_CASE(a_generator_is_made_and_dropped, Engine, engines) {
  check_walks<Engine>([] { static_cast<void>(recursive<Engine>()); });
}

TYPED_TEST_CASE(it_is_resumed_for_the_first_time, Engine, engines) {
  generator_on<Engine, int> g[] = {recursive<Engine>(), recursive<Engine>()};
  auto next = g;
  check_walks<Engine>([&] { next++->next(); });
}

TYPED_TEST_CASE(it_is_resumed_to_its_end, Engine, engines) {
  check_walks<Engine>([] {
    generator_on<Engine, int> g = recursive<Engine>();
    while (g.next()) continue;
  });
}

TYPED_TEST_CASE(it_is_looped_over, Engine, engines) {
  check_walks<Engine>([] {
    for (int element : recursive<Engine>()) static_cast<void>(element);
  });
}

TYPED_TEST_CASE(it_is_closed, Engine, engines) {
  generator_on<Engine, int> g[] = {recursive<Engine>(), recursive<Engine>()};
  for (auto& each : g) each.next();
  auto next = g;
  check_walks<Engine>([&] { next++->close(); });
}

TYPED_TEST_CASE(it_is_thrown_into, Engine, engines) {
  const auto error = std::make_exception_ptr(std::runtime_error("thrown in"));
  generator_on<Engine, int> g = [](yielder<Engine>& yield) {
    for (;;) {
      try {
        yield(1);
      } catch (const std::runtime_error&) {
      }
    }
  };
  g.next();
  check_walks<Engine>([&] { g.throw_in(error); });
}

TYPED_TEST_CASE(its_body_consumes_another, Engine, engines) {
  check_walks<Engine>([] {
    generator_on<Engine, int> outer = [](yielder<Engine>& yield) {
      generator_on<Engine, int> inner = recursive<Engine>();
      while (int* element = inner.next()) yield(*element);
    };
    while (outer.next()) continue;
  });
}

TYPED_TEST_CASE(its_body_delegates, Engine, engines) {
  check_walks<Engine>([] {
    generator_on<Engine, int> outer = [](yielder<Engine>& yield) {
      yield.from(recursive<Engine>());
    };
    while (outer.next()) continue;
  });
}

TYPED_TEST_CASE(it_is_resumed_in_a_handler, Engine, engines) {
  generator_on<Engine, int> g = numbers<Engine>(1000);
  g.next();
  try {
    throw 1;
  } catch (int) {
    check_walks<Engine>([&] { g.next(); });
  }
}

TYPED_TEST_CASE(it_switches_in_realigned_frames, Engine, engines) {
  generator_on<Engine, int> g = [](yielder<Engine>& yield) {
    alignas(64) volatile char aligned[64] = {};
    volatile char* const more = static_cast<char*>(__builtin_alloca(unknown_size));
    generator_on<Engine, int> inner = numbers<Engine>(1000);
    for (;;) {
      inner.next();
      more[0] = aligned[0];
      yield(more[0]);
    }
  };
  check_walks_of<Engine>([&](every_instruction::stack stack) {
    interrupt_next_in_a_realigned_frame<Engine>(g, stack);
  });
}
