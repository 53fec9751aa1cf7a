// Interrupts the program by a signal at each instruction, so at all places where a profiler might.
//
// On x86-64 the signal handler sets the trap flag among the registers that it returns to. On other
// processors a program cannot do that to itself. There a breakpoint replaces each instruction of
// the program's own code until it is reached. So each instruction is seen once in the life of an
// object of this class, and those of shared libraries are not seen.
#pragma once

#include <signal.h>

#include <cstdint>
#include <vector>

// Marks functions that the handler calls: they are put where no breakpoints are set.
#define IN_THE_HANDLER __attribute__((noinline, section("in_the_handler")))

class every_instruction {
 public:
  using visitor = void (*)(const void* instruction);
  enum class stack { of_the_program, of_signals };

  // Calls `visits` before each instruction until it is destroyed. Only one may exist at a time.
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
