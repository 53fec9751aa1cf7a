# Programs name the script for gdb that shows generators, and gdb loads it with them: in Debian's place
# for such scripts by its file's name, elsewhere by its path. A project that embeds deepyield and
# does not install it has no such place, and gdb warns of a script that it does not find.
set(script_folder ${CMAKE_INSTALL_DATADIR}/gdb/auto-load)
set(named_script "")
if(DEEPYIELD_INSTALL AND DEEPYIELD_TOP_LEVEL)
  set(named_script ${CMAKE_INSTALL_FULL_DATADIR}/gdb/auto-load/deepyield-gdb.py)
  if(CMAKE_INSTALL_PREFIX STREQUAL "/usr")
    set(named_script deepyield-gdb.py)
  endif()
endif()
set(DEEPYIELD_GDB_SCRIPT "${named_script}" CACHE STRING
  "The script that gdb loads with programs that use deepyield; empty for none")
if(DEEPYIELD_GDB_SCRIPT)
  set_source_files_properties(src/coroutine/registry.cpp PROPERTIES
    COMPILE_DEFINITIONS "DEEPYIELD_GDB_SCRIPT=\"${DEEPYIELD_GDB_SCRIPT}\"")
endif()
