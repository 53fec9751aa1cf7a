# Installs headers, library, CMake package and pkg-config file. Programs need `runtime` to run, and
# `development` to be built.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/deepyield)

install(TARGETS deepyield deepyield_boost_engines EXPORT deepyield
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT runtime
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT runtime NAMELINK_COMPONENT development
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/ ${PROJECT_BINARY_DIR}/include/
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)

install(FILES ${PROJECT_SOURCE_DIR}/debuggers/deepyield-gdb.py
  DESTINATION ${script_folder} COMPONENT development)
install(FILES ${PROJECT_SOURCE_DIR}/debuggers/deepyield_lldb.py
  DESTINATION ${CMAKE_INSTALL_DATADIR}/deepyield COMPONENT development)
# What strips the shared library removes the script's name. gdb also looks for one that is named
# after the library.
if(DEEPYIELD_SHARED AND UNIX AND NOT APPLE)
  install(FILES ${PROJECT_SOURCE_DIR}/debuggers/deepyield-gdb.py
    DESTINATION ${script_folder}${CMAKE_INSTALL_FULL_LIBDIR} COMPONENT development
    RENAME libdeepyield.so.${PROJECT_VERSION}-gdb.py)
endif()

set(boost_components "OPTIONAL_COMPONENTS context")
if(NOT DEEPYIELD_DEFAULT_ENGINE STREQUAL "native")
  set(boost_components "COMPONENTS context")
endif()
install(EXPORT deepyield FILE deepyield-targets.cmake NAMESPACE deepyield:: DESTINATION ${package_dir} COMPONENT development)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/deepyield-config.cmake.in deepyield-config.cmake
  INSTALL_DESTINATION ${package_dir})
# Before 1.0 each minor version may change the interface.
write_basic_package_version_file(deepyield-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  ${CMAKE_CURRENT_BINARY_DIR}/deepyield-config.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/deepyield-config-version.cmake
  DESTINATION ${package_dir} COMPONENT development)

# Boost has no pkg-config file to require, so ours names its folders. pkg-config omits those that
# the compiler searches anyway.
file(RELATIVE_PATH prefix_from_pc /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
get_target_property(boost_include_dir Boost::headers INTERFACE_INCLUDE_DIRECTORIES)
list(TRANSFORM DEEPYIELD_SYSTEM_LIBRARIES PREPEND -l OUTPUT_VARIABLE other_libraries)
list(JOIN other_libraries " " other_libraries)
set(private_libraries "")
if(DEEPYIELD_SHARED)
  set(private_libraries "${other_libraries}")  # for `pkg-config --static`, where libdeepyield.a is there too
  set(other_libraries "")
endif()
if(NOT DEEPYIELD_DEFAULT_ENGINE STREQUAL "native")
  get_target_property(boost_library_location Boost::context LOCATION)
  get_filename_component(boost_library_dir ${boost_library_location} DIRECTORY)
  string(APPEND other_libraries " -L${boost_library_dir} -lboost_context")
endif()
configure_file(${CMAKE_CURRENT_LIST_DIR}/deepyield.pc.in deepyield.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/deepyield.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
