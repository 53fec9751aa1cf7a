# Uses the installed library without CMake: only the compiler and pkg-config.
include(${CMAKE_CURRENT_LIST_DIR}/steps.cmake)
include(${settings})

set(ENV{PKG_CONFIG_PATH} ${scratch}/prefix/lib/pkgconfig)
run(${pkg_config} --cflags --libs deepyield)
string(STRIP "${output}" output)
separate_arguments(from_pkg_config UNIX_COMMAND "${output}")

# The flags of this build without warnings: pkg-config does not make Boost's headers system headers,
# and they cause warnings.
string(TOUPPER "${CMAKE_BUILD_TYPE}" build_type)
separate_arguments(flags UNIX_COMMAND "${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_${build_type}}")
list(FILTER flags EXCLUDE REGEX "^-W")
separate_arguments(linker_flags UNIX_COMMAND "${CMAKE_EXE_LINKER_FLAGS}")

run(${CMAKE_CXX_COMPILER} ${standard} ${flags} ${CMAKE_CURRENT_LIST_DIR}/count.cpp -o ${scratch}/pkg_config_count
  ${linker_flags} ${from_pkg_config})

get_filename_component(boost_libraries ${boost_library} DIRECTORY)
set(ENV{LD_LIBRARY_PATH} "${scratch}/prefix/lib:${boost_libraries}:$ENV{LD_LIBRARY_PATH}")
check_count(${scratch}/pkg_config_count)
