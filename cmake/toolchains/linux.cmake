# Builds for Linux on another processor with Debian's cross compiler, g++-<target> (or Clang with
# its libraries), and runs programs with qemu-user. DEEPYIELD_TARGET is the compiler's name for the
# target, such as s390x-linux-gnu. Boost and zlib lie in DEEPYIELD_TARGET_LIBRARIES, where
# `./dev matrix` unpacks Debian's packages.
set(DEEPYIELD_TARGET aarch64-linux-gnu CACHE STRING "The target's name, as the cross compiler has it")
set(DEEPYIELD_TARGET_LIBRARIES "" CACHE PATH "Where the target's packages are unpacked")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES DEEPYIELD_TARGET DEEPYIELD_TARGET_LIBRARIES)

string(REGEX MATCH "^[^-]+" CMAKE_SYSTEM_PROCESSOR ${DEEPYIELD_TARGET})
set(qemu ${CMAKE_SYSTEM_PROCESSOR})
set(CMAKE_LIBRARY_ARCHITECTURE ${DEEPYIELD_TARGET})
if(CMAKE_SYSTEM_PROCESSOR STREQUAL "i686")
  set(qemu i386)
  set(CMAKE_LIBRARY_ARCHITECTURE i386-linux-gnu)
elseif(CMAKE_SYSTEM_PROCESSOR STREQUAL "powerpc64le")
  set(qemu ppc64le)
endif()

set(CMAKE_SYSTEM_NAME Linux)
if(NOT CMAKE_CXX_COMPILER)
  set(CMAKE_CXX_COMPILER ${DEEPYIELD_TARGET}-g++)
endif()
set(CMAKE_CXX_COMPILER_TARGET ${DEEPYIELD_TARGET})  # for Clang

set(CMAKE_FIND_ROOT_PATH /usr/${DEEPYIELD_TARGET} ${DEEPYIELD_TARGET_LIBRARIES})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

set(Boost_USE_STATIC_LIBS ON)  # shared ones would look for each other in the host's folders
set(CMAKE_CROSSCOMPILING_EMULATOR env QEMU_LD_PREFIX=/usr/${DEEPYIELD_TARGET} qemu-${qemu})
if(CMAKE_SYSTEM_PROCESSOR STREQUAL "i686" AND CMAKE_HOST_SYSTEM_PROCESSOR STREQUAL "x86_64")
  # The machine runs these itself.
  set(libraries /usr/${DEEPYIELD_TARGET}/lib)
  set(CMAKE_CROSSCOMPILING_EMULATOR ${libraries}/ld-linux.so.2 --library-path ${libraries})
endif()
