# The peak of memory does not grow with the input: memory.sh TOUR, in the folder that holds `samples`.
. "$(dirname "$0")/../../support/checks.sh"

run 0 "$1" --samples samples
prints 'Throughput: '
awk '
  { gsub(",", "") }
  /Memory:/ && !small { small = $2 }
  /peak of memory grew by/ { grown = $(NF - 1); found = 1 }
  END {
    print "peak on the small set: " small " KiB; grown by " grown " KiB on a hundred times as much"
    exit !(found && small > 0 && grown <= 1024 + small / 10)
  }' "$folder/output" || fail "the peak of memory grows with the input"
