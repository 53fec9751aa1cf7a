# Which engine deepyield::default_engine names. Recorded in a header that is installed, so that all of a program agrees.
set(engines context coroutine2)
set(DEEPYIELD_DEFAULT_ENGINE context CACHE STRING "How generators switch stacks unless told otherwise: one of ${engines}")
set_property(CACHE DEEPYIELD_DEFAULT_ENGINE PROPERTY STRINGS ${engines})

if(NOT DEEPYIELD_DEFAULT_ENGINE IN_LIST engines)
  list(JOIN engines ", " allowed)
  message(FATAL_ERROR "DEEPYIELD_DEFAULT_ENGINE is \"${DEEPYIELD_DEFAULT_ENGINE}\"; it must be one of: ${allowed}.")
endif()

if(DEEPYIELD_DEFAULT_ENGINE STREQUAL "context")
  set(reason "Boost.Context runs wherever Boost does")
else()
  set(reason "set by DEEPYIELD_DEFAULT_ENGINE")
endif()
message(STATUS "deepyield: default engine ${DEEPYIELD_DEFAULT_ENGINE} (${reason})")
