# Builds the library alone and installs it below `scratch`, where find_package and pkg_config look
# for it.
include(${CMAKE_CURRENT_LIST_DIR}/steps.cmake)
build_project(${source} ${scratch}/library
  -DDEEPYIELD_BUILD_TESTS=OFF -DDEEPYIELD_BUILD_EXAMPLES=OFF -DDEEPYIELD_BUILD_BENCHMARKS=OFF -DCMAKE_INSTALL_LIBDIR=lib)
file(REMOVE_RECURSE ${scratch}/prefix)
run(${CMAKE_COMMAND} --install ${scratch}/library --prefix ${scratch}/prefix)
