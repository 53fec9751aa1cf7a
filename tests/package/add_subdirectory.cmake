include(${CMAKE_CURRENT_LIST_DIR}/steps.cmake)
build_project(${source}/tests/package/consumer ${scratch}/add_subdirectory -DDEEPYIELD_SOURCE=${source})
check_count(${scratch}/add_subdirectory/count)
