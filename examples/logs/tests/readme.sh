# The examples of README.md print what it says: readme.sh LOGS, in the folder that holds `samples`.
. "$(dirname "$0")/../../support/checks.sh"
program=$1

# Leaves each example's command line in NUMBER.command, and what it prints in NUMBER.output.
awk -v folder="$folder" '
  /^```/ { inside = !inside; example = 0; next }
  inside && /^\$ logs / { example = 1; print substr($0, 8) > (folder "/" ++count ".command"); next }
  example { print > (folder "/" count ".output") }
' "$tests/../README.md"
[ -f "$folder/2.command" ] || fail 'README.md has fewer than two examples'

for command in "$folder"/*.command; do
  code=0
  # shellcheck disable=SC2046  # words
  "$program" $(cat "$command") > "$folder/output" 2> "$folder/errors" || code=$?
  [ $code -le 1 ] || fail "'logs $(cat "$command")' ends with $code"
  cat "$folder/errors" >> "$folder/output"
  diff -u "${command%.command}.output" "$folder/output" >&2 || fail "'logs $(cat "$command")' prints something else"
done
