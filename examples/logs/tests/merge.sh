# Several files are merged in the order of their times, whatever their zones: merge.sh LOGS
. "$(dirname "$0")/../../support/checks.sh"
cd "$folder"

at() { printf '192.0.2.1 - - [10/Oct/2000:%s] "GET %s HTTP/1.1" 200 1\n' "$1" "$2"; }
{ at '10:00:00 +0000' /a1; at '10:00:02 +0000' /a2; at '10:00:05 +0000' /a3; } > a.log
{ at '12:00:01 +0200' /b1; at '12:00:02 +0200' /b2; } | gzip > b.gz
{ at '05:00:03 -0500' /c1; echo 'no record'; at '05:00:04 -0500' /c2; } > c.log
: > empty.log

run 1 "$1" --merge --fields path a.log b.gz c.log empty.log
[ "$(tr -d '\n' < output)" = /a1/b1/a2/b2/c1/c2/a3 ] || fail 'the order is wrong'
complains 'logs: c.log:2: '
run 0 "$1" --fields path a.log b.gz
[ "$(tr -d '\n' < output)" = /a1/a2/a3/b1/b2 ] || fail 'without --merge, the files are not read one after the other'

# A file that ends in damage, or is not there, does not stop the others.
head -c $(($(wc -c < b.gz) - 5)) b.gz > cut.gz
run 1 "$1" --merge --fields path a.log cut.gz missing.log c.log
complains 'logs: cut.gz: the gzip data end too early'
complains 'logs: missing.log: No such file'
[ "$(tr -d '\n' < output | sed 's,/b.,,g')" = /a1/a2/c1/c2/a3 ] || fail 'the others are not merged'

# Many files at once.
mkdir many
i=0
while [ $i -lt 200 ]; do
  at "11:$((i / 60 + 10)):$((i % 60 / 10))$((i % 10)) +0000" /$i > many/$(((i * 77) % 200)).log
  i=$((i + 1))
done
run 0 "$1" --merge --fields path many
[ "$(head -n 3 output | tr -d '\n')" = /0/1/2 ] || fail 'many files are not merged in order'
[ "$(wc -l < output)" -eq 200 ] || fail 'some of many files are lost'
