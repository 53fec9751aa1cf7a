include(${CMAKE_CURRENT_LIST_DIR}/steps.cmake)
build_project(${source}/tests/package/consumer ${scratch}/find_package -Ddeepyield_DIR=${scratch}/prefix/lib/cmake/deepyield)
check_consumer(${scratch}/find_package)
