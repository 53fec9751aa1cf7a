// The switch for x86-64, System V ABI. Included by engine/native.hpp.
//
//   struct switch_state, at rdi:         the waiting side's stack:
//      0  body.stack_pointer  ----------->  |  its frame           |  rsp when it goes on
//      8  body.frame_pointer    rbp         |  red zone, 128 B |  in use: nothing may be pushed
//     16  body.resume_address               |  free                |
//     24  body.base_pointer     rbx
//     32  consumer.stack_pointer            null while the body is suspended: `suspended()`
//     40  consumer.frame_pointer            these two are a frame record, {caller's rbp,
//     48  consumer.resume_address             return address}: the first frame's rbp points at it
//     56  consumer.base_pointer
//
// rdi carries the state across, rsi the payload: an element's address one way, what the yield
// expression gets the other way. rbp cannot be named as clobbered; rbx could, but Clang needs it as
// base pointer in functions with over-aligned and variable-size locals and then miscompiles the
// clobber silently. All else the compiler spills where it is live. The control words of x87 and SSE
// are the thread's.
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
#define DEEPYIELD_CLOBBERS                                                                     \
  "rax", "rcx", "rdx", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "cc", "memory",   \
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
// side that it goes to: the caller's stack pointer, frame pointer, return address and base pointer
// lie at these offsets from rdi, and no more is kept of it. DWARF 4, 6.4.2. Only where the compiler
// describes the frame by directives too.
#if defined(__GCC_HAVE_DWARF2_CFI_ASM)
#define DEEPYIELD_CALLER_AT(stack_pointer, frame_pointer, resume_address, base_pointer) \
  ".cfi_remember_state\n\t"                                                             \
  ".cfi_escape 0x0f, 3, 0x75, " stack_pointer                                           \
  ", 0x06\n\t" /* def_cfa_expression: DW_OP_breg5, DW_OP_deref */                       \
  ".cfi_escape 0x10, 6, 2, 0x75, " frame_pointer                                        \
  "\n\t" /* expression, of rbp: DW_OP_breg5 */                                          \
  ".cfi_escape 0x10, 16, 2, 0x75, " resume_address                                      \
  "\n\t" /* of rip */                                                                   \
  ".cfi_escape 0x10, 3, 2, 0x75, " base_pointer                                         \
  "\n\t" /* of rbx */                                                                   \
  ".cfi_undefined 12\n\t.cfi_undefined 13\n\t.cfi_undefined 14\n\t.cfi_undefined 15\n\t"
// Once all are loaded, and the state may be another thread's: rip in rax, the others where they
// belong.
#define DEEPYIELD_CALLER_IN_REGISTERS \
  ".cfi_def_cfa 7, 0\n\t.cfi_register 16, 0\n\t.cfi_same_value 6\n\t.cfi_same_value 3\n\t"
// Unwinders look a return address up by the byte before it, so there is one that is this frame's.
// It is never executed.
#define DEEPYIELD_THIS_FRAME_AGAIN ".cfi_restore_state\n\tint3\n"
#else
#define DEEPYIELD_CALLER_AT(stack_pointer, frame_pointer, resume_address, base_pointer)
#define DEEPYIELD_CALLER_IN_REGISTERS
#define DEEPYIELD_THIS_FRAME_AGAIN
#endif

namespace deepyield {
inline namespace v1 {
namespace detail {

/// Consumer's side: goes on with the body. Returns what it suspends with.
BOOST_FORCEINLINE void* switch_to_body(switch_state& state, void* payload) {
  switch_state* at = &state;
  asm volatile inline(
      "leaq 1f(%%rip), %%rax\n\t"   // where this side goes on
      "movq %%rsp, 32(%%rdi)\n\t"   // keep this side; from here on the body counts as running
      "movq %%rbp, 40(%%rdi)\n\t"
      "movq %%rax, 48(%%rdi)\n\t"
      "movq %%rbx, 56(%%rdi)\n\t"
      DEEPYIELD_CALLER_AT("0", "8", "16", "24")
      "movq 0(%%rdi), %%rsp\n\t"    // take up the body's side
      "movq 8(%%rdi), %%rbp\n\t"
      "movq 24(%%rdi), %%rbx\n\t"
      "jmpq *16(%%rdi)\n\t"
      DEEPYIELD_THIS_FRAME_AGAIN
      "1:\n\t" DEEPYIELD_LANDING    // rdi and rsi as the other side had them
      : "+D"(at), "+S"(payload)
      :
      : DEEPYIELD_CLOBBERS);
  return payload;
}

/// The body's side: goes back to the consumer. Returns what it resumes with.
BOOST_FORCEINLINE void* switch_to_consumer(switch_state& state, void* element) {
  switch_state* at = &state;
  asm volatile inline(
      "leaq 1f(%%rip), %%rax\n\t"
      "movq %%rsp, 0(%%rdi)\n\t"  // keep this side
      "movq %%rbp, 8(%%rdi)\n\t"
      "movq %%rax, 16(%%rdi)\n\t"
      "movq %%rbx, 24(%%rdi)\n\t" DEEPYIELD_CALLER_AT("32", "40", "48", "56")
      // Take up the consumer's, all of it before the mark says that the body is suspended:
      "movq 32(%%rdi), %%rsp\n\t"
      "movq 40(%%rdi), %%rbp\n\t"  // another thread may then resume it
      "movq 48(%%rdi), %%rax\n\t"
      "movq 56(%%rdi), %%rbx\n\t" DEEPYIELD_CALLER_IN_REGISTERS
      "movq $0, 32(%%rdi)\n\t"
      "jmpq *%%rax\n\t" DEEPYIELD_THIS_FRAME_AGAIN "1:\n\t" DEEPYIELD_LANDING
      : "+D"(at), "+S"(element)
      :
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
}  // namespace v1
}  // namespace deepyield

#undef DEEPYIELD_CLOBBERS
#undef DEEPYIELD_CLOBBERS_AVX512
#undef DEEPYIELD_CLOBBERS_APX
#undef DEEPYIELD_LANDING
#undef DEEPYIELD_CALLER_AT
#undef DEEPYIELD_CALLER_IN_REGISTERS
#undef DEEPYIELD_THIS_FRAME_AGAIN
