# The manual page is well-formed, and has every option that --help has: man_page.sh LOGS
. "$(dirname "$0")/../../support/checks.sh"
page=$tests/../logs.1

run 0 "$1" --help
grep -o -e '--[a-z][a-z]*' "$folder/output" | sort -u > "$folder/options"
[ "$(wc -l < "$folder/options")" -ge 10 ] || fail '--help names too few options'
while read -r option; do
  grep -q -e "Fl -${option#--}\( \|$\)" "$page" || fail "logs.1 lacks $option"
done < "$folder/options"
sed -n 's/^Fields: //p' "$folder/output" | tr ' ' '\n' > "$folder/fields"
while read -r field; do
  grep -q "^.It Ar .*\<$field\>" "$page" || fail "logs.1 lacks the field $field"
done < "$folder/fields"

if command -v mandoc > /dev/null; then
  run 0 mandoc -Tlint "$page"
  [ ! -s "$folder/output" ] || fail 'mandoc finds something in logs.1'
fi
