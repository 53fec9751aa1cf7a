#!/bin/sh
# check_adaptors.sh PROGRAM COMPILER FLAGS: fails if an adaptor takes more instructions than its
# limit, a multiple of the loop by hand. Exits with 77 (skipped, for ctest) if there is nothing to
# compare with.
set -eu
program=$1 compiler=$2 flags=$3

. "$(dirname "$0")/skips.sh"
skip_unless_comparable "$flags"

counts=$(mktemp -d)
trap 'rm -rf "$counts"' EXIT
valgrind --tool=callgrind --callgrind-out-file="$counts/count" "$program" 2000 >"$counts/said" 2>&1 || {
  cat "$counts/said"
  exit 1
}

# Limits above 1 allow for choosing a range, where an adaptor reads several. A nested loop by hand
# need not ask for each element which loop it is in, and it knows when the parts of groupby,
# partition and tee are read, and by whom. begin() and ++ call iter's function: a large one, which
# Clang does not inline twice. Older compilers do somewhat worse, each in other places.
case $compiler in
  GNU-12 | Clang-19) slack=0 ;;
  *) slack=0.4 ;;
esac
cat "$counts"/count.* | awk -v slack="$slack" '
  /^desc: Trigger: Client Request:/ { name = $5; how = $6 }
  /^totals:/ && name { counted[name, how] = $2; names[name] }
  END {
    for (name in names) {
      ratio = counted[name, "adapted"] / counted[name, "by_hand"]
      most = name ~ /^(cycle|flatten|groupby|iter|tee)$/ ? 1.65 : name == "partition" ? 1.75 : 1.35
      most += slack
      printf "%s: %d instructions, %d by hand: %.2f\n", name, counted[name, "adapted"], counted[name, "by_hand"], ratio
      ++compared
      if (ratio > most) {
        printf "%s has become slower: %.2f is allowed\n", name, most
        failed = 1
      }
    }
    if (compared < 30) print "only " compared + 0 " adaptors were counted"
    exit failed || compared < 30
  }'
