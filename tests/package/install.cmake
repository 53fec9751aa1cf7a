# Builds the library alone and installs it below `scratch`, where find_package and pkg_config look
# for it.
include(${CMAKE_CURRENT_LIST_DIR}/steps.cmake)
build_project(${source} ${scratch}/library
  -DDEEPYIELD_BUILD_TESTS=OFF -DDEEPYIELD_BUILD_EXAMPLES=OFF -DDEEPYIELD_BUILD_BENCHMARKS=OFF -DCMAKE_INSTALL_LIBDIR=lib)
file(REMOVE_RECURSE ${scratch}/prefix)
run(${CMAKE_COMMAND} --install ${scratch}/library --prefix ${scratch}/prefix)

# The library itself takes nothing from Boost's libraries.
if(nm AND NOT shared)
  run(${nm} -C ${scratch}/prefix/lib/libdeepyield.a)
  if(output MATCHES " U [^\n]*boost::[^\n]*")
    message(FATAL_ERROR "libdeepyield.a needs a library of Boost's: ${CMAKE_MATCH_0}")
  endif()
endif()

# What a shared library exports is part of its binary interface: symbols.txt lists it. Functions that
# each program may have a copy of (W, V) are not counted.
if(nm AND shared)
  file(GLOB library ${scratch}/prefix/lib/libdeepyield.so.*.*.*)
  run(${nm} -DC --defined-only ${library})
  string(REPLACE "std::__exception_ptr::" "std::" output "${output}")  # of GNU's library
  string(REGEX MATCHALL "[TDBR] [a-z ]*deepyield[^\n]*" lines "${output}")
  list(TRANSFORM lines REPLACE "^. " "")
  list(REMOVE_DUPLICATES lines)
  list(SORT lines)
  string(JOIN "\n" exported ${lines})
  set(list ${CMAKE_CURRENT_LIST_DIR}/symbols.txt)
  file(WRITE ${scratch}/symbols.txt "${exported}\n")
  file(READ ${list} expected)
  if(NOT expected STREQUAL "${exported}\n")
    execute_process(COMMAND diff -u ${list} ${scratch}/symbols.txt OUTPUT_VARIABLE difference)
    message(FATAL_ERROR "The exported symbols have changed. Where that is wanted, copy ${scratch}/symbols.txt to "
      "${list}. What is removed or changed makes another binary interface (CONTRIBUTING.md).\n${difference}")
  endif()
endif()
