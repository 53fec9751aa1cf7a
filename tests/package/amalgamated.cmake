# Uses the amalgamated files with nothing but the compiler and Boost's headers.
include(${CMAKE_CURRENT_LIST_DIR}/steps.cmake)

list(TRANSFORM dl PREPEND -l)
set(folder ${scratch}/amalgamated)
file(REMOVE_RECURSE ${folder})
run(${python} ${source}/packaging/amalgamate.py ${folder})
compile(${folder}/count ${CMAKE_CURRENT_LIST_DIR}/amalgamated.cpp ${folder}/deepyield.cpp -I${folder} -I${boost_include}
  -pthread ${dl})
check_count(${folder}/count)
