# The peak of memory does not grow with the input: memory.sh LOGS
. "$(dirname "$0")/../../support/checks.sh"
cd "$folder"
[ -r /proc/self/status ] || { echo 'skipped: no /proc'; exit 0; }

# One MB of lines, with a hundred different paths.
awk 'BEGIN { while (size < 1000000) {
  line = sprintf("192.0.2.%d - - [10/Oct/2000:13:55:36 -0700] \"GET /%d HTTP/1.1\" 200 10 \"-\" \"agent %d\"", i % 250, i % 100, i)
  print line
  size += length(line) + 1
  ++i
} }' > block
mkfifo pipe

peak() { sed -n 's/^VmHWM:[[:space:]]*\([0-9]*\) kB/\1/p' "/proc/$1/status"; }

# stays_small OPTION...: at most a pipe's capacity is not read yet when the writer is done.
stays_small() {
  "$logs" "$@" < pipe > /dev/null &
  reader=$!
  exec 3> pipe
  cat block block >&3
  small=$(peak $reader)
  i=0
  while [ $i -lt 100 ]; do
    cat block >&3
    i=$((i + 1))
  done
  large=$(peak $reader)
  exec 3>&-
  wait $reader || fail "'$*' fails"
  echo "$*: $small KiB after 2 MB, $large KiB after 102 MB"
  [ "$large" -le $((small + 1024 + small / 10)) ] || fail "'$*' grows"
}

logs=$1
stays_small --top 10
stays_small --format json --status 200
