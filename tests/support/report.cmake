# report(<count> <what> <headline> <wrong>...): ends a script that has checked `count` things. Fails
# if some are wrong, with a line for each.
function(report count what headline)
  if(count EQUAL 0)
    message(FATAL_ERROR "Nothing was checked: there are no ${what}")
  endif()
  if(ARGN)
    set(wrong ${ARGN})
    list(REMOVE_DUPLICATES wrong)
    list(JOIN wrong "\n  " wrong)
    message(FATAL_ERROR "${headline}:\n  ${wrong}")
  endif()
  message(STATUS "${count} ${what} checked")
endfunction()
