# Checks that the examples and the table of docs/itertools.md print the outputs that the document
# shows.
set(source ${CMAKE_CURRENT_BINARY_DIR}/documented_outputs.cpp)
add_custom_command(OUTPUT ${source}
  COMMAND ${CMAKE_COMMAND} -E echo "#include \"documented_outputs.hpp\"" > ${source}
  COMMAND awk -f ${CMAKE_CURRENT_SOURCE_DIR}/documented_outputs.awk ${PROJECT_SOURCE_DIR}/docs/itertools.md >> ${source}
  DEPENDS ${PROJECT_SOURCE_DIR}/docs/itertools.md documented_outputs.awk
  VERBATIM)
add_executable(test.documented_outputs ${source})
target_include_directories(test.documented_outputs PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(test.documented_outputs PRIVATE deepyield::deepyield boost_test_main)
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # Clang warns of what libstdc++'s stable_sort uses itself.
  target_compile_options(test.documented_outputs PRIVATE -Wno-deprecated-declarations)
endif()
add_test(NAME documented_outputs COMMAND test.documented_outputs)
