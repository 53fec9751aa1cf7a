# Installs headers, library, CMake package and pkg-config file.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/deepyield)

install(TARGETS deepyield EXPORT deepyield
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/ ${PROJECT_BINARY_DIR}/include/
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})

install(EXPORT deepyield FILE deepyield-targets.cmake NAMESPACE deepyield:: DESTINATION ${package_dir})
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/deepyield-config.cmake.in deepyield-config.cmake
  INSTALL_DESTINATION ${package_dir})
# Before 1.0 each minor version may change the interface.
write_basic_package_version_file(deepyield-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  ${CMAKE_CURRENT_BINARY_DIR}/deepyield-config.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/deepyield-config-version.cmake
  DESTINATION ${package_dir})

# Boost has no pkg-config file to require, so ours names its folders. pkg-config omits those that
# the compiler searches anyway.
file(RELATIVE_PATH prefix_from_pc /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
get_target_property(boost_library_location Boost::context LOCATION)
get_filename_component(boost_library_dir ${boost_library_location} DIRECTORY)
get_target_property(boost_include_dir Boost::headers INTERFACE_INCLUDE_DIRECTORIES)
configure_file(${CMAKE_CURRENT_LIST_DIR}/deepyield.pc.in deepyield.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/deepyield.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
