# Chooses deepyield::default_engine. An installed header records the choice, so that all of a
# program agrees.
include(CheckCXXSourceCompiles)

# engine::native is inline assembly for two architectures and two compilers.
check_cxx_source_compiles("
#if !defined(__ELF__) || defined(__ILP32__) || defined(__AARCH64EB__) || !(defined(__x86_64__) || defined(__aarch64__))
#error another architecture
#endif
#if defined(__clang__) ? __clang_major__ < 14 : __GNUC__ < 11
#error another compiler, or one that nobody has tried
#endif
int main() {}" DEEPYIELD_HAS_NATIVE_ENGINE)

set(engines context coroutine2)
set(standard context)
set(reason "engine::native is for GCC 11 and Clang 14 or later on x86-64 and AArch64, ELF")
if(DEEPYIELD_HAS_NATIVE_ENGINE)
  list(APPEND engines native)
  set(standard native)
  set(reason "supported by this compiler on this architecture")
endif()

set(DEEPYIELD_DEFAULT_ENGINE ${standard} CACHE STRING "How generators switch stacks unless told otherwise: one of ${engines}")
set_property(CACHE DEEPYIELD_DEFAULT_ENGINE PROPERTY STRINGS ${engines})
if(NOT DEEPYIELD_DEFAULT_ENGINE IN_LIST engines)
  list(JOIN engines ", " allowed)
  message(FATAL_ERROR "DEEPYIELD_DEFAULT_ENGINE is \"${DEEPYIELD_DEFAULT_ENGINE}\"; it must be one of: ${allowed}.")
endif()
if(NOT DEEPYIELD_DEFAULT_ENGINE STREQUAL standard)
  set(reason "set by DEEPYIELD_DEFAULT_ENGINE")
endif()
message(STATUS "deepyield: default engine ${DEEPYIELD_DEFAULT_ENGINE} (${reason})")
