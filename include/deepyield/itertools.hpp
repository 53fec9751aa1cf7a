// Python's itertools, and the builtins that go with them, for any range. One header each; this one
// has them all.
#pragma once

// First, because compilers name each file through which the one with an error is included.
#include <deepyield/ranges/refusal.hpp>

#include <deepyield/itertools/accumulate.hpp>
#include <deepyield/itertools/batched.hpp>
#include <deepyield/itertools/chain.hpp>
#include <deepyield/itertools/chunk_by.hpp>
#include <deepyield/itertools/chunked.hpp>
#include <deepyield/itertools/combinations.hpp>
#include <deepyield/itertools/combinations_with_replacement.hpp>
#include <deepyield/itertools/compress.hpp>
#include <deepyield/itertools/count.hpp>
#include <deepyield/itertools/cycle.hpp>
#include <deepyield/itertools/dropwhile.hpp>
#include <deepyield/itertools/enumerate.hpp>
#include <deepyield/itertools/filter.hpp>
#include <deepyield/itertools/filterfalse.hpp>
#include <deepyield/itertools/flatten.hpp>
#include <deepyield/itertools/groupby.hpp>
#include <deepyield/itertools/interleave.hpp>
#include <deepyield/itertools/interleave_from_iterable.hpp>
#include <deepyield/itertools/islice.hpp>
#include <deepyield/itertools/iter.hpp>
#include <deepyield/itertools/iterate.hpp>
#include <deepyield/itertools/map.hpp>
#include <deepyield/itertools/merge.hpp>
#include <deepyield/itertools/merge_from_iterable.hpp>
#include <deepyield/itertools/pairwise.hpp>
#include <deepyield/itertools/partition.hpp>
#include <deepyield/itertools/peekable.hpp>
#include <deepyield/itertools/permutations.hpp>
#include <deepyield/itertools/powerset.hpp>
#include <deepyield/itertools/product.hpp>
#include <deepyield/itertools/product_from_iterable.hpp>
#include <deepyield/itertools/range.hpp>
#include <deepyield/itertools/repeat.hpp>
#include <deepyield/itertools/roundrobin.hpp>
#include <deepyield/itertools/roundrobin_from_iterable.hpp>
#include <deepyield/itertools/sliding_window.hpp>
#include <deepyield/itertools/starmap.hpp>
#include <deepyield/itertools/takewhile.hpp>
#include <deepyield/itertools/tee.hpp>
#include <deepyield/itertools/unique_everseen.hpp>
#include <deepyield/itertools/unique_justseen.hpp>
#include <deepyield/itertools/windowed.hpp>
#include <deepyield/itertools/zip.hpp>
#include <deepyield/itertools/zip_from_iterable.hpp>
#include <deepyield/itertools/zip_longest.hpp>
#include <deepyield/itertools/zip_longest_from_iterable.hpp>
