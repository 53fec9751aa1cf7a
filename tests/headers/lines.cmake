# Checks that generator.hpp and itertools.hpp do not include too much: their preprocessed lines must
# not exceed a given percentage of those of <boost/coroutine2/all.hpp>.
#   cmake -D scratch=<folder> -P lines.cmake -- <compiler> <flags>...
cmake_minimum_required(VERSION 3.16)
include(${CMAKE_CURRENT_LIST_DIR}/../support/command_line.cmake)

# Counts lines that are neither empty nor directives of the preprocessor.
function(count_lines header result)
  file(WRITE ${scratch}/lines.cpp "#include <${header}>\n")
  execute_process(COMMAND ${command} -E ${scratch}/lines.cpp -o ${scratch}/lines.ii RESULT_VARIABLE failed ERROR_VARIABLE errors)
  if(failed)
    message(FATAL_ERROR "${header}: ${errors}")
  endif()
  file(STRINGS ${scratch}/lines.ii lines REGEX "^ *[^# ]")
  list(LENGTH lines count)
  set(${result} ${count} PARENT_SCOPE)
endfunction()

count_lines(boost/coroutine2/all.hpp whole)
foreach(limit generator:55 itertools:100)
  string(REPLACE ":" ";" limit ${limit})
  list(GET limit 0 name)
  list(GET limit 1 percent)
  count_lines(deepyield/${name}.hpp lines)
  math(EXPR share "100 * ${lines} / ${whole}")
  message(STATUS "${name}.hpp: ${lines} lines, ${share} % of <boost/coroutine2/all.hpp>'s ${whole}; ${percent} % are allowed")
  if(share GREATER percent)
    message(SEND_ERROR "${name}.hpp includes more than it did")
  endif()
endforeach()
