// The switch for AArch64, AAPCS64. Included by engine/native.hpp.
//
//   struct switch_state, at x0:          the waiting side's stack:
//      0  body.stack_pointer  ----------->  |  its frame  |  sp when it goes on
//      8  body.frame_pointer    x29         |  free       |  AAPCS64 has no red zone
//     16  body.resume_address
//     24  body.base_pointer     x19
//     32  consumer.stack_pointer            null while the body is suspended: `suspended()`
//     40  consumer.frame_pointer            these two are a frame record, {caller's x29,
//     48  consumer.resume_address             return address}: the first frame's x29 points at it
//     56  consumer.base_pointer
//
// Only these four of a side are saved here: all other registers are named as clobbered, so the
// compiler spills those that are live. x0 carries the state across, x1 the payload. x29 cannot be
// named as clobbered; x19 is Clang's base pointer, as rbx is on x86-64. x18 is an ordinary
// temporary on Linux, and a body may run compilers' code that uses it. The link register x30 is
// spilled like any other. FPCR and FPSR are the thread's.
#pragma once

#if defined(__ARM_FEATURE_SVE)
#define DEEPYIELD_CLOBBERS_SVE                                                                     \
  , "p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9", "p10", "p11", "p12", "p13", "p14", \
      "p15"
#else
#define DEEPYIELD_CLOBBERS_SVE
#endif
#define DEEPYIELD_CLOBBERS                                                                         \
  "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9", "x10", "x11", "x12", "x13", "x14", "x15", "x16", \
      "x17", "x18", "x20", "x21", "x22", "x23", "x24", "x25", "x26", "x27", "x28", "x30", "cc",    \
      "memory", "v0", "v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8", "v9", "v10", "v11", "v12",   \
      "v13", "v14", "v15", "v16", "v17", "v18", "v19", "v20", "v21", "v22", "v23", "v24", "v25",   \
      "v26", "v27", "v28", "v29", "v30", "v31" DEEPYIELD_CLOBBERS_SVE

// Branch target identification wants a mark where an indirect branch arrives: `bti j`, a no-op
// elsewhere.
#if defined(__ARM_FEATURE_BTI_DEFAULT)
#define DEEPYIELD_LANDING "hint #36\n\t"
#else
#define DEEPYIELD_LANDING ""
#endif

// Profilers unwind from any instruction. From a switch's first load to its jump the registers are
// no longer this frame's, so they are described as if the jump had been a call of this frame by the
// side that it goes to: the caller's stack pointer, frame pointer, return address and base pointer
// lie at these offsets from x0, and no more is kept of it. DWARF 4, 6.4.2. Only where the compiler
// describes the frame by directives too. A function that is compiled for pointer authentication has
// signed its return address, for it saves x30 on account of the clobber; this one is not signed
// (AADWARF64, 4.1). A rule for register 34 would not do: libgcc would read it from memory where
// nothing was saved.
#if defined(__ARM_FEATURE_PAC_DEFAULT)
#define DEEPYIELD_UNSIGNED ".cfi_negate_ra_state\n\t"
#else
#define DEEPYIELD_UNSIGNED ""
#endif
#if defined(__GCC_HAVE_DWARF2_CFI_ASM)
#define DEEPYIELD_CALLER_AT(stack_pointer, frame_pointer, resume_address, base_pointer)    \
  ".cfi_remember_state\n\t" DEEPYIELD_UNSIGNED ".cfi_escape 0x0f, 3, 0x70, " stack_pointer \
  ", 0x06\n\t" /* def_cfa_expression: DW_OP_breg0, DW_OP_deref */                          \
  ".cfi_escape 0x10, 29, 2, 0x70, " frame_pointer                                          \
  "\n\t" /* expression, of x29: DW_OP_breg0 */                                             \
  ".cfi_escape 0x10, 30, 2, 0x70, " resume_address                                         \
  "\n\t" /* of x30, the return address */                                                  \
  ".cfi_escape 0x10, 19, 2, 0x70, " base_pointer                                           \
  "\n\t" /* of x19 */                                                                      \
  ".cfi_undefined 20\n\t.cfi_undefined 21\n\t.cfi_undefined 22\n\t.cfi_undefined "         \
  "23\n\t.cfi_undefined 24\n\t"                                                            \
  ".cfi_undefined 25\n\t.cfi_undefined 26\n\t.cfi_undefined 27\n\t.cfi_undefined 28\n\t"
// Once all are loaded, and the state may be another thread's: the return address in x2, the others
// where they belong.
#define DEEPYIELD_CALLER_IN_REGISTERS \
  ".cfi_def_cfa 31, 0\n\t.cfi_register 30, 2\n\t.cfi_same_value 29\n\t.cfi_same_value 19\n\t"
// Unwinders look a return address up by the byte before it, so there is one that is this frame's.
// It is never executed.
#define DEEPYIELD_THIS_FRAME_AGAIN ".cfi_restore_state\n\tbrk #1\n"
#else
#define DEEPYIELD_CALLER_AT(stack_pointer, frame_pointer, resume_address, base_pointer)
#define DEEPYIELD_CALLER_IN_REGISTERS
#define DEEPYIELD_THIS_FRAME_AGAIN
#endif

namespace deepyield {
inline namespace v2 {
namespace detail {

/// Consumer's side: goes on with the body. Returns what it suspends with.
BOOST_FORCEINLINE void* switch_to_body(switch_state& state, void* payload) {
  register switch_state* at asm("x0") = &state;
  register void* carried asm("x1") = payload;
  asm volatile inline(
      "adr x2, 1f\n\t"              // where this side goes on
      "mov x3, sp\n\t"
      "stp x3, x29, [x0, #32]\n\t"  // keep this side; from here on the body counts as running
      "stp x2, x19, [x0, #48]\n\t"
      DEEPYIELD_CALLER_AT("0", "8", "16", "24")
      "ldp x3, x29, [x0]\n\t"       // take up the body's side
      "ldp x2, x19, [x0, #16]\n\t"
      "mov sp, x3\n\t"
      "br x2\n\t"
      DEEPYIELD_THIS_FRAME_AGAIN
      "1:\n\t" DEEPYIELD_LANDING    // x0 and x1 as the other side had them
      : "+r"(at), "+r"(carried)
      :
      : DEEPYIELD_CLOBBERS);
  return carried;
}

/// The body's side: goes back to the consumer. Returns what it resumes with.
BOOST_FORCEINLINE void* switch_to_consumer(switch_state& state, void* element) {
  register switch_state* at asm("x0") = &state;
  register void* carried asm("x1") = element;
  asm volatile inline(
      "adr x2, 1f\n\t"
      "mov x3, sp\n\t"
      "stp x3, x29, [x0]\n\t"  // keep this side
      "stp x2, x19, [x0, #16]\n\t" DEEPYIELD_CALLER_AT("32", "40", "48", "56")
      // Take up the consumer's, all of it before the mark says that the body is suspended:
      "ldp x3, x29, [x0, #32]\n\t"
      "ldp x2, x19, [x0, #48]\n\t"  // another thread may then resume it
      "mov sp, x3\n\t" DEEPYIELD_CALLER_IN_REGISTERS
      "add x4, x0, #32\n\t"
      "stlr xzr, [x4]\n\t"  // released after the loads above
      "br x2\n\t" DEEPYIELD_THIS_FRAME_AGAIN "1:\n\t" DEEPYIELD_LANDING
      : "+r"(at), "+r"(carried)
      :
      : DEEPYIELD_CLOBBERS);
  return carried;
}

/// Whether this thread has a guarded control stack (GCS), on which no function can return that was
/// not called there.
inline bool has_shadow_stack() noexcept {
  register std::uint64_t enabled asm("x16") = 1;
  // chkfeat x16: clears bit 0 where a control stack is on; a no-op on older processors
  asm volatile("hint #40" : "+r"(enabled));
  return enabled == 0;
}

}  // namespace detail
}  // namespace v2
}  // namespace deepyield

#undef DEEPYIELD_CLOBBERS
#undef DEEPYIELD_CLOBBERS_SVE
#undef DEEPYIELD_LANDING
#undef DEEPYIELD_CALLER_AT
#undef DEEPYIELD_UNSIGNED
#undef DEEPYIELD_CALLER_IN_REGISTERS
#undef DEEPYIELD_THIS_FRAME_AGAIN
