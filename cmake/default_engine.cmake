# Chooses deepyield::default_engine. An installed header records the choice, so that all of a
# program agrees.
include(CheckCXXSourceCompiles)

set(usual_target_type ${CMAKE_TRY_COMPILE_TARGET_TYPE})
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)  # there may be no libraries to link with
check_cxx_source_compiles("
#if !defined(__x86_64__) || !defined(__ILP32__)
#error not x32
#endif
int f() { return 0; }" DEEPYIELD_X32)
set(CMAKE_TRY_COMPILE_TARGET_TYPE ${usual_target_type})
if(DEEPYIELD_X32)
  message(FATAL_ERROR "deepyield: x32 (-mx32) is not supported: Boost.Context cannot switch stacks there. Compile for x86-64 (-m64) or i386 (-m32).")
endif()

set(CMAKE_REQUIRED_INCLUDES ${CMAKE_CURRENT_LIST_DIR})
check_cxx_source_compiles("
#include \"has_native_engine.hpp\"
#if !DEEPYIELD_HAS_NATIVE_ENGINE
#error another processor or compiler
#endif
int main() {}" DEEPYIELD_HAS_NATIVE_ENGINE)
unset(CMAKE_REQUIRED_INCLUDES)

set(engines context coroutine2)
set(standard context)
set(reason "engine::native is for GCC 11 and Clang 14 or later: ELF on x86-64, AArch64 and RISC-V 64, Windows on x86-64")
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
