// The switch for RISC-V with 64 bits, LP64 and LP64D. Included by engine/native.hpp.
//
//   struct switch_state, at a0:          the waiting side's stack:
//      0  body.stack_pointer  ----------->  |  its frame  |  sp when it goes on
//      8  body.frame_pointer    s0          |  free       |  the ABI has no red zone
//     16  body.resume_address
//     24  body.base_pointer     s1
//     32  consumer.stack_pointer            null while the body is suspended: `suspended()`
//     40  consumer.frame_pointer            these two are a frame record, {caller's s0, return
//     48  consumer.resume_address             address}: the first frame's s0 points behind it
//     56  consumer.base_pointer
//
// Only these four of a side are saved here: all other registers are named as clobbered, so the
// compiler spills those that are live. a0 carries the state across, a1 the payload. s0 cannot be
// named as clobbered; s1 is Clang's base pointer, as rbx is on x86-64. gp is the program's; tp and
// fcsr are the thread's. The jump goes through t2: one through ra or t0 would count as a return for
// the processor's return stack, and from t2 alone no landing pad is wanted (Zicfilp).
//
// Source: RISC-V ABIs Specification; RISC-V Shadow Stacks and Landing Pads.
#pragma once

#if defined(__riscv_flen)
#define DEEPYIELD_CLOBBERS_FLOAT                                                                   \
  , "ft0", "ft1", "ft2", "ft3", "ft4", "ft5", "ft6", "ft7", "ft8", "ft9", "ft10", "ft11", "fs0",   \
      "fs1", "fs2", "fs3", "fs4", "fs5", "fs6", "fs7", "fs8", "fs9", "fs10", "fs11", "fa0", "fa1", \
      "fa2", "fa3", "fa4", "fa5", "fa6", "fa7"
#else
#define DEEPYIELD_CLOBBERS_FLOAT
#endif
#if defined(__riscv_vector)
#define DEEPYIELD_CLOBBERS_VECTOR                                                                \
  , "vl", "vtype", "v0", "v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8", "v9", "v10", "v11",     \
      "v12", "v13", "v14", "v15", "v16", "v17", "v18", "v19", "v20", "v21", "v22", "v23", "v24", \
      "v25", "v26", "v27", "v28", "v29", "v30", "v31"
#else
#define DEEPYIELD_CLOBBERS_VECTOR
#endif
#define DEEPYIELD_CLOBBERS                                                                        \
  "ra", "t0", "t1", "t2", "t3", "t4", "t5", "t6", "a2", "a3", "a4", "a5", "a6", "a7", "s2", "s3", \
      "s4", "s5", "s6", "s7", "s8", "s9", "s10", "s11",                                           \
      "memory" DEEPYIELD_CLOBBERS_FLOAT DEEPYIELD_CLOBBERS_VECTOR

// Profilers unwind from any instruction. From a switch's first load to its jump the registers are
// no longer this frame's, so they are described as if the jump had been a call of this frame by the
// side that it goes to: the caller's stack pointer, frame pointer, return address and base pointer
// lie at these offsets from a0, and no more is kept of it. DWARF 4, 6.4.2. Only where the compiler
// describes the frame by directives too.
#if defined(__GCC_HAVE_DWARF2_CFI_ASM)
#define DEEPYIELD_CALLER_AT(stack_pointer, frame_pointer, resume_address, base_pointer) \
  ".cfi_remember_state\n\t"                                                             \
  ".cfi_escape 0x0f, 3, 0x7a, " stack_pointer                                           \
  ", 0x06\n\t" /* def_cfa_expression: DW_OP_breg10, DW_OP_deref */                      \
  ".cfi_escape 0x10, 8, 2, 0x7a, " frame_pointer                                        \
  "\n\t" /* expression, of s0: DW_OP_breg10 */                                          \
  ".cfi_escape 0x10, 1, 2, 0x7a, " resume_address                                       \
  "\n\t" /* of ra, the return address */                                                \
  ".cfi_escape 0x10, 9, 2, 0x7a, " base_pointer                                         \
  "\n\t" /* of s1 */                                                                    \
  ".cfi_undefined 18\n\t.cfi_undefined 19\n\t.cfi_undefined 20\n\t.cfi_undefined "      \
  "21\n\t.cfi_undefined 22\n\t"                                                         \
  ".cfi_undefined 23\n\t.cfi_undefined 24\n\t.cfi_undefined 25\n\t.cfi_undefined "      \
  "26\n\t.cfi_undefined 27\n\t"
// Once all are loaded, and the state may be another thread's: the return address in t2, the others
// where they belong.
#define DEEPYIELD_CALLER_IN_REGISTERS \
  ".cfi_def_cfa 2, 0\n\t.cfi_register 1, 7\n\t.cfi_same_value 8\n\t.cfi_same_value 9\n\t"
// Unwinders look a return address up by the byte before it, so there is one that is this frame's.
// It is never executed.
#define DEEPYIELD_THIS_FRAME_AGAIN ".cfi_restore_state\n\tebreak\n"
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
  register switch_state* at asm("a0") = &state;
  register void* carried asm("a1") = payload;
  asm volatile inline(
      "lla t2, 1f\n\t"      // where this side goes on
      "sd s0, 40(a0)\n\t"   // keep this side
      "sd t2, 48(a0)\n\t"
      "sd s1, 56(a0)\n\t"
      "sd sp, 32(a0)\n\t"   // from here on the body counts as running
      DEEPYIELD_CALLER_AT("0", "8", "16", "24")
      "ld s0, 8(a0)\n\t"    // take up the body's side
      "ld t2, 16(a0)\n\t"
      "ld s1, 24(a0)\n\t"
      "ld sp, 0(a0)\n\t"
      "jr t2\n\t"
      DEEPYIELD_THIS_FRAME_AGAIN
      "1:\n\t"              // a0 and a1 as the other side had them
      : "+r"(at), "+r"(carried)
      :
      : DEEPYIELD_CLOBBERS);
  return carried;
}

/// The body's side: goes back to the consumer. Returns what it resumes with.
BOOST_FORCEINLINE void* switch_to_consumer(switch_state& state, void* element) {
  register switch_state* at asm("a0") = &state;
  register void* carried asm("a1") = element;
  asm volatile inline(
      "lla t2, 1f\n\t"
      "sd sp, 0(a0)\n\t"  // keep this side
      "sd s0, 8(a0)\n\t"
      "sd t2, 16(a0)\n\t"
      "sd s1, 24(a0)\n\t" DEEPYIELD_CALLER_AT("32", "40", "48", "56")
      // Take up the consumer's, all of it before the mark says that the body is suspended:
      "ld s0, 40(a0)\n\t"
      "ld t2, 48(a0)\n\t"  // another thread may then resume it
      "ld s1, 56(a0)\n\t"
      "ld sp, 32(a0)\n\t" DEEPYIELD_CALLER_IN_REGISTERS
      "fence rw, w\n\t"  // the mark is released after the loads above
      "sd zero, 32(a0)\n\t"
      "jr t2\n\t" DEEPYIELD_THIS_FRAME_AGAIN "1:\n\t"
      : "+r"(at), "+r"(carried)
      :
      : DEEPYIELD_CLOBBERS);
  return carried;
}

/// Whether this thread has a shadow stack, on which no function can return that was not called
/// there. Only a program that is compiled for it (Zicfiss) gets one; elsewhere its instructions may
/// not exist.
inline bool has_shadow_stack() noexcept {
#if defined(__riscv_zicfiss)
  std::uint64_t shadow_stack_pointer;
  asm volatile("ssrdp %0" : "=r"(shadow_stack_pointer));  // 0 where it is off
  return shadow_stack_pointer != 0;
#else
  return false;
#endif
}

}  // namespace detail
}  // namespace v2
}  // namespace deepyield

#undef DEEPYIELD_CLOBBERS
#undef DEEPYIELD_CLOBBERS_FLOAT
#undef DEEPYIELD_CLOBBERS_VECTOR
#undef DEEPYIELD_CALLER_AT
#undef DEEPYIELD_CALLER_IN_REGISTERS
#undef DEEPYIELD_THIS_FRAME_AGAIN
