# Uses the installed library without CMake: only the compiler and pkg-config.
include(${CMAKE_CURRENT_LIST_DIR}/steps.cmake)

set(ENV{PKG_CONFIG_PATH} ${scratch}/prefix/lib/pkgconfig)
run(${pkg_config} --cflags --libs deepyield)
string(STRIP "${output}" output)
separate_arguments(from_pkg_config UNIX_COMMAND "${output}")

compile(${scratch}/pkg_config_count ${CMAKE_CURRENT_LIST_DIR}/count.cpp ${from_pkg_config})

get_filename_component(boost_libraries ${boost_library} DIRECTORY)
set(ENV{LD_LIBRARY_PATH} "${scratch}/prefix/lib:${boost_libraries}:$ENV{LD_LIBRARY_PATH}")
check_count(${scratch}/pkg_config_count)
