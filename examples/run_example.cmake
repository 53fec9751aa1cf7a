# cmake -D expected=<file> -D actual=<file> -P run_example.cmake -- <command>...
# Runs the command; what it prints must be what the file `expected` says, unless that is "".
# Shows the difference where it is not.
cmake_minimum_required(VERSION 3.16)

include(${CMAKE_CURRENT_LIST_DIR}/../tests/support/command_line.cmake)

execute_process(COMMAND ${command} RESULT_VARIABLE result OUTPUT_FILE ${actual} ERROR_VARIABLE errors)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "${command} ended with ${result}\n${errors}")
endif()
if(NOT expected)
  return()
endif()
execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files --ignore-eol ${expected} ${actual} RESULT_VARIABLE different)
if(different)
  execute_process(COMMAND diff -u ${expected} ${actual} OUTPUT_VARIABLE difference ERROR_VARIABLE difference)
  message(FATAL_ERROR "${actual} is not what ${expected} says:\n${difference}")
endif()
