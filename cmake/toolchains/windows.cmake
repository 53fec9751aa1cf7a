# Builds for Windows with Debian's mingw-w64 compilers, and runs programs with Wine.
# DEEPYIELD_TARGET is the compiler's name for the target. Boost lies in DEEPYIELD_TARGET_LIBRARIES,
# where `./dev matrix` compiles Boost.Context from Debian's sources. If DEEPYIELD_LLD names LLVM's linker
# (ld.lld-19), that one links: see mingw_lld.sh.
set(DEEPYIELD_TARGET x86_64-w64-mingw32 CACHE STRING "The target's name, as the cross compiler has it")
set(DEEPYIELD_TARGET_LIBRARIES "" CACHE PATH "Where Boost's headers and libraries are")
set(DEEPYIELD_LLD "" CACHE STRING "LLVM's linker, to link by it")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES DEEPYIELD_TARGET DEEPYIELD_TARGET_LIBRARIES DEEPYIELD_LLD)

set(CMAKE_SYSTEM_NAME Windows)
string(REGEX MATCH "^[^-]+" CMAKE_SYSTEM_PROCESSOR ${DEEPYIELD_TARGET})
if(NOT CMAKE_CXX_COMPILER)
  set(CMAKE_CXX_COMPILER ${DEEPYIELD_TARGET}-g++-posix)
endif()
set(CMAKE_RC_COMPILER ${DEEPYIELD_TARGET}-windres)

set(CMAKE_FIND_ROOT_PATH /usr/${DEEPYIELD_TARGET} ${DEEPYIELD_TARGET_LIBRARIES})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

set(linker "")
if(DEEPYIELD_LLD)
  set(linker "-wrapper ${CMAKE_CURRENT_LIST_DIR}/mingw_lld.sh,${DEEPYIELD_LLD}")
endif()
set(CMAKE_SHARED_LINKER_FLAGS_INIT ${linker})
# A program and a DLL must share the compiler's own libraries, or each would have its own state of
# exceptions; a program alone need not look for them. Debian's libstdc++.a lacks the symbols by which
# LLD finds its unwind information.
set(CMAKE_EXE_LINKER_FLAGS_INIT ${linker})
if(NOT BUILD_SHARED_LIBS AND NOT DEEPYIELD_LLD)
  set(CMAKE_EXE_LINKER_FLAGS_INIT -static)
endif()
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES BUILD_SHARED_LIBS)
set(Boost_USE_STATIC_LIBS ON)
set(ZLIB_USE_STATIC_LIBS ON)
find_program(DEEPYIELD_WINE wine64 PATHS /usr/lib/wine NO_CMAKE_FIND_ROOT_PATH)
set(CMAKE_CROSSCOMPILING_EMULATOR env WINEDEBUG=-all WINEPREFIX=${CMAKE_BINARY_DIR}/wine ${DEEPYIELD_WINE})
