# What is printed, in each format, and the exit statuses: output.sh LOGS
. "$(dirname "$0")/../../support/checks.sh"
logs=$1
cd "$folder"
{
  record 192.0.2.1 /a 200 100
  record 192.0.2.2 /b 404 10
  record ::1 /a 200 50
  printf '192.0.2.1 - - [10/Oct/2000:13:55:36 -0700] "GET /\377,\\"\303\251 HTTP/1.1" 200 - "-" "\\x00\n'
} > log

is_output() { diff -u - output >&2 || fail "the output of '$*' is not as above"; }

# Without --fields, text is the lines as they are.
run 0 "$logs" log
is_quiet
cmp -s log output || fail 'changes the lines'

run 0 "$logs" --format json --fields line,host,path,agent,cut log
is_output json <<'END'
{"line":1,"host":"192.0.2.1","path":"/a","agent":null,"cut":null}
{"line":2,"host":"192.0.2.2","path":"/b","agent":null,"cut":null}
{"line":3,"host":"::1","path":"/a","agent":null,"cut":null}
{"line":4,"host":"192.0.2.1","path":"/�,\"é","agent":"\u0000","cut":"agent"}
END
run 0 "$logs" --format json --status 404 log
is_output json <<'END'
{"vhost":null,"host":"192.0.2.2","user":null,"time":"2000-10-10T20:55:36Z","method":"GET","path":"/b","query":null,"protocol":"HTTP/1.1","status":404,"bytes":10,"referer":null,"agent":null,"cut":null}
END

run 0 "$logs" -o csv -F line,path,bytes log
printf 'line,path,bytes\n1,/a,100\n2,/b,10\n3,/a,50\n4,"/\377,""\303\251",\n' | is_output csv

run 0 "$logs" --top 2 log
is_output top <<'END'
         2             150  /a
         1              10  /b
END
run 0 "$logs" -n 9 -b host log
is_output host <<'END'
         2             100  192.0.2.1
         1              10  192.0.2.2
         1              50  ::1
END
run 0 "$logs" --top 1 --by status --format json log
echo '{"count":3,"bytes":150,"status":"200"}' | is_output json
run 0 "$logs" --top 9 --by agent --format csv log
printf 'count,bytes,agent\n3,160,-\n1,0,\000\n' | is_output csv
run 0 "$logs" --top 1 --by referer log
prints '         4             160  -'

# More different values than are counted exactly.
awk 'BEGIN { for (i = 1; i <= 120000; ++i)
  printf "192.0.2.9 - - [10/Oct/2000:13:55:36 -0700] \"GET /%s HTTP/1.1\" 200 1\n", i % 3 ? i : "often" }' > many.log
run 0 "$logs" --top 1 many.log
prints '     40000           40000  /often'
complains 'logs: --top: approximate, since there are more than 50,000 different values'

run 0 "$logs" --totals --status 404 log
complains 'logs: 1 file, 4 lines, 4 records, 1 selected'
run 0 "$logs" < /dev/null
is_quiet

# A reader that ends early ends this quietly; a full disk does not.
yes "$(record 192.0.2.1 /x 200 1)" | head -n 100000 > large.log
{ "$logs" large.log 2> errors; echo $? > status; } | head -n 1 > output
is_quiet
[ "$(cat status)" = 0 ] || fail "ends with $(cat status) when its reader ends"
[ "$(wc -l < output)" -eq 1 ] || fail 'does not print a line'
if [ -c /dev/full ]; then
  code=0
  "$logs" log > /dev/full 2> errors || code=$?
  [ $code -eq 1 ] || fail "ends with $code where the output cannot be written"
  complains 'logs: the output cannot be written: '
fi

run 0 "$logs" --help
prints 'usage: logs [OPTION...] [FILE|FOLDER...]'
run 0 "$logs" --version
grep -q '^logs [0-9]*\.[0-9]*\.[0-9]*$' output || fail 'does not print a version'

# refused MESSAGE ARGUMENT...
refused() {
  message=$1
  shift
  run 2 "$logs" "$@"
  complains "logs: $message"
  [ ! -s output ] || fail 'prints something'
}
refused "unrecognised option '--no-such-option'" --no-such-option
refused '--since: not a time: yesterday' --since yesterday log
refused '--until: not a time: 2024-02-30' --until 2024-02-30 log
refused '--status: neither like 404, nor 5xx, nor 400-499: 4x' --status 4x log
refused '--status: an empty name in "404,"' --status 404, log
refused '--top: at least 1' --top 0 log
refused "the argument ('many') for option '--top' is invalid" --top many log
refused '--by: no such field: url; there are file line' --top 1 --by url log
refused '--by needs --top' --by host log
refused '--fields: no such field: x' --fields host,x log
refused 'either --top or --fields' --top 1 --fields host log
refused '--format: not text, json or csv: xml' --format xml log
refused 'either --follow or --merge' --follow --merge log
refused '--follow needs a file' --follow
refused '--follow cannot follow standard input' --follow -
refused '--poll needs --follow' --poll log
