// Interrupts the program at each instruction by a signal, as the unluckiest of profilers would.
//
// x86-64: by the trap flag, which the signal's handler sets among the registers that it returns to.
// AArch64 lets no program do that to itself. There a breakpoint stands in for each instruction of
// the program's own code until it is met: so an instruction is met once in the life of an object of
// this class, and shared libraries run unseen.
#pragma once

#include <signal.h>

#include <cstdint>
#include <vector>

// What the handler calls: it must lie where no breakpoints are.
#define IN_THE_HANDLER __attribute__((noinline, section("in_the_handler")))

class every_instruction {
 public:
  using visitor = void (*)(const void* instruction);
  enum class stack { of_the_program, of_signals };

  // Calls `visits` before each instruction, from here to the end of its life; only one at a time.
  every_instruction(visitor visits, stack handlers);
  ~every_instruction();

  every_instruction(const every_instruction&) = delete;
  every_instruction& operator=(const every_instruction&) = delete;

  static bool is_of_the_program(const void* instruction);

 private:
  std::vector<char> signal_stack_;
  stack_t earlier_stack_ = {};
  struct sigaction earlier_action_ = {};
};
