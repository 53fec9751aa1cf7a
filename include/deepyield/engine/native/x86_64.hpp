// The switch for x86-64, System V ABI. Included by engine/native.hpp.
//
//   struct switch_state, at r12:         the waiting side's stack:
//      0  body.stack_pointer  ----------->  |  its frame           |  rsp when it goes on
//      8  body.frame_pointer    rbp         |  red zone, 128 B |  in use: nothing may be pushed
//     16  body.resume_address               |  free                |
//     24  body.base_pointer     rbx, where the side keeps it itself
//     32  consumer.stack_pointer            null while the body is suspended: `suspended()`
//     40  consumer.frame_pointer            these two are a frame record, {caller's rbp,
//     48  consumer.resume_address             return address}: the first frame's rbp points at it
//     56  consumer.base_pointer
//
// What the two sides share: r12 holds the state's address on both, and so is as it was when a side
// goes on: an input, which costs no store. rsi carries the payload: an element's address one way,
// what the yield expression gets the other way. rbp cannot be named as clobbered, and is saved. All
// else the compiler spills where it is live. The control words of x87 and SSE are the thread's.
#pragma once

#include <deepyield/engine/native/x86_64_registers.hpp>

// Profilers unwind from any instruction. From a switch's first load to its jump the registers are
// no longer this frame's, so they are described as if the jump had been a call of this frame by the
// side that it goes to: the caller's stack pointer, frame pointer and return address lie at these
// offsets from r12, which is the caller's too, and no more is kept of it. DWARF 4, 6.4.2. Only
// where the compiler describes the frame by directives too.
#if defined(__GCC_HAVE_DWARF2_CFI_ASM)
#define DEEPYIELD_CALLER_AT(stack_pointer, frame_pointer, resume_address) \
  ".cfi_remember_state\n\t"                                               \
  ".cfi_escape 0x0f, 3, 0x7c, " stack_pointer                             \
  ", 0x06\n\t" /* def_cfa_expression: DW_OP_breg12, DW_OP_deref */        \
  ".cfi_escape 0x10, 6, 2, 0x7c, " frame_pointer                          \
  "\n\t" /* expression, of rbp: DW_OP_breg12 */                           \
  ".cfi_escape 0x10, 16, 2, 0x7c, " resume_address                        \
  "\n\t" /* of rip */                                                     \
  ".cfi_undefined 3\n\t.cfi_same_value 12\n\t"                            \
  ".cfi_undefined 13\n\t.cfi_undefined 14\n\t.cfi_undefined 15\n\t"
// Once all are loaded, and the state may be another thread's: rip in rax, the others where they
// belong.
#define DEEPYIELD_CALLER_IN_REGISTERS \
  ".cfi_def_cfa 7, 0\n\t.cfi_register 16, 0\n\t.cfi_same_value 6\n\t"
// Unwinders look a return address up by the byte before it, so there is one that is this frame's.
// It is never executed.
#define DEEPYIELD_THIS_FRAME_AGAIN ".cfi_restore_state\n\tint3\n"
#else
#define DEEPYIELD_CALLER_AT(stack_pointer, frame_pointer, resume_address)
#define DEEPYIELD_CALLER_IN_REGISTERS
#define DEEPYIELD_THIS_FRAME_AGAIN
#endif

namespace deepyield {
inline namespace v2 {
namespace detail {

/// Consumer's side: goes on with the body. Returns what it suspends with.
BOOST_FORCEINLINE void* switch_to_body(switch_state& state, void* payload) {
  register switch_state* at asm("r12") = &state;
  asm volatile inline(
      "leaq 1f(%%rip), %%rax\n\t"   // where this side goes on
      "movq %%rsp, 32(%%r12)\n\t"   // keep this side; from here on the body counts as running
      "movq %%rbp, 40(%%r12)\n\t"
      "movq %%rax, 48(%%r12)\n\t"
      DEEPYIELD_KEEP_RBX("56")
      DEEPYIELD_CALLER_AT("0", "8", "16")
      "movq 0(%%r12), %%rsp\n\t"    // take up the body's side
      "movq 8(%%r12), %%rbp\n\t"
      "jmpq *16(%%r12)\n\t"
      DEEPYIELD_THIS_FRAME_AGAIN
      "1:\n\t" DEEPYIELD_LANDING    // r12 is the state again, rsi as the other side had it
      DEEPYIELD_TAKE_RBX("56")
      : "+S"(payload)
      : "r"(at)
      : DEEPYIELD_CLOBBERS);
  return payload;
}

/// The body's side: goes back to the consumer. Returns what it resumes with.
BOOST_FORCEINLINE void* switch_to_consumer(switch_state& state, void* element) {
  register switch_state* at asm("r12") = &state;
  asm volatile inline(
      "leaq 1f(%%rip), %%rax\n\t"
      "movq %%rsp, 0(%%r12)\n\t"    // keep this side
      "movq %%rbp, 8(%%r12)\n\t"
      "movq %%rax, 16(%%r12)\n\t"
      DEEPYIELD_KEEP_RBX("24")
      DEEPYIELD_CALLER_AT("32", "40", "48")
      "movq 32(%%r12), %%rsp\n\t"   // take up the consumer's, all of it before the mark says that
      "movq 40(%%r12), %%rbp\n\t"   // the body is suspended: another thread may then resume it
      "movq 48(%%r12), %%rax\n\t"
      DEEPYIELD_CALLER_IN_REGISTERS
      "movq $0, 32(%%r12)\n\t"
      "jmpq *%%rax\n\t"
      DEEPYIELD_THIS_FRAME_AGAIN
      "1:\n\t" DEEPYIELD_LANDING
      DEEPYIELD_TAKE_RBX("24")
      : "+S"(element)
      : "r"(at)
      : DEEPYIELD_CLOBBERS);
  return element;
}

}  // namespace detail
}  // namespace v2
}  // namespace deepyield

#undef DEEPYIELD_CLOBBERS
#undef DEEPYIELD_CLOBBERS_RBX
#undef DEEPYIELD_KEEP_RBX
#undef DEEPYIELD_TAKE_RBX
#undef DEEPYIELD_CLOBBERS_AVX512
#undef DEEPYIELD_CLOBBERS_APX
#undef DEEPYIELD_LANDING
#undef DEEPYIELD_CALLER_AT
#undef DEEPYIELD_CALLER_IN_REGISTERS
#undef DEEPYIELD_THIS_FRAME_AGAIN
