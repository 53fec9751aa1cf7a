# Every public header is compiled by itself, with warnings as errors and in the company that users put it in.

file(GLOB_RECURSE headers RELATIVE ${PROJECT_SOURCE_DIR}/include CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/include/*.hpp)
list(FILTER headers EXCLUDE REGEX "/engine/native/")  # an architecture each, for engine/native.hpp alone to include
if(NOT DEEPYIELD_HAS_NATIVE_ENGINE)
  list(FILTER headers EXCLUDE REGEX "/engine/native.hpp$")
endif()
find_package(range-v3 QUIET)
if(NOT range-v3_FOUND)
  list(FILTER headers EXCLUDE REGEX "/range_v3.hpp$")
endif()
list(APPEND headers deepyield/config.hpp deepyield/engine/default_engine.hpp)

# With min and max as macros no standard header survives, so whatever ours include comes before the macros.
set(others "")
foreach(header IN LISTS headers)
  if(EXISTS ${PROJECT_SOURCE_DIR}/include/${header})
    file(STRINGS ${PROJECT_SOURCE_DIR}/include/${header} includes REGEX "^ *# *include *<")
    foreach(include IN LISTS includes)
      string(REGEX REPLACE ".*<([^>]+)>.*" "\\1" include "${include}")
      list(APPEND others ${include})
    endforeach()
  endif()
endforeach()
list(REMOVE_DUPLICATES others)
list(FILTER others EXCLUDE REGEX "^deepyield/")
set(other_includes "")
foreach(other IN LISTS others)
  string(APPEND other_includes "#if __has_include(<${other}>)\n#include <${other}>\n#endif\n")
endforeach()

set(alone_sources "")
set(macros_sources "")
foreach(header IN LISTS headers)
  string(REGEX REPLACE "[/.]" "_" name ${header})
  set(users_habit "namespace std {}\nusing namespace std;\n")
  if(header MATCHES "/range_v3.hpp$")
    set(users_habit "")  # range-v3 itself does not survive it in C++20: it then finds std::ranges beside its own
  endif()
  file(GENERATE OUTPUT headers/alone_${name}.cpp CONTENT "\
${users_habit}#include <${header}>
#include <${header}>  // once more: is it guarded?
")
  file(GENERATE OUTPUT headers/macros_${name}.cpp CONTENT "\
${other_includes}
#define min(a, b) ((a) < (b) ? (a) : (b))
#define max(a, b) ((a) < (b) ? (b) : (a))
#include <${header}>
#if !defined(min) || !defined(max)
#error a standard header took the macros away: this has tested nothing
#endif
")
  list(APPEND alone_sources ${CMAKE_CURRENT_BINARY_DIR}/headers/alone_${name}.cpp)
  if(NOT header MATCHES "/itertools/")  # itertools.hpp has them all
    list(APPEND macros_sources ${CMAKE_CURRENT_BINARY_DIR}/headers/macros_${name}.cpp)
  endif()
endforeach()

add_library(headers_alone OBJECT ${alone_sources})
add_library(headers_with_macros OBJECT ${macros_sources})
foreach(target headers_alone headers_with_macros)
  target_link_libraries(${target} PRIVATE deepyield::deepyield)
  if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
  endif()
endforeach()

if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  target_compile_options(headers_alone PRIVATE -Wundef)
endif()

# Without run-time type information, also beside a library that was built with it.
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  target_compile_options(headers_with_macros PRIVATE -fno-rtti)
  add_executable(test.no_rtti package/count.cpp)
  # Link-time optimisation would see that the two differ, and warn.
  target_compile_options(test.no_rtti PRIVATE -fno-rtti -fno-lto)
  target_link_libraries(test.no_rtti PRIVATE deepyield::deepyield)
  add_test(NAME no_rtti COMMAND test.no_rtti)
  set_tests_properties(no_rtti PROPERTIES PASS_REGULAR_EXPRESSION "^1 2 3 4 5\n$")
endif()
