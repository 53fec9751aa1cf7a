# What CPack makes: the source archive, and the packages for Debian where they are asked for.
option(DEEPYIELD_DEBIAN_PACKAGES "Build what `cpack -G DEB` needs" OFF)

set(CPACK_PACKAGE_VENDOR "deepyield developers")
set(CPACK_PACKAGE_CONTACT "deepyield developers <deepyield@example.org>")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_GENERATOR TGZ)
set(CPACK_VERBATIM_VARIABLES ON)

# The source archive has the files that Git has, but works without Git: these patterns are those of
# .gitignore, and what only this repository uses.
set(CPACK_SOURCE_GENERATOR TGZ)
set(CPACK_SOURCE_PACKAGE_FILE_NAME ${PROJECT_NAME}-${PROJECT_VERSION})
string(REGEX REPLACE "([][+.*()^$?|\\])" "\\\\\\1" source_pattern "${PROJECT_SOURCE_DIR}")
string(REGEX REPLACE "([][+.*()^$?|\\])" "\\\\\\1" binary_pattern "${PROJECT_BINARY_DIR}")
set(CPACK_SOURCE_IGNORE_FILES
  "^${source_pattern}/(.*/)?([.](git|github|ci|cache)|build|__pycache__)(/|$)"
  "^${source_pattern}/(.*/)?(CMakeUserPresets|compile_commands)[.]json$"
  "^${binary_pattern}/")

if(DEEPYIELD_DEBIAN_PACKAGES)
  include(cmake/debian_packages.cmake)
endif()
include(CPack)
