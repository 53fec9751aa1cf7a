# More different hosts than are counted exactly: the frequent ones are found, and the output says how sure it is. many_names.sh TOUR
. "$(dirname "$0")/../../support/checks.sh"

cd "$folder"
awk 'BEGIN {
  for (i = 1; i <= 60000; ++i) {
    host = i % 3 == 0 ? "often.example" : i % 7 == 0 ? "sometimes.example" : "host-" i ".example"
    printf "%s - - [10/Oct/2000:13:55:36 -0700] \"GET /%d HTTP/1.1\" 404 1\n", host, i % 19000
  }
}' > many.log
run 0 "$1" many.log
prints 'The top hosts, approximate: there are more than 20,000 different ones:'
prints '         20,000  often.example'
prints '          5,714  sometimes.example'
prints 'Not found:  60,000 requests, most often'
prints '              4  /1'

# Names that only come when there is no room left.
awk 'BEGIN {
  for (i = 1; i <= 100000; ++i) {
    host = i > 50000 && i % 2 == 0 ? "late.example" : "host-" i ".example"
    printf "%s - - [10/Oct/2000:13:55:36 -0700] \"GET / HTTP/1.1\" 200 1\n", host
  }
}' > late.log
run 0 "$1" late.log
grep -q '^  *25,00[0-9]  late.example  (at least 25,000)$' "$folder/output" || fail "does not find the late host"
