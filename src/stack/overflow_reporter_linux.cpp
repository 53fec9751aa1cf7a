#include "stack/overflow_reporter.hpp"
#include "utility/debug_variable.hpp"

#include <deepyield/stack.hpp>

#include <boost/config.hpp>

#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace deepyield {
inline namespace v2 {
namespace {

// Not of bool: GCC 12 exchanges no single bytes on RISC-V without another library.
std::atomic<int> installed{0};
struct sigaction before;

// Prints on stderr, with functions that a signal handler may call.
void print(const char* text, std::size_t length) { (void)!write(STDERR_FILENO, text, length); }
void print(const char* text) { print(text, std::strlen(text)); }
void print(std::size_t number) {
  char digits[20];
  char* first = digits + sizeof digits;
  do *--first = static_cast<char>('0' + number % 10);
  while (number /= 10);
  print(first, static_cast<std::size_t>(digits + sizeof digits - first));
}

// The label is the signature of detail::name_of<Body>, as GCC and Clang write it: "... [with Body =
// name]" or "... [Body = name]".
void print_body(const char* label) {
  const char* const name = std::strstr(label, "Body = ");
  if (!name) return print(label);
  print(name + 7, std::strlen(name + 7) - 1);
}

void report(int signal, siginfo_t* info, void* context) {
  const bool is_fault = info->si_code > 0;  // what kill() and raise() send has no address
  const boost::context::stack_context stack =
      is_fault ? detail::overflowed_stack(static_cast<const char*>(info->si_addr))
               : boost::context::stack_context();
  if (stack.sp) {
    print("deepyield: stack overflow in the generator with body ");
    print_body(*static_cast<const char* const*>(stack.sp));
    print(": its stack has ");
    print(stack.size);
    print(
        " bytes. Make it larger: generator(std::allocator_arg, stack_pool(bytes), body) for one, "
        "set_default_stack_size(bytes) for all.\n");
  }
  // Calls the handler that was there before.
  if (before.sa_flags & SA_SIGINFO) return before.sa_sigaction(signal, info, context);
  if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN)
    return before.sa_handler(signal);
  if (before.sa_handler == SIG_IGN && !is_fault) return;
  // The default action follows when the faulting instruction runs again, or once this handler has
  // returned.
  std::signal(signal, SIG_DFL);
  if (!is_fault) raise(signal);
}

// A signal stack in a mapping of its own, which is unmapped when the thread ends.
class signal_stack {
 public:
  signal_stack() noexcept {
    stack_t current{};
    // keep the one that the program has set
    if (sigaltstack(nullptr, &current) != 0 || !(current.ss_flags & SS_DISABLE)) return;
    memory_ = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory_ == MAP_FAILED) return;
    stack_t mine{};
    mine.ss_sp = memory_;
    mine.ss_size = bytes;
    sigaltstack(&mine, nullptr);
  }
  ~signal_stack() {
    if (memory_ == MAP_FAILED) return;
    stack_t current{};
    // keep one that the program has set since
    if (sigaltstack(nullptr, &current) == 0 && current.ss_sp == memory_) {
      current.ss_flags = SS_DISABLE;
      sigaltstack(&current, nullptr);
    }
    munmap(memory_, bytes);
  }

 private:
  static constexpr std::size_t bytes = 64 * 1024;
  void* memory_ = MAP_FAILED;
};

}  // namespace

namespace detail {

BOOST_NOINLINE void prepare_signal_stack() noexcept {
  if (installed.load(std::memory_order_acquire) == 0) return;
  static thread_local signal_stack stack;
  (void)stack;
}

}  // namespace detail

BOOST_NOINLINE void install_overflow_reporter() {
  if (installed.exchange(1) == 0) {
    struct sigaction action{};
    action.sa_sigaction = report;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    sigaction(SIGSEGV, &action, &before);
  }
  detail::prepare_signal_stack();
}

namespace {

BOOST_ATTRIBUTE_UNUSED const bool installed_early =
    detail::debug_variable_has("overflow") && (install_overflow_reporter(), true);

}  // namespace
}  // namespace v2
}  // namespace deepyield
