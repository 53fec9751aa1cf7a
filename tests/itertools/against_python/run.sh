#!/bin/sh
# run.sh [EMULATOR] PROGRAM: makes some thousands of random calls in CPython and in PROGRAM.
command -v python3 >/dev/null || {
  echo "skipped: python3 is not installed"
  exit 77
}
calls=$(mktemp)
trap 'rm -f "$calls"' EXIT
python3 "$(dirname "$0")/compare.py" 1 200 >"$calls" && "$@" <"$calls"
