# Finds the libraries whose callbacks yield in tests/foreign and examples/callbacks. Each that is
# found is an imported target.
find_package(CURL QUIET)
find_package(EXPAT QUIET)
find_package(LibArchive QUIET)
find_package(LibXml2 QUIET)
find_package(SQLite3 QUIET)
find_package(ZLIB QUIET)

# CMake has no find module for this library.
find_path(PCRE2_INCLUDE_DIR pcre2.h)
find_library(PCRE2_LIBRARY pcre2-8)
mark_as_advanced(PCRE2_INCLUDE_DIR PCRE2_LIBRARY)
if(PCRE2_INCLUDE_DIR AND PCRE2_LIBRARY)
  add_library(PCRE2::8BIT UNKNOWN IMPORTED)
  set_target_properties(PCRE2::8BIT PROPERTIES
    IMPORTED_LOCATION ${PCRE2_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${PCRE2_INCLUDE_DIR})
endif()

# Headers only, which some distributions package apart from the rest of Boost.
foreach(folder IN LISTS Boost_INCLUDE_DIRS)
  if(NOT TARGET Boost::graph_headers AND EXISTS ${folder}/boost/graph/depth_first_search.hpp)
    add_library(Boost::graph_headers INTERFACE IMPORTED)
    target_link_libraries(Boost::graph_headers INTERFACE Boost::headers)
  endif()
endforeach()

# What POSIX has and Windows has not: nftw, mkdtemp.
if(UNIX)
  add_library(POSIX::POSIX INTERFACE IMPORTED)
endif()
