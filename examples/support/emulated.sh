#!/bin/sh
# emulated.sh ARGUMENT...: runs $EMULATED, which is an emulator and a program, and takes away the
# carriage returns that a program for Windows writes.
output=$(mktemp -d)
trap 'rm -rf "$output"' EXIT
status=0
# shellcheck disable=SC2086  # a list
$EMULATED "$@" >"$output/stdout" 2>"$output/stderr" || status=$?
tr -d '\r' <"$output/stdout"
tr -d '\r' <"$output/stderr" >&2
exit "$status"
