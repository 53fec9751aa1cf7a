# Checks that each adaptor is in the tests and in the documentation:
#   cmake -D source=<project> -P every_adaptor.cmake
cmake_minimum_required(VERSION 3.16)
include(${CMAKE_CURRENT_LIST_DIR}/../support/report.cmake)

set(files
  tests/itertools/adaptors/*.cpp
  tests/itertools/reentrancy/*.cpp
  tests/coroutine/allocation_failure.cpp
  docs/itertools.md)

set(wrong "")
file(GLOB headers ${source}/include/deepyield/itertools/*.hpp)
list(LENGTH headers count)
foreach(file IN LISTS files)
  file(GLOB paths ${source}/${file})
  set(text "")
  foreach(path IN LISTS paths)
    file(READ ${path} part)
    string(APPEND text "${part}")
  endforeach()
  foreach(header IN LISTS headers)
    get_filename_component(name ${header} NAME_WE)
    file(READ ${header} content)
    if(content MATCHES "deprecated" OR (file MATCHES "reentrancy" AND NOT content MATCHES "all_t<"))
      continue()  # an old name, or an adaptor that reads no range and cannot be re-entered
    endif()
    if(NOT text MATCHES "[^a-z_]${name}\\(")
      list(APPEND wrong "${name} is not in ${file}")
    endif()
  endforeach()
endforeach()

report(${count} adaptors "An adaptor is missing" ${wrong})
