# x32 is refused when the project is configured.
include(${CMAKE_CURRENT_LIST_DIR}/steps.cmake)
include(${settings})
file(REMOVE_RECURSE ${scratch}/x32)
execute_process(COMMAND ${CMAKE_COMMAND} -S ${source} -B ${scratch}/x32 -G ${generator}
  -DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER} -DCMAKE_CXX_FLAGS=-mx32 -DCMAKE_TRY_COMPILE_TARGET_TYPE=STATIC_LIBRARY
  RESULT_VARIABLE result OUTPUT_QUIET ERROR_VARIABLE errors)
if(result EQUAL 0 OR NOT errors MATCHES "x32 \\(-mx32\\) is not supported")
  message(FATAL_ERROR "x32 is not refused with the sentence that says so:\n${errors}")
endif()
