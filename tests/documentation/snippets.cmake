# Compiles and runs the ```cpp blocks of README.md and of the pages in docs/: one program a page.
# A comment line right before the fence says what the block is:
#   <!-- snippet: declarations -->  at namespace scope, and visible to later blocks; the default. It
#                                   may give a name of an earlier block to something else
#   <!-- snippet: statements -->    the inside of a function, which is run. What it prints is what
#                                   its comments `// prints ...` say, one after the other, or the
#                                   ```text block below it, after <!-- output -->
#   <!-- snippet: compiled -->      the inside of a function, which is not run
#   <!-- snippet: wrong TEXT -->    the same, but the compiler rejects it with that text
#   <!-- snippet: program -->       a program of its own, with its output; also any with `int main`
#   <!-- snippet: skip -->          not compiled; nor is a file of a project, <!-- file: NAME -->
# A page that needs a library says so: <!-- libraries: ZLIB::ZLIB -->. It is left out where CMake
# does not find that.
set(snippet_headers algorithm iostream memory numeric stdexcept string utility vector)

# Writes the file only if it changes, so that nothing is compiled again without need.
function(write_if_different file contents)
  set(old "")
  if(EXISTS ${file})
    file(READ ${file} old)
  endif()
  if(NOT old STREQUAL contents)
    file(WRITE ${file} "${contents}")
  endif()
endfunction()

# Sets `result` to what the block's comments say that it prints.
function(read_prints block result)
  set(printed "")
  while(TRUE)
    string(FIND "${block}" "// prints " start)
    if(start EQUAL -1)
      break()
    endif()
    math(EXPR start "${start} + 10")
    string(SUBSTRING "${block}" ${start} -1 block)
    string(FIND "${block}" "\n" end)
    string(SUBSTRING "${block}" 0 ${end} line)
    string(APPEND printed "${line} ")
    string(SUBSTRING "${block}" ${end} -1 block)
  endwhile()
  set(${result} "${printed}" PARENT_SCOPE)
endfunction()

# Sets `result` to the ```text block that follows an <!-- output --> at the start of the text.
function(read_output text result)
  set(output "")
  if(text MATCHES "^\n```\n+(And )?[^\n]*\n*<!-- output -->\n```text\n")
    string(LENGTH "${CMAKE_MATCH_0}" start)
    string(SUBSTRING "${text}" ${start} -1 text)
    string(FIND "${text}" "\n```" end)
    string(SUBSTRING "${text}" 0 ${end} output)
  endif()
  set(${result} "${output}" PARENT_SCOPE)
endfunction()

# snippet_target(<target> <source>)
function(snippet_target target source)
  add_executable(${target} ${source})
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(${target} PRIVATE deepyield::deepyield ${libraries})
  set_target_properties(${target} PROPERTIES CXX_STANDARD 14)
  if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    # A snippet may define something unused.
    target_compile_options(${target} PRIVATE -O0 -Wno-unused)
  endif()
endfunction()

# The steps of add_snippets(), in its scope.

# Takes the next block from `rest`.
macro(read_block)
  string(SUBSTRING "${rest}" 0 ${fence} before)
  math(EXPR start "${fence} + 8")
  string(SUBSTRING "${rest}" ${start} -1 rest)
  string(FIND "${rest}" "\n```" end)
  string(SUBSTRING "${rest}" 0 ${end} block)
  string(SUBSTRING "${rest}" ${end} -1 rest)
  string(APPEND block "\n")

  # Compilers should name the line in the page.
  string(REGEX REPLACE "[^\n]" "" newlines "${before}")
  string(LENGTH "${newlines}" lines_before)
  math(EXPR line "${line} + ${lines_before} + 2")
  set(here "#line ${line} \"${PROJECT_SOURCE_DIR}/${page}\"\n")
  set(block_line ${line})
  string(REGEX REPLACE "[^\n]" "" newlines "${block}")
  string(LENGTH "${newlines}" lines_in_block)
  math(EXPR line "${line} + ${lines_in_block} - 1")

  set(kind declarations)
  set(wanted "")
  if(before MATCHES "\n<!-- snippet: ([a-z]+) ?([^\n]*) -->$")
    set(kind ${CMAKE_MATCH_1})
    set(wanted "${CMAKE_MATCH_2}")
  elseif(before MATCHES "\n<!-- file: [^\n]* -->$")
    set(kind skip)
  elseif(block MATCHES "int main *\\(")
    set(kind program)
  endif()
  read_prints("${block}" prints)
  read_output("${rest}" output)
  set(expected "R\"~(${prints}${output})~\"")
endmacro()

# A block that is a program of its own.
macro(add_program)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/snippets/${name}.${block_line})
  write_if_different(${source}.cpp "${here}${block}")
  write_if_different(${source}.txt "${output}\n")
  snippet_target(snippets.${name}.${block_line} ${source}.cpp)
  add_test(NAME documentation.${name}.${block_line} COMMAND ${CMAKE_COMMAND}
    -D "expected=${source}.txt" -D "actual=${source}.actual.txt"
    -P ${PROJECT_SOURCE_DIR}/examples/run_example.cmake --
    ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:snippets.${name}.${block_line}>)
endmacro()

# A block that is a part of its page's program.
macro(append_block)
  # Its #include lines stay above all functions.
  string(REGEX MATCHALL "#include [^\n]*" block_includes "${block}")
  list(APPEND includes ${block_includes})
  string(REPLACE "#include" "//#include" block "${block}")
  if(kind STREQUAL "declarations")
    # Later blocks are within this namespace.
    string(APPEND code "namespace line_${block_line} {\n${here}${block}")
    string(APPEND ends "}\n")
  elseif(kind STREQUAL "statements")
    string(APPEND code "void run_${block_line}() {\n${here}${block}}\n"
      "const snippet snippet_${block_line}(\"${page}:${block_line}\", run_${block_line}, ${expected});\n")
  elseif(kind STREQUAL "compiled")
    string(APPEND code "void compile_${block_line}() {\n${here}${block}}\n")
  elseif(kind STREQUAL "wrong")
    string(APPEND code "#ifdef WRONG_${block_line}\nvoid compile_${block_line}() {\n${here}${block}}\n#endif\n")
    list(APPEND wrong ${block_line})
    set(wanted_${block_line} "${wanted}")
  else()
    message(FATAL_ERROR "${page}:${block_line}: unknown kind of snippet: ${kind}")
  endif()
endmacro()

macro(add_page_program)
  set(prelude "#include \"snippets.hpp\"\n")
  list(REMOVE_DUPLICATES includes)
  foreach(include IN LISTS includes)
    string(APPEND prelude "${include}\n")
  endforeach()
  set(source ${CMAKE_CURRENT_BINARY_DIR}/snippets/${name}.cpp)
  write_if_different(${source} "${prelude}${code}${ends}")
  snippet_target(snippets.${name} ${source})
  target_sources(snippets.${name} PRIVATE $<TARGET_OBJECTS:snippets>)
  add_test(NAME documentation.${name} COMMAND snippets.${name})

  foreach(block_line IN LISTS wrong)
    add_test(NAME documentation.${name}.${block_line} COMMAND ${CMAKE_COMMAND}
      -D "snippet=${source}" -D "expected=${wanted_${block_line}}"
      -P ${PROJECT_SOURCE_DIR}/tests/must_not_compile/run.cmake --
      ${CMAKE_CXX_COMPILER} ${CMAKE_CXX14_STANDARD_COMPILE_OPTION} -DWRONG_${block_line}
      "-I$<JOIN:$<TARGET_PROPERTY:snippets.${name},INCLUDE_DIRECTORIES>,;-I>"
      COMMAND_EXPAND_LISTS)
  endforeach()
endmacro()

# Makes the programs and tests of a page.
function(add_snippets page)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${page})
  string(REGEX REPLACE "^docs/|\\.md$" "" name ${page})
  string(TOLOWER "${name}" name)
  string(REPLACE "/" "." name ${name})
  file(READ ${PROJECT_SOURCE_DIR}/${page} rest)
  set(libraries "")
  if(rest MATCHES "<!-- libraries: ([A-Za-z0-9_: ]+) -->")
    string(REPLACE " " ";" libraries "${CMAKE_MATCH_1}")
    foreach(library IN LISTS libraries)
      if(NOT TARGET ${library})
        message(STATUS "Left out for lack of ${library}: the snippets of ${page}")
        return()
      endif()
    endforeach()
  endif()

  set(rest "\n${rest}")
  set(includes "")
  set(code "")
  set(ends "")
  set(line 0)
  while(TRUE)
    string(FIND "${rest}" "\n```cpp\n" fence)
    if(fence EQUAL -1)
      break()
    endif()
    read_block()
    if(kind STREQUAL "program")
      add_program()
    elseif(NOT kind STREQUAL "skip")
      append_block()
    endif()
  endwhile()
  if(NOT code STREQUAL "")
    add_page_program()
  endif()
endfunction()

find_package(SQLite3 QUIET)
find_package(TBB QUIET)
find_package(Threads QUIET)
if(Boost_VERSION_STRING VERSION_LESS 1.81)  # Asio's coroutines need it
  find_package(Boost 1.74 QUIET OPTIONAL_COMPONENTS coroutine)
endif()

# The main function of each page's program.
add_library(snippets OBJECT snippets.cpp)
target_link_libraries(snippets PRIVATE deepyield::deepyield)

file(GLOB pages RELATIVE ${PROJECT_SOURCE_DIR} CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/docs/*.md ${PROJECT_SOURCE_DIR}/docs/how_to/*.md)
list(REMOVE_ITEM pages docs/itertools.md)  # documented_outputs.cmake
if(EXISTS ${PROJECT_SOURCE_DIR}/README.md)  # the source archive has none
  list(APPEND pages README.md)
endif()
foreach(page IN LISTS pages)
  add_snippets(${page})
endforeach()
