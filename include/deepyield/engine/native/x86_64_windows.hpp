// The switch for x86-64, Microsoft's ABI. Included by engine/native.hpp.
//
//   struct switch_state, at r12:         the waiting side's stack:
//      0  body.resume_address               |  its frame        |
//      8  body.frame_pointer    rbp         |  32 bytes for     |  for whomever it calls next
//     16  body.base_pointer     rbx         |  its callees      |  rsp when it goes on
//     24  body.stack_pointer  ----------->  |  free             |
//     32  consumer.resume_address           a machine frame, as the processor leaves one at an
//     40  consumer.frame_pointer            interrupt: rip first, rsp as the fourth word. The first
//     48  consumer.base_pointer             frame's rbp points at it, and its unwind information
//     56  consumer.stack_pointer            says so. Null while the body is suspended
//     64  body_bounds        {base, limit, allocation}: what the thread's block (TEB) says of the
//     88  consumer_bounds    {base, limit, allocation}  stack that it runs on
//
// What the two sides share: r12 holds the state's address, and rsi carries the payload, as in
// x86_64.hpp. Microsoft's ABI lets a function keep values in rdi, rsi and xmm6 to xmm15, too: they
// are clobbered like all others. There is no red zone.
//
// gs points at the thread's block. Exceptions are only dispatched to frames between its two bounds,
// and functions with large frames and SetThreadStackGuarantee look there, too. A body's bounds
// never change, since its stack is committed whole; a thread's stack grows, so its bounds are kept
// at each resume. Offsets: winternl.h and Boost.Context, 0x08 StackBase, 0x10 StackLimit, 0x1478
// DeallocationStack. The current fiber (0x20) is left alone, as it belongs to the thread.
//
// From a switch's first load to its jump, no unwind information describes the registers. A profiler
// that looks then sees a wrong caller; nothing else looks, since Windows has no signals.
#pragma once

#include <deepyield/engine/native/x86_64_registers.hpp>

#define DEEPYIELD_KEEP_BOUND(in_block, in_state) \
  "movq %%gs:" in_block ", %%rax\n\tmovq %%rax, " in_state "(%%r12)\n\t"
#define DEEPYIELD_TAKE_BOUND(in_state, in_block) \
  "movq " in_state "(%%r12), %%rax\n\tmovq %%rax, %%gs:" in_block "\n\t"

namespace deepyield {
inline namespace v2 {
namespace detail {

/// Consumer's side: goes on with the body. Returns what it suspends with.
BOOST_FORCEINLINE void* switch_to_body(switch_state& state, void* payload) {
  register switch_state* at asm("r12") = &state;
  asm volatile inline(
      "leaq 1f(%%rip), %%rax\n\t"   // where this side goes on
      "movq %%rax, 32(%%r12)\n\t"   // keep this side
      "movq %%rbp, 40(%%r12)\n\t"
      DEEPYIELD_KEEP_RBX("48")
      DEEPYIELD_KEEP_BOUND("0x08", "88")
      DEEPYIELD_KEEP_BOUND("0x10", "96")
      DEEPYIELD_KEEP_BOUND("0x1478", "104")
      "movq %%rsp, 56(%%r12)\n\t"   // from here on the body counts as running
      DEEPYIELD_TAKE_BOUND("64", "0x08")
      DEEPYIELD_TAKE_BOUND("72", "0x10")
      DEEPYIELD_TAKE_BOUND("80", "0x1478")
      "movq 24(%%r12), %%rsp\n\t"   // take up the body's side
      "movq 8(%%r12), %%rbp\n\t"
      "jmpq *0(%%r12)\n"
      "1:\n\t" DEEPYIELD_LANDING    // r12 is the state again, rsi as the other side had it
      DEEPYIELD_TAKE_RBX("48")
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
      "movq %%rax, 0(%%r12)\n\t"    // keep this side
      "movq %%rbp, 8(%%r12)\n\t"
      DEEPYIELD_KEEP_RBX("16")
      "movq %%rsp, 24(%%r12)\n\t"
      DEEPYIELD_TAKE_BOUND("88", "0x08")
      DEEPYIELD_TAKE_BOUND("96", "0x10")
      DEEPYIELD_TAKE_BOUND("104", "0x1478")
      "movq 56(%%r12), %%rsp\n\t"   // take up the consumer's, all of it before the mark says that
      "movq 40(%%r12), %%rbp\n\t"   // the body is suspended: another thread may then resume it
      "movq 32(%%r12), %%rax\n\t"
      "movq $0, 56(%%r12)\n\t"
      "jmpq *%%rax\n"
      "1:\n\t" DEEPYIELD_LANDING
      DEEPYIELD_TAKE_RBX("16")
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
#undef DEEPYIELD_KEEP_BOUND
#undef DEEPYIELD_TAKE_BOUND
