// engine::native's compiled part: the outermost frame of a body, and what leads debuggers from it
// to the consumer.
#include <deepyield/engine/native.hpp>
#include <deepyield/errors.hpp>

#if defined(__ELF__)
#define DEEPYIELD_HIDDEN __attribute__((visibility("hidden")))
#else
#define DEEPYIELD_HIDDEN
#endif

extern "C" DEEPYIELD_HIDDEN void deepyield_native_first_frame();
#if defined(__x86_64__)
extern "C" DEEPYIELD_HIDDEN void deepyield_native_return_of_entry();
#endif
extern "C" DEEPYIELD_HIDDEN void deepyield_native_no_consumer();
extern "C" __attribute__((noreturn, used)) DEEPYIELD_HIDDEN void deepyield_native_die() {
  deepyield::detail::die_destroyed_while_running();
}

// The first frame on a body's stack. What prepare_first_frame puts there:
//
//     base + 16  its argument
//     base + 8   entry
//     base + 0   the switch_state: the frame pointer points at its record {frame pointer, resume
//                address} of the consumer
//     base - 8   x86-64: where entry would return to, an address in this frame; AArch64 keeps that
//                in x30, RISC-V in ra
//
// It jumps to entry as if it had called it. A call would leave the processor's return stack with an
// address on top that nobody returns to, and the consumer's next return would be mispredicted.
// Entry never returns. Its unwind information finds the caller through the state: the canonical
// frame address is consumer.stack_pointer, and the return address and the frame pointer (on AArch64
// and RISC-V the base pointer too) lie behind that. So `backtrace()` and debuggers walk on into the
// consumer. DWARF 4, 6.4.2. It is marked as a signal frame: only there do debuggers accept that the
// stack address goes down. No exception comes by: entry catches all. Unwinders look a return
// address up by the byte before it: so there is a byte of this frame before the first instruction,
// where an unwinder that comes from a switch goes on, and x86-64 has one more before the address
// that entry would return to.
#if defined(_WIN32)
// Here the state's machine frame leads to the consumer: the first frame's rbp points at it, and
// rbp's and rbx's values lie in the two words that a machine frame has for cs and the flags.
// "x64 exception handling", UNWIND_CODE, Microsoft. Entry may write to the 32 bytes from base on.
asm(R"(
.text
.balign 16
.def deepyield_native_first_frame; .scl 2; .type 32; .endef
.globl deepyield_native_first_frame
.seh_proc deepyield_native_first_frame
deepyield_native_first_frame:
  .seh_pushframe
  .seh_savereg %rbp, 8
  .seh_savereg %rbx, 16
  .seh_setframe %rbp, 0
  .seh_endprologue
  endbr64                  # reached by an indirect jump
  movq 24(%rsp), %rcx      # its argument
  jmpq *16(%rsp)           # entry(argument)
  nop                      # never executed
.globl deepyield_native_return_of_entry
deepyield_native_return_of_entry:
  ud2
  .seh_endproc

# Where a body arrives that has no consumer left, on the stack that was that one's. Whatever is in
# use there, nobody will need it.
.balign 16
.def deepyield_native_no_consumer; .scl 2; .type 32; .endef
.globl deepyield_native_no_consumer
.seh_proc deepyield_native_no_consumer
deepyield_native_no_consumer:
  endbr64                  # reached by an indirect jump
  subq $40, %rsp
  .seh_stackalloc 40
  .seh_endprologue
  andq $-16, %rsp          # as the ABI wants it at a call
  movq $0, 40(%rsp)        # it has no caller
  call deepyield_native_die
  nop
  .seh_endproc
)");
#elif defined(__x86_64__)
asm(R"(
.pushsection .text
.balign 16
.type deepyield_native_first_frame, @function
.hidden deepyield_native_first_frame
.globl deepyield_native_first_frame
  .cfi_startproc simple
  .cfi_signal_frame
  # At its own instructions rsp is base - 8. CFA = *(*(rsp + 8) + 32): DW_OP_breg7 8, deref,
  # plus_uconst 32, deref
  .cfi_escape 0x0f, 6, 0x77, 0x08, 0x06, 0x23, 0x20, 0x06
  # rbp, rip at *(rsp + 8) + 40, 48: DW_CFA_expression. r12 is the consumer's, too
  .cfi_escape 0x10, 6, 5, 0x77, 0x08, 0x06, 0x23, 0x28
  .cfi_escape 0x10, 16, 5, 0x77, 0x08, 0x06, 0x23, 0x30
  .cfi_undefined rbx
  nop                      # never executed
deepyield_native_first_frame:
  endbr64                  # reached by an indirect jump
  movq 24(%rsp), %rdi      # its argument
  jmpq *16(%rsp)           # entry(argument)
  # As entry's caller, rsp is base: the same with *(rsp)
  .cfi_escape 0x0f, 6, 0x77, 0x00, 0x06, 0x23, 0x20, 0x06
  .cfi_escape 0x10, 6, 5, 0x77, 0x00, 0x06, 0x23, 0x28
  .cfi_escape 0x10, 16, 5, 0x77, 0x00, 0x06, 0x23, 0x30
  nop                      # never executed
.globl deepyield_native_return_of_entry
.hidden deepyield_native_return_of_entry
deepyield_native_return_of_entry:
  ud2
  .cfi_endproc
.size deepyield_native_first_frame, . - deepyield_native_first_frame

# Where a body arrives that has no consumer left, on the stack that was that one's. Whatever is in
# use there, nobody will need it.
.balign 16
.globl deepyield_native_no_consumer
.hidden deepyield_native_no_consumer
.type deepyield_native_no_consumer, @function
deepyield_native_no_consumer:
  .cfi_startproc
  .cfi_undefined rip       # it has no caller
  endbr64                  # reached by an indirect jump
  subq $128, %rsp          # spares the red zone, for backtraces
  andq $-16, %rsp          # as the ABI wants it at a call
  call deepyield_native_die
  .cfi_endproc
.size deepyield_native_no_consumer, . - deepyield_native_no_consumer
.popsection
)");
#elif defined(__aarch64__)
asm(R"(
.pushsection .text
.balign 16
.type deepyield_native_first_frame, %function
.hidden deepyield_native_first_frame
.globl deepyield_native_first_frame
  .cfi_startproc simple
  .cfi_signal_frame
  // sp is base, here and as entry's caller: CFA = *(*(sp) + 32): DW_OP_breg31 0, deref, plus_uconst
  // 32, deref
  .cfi_escape 0x0f, 6, 0x8f, 0x00, 0x06, 0x23, 0x20, 0x06
  // x29, x30 (return address), x19 at *(sp) + 40, 48, 56: DW_CFA_expression
  .cfi_escape 0x10, 29, 5, 0x8f, 0x00, 0x06, 0x23, 0x28
  .cfi_escape 0x10, 30, 5, 0x8f, 0x00, 0x06, 0x23, 0x30
  .cfi_escape 0x10, 19, 5, 0x8f, 0x00, 0x06, 0x23, 0x38
  nop                      // never executed
deepyield_native_first_frame:
  hint #36                 // bti j: reached by an indirect branch
  ldr x0, [sp, #16]        // its argument
  adr x30, 1f
  ldr x16, [sp, #8]
  br x16                   // entry(argument); branch target identification wants x16 here
1:
  brk #1
  .cfi_endproc
.size deepyield_native_first_frame, . - deepyield_native_first_frame

// Where a body arrives that has no consumer left, on the stack that was that one's.
.balign 16
.globl deepyield_native_no_consumer
.hidden deepyield_native_no_consumer
.type deepyield_native_no_consumer, %function
deepyield_native_no_consumer:
  .cfi_startproc
  .cfi_undefined x30       // it has no caller
  hint #36                 // bti j: reached by an indirect branch
  bl deepyield_native_die
  .cfi_endproc
.size deepyield_native_no_consumer, . - deepyield_native_no_consumer
.popsection
)");
#elif defined(__riscv)
asm(R"(
.pushsection .text
.balign 16
.type deepyield_native_first_frame, @function
.hidden deepyield_native_first_frame
.globl deepyield_native_first_frame
  .cfi_startproc simple
  .cfi_signal_frame
  # sp is base, here and as entry's caller: CFA = *(*(sp) + 32): DW_OP_breg2 0, deref, plus_uconst
  # 32, deref
  .cfi_escape 0x0f, 6, 0x72, 0x00, 0x06, 0x23, 0x20, 0x06
  # s0, ra (return address), s1 at *(sp) + 40, 48, 56: DW_CFA_expression
  .cfi_escape 0x10, 8, 5, 0x72, 0x00, 0x06, 0x23, 0x28
  .cfi_escape 0x10, 1, 5, 0x72, 0x00, 0x06, 0x23, 0x30
  .cfi_escape 0x10, 9, 5, 0x72, 0x00, 0x06, 0x23, 0x38
  nop                      # never executed
deepyield_native_first_frame:
  ld a0, 16(sp)            # its argument
  lla ra, 1f
  ld t2, 8(sp)
  jr t2                    # entry(argument)
1:
  ebreak
  .cfi_endproc
.size deepyield_native_first_frame, . - deepyield_native_first_frame

# Where a body arrives that has no consumer left, on the stack that was that one's.
.balign 16
.globl deepyield_native_no_consumer
.hidden deepyield_native_no_consumer
.type deepyield_native_no_consumer, @function
deepyield_native_no_consumer:
  .cfi_startproc
  .cfi_undefined ra        # it has no caller
  call deepyield_native_die
  .cfi_endproc
.size deepyield_native_no_consumer, . - deepyield_native_no_consumer
.popsection
)");
#endif

namespace deepyield {
inline namespace v2 {
namespace detail {

void prepare_first_frame(switch_state& state, void* top, void (*entry)(void*),
                         void* argument) noexcept {
  constexpr std::size_t alignment = 16;  // of the stack pointer at a call, in each of the ABIs
#if defined(_WIN32)
  constexpr std::size_t words = 4;  // that entry may write to
#else
  constexpr std::size_t words = 3;
#endif
  void** base =
      reinterpret_cast<void**>((reinterpret_cast<std::uintptr_t>(top) - words * sizeof(void*)) &
                               ~std::uintptr_t(alignment - 1));
  base[0] = &state;
  base[1] = reinterpret_cast<void*>(entry);
  base[2] = argument;
#if defined(__x86_64__)
  *--base = reinterpret_cast<void*>(deepyield_native_return_of_entry);
#endif
#if defined(__riscv)
  void** const frame_pointer = &state.consumer.base_pointer;  // behind the record
#elif defined(_WIN32)
  void** const frame_pointer = &state.consumer.resume_address;  // the machine frame
#else
  void** const frame_pointer = &state.consumer.frame_pointer;
#endif
  state.body.stack_pointer = static_cast<void*>(base);
  state.body.frame_pointer = static_cast<void*>(frame_pointer);
  state.body.resume_address = reinterpret_cast<void*>(deepyield_native_first_frame);
  state.body.base_pointer = nullptr;
  state.consumer.stack_pointer = nullptr;  // suspended
}

void abandon(switch_state& state) noexcept {
  state.consumer.resume_address = reinterpret_cast<void*>(deepyield_native_no_consumer);
}

void throw_shadow_stack() {
  throw stack_error(
      "this thread runs with a shadow stack (CET, GCS), which bodies on stacks of their own cannot "
      "use; start the program with "
      "GLIBC_TUNABLES=glibc.cpu.x86_shstk=off, or link it without -z shstk");
}

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
