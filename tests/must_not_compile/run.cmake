# cmake -D snippet=<file> -P run.cmake -- <compiler> <flags>...
# Compiles the snippet and looks for the text of its first line in what the compiler prints. Where
# the second or third line is "// one error", that has to be the only error, in less than 15 lines.
cmake_minimum_required(VERSION 3.16)

include(${CMAKE_CURRENT_LIST_DIR}/../support/command_line.cmake)

file(READ "${snippet}" text)
if(NOT DEFINED expected)  # -D expected=<text> takes the place of the first line
  if(NOT text MATCHES "^// expect: ([^\n]+)")
    message(FATAL_ERROR "${snippet}: the first line must be \"// expect: <text of the compiler's message>\"")
  endif()
  set(expected "${CMAKE_MATCH_1}")
endif()
set(flags "")
set(limited FALSE)
if(text MATCHES "^[^\n]*\n([^\n]*\n)?// one error\n")
  set(limited TRUE)
endif()
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
if(limited)
  string(REGEX MATCHALL " error: " errors "${output}")
  string(REGEX MATCHALL "\n" lines "${output}")
  list(LENGTH errors error_count)
  list(LENGTH lines line_count)
  if(NOT error_count EQUAL 1 OR NOT line_count LESS 15)
    message(FATAL_ERROR "${snippet} gives ${error_count} errors in ${line_count} lines, not one in less than 15:\n${output}")
  endif()
endif()
