# Each filter lets the right records pass: filters.sh LOGS
. "$(dirname "$0")/../../support/checks.sh"
logs=$1
cd "$folder"

# at TIME HOST METHOD PATH STATUS
at() { printf '%s - - [%s] "%s %s HTTP/1.1" %s 1\n' "$2" "$1" "$3" "$4" "$5"; }
{
  at '01/Jan/2024:00:00:00 +0100' ::1 GET /1 200  # 23:00 of the day before in UTC
  at '01/Jan/2024:00:00:00 +0000' 192.0.2.1 GET /2.html 404
  at '01/Jan/2024:12:00:00 +0000' 192.0.2.1 HEAD /3 500
  at '02/Jan/2024:00:00:00 +0000' 192.0.2.10 POST '/4.html?x' 503
} > log

# passes PATHS OPTION...
passes() {
  paths=$1
  shift
  run 0 "$logs" --fields path "$@" log
  [ "$(paste -sd ' ' output)" = "$paths" ] || fail "'$*' does not let '$paths' pass"
}

passes '/1 /2.html /3 /4.html'
passes '/2.html /3 /4.html' --since 2024-01-01
passes '/1 /2.html /3 /4.html' --since 2024-01-01T00:00+01:00
passes '/1' --until 2024-01-01
passes '/3' --since '2024-01-01 00:00:01' --until 2024-01-02
passes '/3 /4.html' --since '01/Jan/2024:13:00:00 +0100'
passes '/4.html' --since @1704153600
passes '' --since 1d
passes '/1 /2.html /3 /4.html' --until 90s

passes '/2.html' --status 404
passes '/3 /4.html' --status 5xx
passes '/1 /3' --status 200-299,500
passes '/1 /2.html' --status 2xx --status 404

passes '/2.html /3' --host 192.0.2.1
passes '/1 /4.html' --host ::1 --host 192.0.2.10
passes '/1 /3' --method HEAD,GET --path '^/[0-9]$'
passes '/2.html /4.html' --path '\.html$'
passes '' --path 'x'  # the query is not part of the path

run 2 "$logs" --path '(' log
complains 'logs: --path: '

# A regular expression neither overflows a stack on a long path, nor runs for ever.
long_path() { head -c "$1" /dev/zero | tr '\000' a; }
at '01/Jan/2024:00:00:00 +0000' ::1 GET "/$(long_path 10000)" 200 > long.log
run 0 "$logs" --path '^/(a|b)*$' --fields status long.log
prints 200
at '01/Jan/2024:00:00:00 +0000' ::1 GET "/$(long_path 900000)" 200 > long.log
run 0 "$logs" --path '^/[ab]*$' --fields status long.log
prints 200
run 1 "$logs" --path '^/(a|b)*$' long.log
complains 'logs: long.log:1: the regular expression takes too much time or memory on this path'
at '01/Jan/2024:00:00:00 +0000' ::1 GET "/$(long_path 100)!" 200 > slow.log
at '01/Jan/2024:00:00:00 +0000' ::1 GET /aaa 200 >> slow.log
run 1 "$logs" --path '^/(a*)*$' --fields path slow.log
complains 'logs: slow.log:1: the regular expression takes too much time or memory on this path'
prints /aaa
