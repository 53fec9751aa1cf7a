# Builds for AArch64 with Debian's cross compiler, g++-aarch64-linux-gnu (or Clang with its
# libraries), and runs programs with qemu-user. Boost and zlib for arm64 lie in
# DEEPYIELD_AARCH64_LIBRARIES, where `./dev matrix` unpacks Debian's packages.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_LIBRARY_ARCHITECTURE aarch64-linux-gnu)

if(NOT CMAKE_CXX_COMPILER)
  set(CMAKE_CXX_COMPILER aarch64-linux-gnu-g++)
endif()
set(CMAKE_CXX_COMPILER_TARGET aarch64-linux-gnu)  # for Clang

set(DEEPYIELD_AARCH64_LIBRARIES ${CMAKE_CURRENT_LIST_DIR}/../../build/boost-1.74-arm64 CACHE PATH "Where packages for arm64 are unpacked")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES DEEPYIELD_AARCH64_LIBRARIES)
set(CMAKE_FIND_ROOT_PATH /usr/aarch64-linux-gnu ${DEEPYIELD_AARCH64_LIBRARIES})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

set(Boost_USE_STATIC_LIBS ON)  # shared ones would look for each other in the host's folders
set(CMAKE_CROSSCOMPILING_EMULATOR env QEMU_LD_PREFIX=/usr/aarch64-linux-gnu qemu-aarch64)
