// On 64-bit PowerPC, Boost's switch loses the floating-point and vector registers that a call
// keeps: f14 to f31, v20 to v31 (boostorg/context, issue 232, in all versions so far). A function
// that calls it keeps them itself. It is not inlined: between DEEPYIELD_KEEP_REGISTERS and its end
// the compiler must have nothing of its own in these registers. To name them as clobbered by an
// empty asm is not enough: GCC saves them for that asm alone, behind the switch.
//
// Source: Power Architecture 64-Bit ELF V2 ABI Specification, 2.2.2.
#pragma once

#if defined(__powerpc64__)

#include <boost/config.hpp>

namespace deepyield {
inline namespace v2 {
namespace detail {

class powerpc64_registers {
 public:
  powerpc64_registers() noexcept {
    asm volatile(
        "stfd 14, 0(%0); stfd 15, 8(%0); stfd 16, 16(%0)\n\t"
        "stfd 17, 24(%0); stfd 18, 32(%0); stfd 19, 40(%0)\n\t"
        "stfd 20, 48(%0); stfd 21, 56(%0); stfd 22, 64(%0)\n\t"
        "stfd 23, 72(%0); stfd 24, 80(%0); stfd 25, 88(%0)\n\t"
        "stfd 26, 96(%0); stfd 27, 104(%0); stfd 28, 112(%0)\n\t"
        "stfd 29, 120(%0); stfd 30, 128(%0); stfd 31, 136(%0)\n\t"
        :
        : "b"(floating_point_)
        : "memory");
#if defined(__ALTIVEC__)
    void* to = vector_;
    asm volatile(
        "stvx 20, 0, %0; addi %0, %0, 16; stvx 21, 0, %0; addi %0, %0, 16\n\t"
        "stvx 22, 0, %0; addi %0, %0, 16; stvx 23, 0, %0; addi %0, %0, 16\n\t"
        "stvx 24, 0, %0; addi %0, %0, 16; stvx 25, 0, %0; addi %0, %0, 16\n\t"
        "stvx 26, 0, %0; addi %0, %0, 16; stvx 27, 0, %0; addi %0, %0, 16\n\t"
        "stvx 28, 0, %0; addi %0, %0, 16; stvx 29, 0, %0; addi %0, %0, 16\n\t"
        "stvx 30, 0, %0; addi %0, %0, 16; stvx 31, 0, %0; addi %0, %0, 16\n\t"
        : "+b"(to)
        :
        : "memory");
#endif
  }
  powerpc64_registers(const powerpc64_registers&) = delete;
  ~powerpc64_registers() {
    asm volatile(
        "lfd 14, 0(%0); lfd 15, 8(%0); lfd 16, 16(%0)\n\t"
        "lfd 17, 24(%0); lfd 18, 32(%0); lfd 19, 40(%0)\n\t"
        "lfd 20, 48(%0); lfd 21, 56(%0); lfd 22, 64(%0)\n\t"
        "lfd 23, 72(%0); lfd 24, 80(%0); lfd 25, 88(%0)\n\t"
        "lfd 26, 96(%0); lfd 27, 104(%0); lfd 28, 112(%0)\n\t"
        "lfd 29, 120(%0); lfd 30, 128(%0); lfd 31, 136(%0)\n\t"
        :
        : "b"(floating_point_)
        : "memory");
#if defined(__ALTIVEC__)
    const void* from = vector_;
    asm volatile(
        "lvx 20, 0, %0; addi %0, %0, 16; lvx 21, 0, %0; addi %0, %0, 16\n\t"
        "lvx 22, 0, %0; addi %0, %0, 16; lvx 23, 0, %0; addi %0, %0, 16\n\t"
        "lvx 24, 0, %0; addi %0, %0, 16; lvx 25, 0, %0; addi %0, %0, 16\n\t"
        "lvx 26, 0, %0; addi %0, %0, 16; lvx 27, 0, %0; addi %0, %0, 16\n\t"
        "lvx 28, 0, %0; addi %0, %0, 16; lvx 29, 0, %0; addi %0, %0, 16\n\t"
        "lvx 30, 0, %0; addi %0, %0, 16; lvx 31, 0, %0; addi %0, %0, 16\n\t"
        : "+b"(from)
        :
        : "memory");
#endif
  }

 private:
  double floating_point_[18];
#if defined(__ALTIVEC__)
  alignas(16) unsigned char vector_[12][16];
#endif
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield

#define DEEPYIELD_CALLS_BOOSTS_SWITCH BOOST_NOINLINE
#define DEEPYIELD_KEEP_REGISTERS const ::deepyield::detail::powerpc64_registers kept_registers

#endif
