# deepyield_example(<name> <source> <expected>): builds the program example.<name>. As a test, it
# must print what the file `expected` says; with "" in its place, it need only succeed.
function(deepyield_example name source expected)
  add_executable(example.${name} ${source})
  string(REPLACE "." "_" output ${name})
  set_target_properties(example.${name} PROPERTIES OUTPUT_NAME ${output})
  target_link_libraries(example.${name} PRIVATE deepyield::deepyield)
  if(expected)
    set(expected ${CMAKE_CURRENT_SOURCE_DIR}/${expected})
  endif()
  add_test(NAME example.${name} COMMAND ${CMAKE_COMMAND}
    -D "expected=${expected}"
    -D "actual=${CMAKE_CURRENT_BINARY_DIR}/${output}.actual.txt"
    -P ${PROJECT_SOURCE_DIR}/examples/run_example.cmake --
    ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:example.${name}>)
endfunction()
