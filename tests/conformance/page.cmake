# Checks that every `file/test` in docs/conformance.md is a test in tests/file.cpp or a file below
# tests:
#   cmake -D source=<project> -P page.cmake
cmake_minimum_required(VERSION 3.16)
include(${CMAKE_CURRENT_LIST_DIR}/../support/report.cmake)
file(READ ${source}/docs/conformance.md page)
set(missing "")

string(REGEX MATCHALL "`[a-z0-9_]+/[A-Za-z0-9_/*]+`" names "${page}")
list(LENGTH names count)
foreach(name IN LISTS names)
  string(REPLACE "`" "" name "${name}")
  file(GLOB found ${source}/tests/${name}.*)
  if(found)
    continue()
  endif()
  string(REGEX REPLACE "/[^/]*$" "" file "${name}")
  string(REGEX REPLACE "^.*/" "" test "${name}")
  string(REPLACE "*" "[a-z0-9_]*" test "${test}")
  set(text "")
  if(EXISTS ${source}/tests/${file}.cpp)
    file(READ ${source}/tests/${file}.cpp text)
  endif()
  if(NOT text MATCHES "(BOOST_AUTO|TYPED)_TEST_CASE\\(${test}[,)]")
    list(APPEND missing ${name})
  endif()
endforeach()

report(${count} names "docs/conformance.md names what is not there" ${missing})
