#!/bin/sh
# check.sh PROGRAM WORKLOAD PROCESSOR COMPILER FLAGS: fails if PROGRAM takes more instructions an
# element than expected.txt says. Exits with 77 (skipped, for ctest) if there is nothing to compare
# with.
set -eu
program=$1 workload=$2 processor=$3 compiler=$4 flags=$5

. "$(dirname "$0")/skips.sh"
skip_unless_comparable "$flags"

instructions() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" "$1" 2>&1 | sed -n 's/^==[0-9]*== Collected : //p'
}

"$program" 1000 || { echo "$program failed"; exit 1; }

# Subtracts a short run from a long one: so work that is done once does not count.
short=$(instructions 1000)
long=$(instructions 11000)
if [ -z "$short" ] || [ -z "$long" ]; then
  echo "valgrind counted nothing; it says:"
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" 1000
  exit 1
fi

awk -v workload="$workload" -v processor="$processor" -v compiler="$compiler" -v counted="$(((long - short) / 100))" '
  $1 == workload && $2 == processor && $3 == compiler { expected = $4 }
  END {
    counted /= 100  # shell arithmetic knows no fractions
    printf "%s, %s, %s: %.1f instructions each", workload, processor, compiler, counted
    if (expected == "") {
      printf "\nskipped: expected.txt has none to compare with. To add it:\n%s %s %s %.1f\n", workload, processor, compiler, counted
      exit 77
    }
    margin = expected * 0.05 > 2 ? expected * 0.05 : 2
    printf ", expected %.1f (margin %.1f)\n", expected, margin
    if (counted > expected + margin) {
      print "The hot path has become longer. If that is wanted, expected.txt has to say so:"
      print workload, processor, compiler, counted
      exit 1
    }
    if (counted < expected - margin) {
      print "The hot path has become shorter. To keep it so, put this into expected.txt:"
      print workload, processor, compiler, counted
    }
  }' "$(dirname "$0")/expected.txt"
