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
