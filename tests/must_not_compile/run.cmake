# cmake -D snippet=<file> -P run.cmake -- <compiler> <flags>...
# Compiles the snippet and looks for the text of its first line in what the compiler prints.
cmake_minimum_required(VERSION 3.16)

include(${CMAKE_CURRENT_LIST_DIR}/../support/command_line.cmake)

file(READ "${snippet}" text)
if(NOT text MATCHES "^// expect: ([^\n]+)")
  message(FATAL_ERROR "${snippet}: the first line must be \"// expect: <text of the compiler's message>\"")
endif()
set(expected "${CMAKE_MATCH_1}")
set(flags "")
if(text MATCHES "^[^\n]*\n// flags: ([^\n]+)")
  separate_arguments(flags UNIX_COMMAND "${CMAKE_MATCH_1}")
endif()

# -S, because -fsyntax-only does not instantiate all templates.
execute_process(COMMAND ${command} ${flags} -S -o /dev/null "${snippet}"
  RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)

if(expected STREQUAL "success")
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${snippet} should compile, but:\n${output}")
  endif()
  return()
endif()
if(result EQUAL 0)
  message(FATAL_ERROR "${snippet} compiles; it should be rejected with: ${expected}")
endif()
string(FIND "${output}" "${expected}" position)
if(position EQUAL -1)
  message(FATAL_ERROR "${snippet} is rejected, as it should be, but without the message: ${expected}\n${output}")
endif()
