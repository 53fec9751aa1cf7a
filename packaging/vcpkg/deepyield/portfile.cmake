# An overlay port: it builds the tree in which it lies.
#   vcpkg install deepyield --overlay-ports=<this tree>/packaging/vcpkg
# vcpkg rebuilds it when this folder changes; after a change of the sources, remove it first.
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)

vcpkg_cmake_configure(
    SOURCE_PATH "${SOURCE_PATH}"
    OPTIONS
        -DDEEPYIELD_BUILD_TESTS=OFF
        -DDEEPYIELD_BUILD_EXAMPLES=OFF
        -DDEEPYIELD_BUILD_BENCHMARKS=OFF
)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(CONFIG_PATH lib/cmake/deepyield)
vcpkg_fixup_pkgconfig()
vcpkg_copy_pdbs()

file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug/include")

file(INSTALL "${CMAKE_CURRENT_LIST_DIR}/usage" DESTINATION "${CURRENT_PACKAGES_DIR}/share/${PORT}")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
