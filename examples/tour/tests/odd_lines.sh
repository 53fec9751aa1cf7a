# Lines that are unusual, and lines that are wrong: odd_lines.sh TOUR
. "$(dirname "$0")/../../support/checks.sh"

cd "$folder"
{
  record 192.0.2.1 /plain 200 100
  printf '192.0.2.2 - - [10/Oct/2000:13:55:36 -0700] "GET /carriage-return HTTP/1.1" 200 100\r\n'
  printf '192.0.2.3 - - [10/Oct/2000:13:55:36 -0700] "GET /quoted HTTP/1.1" 404 - "-" "an \\"agent\\" \\\\"\n'
  printf '192.0.2.4 - - [10/Oct/2000:13:55:36 -0700] "\\x16\\x03\\x01" 400 0 "-" "-" extra "fields here"\n'
  printf '192.0.2.5 - - [10/Oct/2000:13:55:36 -0700] "GET /nul\000byte HTTP/1.1" 404 7\n'
  printf '192.0.2.6 - - [10/Oct/2000:13:55:36 -0700] "GET /no-newline?at=the&end HTTP/1.1" 404 7'
} > good.log
run 0 "$1" good.log
is_quiet
prints 'Read:       1 file, 6 lines,'
prints_no 'Malformed'
prints 'Requests:   6, 214 B sent'
prints 'Statuses:   200: 2  400: 1  404: 3'
prints '              1  /no-newline'
prints_no '/no-newline?'
prints '              1  /nul\x00byte'
prints '              1  /quoted'

{
  printf 'not a record\n'
  record 192.0.2.1 /x 20x 1
  record 192.0.2.1 /x 200 many
  record 192.0.2.1 /x 200 99999999999999999999
  printf '\n'
  printf '192.0.2.1 - - [10/Oct/2000:13:55:36 -0700] "GET /x\n'
  printf '192.0.2.1 - - [10/Oct/2000:13:55:36 -0700 "GET /x HTTP/1.1" 200 1\n'
  printf '192.0.2.1 - - time "GET /x HTTP/1.1" 200 1\n'
  printf '192.0.2.1 - - [10/Oct/2000:13:55:36 -0700] GET /x 200 1\n'
  printf '\033[31mred\000\n'
  record 192.0.2.1 /good 200 1
} > bad.log
run 0 "$1" bad.log
is_quiet
prints 'Malformed:  10 lines'
prints '    bad.log: 10'
prints "      line 1: there are fewer than seven fields: 'not a record'"
prints '      line 2: the status is not a number of three digits: '
prints "      line 3: the size is neither a number nor '-': "
prints '      and 7 more'
prints 'Requests:   1, 1 B sent'

# Each of the others by itself, for its message.
tour=$1
says() {
  sed -n "$1p" bad.log > one.log
  run 0 "$tour" one.log
  prints "      line 1: $2"
}
says 4 "the size is neither a number nor '-'"
says 5 'the line is empty'
says 6 'a quotation mark is not closed'
says 7 'a bracket is not closed'
says 8 'the fourth field is not a [time]'
says 9 'the fifth field is not a "request"'
says 10 "there are fewer than seven fields: '\\x1b[31mred\\x00'"

# A line of a megabyte, and one that no buffer should hold.
{
  record 192.0.2.1 /before 200 1
  printf '192.0.2.2 - - [10/Oct/2000:13:55:36 -0700] "GET /'
  head -c 1000000 /dev/zero | tr '\000' x
  printf ' HTTP/1.1" 200 123456789\n'
  record 192.0.2.3 /after 200 1
} > long.log
run 0 "$1" long.log
is_quiet
prints 'Read:       1 file, 3 lines, 1.0 MB'
prints 'Requests:   3, 123.5 MB sent'

{ record 192.0.2.1 /before 200 1; head -c 70000000 /dev/zero; } > endless.log
run 1 "$1" endless.log long.log
complains 'tour: endless.log: line 2 is longer than 64 MiB; is this a text file?'
prints 'Requests:   4,'
