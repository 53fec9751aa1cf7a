# Each format, and each oddity of a line, gives the right fields: formats.sh LOGS
. "$(dirname "$0")/../../support/checks.sh"
logs=$1
cd "$folder"

# gives FIELDS VALUES: the line in the file `log` has these fields, as text with tabs.
gives() {
  run 0 "$logs" --fields "$1" log
  is_quiet
  [ "$(cat output)" = "$(printf '%b' "$2")" ] || fail "does not give $1: $2"
}

# is_refused REASON
is_refused() {
  run 1 "$logs" log
  complains "logs: log:1: $1"
  complains 'logs: 1 line left out'
  [ ! -s output ] || fail 'prints something'
}

time='[10/Oct/2000:13:55:36 -0700]'

echo "192.0.2.1 - - $time \"GET /a?b=c HTTP/1.1\" 200 123" > log
gives host,identity,user '192.0.2.1\t-\t-'
gives time,method,path,query,protocol '2000-10-10T20:55:36Z\tGET\t/a\tb=c\tHTTP/1.1'
gives status,bytes,referer,agent,vhost,cut '200\t123\t-\t-\t-\t-'
gives file,line 'log\t1'

echo "192.0.2.1 id john doe $time \"GET / HTTP/1.1\" 304 - \"http://example.org/\" \"Agent/1.0 (x; y)\"" > log
gives identity,user,status,bytes,referer,agent 'id\tjohn doe\t304\t-\thttp://example.org/\tAgent/1.0 (x; y)'

echo "example.org:443 192.0.2.1 - - $time \"GET / HTTP/1.1\" 200 1 \"-\" \"A\"" > log
gives vhost,host,agent 'example.org:443\t192.0.2.1\tA'
echo "[2001:db8::1]:80 2001:db8::2 - - $time \"GET / HTTP/1.1\" 200 1 \"-\" \"A\"" > log
gives vhost,host '[2001:db8::1]:80\t2001:db8::2'
echo "::1 - - $time \"GET / HTTP/1.1\" 200 1 \"-\" \"A\"" > log
gives vhost,host,user '-\t::1\t-'
echo "192.0.2.1:50312 - - $time \"GET / HTTP/1.1\" 200 1" > log
gives vhost,host '-\t192.0.2.1:50312'

# Escapes are decoded; text output escapes a backslash and control characters.
printf '%s\n' "192.0.2.1 - - $time \"GET /\\\"q\\\" HTTP/1.1\" 200 1 \"-\" \"a\\\\b \\x41\\x09\\n \\q\"" > log
gives path,agent '/"q"\ta\\\\b A\\x09\\x0a \\\\q'
# Some servers do not escape a quotation mark.
echo "192.0.2.1 - - $time \"GET / HTTP/1.1\" 200 1 \"-\" \"an \"odd\"agent\"" > log
gives agent 'an "odd"agent'

# Requests that are none.
echo "192.0.2.1 - - $time \"-\" 408 0 \"-\" \"-\"" > log
gives request,method,path,status '-\t-\t-\t408'
printf '192.0.2.1 - - %s "\\x16\\x03\\x01 \026" 400 0\n' "$time" > log
gives method,path,protocol '-\t\\x16\\x03\\x01 \\x16\t-'
echo "192.0.2.1 - - $time \"GET /a b c HTTP/1.0\" 200 1" > log
gives path,protocol '/a b c\tHTTP/1.0'
echo "192.0.2.1 - - $time \"GET /old\" 009 1" > log
gives method,path,protocol,status 'GET\t/old\t-\t9'

# Cut off before the closing quotation mark.
echo "192.0.2.1 - - $time \"GET / HTTP/1.1\" 200 1 \"-\" \"Mozilla/5.0 (X1" > log
gives referer,agent,cut '-\tMozilla/5.0 (X1\tagent'
echo "192.0.2.1 - - $time \"GET / HTTP/1.1\" 200 1 \"http://exam" > log
gives referer,agent,cut 'http://exam\t-\treferer'

# CR LF, no end of the line, NUL bytes, more fields.
printf '192.0.2.1 - - %s "GET / HTTP/1.1" 200 1 "-" "A"\r\n' "$time" > log
gives agent,bytes 'A\t1'
printf '192.0.2.1 - - %s "GET / HTTP/1.1" 200 1' "$time" > log
gives bytes 1
printf '192.0.2.1 - - %s "GET /a\000b HTTP/1.1" 200 1 "-" "A" "more" 0.5\n' "$time" > log
gives path,agent '/a\\x00b\tA'

# Times are compared and printed as UTC.
for zone in '10/Oct/2000:23:00:00 -0500' '11/Oct/2000:04:00:00 +0000' '11/Oct/2000:09:30:00 +0530'; do
  echo "192.0.2.1 - - [$zone] \"GET / HTTP/1.1\" 200 1" > log
  gives time '2000-10-11T04:00:00Z'
done
echo '192.0.2.1 - - [29/Feb/2000:23:59:60 +0000] "GET / HTTP/1.1" 200 1' > log
gives time '2000-03-01T00:00:00Z'

echo > log
is_refused 'the line is empty'
echo word > log
is_refused 'it does not begin with a host: word'
echo '192.0.2.1 - [x] "GET /" 200 1' > log
is_refused 'there is no user with a [time]'
echo '192.0.2.1 - - [10/Oct/2000' > log
is_refused 'the [time] is not closed'
for bad in 29/Feb/2001:13:55:36 10/Okt/2000:13:55:36 10/Oct/2000:24:00:00; do
  echo "192.0.2.1 - - [$bad +0000] \"GET /\" 200 1" > log
  is_refused 'the time is not like [10/Oct/2000:13:55:36 -0700]'
done
echo "192.0.2.1 - - $time GET / 200 1" > log
is_refused 'there is no "request"'
echo "192.0.2.1 - - $time \"GET / 200 1" > log
is_refused 'the "request" is not closed'
echo "192.0.2.1 - - $time \"GET /\" 20 1" > log
is_refused 'the status is not a number of three digits'
for size in x 18446744073709551616 ''; do
  echo "192.0.2.1 - - $time \"GET /\" 200 $size" > log
  is_refused 'the size is neither a number nor "-"'
done
