# For the tests here: `. checks.sh` gives a folder of their own to work in, and checks that say what is wrong.
set -eu

# shellcheck disable=SC2034  # for what sources this
tests=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

fail() {
  echo "$0: $*" >&2
  for shown in "$folder/output" "$folder/errors"; do
    if [ -f "$shown" ]; then echo "--- $shown" && cat "$shown"; fi >&2
  done
  exit 1
}

# run EXIT_CODE COMMAND...: leaves what it prints in $folder/output and $folder/errors.
run() {
  wanted=$1
  shift
  code=0
  "$@" > "$folder/output" 2> "$folder/errors" || code=$?
  [ "$code" -eq "$wanted" ] || fail "'$*' ended with $code, not $wanted"
}

# A line with this text must be, or must not be, in what was printed.
prints() { grep -qF -e "$1" "$folder/output" || fail "does not print: $1"; }
prints_no() { ! grep -qF -e "$1" "$folder/output" || fail "prints: $1"; }
complains() { grep -qF -e "$1" "$folder/errors" || fail "does not print on stderr: $1"; }
is_quiet() { [ ! -s "$folder/errors" ] || fail "prints on stderr"; }

# record HOST PATH STATUS BYTES
record() { printf '%s - - [10/Oct/2000:13:55:36 -0700] "GET %s HTTP/1.1" %s %s\n' "$1" "$2" "$3" "$4"; }
