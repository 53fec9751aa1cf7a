# Checks that every relative link of the documents leads to an existing file or folder:
#   cmake -D source=<project> -P links.cmake
cmake_minimum_required(VERSION 3.16)
include(${CMAKE_CURRENT_LIST_DIR}/../support/report.cmake)
file(GLOB documents RELATIVE ${source} ${source}/*.md ${source}/docs/*.md ${source}/docs/how_to/*.md
  ${source}/examples/*/*.md)
set(missing "")
set(count 0)
foreach(document IN LISTS documents)
  get_filename_component(folder ${source}/${document} DIRECTORY)
  file(READ ${source}/${document} page)
  # Brackets and semicolons are special in a CMake list.
  string(REPLACE "](" "<link>" page "${page}")
  string(REGEX REPLACE "[][;]" " " page "${page}")
  # `[](int n)` in an example is no link. Links to web sites are not checked.
  string(REGEX MATCHALL "<link>[A-Za-z0-9_/.-]+[.][A-Za-z0-9_/.-]+[)#]" links "${page}")
  foreach(link IN LISTS links)
    string(REGEX REPLACE "<link>|[)#]" "" link "${link}")
    math(EXPR count "${count} + 1")
    if(NOT EXISTS ${folder}/${link})
      list(APPEND missing "${document}: ${link}")
    endif()
  endforeach()
endforeach()

report(${count} links "Links that lead nowhere" ${missing})
