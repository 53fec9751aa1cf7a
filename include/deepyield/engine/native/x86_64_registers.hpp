// What the switches for x86-64 have in common: the registers that they name as clobbered.
//
// rbx is clobbered like the others. But Clang needs it as base pointer in functions with
// over-aligned and variable-size locals, and miscompiles the clobber silently (14 and 19 do). There
// a side stores it before its own switch and loads it after that; the other side need not know.
#pragma once

#include <cstdint>

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

namespace deepyield {
inline namespace v2 {
namespace detail {

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
