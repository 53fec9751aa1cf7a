// Whether engine::native can be compiled: it is inline assembly for two processors and two
// compilers, others nobody has tried.
#if !defined(__ELF__) || defined(__ILP32__) || defined(__AARCH64EB__) || \
    !(defined(__x86_64__) || defined(__aarch64__))
#define DEEPYIELD_HAS_NATIVE_ENGINE 0
#elif defined(__clang__) ? __clang_major__ < 14 : __GNUC__ < 11
#define DEEPYIELD_HAS_NATIVE_ENGINE 0
#else
#define DEEPYIELD_HAS_NATIVE_ENGINE 1
#endif
