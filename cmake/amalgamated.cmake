# Replaces the library's sources and headers by the amalgamated ones, so that all tests are theirs.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(amalgamated ${PROJECT_BINARY_DIR}/amalgamated)
execute_process(COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/packaging/amalgamate.py ${amalgamated} --shims
  RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "packaging/amalgamate.py failed.")
endif()
set_target_properties(deepyield PROPERTIES
  SOURCES ${amalgamated}/deepyield.cpp
  INCLUDE_DIRECTORIES ${amalgamated}/include
  INTERFACE_INCLUDE_DIRECTORIES ${amalgamated}/include)
