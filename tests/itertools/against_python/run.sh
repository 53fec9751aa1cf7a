#!/bin/sh
# run.sh [EMULATOR] PROGRAM: makes some thousands of random calls in CPython and in PROGRAM.
python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' || {
  echo "skipped: there is no python3, or it is older than 3.10, which has zip(strict=True)"
  exit 77
}
calls=$(mktemp)
trap 'rm -f "$calls"' EXIT
python3 "$(dirname "$0")/compare.py" 1 200 >"$calls" && "$@" <"$calls"
