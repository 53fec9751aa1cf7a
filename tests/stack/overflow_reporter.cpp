// The overflow reporter: what it reports and where. It leaves other signal handlers and signal
// stacks alone.
#include "support/death.hpp"
#include "support/engines.hpp"
#include "support/overflow.hpp"
#include "support/sanitizers.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>
#include <utility>

namespace {

bool has_report(const std::string& message) {
  return message.find("stack overflow in the generator with body ") != std::string::npos;
}

template <class Engine>
std::size_t size_of_a_stack() {
  return numbers<Engine>(1).stack_size();
}

}  // namespace

TYPED_TEST_CASE(the_overflow_reporter_names_the_body_and_the_remedy_before_the_program_dies, Engine,
                engines) {
  if (under_address_sanitizer) return;
  for (bool in_another_thread : {false, true}) {
    const death end = die_in_child([=] {
      deepyield::install_overflow_reporter();
      if (in_another_thread)
        std::thread(overflow<Engine>).join();
      else
        overflow<Engine>();
    });
    BOOST_TEST(end.signal == SIGSEGV);
    BOOST_TEST_INFO(end.message);
    BOOST_TEST(end.message.find("stack overflow in the generator with body ") != std::string::npos);
    BOOST_TEST(end.message.find("lambda") != std::string::npos);
    BOOST_TEST(end.message.find("its stack has " + std::to_string(size_of_a_stack<Engine>()) +
                                " bytes") != std::string::npos);
    BOOST_TEST(end.message.find("set_default_stack_size") != std::string::npos);
  }
}

// A thread gets its signal stack when it first makes or resumes a body.
TYPED_TEST_CASE(an_overflow_in_a_thread_that_has_never_made_a_generator_is_reported_too, Engine,
                engines) {
  if (under_address_sanitizer) return;
  const death end = die_in_child([] {
    deepyield::install_overflow_reporter();
    generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
      yield(1);
      yield(recurse_for_ever<Engine>(0, yield));
    };
    g.next();
    std::thread([&g] { g.next(); }).join();
  });
  BOOST_TEST(end.signal == SIGSEGV);
  BOOST_TEST(has_report(end.message), end.message);
}

TYPED_TEST_CASE(another_fault_is_left_to_whoever_was_there_before, Engine, engines) {
  if (under_address_sanitizer) return;
  const death end = die_in_child([] {
    std::signal(SIGSEGV, [](int) {
      (void)!write(STDERR_FILENO, "earlier handler\n", 16);
      _exit(3);
    });
    deepyield::install_overflow_reporter();
    auto g = numbers<Engine>(3);
    g.next();
    volatile std::uintptr_t nowhere = 16;
    *reinterpret_cast<volatile int*>(nowhere) = 1;
  });
  BOOST_TEST(end.signal == 0);
  BOOST_TEST(end.message == "earlier handler\n");
}

TYPED_TEST_CASE(an_earlier_handler_that_wants_to_know_more_is_told, Engine, engines) {
  if (under_address_sanitizer) return;
  const death end = die_in_child([] {
    struct sigaction earlier = {};
    earlier.sa_flags = SA_SIGINFO | SA_ONSTACK;
    earlier.sa_sigaction = [](int signal, siginfo_t* info, void* context) {
      _exit(signal == SIGSEGV && info->si_addr && context ? 3 : 4);
    };
    sigaction(SIGSEGV, &earlier, nullptr);
    deepyield::install_overflow_reporter();
    overflow<Engine>();
  });
  BOOST_TEST(end.signal == 0);
  BOOST_TEST(end.status == 3);
  BOOST_TEST(has_report(end.message), end.message);
}

BOOST_AUTO_TEST_CASE(a_signal_that_was_sent_does_what_it_did_before) {
  if (under_address_sanitizer || under_thread_sanitizer) return;
  void (*const sends[])() = {[] { raise(SIGSEGV); }, [] { kill(getpid(), SIGSEGV); }};
  for (const auto send : sends) {
    const death by_default = die_in_child([send] {
      deepyield::install_overflow_reporter();
      send();
    });
    BOOST_TEST(by_default.signal == SIGSEGV);
    BOOST_TEST(by_default.message == "");
    const death ignored = die_in_child([send] {
      std::signal(SIGSEGV, SIG_IGN);
      deepyield::install_overflow_reporter();
      send();
    });
    BOOST_TEST(ignored.signal == 0);
  }
}

BOOST_AUTO_TEST_CASE(a_programs_own_stack_for_signals_stays) {
  if (under_address_sanitizer || under_thread_sanitizer) return;
  const death end = die_in_child([] {
    deepyield::install_overflow_reporter();
    for (bool before : {false, true})
      std::thread([before] {
        static char memory[64 * 1024];
        stack_t own = {};
        own.ss_sp = memory;
        own.ss_size = sizeof memory;
        // This thread_local is destroyed after the library's signal stack.
        struct looks_at_the_end {
          ~looks_at_the_end() {
            stack_t at_the_end = {};
            sigaltstack(nullptr, &at_the_end);
            if (at_the_end.ss_sp != memory || (at_the_end.ss_flags & SS_DISABLE)) std::abort();
          }
        };
        static thread_local looks_at_the_end looks;
        (void)&looks;
        if (before) sigaltstack(&own, nullptr);
        numbers<deepyield::default_engine>(1).next();
        if (!before) sigaltstack(&own, nullptr);
      }).join();
  });
  BOOST_TEST(!end.aborted);
}

BOOST_AUTO_TEST_CASE(threads_leave_no_mappings) {
  if (under_address_sanitizer || under_thread_sanitizer || under_qemu()) return;
  // Counts pages, not mappings: the kernel merges neighbouring mappings.
  const auto pages_mapped = [] {
    long pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    return pages;
  };
  const death end = die_in_child([pages_mapped] {
    deepyield::install_overflow_reporter();
    const auto use = [] {
      std::thread([] { numbers<deepyield::default_engine>(1).next(); }).join();
    };
    use();
    const long before = pages_mapped();
    for (int i = 0; i < 50; ++i) use();
    if (pages_mapped() > before + 100) std::abort();  // 50 signal stacks would be 800
  });
  BOOST_TEST(!end.aborted);
}

BOOST_AUTO_TEST_CASE(to_be_run_by_the_test_below, *boost::unit_test::disabled()) {
  overflow<deepyield::default_engine>();
}

BOOST_AUTO_TEST_CASE(the_environment_turns_it_on) {
  if (under_address_sanitizer || under_thread_sanitizer || under_qemu() || under_valgrind()) return;
  for (const std::pair<const char*, bool>& each :
       {std::make_pair("overflow", true), std::make_pair("other,overflow", true),
        std::make_pair("overflows", false), std::make_pair("", false)}) {
    const death end = die_in_child([&each] {
      setenv("DEEPYIELD_DEBUG", each.first, 1);
      execl("/proc/self/exe", "overflow_reporter", "--run_test=to_be_run_by_the_test_below",
            "--catch_system_errors=no", static_cast<char*>(nullptr));
    });
    BOOST_TEST(end.signal == SIGSEGV);
    BOOST_TEST(has_report(end.message) == each.second);
  }
}
