// The smallest stack that is accepted has room for every end of a body that itself needs none. The
// first call of the unwinder needs most, because of the dynamic linker. So each end is tested in a
// process that has not thrown yet, and the test does not use Boost.Test. (docs/semantics.md,
// case 57)
#include "support/engines.hpp"

#include <boost/context/stack_context.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <vector>

namespace {

// A stack of `bytes`, above a field that nothing may write to.
class stack_above_field {
 public:
  explicit stack_above_field(std::size_t bytes) {
    std::fill(std::begin(memory_), std::end(memory_), untouched);
    stack_.sp = memory_ + field + bytes;
    stack_.size = bytes;
  }
  boost::context::stack_context allocate() const { return stack_; }
  void deallocate(boost::context::stack_context&) const {}

  static bool field_is_untouched() {
    return std::all_of(memory_, memory_ + field, [](char byte) { return byte == untouched; });
  }

 private:
  static constexpr std::size_t field = 16 * 1024;
  static constexpr char untouched = 0x55;
  alignas(64) static char memory_[64 * 1024];
  boost::context::stack_context stack_;
};
constexpr std::size_t stack_above_field::field;
constexpr char stack_above_field::untouched;
alignas(64) char stack_above_field::memory_[64 * 1024];

template <class Engine>
generator_on<Engine, int> on_a_stack_of(std::size_t bytes) {
  return {std::allocator_arg, stack_above_field(bytes), [](yielder_on<Engine, int>& yield) {
            for (int i = 0;; ++i) yield(i);
          }};
}

template <class Engine>
std::size_t least_that_is_accepted() {
  for (std::size_t bytes = 64;; bytes += 64) {
    try {
      static_cast<void>(on_a_stack_of<Engine>(bytes));
      return bytes;
    } catch (const deepyield::stack_error&) {
    }
  }
}

// Calls the function in a child process and returns its result, or -1 if the child crashes.
template <class Function>
long in_a_process_of_its_own(Function function) {
  int ends[2];
  if (pipe(ends) != 0) return -1;
  const pid_t child = fork();
  if (child == 0) {
    const long result = static_cast<long>(function());
    _exit(write(ends[1], &result, sizeof result) != sizeof result);
  }
  close(ends[1]);
  long result = -1;
  if (read(ends[0], &result, sizeof result) != sizeof result) result = -1;
  close(ends[0]);
  waitpid(child, nullptr, 0);
  return result;
}

enum class ending { unstarted, while_suspended, after_another_element, by_close, by_an_exception };
const char* const names[] = {"unstarted", "while suspended", "after another element", "by close()",
                             "by an exception"};

template <class Engine>
void end_one(std::size_t bytes, ending how) {
  auto g = on_a_stack_of<Engine>(bytes);
  if (how == ending::unstarted) return;
  g.next();
  if (how == ending::after_another_element) g.next();
  if (how == ending::by_close) g.close();
  if (how == ending::by_an_exception) try {
      g.throw_in(1);
    } catch (int) {
    }
}

template <class Engine>
bool has_room() {
  const long bytes = in_a_process_of_its_own(least_that_is_accepted<Engine>);
  bool always = bytes > 0;
  for (int i = 0; i < 5; ++i) {
    const bool has = in_a_process_of_its_own([=] {
                       end_one<Engine>(static_cast<std::size_t>(bytes), static_cast<ending>(i));
                       return stack_above_field::field_is_untouched();
                     }) == 1;
    if (!has)
      std::printf("%s, ended %s: a stack of %ld bytes is accepted, and too small\n", Engine::name(),
                  names[i], bytes);
    always = always && has;
  }
  return always;
}

template <class... Engine>
bool all_have_room(std::tuple<Engine...>*) {
  bool every = true;
  const bool each[] = {has_room<Engine>()...};
  for (bool has : each) every = every && has;
  return every;
}

}  // namespace

int main() { return all_have_room(static_cast<engines*>(nullptr)) ? 0 : 1; }
