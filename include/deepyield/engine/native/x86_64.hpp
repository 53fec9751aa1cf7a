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
//
// rbx is clobbered like the others. But Clang needs it as base pointer in functions with
// over-aligned and variable-size locals, and miscompiles the clobber silently (14 and 19 do). There
// a side stores it before its own switch and loads it after that; the other side need not know.
#pragma once

// What holds values in the instruction set of this file. GCC knows the names of AVX-512's and APX's
// registers only where they are enabled.
#if defined(__AVX512F__) || defined(__clang__)
#define DEEPYIELD_CLOBBERS_AVX512                                                               \
  , "xmm16", "xmm17", "xmm18", "xmm19", "xmm20", "xmm21", "xmm22", "xmm23", "xmm24", "xmm25",   \
      "xmm26", "xmm27", "xmm28", "xmm29", "xmm30", "xmm31", "k0", "k1", "k2", "k3", "k4", "k5", \
      "k6", "k7"
#else
#define DEEPYIELD_CLOBBERS_AVX512
#endif
#if defined(__APX_F__)
#define DEEPYIELD_CLOBBERS_APX                                                                 \
  , "r16", "r17", "r18", "r19", "r20", "r21", "r22", "r23", "r24", "r25", "r26", "r27", "r28", \
      "r29", "r30", "r31"
#else
#define DEEPYIELD_CLOBBERS_APX
#endif
#if defined(__clang__)
#define DEEPYIELD_KEEP_RBX(offset) "movq %%rbx, " offset "(%%r12)\n\t"
#define DEEPYIELD_TAKE_RBX(offset) "movq " offset "(%%r12), %%rbx\n\t"
#define DEEPYIELD_CLOBBERS_RBX
#else
#define DEEPYIELD_KEEP_RBX(offset)
#define DEEPYIELD_TAKE_RBX(offset)
#define DEEPYIELD_CLOBBERS_RBX "rbx",
#endif
#define DEEPYIELD_CLOBBERS                                                                     \
  DEEPYIELD_CLOBBERS_RBX                                                                       \
  "rax", "rcx", "rdx", "rdi", "r8", "r9", "r10", "r11", "r13", "r14", "r15", "cc", "memory",   \
      "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", \
      "xmm11", "xmm12", "xmm13", "xmm14", "xmm15", "mm0", "mm1", "mm2", "mm3", "mm4", "mm5",   \
      "mm6", "mm7", "st", "st(1)", "st(2)", "st(3)", "st(4)", "st(5)", "st(6)",                \
      "st(7)" DEEPYIELD_CLOBBERS_AVX512 DEEPYIELD_CLOBBERS_APX

// Indirect branch tracking (-fcf-protection=branch) wants a mark where an indirect jump arrives; it
// is a no-op elsewhere.
#if defined(__CET__) && (__CET__ & 1)
#define DEEPYIELD_LANDING "endbr64\n\t"
#else
#define DEEPYIELD_LANDING ""
#endif

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

/// Whether this thread has a shadow stack (CET), on which no function can return that was not
/// called there.
inline bool has_shadow_stack() noexcept {
  std::uint64_t pointer = 0;
  asm volatile("rdsspq %0" : "+r"(pointer));  // leaves its operand alone where there is none
  return pointer != 0;
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
