# Files that cannot be read are named, the others are read all the same, and the exit code tells: bad_input.sh TOUR
. "$(dirname "$0")/../../support/checks.sh"

cd "$folder"
record 192.0.2.1 /index.html 200 1000 > good.log
awk 'BEGIN { for (i = 1; i <= 5000; ++i) printf "192.0.2.9 - - [10/Oct/2000:13:55:36 -0700] \"GET /%d HTTP/1.1\" 200 10\n", i * i }' > long.log
gzip -n < long.log > whole.gz
size=$(wc -c < whole.gz)
head -c $((size / 2)) whole.gz > truncated.gz
head -c $((size - 4)) whole.gz > without_trailer.gz
head -c 5 whole.gz > header_only.gz
{ head -c $((size / 2)) whole.gz; printf 'XXXXXXXXXXXXXXXX'; tail -c +$((size / 2 + 17)) whole.gz; } > corrupt.gz
ln -s nowhere dangling.log
: > empty.log

run 0 "$1" good.log empty.log
is_quiet
prints 'Read:       2 files, 1 line,'
prints 'Requests:   1, 1.0 kB sent'
prints_no 'Unreadable'

run 0 "$1" empty.log
prints 'Requests:   0, 0 B sent'

# zlib looks at the content: neither name matters.
cp whole.gz plainly_named.log
run 0 "$1" plainly_named.log
prints 'Requests:   5,000,'
cp good.log not_compressed.gz
run 0 "$1" not_compressed.gz
prints 'Requests:   1,'
cat whole.gz whole.gz > two_members.gz
run 0 "$1" two_members.gz
prints 'Requests:   10,000,'

run 1 "$1" missing.log good.log
complains 'tour: missing.log: No such file or directory'
prints 'Unreadable: 1; what could be read before the error is counted'
prints '    missing.log: No such file or directory'
prints 'Requests:   1, 1.0 kB sent'

run 1 "$1" dangling.log good.log
complains 'tour: dangling.log: No such file or directory'
prints 'Requests:   1, 1.0 kB sent'

if [ "$(id -u)" -ne 0 ]; then
  cp good.log forbidden.log
  chmod 0 forbidden.log
  run 1 "$1" forbidden.log good.log
  complains 'tour: forbidden.log: Permission denied'
  prints 'Requests:   1, 1.0 kB sent'
fi

for file in header_only.gz without_trailer.gz; do
  run 1 "$1" $file good.log
  complains "tour: $file: truncated: its gzip data ends too early"
done
prints 'Requests:   5,001,'

# What was read before the end counts, but for the line that is cut.
run 1 "$1" truncated.gz good.log
complains 'tour: truncated.gz: truncated: its gzip data ends too early'
prints_no 'Malformed'
requests=$(sed -n 's/^  Requests:   \([0-9,]*\), .*/\1/p' "$folder/output" | tr -d ,)
{ [ "$requests" -gt 1000 ] && [ "$requests" -lt 5000 ]; } || fail "counts $requests requests of a file that has about half of 5,000"

run 1 "$1" corrupt.gz good.log
complains 'tour: corrupt.gz: corrupt: its gzip data cannot be decompressed'
prints 'Requests:   '

run 2 "$1" --no-such-option
complains 'tour: unknown option --no-such-option'
run 2 "$1" --samples
complains 'tour: --samples needs a folder'
run 0 "$1" --help
prints 'usage: tour'
