// engine::native's compiled part: the outermost frame of a body, and what leads debuggers from it to the consumer.
#include <deepyield/engine/native.hpp>
#include <deepyield/errors.hpp>

extern "C" __attribute__((visibility("hidden"))) void deepyield_native_first_frame();

// The first frame on a body's stack. What prepare_first_frame puts there:
//
//     sp + 16   argument
//     sp +  8   entry
//     sp +  0   the switch_state
//
// Its unwind information finds the caller through the state: the canonical frame address is consumer.stack_pointer, and the return address,
// the frame and the base pointer lie behind that. So `backtrace()` and debuggers walk on into the consumer. DWARF 4, 6.4.2.
// A signal frame, since debuggers accept a stack address that is not above the last one only there. No exception comes by: entry catches all.
#if defined(__x86_64__)
asm(R"(
.pushsection .text
.balign 16
.globl deepyield_native_first_frame
.hidden deepyield_native_first_frame
.type deepyield_native_first_frame, @function
deepyield_native_first_frame:
  .cfi_startproc simple
  .cfi_signal_frame
  # CFA = *(*(rsp) + 32): DW_OP_breg7 0, deref, plus_uconst 32, deref
  .cfi_escape 0x0f, 6, 0x77, 0x00, 0x06, 0x23, 0x20, 0x06
  # rip, rbp, rbx at *(rsp) + 40, 48, 56: DW_CFA_expression
  .cfi_escape 0x10, 16, 5, 0x77, 0x00, 0x06, 0x23, 0x28
  .cfi_escape 0x10, 6, 5, 0x77, 0x00, 0x06, 0x23, 0x30
  .cfi_escape 0x10, 3, 5, 0x77, 0x00, 0x06, 0x23, 0x38
  endbr64                  # reached by an indirect jump
  nop                      # unwinders look the address before a call up: it must lie in here
  movq 16(%rsp), %rdi
  call *8(%rsp)            # entry(argument)
  ud2                      # it never returns
  .cfi_endproc
.size deepyield_native_first_frame, . - deepyield_native_first_frame
.popsection
)");
#elif defined(__aarch64__)
asm(R"(
.pushsection .text
.balign 16
.globl deepyield_native_first_frame
.hidden deepyield_native_first_frame
.type deepyield_native_first_frame, %function
deepyield_native_first_frame:
  .cfi_startproc simple
  .cfi_signal_frame
  // CFA = *(*(sp) + 32): DW_OP_breg31 0, deref, plus_uconst 32, deref
  .cfi_escape 0x0f, 6, 0x8f, 0x00, 0x06, 0x23, 0x20, 0x06
  // x30 (return address), x29, x19 at *(sp) + 40, 48, 56: DW_CFA_expression
  .cfi_escape 0x10, 30, 5, 0x8f, 0x00, 0x06, 0x23, 0x28
  .cfi_escape 0x10, 29, 5, 0x8f, 0x00, 0x06, 0x23, 0x30
  .cfi_escape 0x10, 19, 5, 0x8f, 0x00, 0x06, 0x23, 0x38
  hint #36                 // bti j: reached by an indirect branch
  nop
  ldp x2, x0, [sp, #8]
  blr x2                   // entry(argument)
  brk #1                   // it never returns
  .cfi_endproc
.size deepyield_native_first_frame, . - deepyield_native_first_frame
.popsection
)");
#endif

namespace deepyield {
inline namespace v1 {
namespace detail {

void prepare_first_frame(switch_state& state, void* top, void (*entry)(void*), void* argument) noexcept {
  constexpr std::size_t alignment = 16;  // of the stack pointer at a call, in both ABIs
  void** const slots = reinterpret_cast<void**>((reinterpret_cast<std::uintptr_t>(top) - 3 * sizeof(void*)) & ~std::uintptr_t(alignment - 1));
  slots[0] = &state;
  slots[1] = reinterpret_cast<void*>(entry);
  slots[2] = argument;
  state.body = {slots, reinterpret_cast<void*>(deepyield_native_first_frame), nullptr, nullptr};
}

void throw_shadow_stack() {
  throw stack_error("this thread runs with a shadow stack (CET, GCS), which bodies on stacks of their own cannot use; start the program with "
                    "GLIBC_TUNABLES=glibc.cpu.x86_shstk=off, or link it without -z shstk");
}

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
