# The packages for Debian: one with the shared library, named after its SONAME (Debian Policy 8.1),
# and one to build programs with. `./dev package` makes them.
if(NOT DEEPYIELD_SHARED OR NOT CMAKE_INSTALL_PREFIX STREQUAL "/usr")
  message(FATAL_ERROR "deepyield: DEEPYIELD_DEBIAN_PACKAGES needs BUILD_SHARED_LIBS=ON and CMAKE_INSTALL_PREFIX=/usr.")
endif()

# One set of headers and one CMake package cannot describe two libraries. They describe the shared
# one. The static one is made of the same objects, so they are right for it as well.
add_library(deepyield_static STATIC $<TARGET_OBJECTS:deepyield>)
set_target_properties(deepyield_static PROPERTIES OUTPUT_NAME deepyield LINKER_LANGUAGE CXX)
install(TARGETS deepyield_static ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)

set(version ${PROJECT_VERSION}-1)
set(runtime libdeepyield${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
set(debian ${PROJECT_BINARY_DIR}/debian)

# Files that every package has.
file(READ LICENSE licence)
file(WRITE ${debian}/copyright "Copyright 2026 the deepyield developers\n\n${licence}")
string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE ${debian}/changelog.Debian "deepyield (${version}) unstable; urgency=medium

  * What changed in the library is in changelog.gz.

 -- ${CPACK_PACKAGE_CONTACT}  ${now}
")
configure_file(CHANGELOG.md ${debian}/changelog COPYONLY)
execute_process(COMMAND gzip -9nf ${debian}/changelog ${debian}/changelog.Debian COMMAND_ERROR_IS_FATAL ANY)
foreach(package runtime development)
  set(name ${runtime})
  if(package STREQUAL "development")
    set(name libdeepyield-dev)
  endif()
  install(FILES ${debian}/copyright ${debian}/changelog.gz ${debian}/changelog.Debian.gz
    DESTINATION share/doc/${name} COMPONENT ${package})
endforeach()
install(FILES README.md DESTINATION share/doc/libdeepyield-dev COMPONENT development)
install(DIRECTORY docs examples DESTINATION share/doc/libdeepyield-dev COMPONENT development PATTERN docs/site EXCLUDE)

set(CPACK_GENERATOR DEB)
set(CPACK_COMPONENTS_ALL runtime development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SOURCE deepyield)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")  # it would stand before the descriptions below

# CPack has no variable for Multi-Arch before CMake 3.31, so the section brings the line along.
set(multi_arch "\nMulti-Arch: same")

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME ${runtime})
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION "libs${multi_arch}")
set(CPACK_DEBIAN_RUNTIME_DESCRIPTION "Python's generators for C++14 and later (shared library)
deepyield brings Python's generators to C++: a function yields elements, from
any depth of nested calls, to a consumer that takes one at a time.
.
This package has the shared library that programs run with.")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS ON)
# A patch version changes nothing of the binary interface.
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
file(WRITE ${debian}/triggers "activate-noawait ldconfig\n")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${debian}/triggers)

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libdeepyield-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION "libdevel${multi_arch}")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION "Python's generators for C++14 and later (development files)
deepyield brings Python's generators to C++: a function yields elements, from
any depth of nested calls, to a consumer that takes one at a time.
.
This package has the headers, the shared and the static library, the files for
CMake and pkg-config, and the documentation.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "${runtime} (= ${version}), libboost-dev (>= 1.74)")
# For deepyield::boost_engines.
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS "libboost-context-dev (>= 1.74)")
