# Functions that the tests of packages share.
cmake_minimum_required(VERSION 3.16)

# run(<command>...): runs the command, and sets `output` to its standard output. If it fails, shows
# its output and stops.
macro(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE errors)
  if(NOT result EQUAL 0)
    string(REPLACE ";" " " command "${ARGN}")
    message(FATAL_ERROR "${command}\n${output}\n${errors}")
  endif()
endmacro()

# build_project(<source dir> <build dir> <more cmake options>...), from scratch.
function(build_project source build)
  file(REMOVE_RECURSE ${build})
  run(${CMAKE_COMMAND} -S ${source} -B ${build} -G ${generator} -C ${settings} -DBUILD_SHARED_LIBS=${shared} ${ARGN})
  run(${CMAKE_COMMAND} --build ${build})
endfunction()

# Sets `flags` and `linker_flags` to this build's, but for its warnings: where users put Boost's
# headers without naming them system headers, these cause some.
macro(read_flags)
  include(${settings})
  string(TOUPPER "${CMAKE_BUILD_TYPE}" build_type)
  separate_arguments(flags UNIX_COMMAND "${standard} ${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_${build_type}}")
  list(FILTER flags EXCLUDE REGEX "^-W")
  separate_arguments(linker_flags UNIX_COMMAND "${CMAKE_EXE_LINKER_FLAGS}")
endmacro()

# compile(<program> <argument>...): compiles and links by the compiler alone.
function(compile program)
  read_flags()
  run(${CMAKE_CXX_COMPILER} ${flags} -o ${program} ${linker_flags} ${ARGN})
endfunction()

# make_archive(<file>): packs what a user needs of the sources, in a folder as releases have it.
function(make_archive file)
  set(folder deepyield-${version})
  get_filename_component(parent ${file} DIRECTORY)
  file(REMOVE_RECURSE ${parent}/${folder})
  foreach(part CMakeLists.txt LICENSE cmake debuggers include src)
    file(COPY ${source}/${part} DESTINATION ${parent}/${folder})
  endforeach()
  file(REMOVE ${file})
  execute_process(COMMAND ${CMAKE_COMMAND} -E tar czf ${file} ${folder} WORKING_DIRECTORY ${parent} RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "cannot make ${file}")
  endif()
  file(REMOVE_RECURSE ${parent}/${folder})
endfunction()

function(check_count program)
  run(${emulator} ${program})
  if(NOT output STREQUAL "1 2 3 4 5\n")
    message(FATAL_ERROR "${program} printed: ${output}")
  endif()
endfunction()

# Checks what the project in consumer/ has built.
function(check_consumer build)
  check_count(${build}/count)
  check_count(${build}/count_by_boost)
  run(${emulator} ${build}/host ${build}/libplugin_one.so ${build}/libplugin_two.so)
  if(NOT output STREQUAL "ok\n")
    message(FATAL_ERROR "the plugins' host printed: ${output}")
  endif()
  run(${CMAKE_COMMAND} --install ${build} --prefix ${build}/prefix)
  if(NOT EXISTS ${build}/prefix/lib/cmake/consumer/consumer-targets.cmake)
    message(FATAL_ERROR "consumer's targets are not exported")
  endif()
endfunction()
