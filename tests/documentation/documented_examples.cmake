# Compiles each example in the headers' documentation comments, together with
# documented_examples.hpp.
file(GLOB documented CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/include/deepyield/*.hpp ${PROJECT_SOURCE_DIR}/include/deepyield/itertools/*.hpp)
set(source ${CMAKE_CURRENT_BINARY_DIR}/documented_examples.cpp)
add_custom_command(OUTPUT ${source}
  COMMAND ${CMAKE_COMMAND} -E echo "#include \"documented_examples.hpp\"" > ${source}
  COMMAND ${CMAKE_COMMAND} -E echo "namespace deepyield {" >> ${source}
  COMMAND awk -f ${CMAKE_CURRENT_SOURCE_DIR}/documented_examples.awk ${documented} >> ${source}
  COMMAND ${CMAKE_COMMAND} -E echo "}" >> ${source}
  DEPENDS ${documented} documented_examples.awk
  VERBATIM)
add_library(documented_examples OBJECT ${source})
target_include_directories(documented_examples PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(documented_examples PRIVATE deepyield::deepyield)
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  # An example may define something unused, or something that documented_examples.hpp has too.
  target_compile_options(documented_examples PRIVATE -Wno-unused -Wno-shadow)
endif()
