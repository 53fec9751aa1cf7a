# Makes a Conan package, which builds and runs test_package/ against it. A recipe for this machine's
# Boost stands for the one that Conan would download.
include(${CMAKE_CURRENT_LIST_DIR}/steps.cmake)

set(ENV{CONAN_HOME} ${scratch}/conan)
file(REMOVE_RECURSE ${scratch}/conan)
get_filename_component(boost_libraries ${boost_library} DIRECTORY)
set(ENV{BOOST_INCLUDE_DIR} ${boost_include})
set(ENV{BOOST_LIBRARY_DIR} ${boost_libraries})
set(option False)
if(shared)
  set(option True)
endif()
run(${conan} profile detect)
run(${conan} export ${CMAKE_CURRENT_LIST_DIR}/conan_boost)
# Builds nothing in the sources, where the test of the other kind may run at the same time.
run(${conan} create ${source}/packaging/conan --no-remote --build=missing -o deepyield/*:shared=${option}
  -c tools.cmake.cmake_layout:test_folder=${scratch}/conan_test)
# Conan prints all to the standard error.
if(NOT errors MATCHES "1 2 3 4 5\n.*1 2 3 4 5\n")
  message(FATAL_ERROR "test_package printed something else:\n${errors}")
endif()
