// Counts what libxml2 has allocated.
#pragma once

#include "counted_malloc.hpp"

#include <libxml/parser.h>
#include <libxml/xmlmemory.h>

/// A global fixture: counts from the start. What the library never frees is allocated here, and
/// kept() is how much that is.
struct counted_libxml2 {
  counted_libxml2() {
    xmlMemSetup(counted_free, counted_malloc, counted_realloc, counted_strdup);
    xmlInitParser();
    kept() = live_allocations();
  }
  ~counted_libxml2() { xmlCleanupParser(); }
  static int& kept() {
    static int count = 0;
    return count;
  }
};
