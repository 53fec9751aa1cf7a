// Whether engine::native can be compiled: it is inline assembly for three processors and two
// compilers, others nobody has tried.
#if defined(_MSC_VER) || (!defined(__ELF__) && !defined(_WIN64))
#define DEEPYIELD_HAS_NATIVE_ENGINE 0
#elif defined(__ILP32__) || defined(__AARCH64EB__) || (defined(_WIN64) && !defined(__x86_64__))
#define DEEPYIELD_HAS_NATIVE_ENGINE 0
#elif !defined(__x86_64__) && !defined(__aarch64__) && !(defined(__riscv) && __riscv_xlen == 64)
#define DEEPYIELD_HAS_NATIVE_ENGINE 0
#elif defined(__clang__) ? __clang_major__ < 14 : __GNUC__ < 11
#define DEEPYIELD_HAS_NATIVE_ENGINE 0
#else
#define DEEPYIELD_HAS_NATIVE_ENGINE 1
#endif
