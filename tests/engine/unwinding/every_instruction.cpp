#include "every_instruction.hpp"

#include <ucontext.h>

#include <cstddef>

#if !defined(__x86_64__)
#include <sys/mman.h>
#include <unistd.h>
#endif

#if defined(__riscv)
using parcel = std::uint16_t;  // an instruction has one or two of these
#else
using parcel = std::uint32_t;
#endif

// Defined by the linker. The program's code lies between the first two; the handler's lies within
// or after it.
extern "C" parcel _start[], etext[], __start_in_the_handler[], __stop_in_the_handler[];

namespace {

every_instruction::visitor volatile visit;

#if defined(__x86_64__)

constexpr greg_t trap_flag = 0x100;

IN_THE_HANDLER void on_trap(int, siginfo_t*, void* context) {
  greg_t* const registers = static_cast<ucontext_t*>(context)->uc_mcontext.gregs;
  if (!visit) {
    registers[REG_EFL] &= ~trap_flag;
    return;
  }
  registers[REG_EFL] |= trap_flag;
  visit(reinterpret_cast<void*>(registers[REG_RIP]));
}

void trap() { asm volatile("int3" ::: "memory"); }
void begin() { trap(); }
void end() {
  visit = nullptr;
  trap();
}

#else

#if defined(__aarch64__)
constexpr parcel breakpoint = 0xd4200000;  // brk #0
IN_THE_HANDLER std::ptrdiff_t parcels_of(parcel) { return 1; }
IN_THE_HANDLER parcel* instruction_at(ucontext_t* context) {
  return reinterpret_cast<parcel*>(context->uc_mcontext.pc);
}
IN_THE_HANDLER void write(parcel* at, parcel value) {
  *static_cast<volatile parcel*>(at) = value;
  asm volatile("dc cvau, %0\n\tdsb ish\n\tic ivau, %0\n\tdsb ish\n\tisb" ::"r"(at) : "memory");
}
#else
constexpr parcel breakpoint = 0x9002;  // c.ebreak
IN_THE_HANDLER std::ptrdiff_t parcels_of(parcel first) { return (first & 3) == 3 ? 2 : 1; }
IN_THE_HANDLER parcel* instruction_at(ucontext_t* context) {
  return reinterpret_cast<parcel*>(context->uc_mcontext.__gregs[REG_PC]);
}
IN_THE_HANDLER void write(parcel* at, parcel value) {
  *static_cast<volatile parcel*>(at) = value;
  asm volatile("fence.i" ::: "memory");
}
#endif

parcel* original;  // a copy of the program's instructions, from _start on
std::ptrdiff_t size;

IN_THE_HANDLER void on_trap(int, siginfo_t*, void* context) {
  parcel* const instruction = instruction_at(static_cast<ucontext_t*>(context));
  write(instruction, original[instruction - _start]);
  visit(instruction);
}

IN_THE_HANDLER void set_breakpoints() {
  for (std::ptrdiff_t i = 0; i < size; i += parcels_of(original[i]))
    if (_start + i < __start_in_the_handler || _start + i >= __stop_in_the_handler)
      write(_start + i, breakpoint);
}

IN_THE_HANDLER void take_breakpoints_away() {
  for (std::ptrdiff_t i = 0; i < size; ++i) write(_start + i, original[i]);
}

void begin() {
  static std::vector<parcel> copy(_start, etext);
  original = copy.data();
  size = etext - _start;
  const std::uintptr_t page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  const std::uintptr_t first = reinterpret_cast<std::uintptr_t>(_start) & ~(page - 1);
  mprotect(reinterpret_cast<void*>(first), reinterpret_cast<std::uintptr_t>(etext) - first,
           PROT_READ | PROT_WRITE | PROT_EXEC);
  set_breakpoints();
}

void end() { take_breakpoints_away(); }

#endif

}  // namespace

every_instruction::every_instruction(visitor visits, stack handlers) : signal_stack_(256 * 1024) {
  stack_t of_signals = {};
  of_signals.ss_sp = signal_stack_.data();
  of_signals.ss_size = signal_stack_.size();
  sigaltstack(&of_signals, &earlier_stack_);
  struct sigaction action = {};
  action.sa_sigaction = on_trap;
  action.sa_flags = SA_SIGINFO | (handlers == stack::of_signals ? SA_ONSTACK : 0);
  sigaction(SIGTRAP, &action, &earlier_action_);
  visit = visits;
  begin();
}

every_instruction::~every_instruction() {
  end();
  sigaction(SIGTRAP, &earlier_action_, nullptr);
  sigaltstack(&earlier_stack_, nullptr);
}

IN_THE_HANDLER bool every_instruction::is_of_the_program(const void* instruction) {
  return instruction >= _start && instruction < etext;
}
