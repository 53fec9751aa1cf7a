# The whole output on the sample logs: expected_output.sh TOUR, in the folder that holds `samples`.
. "$(dirname "$0")/../../support/checks.sh"

run 0 "$1" --no-timing --samples samples
is_quiet
tr '\134' / <"$folder/output" >"$folder/with_slashes"  # backslashes of Windows
diff -u "$tests/expected_output.txt" "$folder/with_slashes" >&2 || fail "the output is not what expected_output.txt says"
