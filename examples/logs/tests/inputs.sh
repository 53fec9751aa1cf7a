# Files, folders, compressed files and standard input are read; what is damaged is reported, and all before it counts: inputs.sh LOGS
. "$(dirname "$0")/../../support/checks.sh"
logs=$1
cd "$folder"

# counts NUMBER: so many records are printed.
counts() { [ "$(wc -l < output)" -eq "$1" ] || fail "prints $(wc -l < output) records, not $1"; }

record 192.0.2.1 /1 200 1 > one.log
awk 'BEGIN { for (i = 1; i <= 5000; ++i) printf "192.0.2.9 - - [10/Oct/2000:13:55:36 -0700] \"GET /%d HTTP/1.1\" 200 10\n", i * i }' > long.log
gzip -n < long.log > long.gz
bzip2 < long.log > long.bz2
zstd -q < long.log > long.zst

for file in long.log long.gz long.bz2 long.zst; do
  run 0 "$logs" $file
  is_quiet
  cmp -s output long.log || fail "$file is not read as it was written"
  # The content counts, not the name.
  cp $file unnamed
  run 0 "$logs" < unnamed
  cmp -s output long.log || fail "$file is not read from standard input"
  # Several in a row are one; zeros fill the last block.
  { cat $file $file; case $file in *.log) ;; *) head -c 1000 /dev/zero ;; esac } > twice
  run 0 "$logs" - < twice
  counts 10000
done

for file in long.gz long.bz2 long.zst; do
  size=$(wc -c < $file)
  format=$(echo $file | sed 's/.*\.//; s/gz/gzip/; s/bz2/bzip2/; s/zst/zstd/')

  head -c $((size - 3)) $file > truncated
  run 1 "$logs" truncated one.log
  complains "logs: truncated: the $format data end too early, at byte $((size - 3)), line "
  complains 'logs: 1 file could not be read, or not to the end'
  prints '/1 HTTP'

  { cat $file; printf garbage; } > extended
  run 1 "$logs" extended
  complains "logs: extended: the $format data are damaged: "
  counts 5000
done
complains "at byte $size, line 5001"

# A wrong check sum is found at the end.
size=$(wc -c < long.gz)
{ head -c $((size - 8)) long.gz; printf 'XXXX'; tail -c 4 long.gz; } > bad_sum
run 1 "$logs" bad_sum
complains 'logs: bad_sum: the gzip data are damaged: incorrect data check, at byte '
counts 5000

# Damage in the middle: the whole lines before it count, and the line in which it begins is left out.
for file in long.gz long.bz2 long.zst; do
  size=$(wc -c < $file)
  { head -c $((size / 2)) $file; printf 'XXXXXXXXXXXXXXXX'; tail -c +$((size / 2 + 17)) $file; } > damaged
  run 1 "$logs" damaged one.log
  complains 'data are damaged: '
  head -n "$(($(wc -l < output) - 1))" output > before
  head -c "$(wc -c < before)" long.log | head -n 100 > expected
  head -n 100 before | cmp -s - expected || fail "$file: what comes before the damage is wrong"
done

run 1 "$logs" missing.log one.log
complains 'logs: missing.log: No such file or directory'
prints '/1 HTTP'
if [ "$(id -u)" -ne 0 ]; then
  cp one.log forbidden.log
  chmod 0 forbidden.log
  run 1 "$logs" forbidden.log one.log
  complains 'logs: forbidden.log: Permission denied'
fi

# Folders, in the order of the names; links in them are not followed.
mkdir -p logs/b/c logs/empty
record 192.0.2.1 /a 200 1 > logs/access.log
record 192.0.2.2 /b 200 1 | gzip -n > logs/b/unnamed
record 192.0.2.3 /c 200 1 > logs/b/c/access.log.1
ln -s .. logs/b/loop
run 0 "$logs" --fields file,path --totals logs one.log
[ "$(cut -f 2 output | tr -d '\n')" = /a/c/b/1 ] || fail 'the files are not read in order'
complains 'logs: 4 files, 4 lines, 4 records, 4 selected'

# Lines that are no records: ten of a file are shown, all are counted.
{ yes 'no record' | head -n 25; cat one.log; } > bad.log
run 1 "$logs" bad.log bad.log
[ "$(grep -c 'it does\|there is no' errors)" -eq 20 ] || fail 'does not show ten bad lines of each file'
complains 'logs: bad.log:1: '
complains 'logs: bad.log: and 15 more lines that are no records'
complains 'logs: 50 lines left out'
counts 2
run 1 "$logs" --problems 0 bad.log
complains 'logs: bad.log: and 25 more lines that are no records'

# Of a line of megabytes the beginning counts; the lines around it are whole.
{
  cat one.log
  printf '192.0.2.2 - - [10/Oct/2000:13:55:36 -0700] "GET /long HTTP/1.1" 200 5 "-" "'
  head -c 3000000 /dev/zero | tr '\000' x
  printf '"\n'
  head -c 3000000 /dev/zero | tr '\000' y
  echo
  cat one.log
} > huge.log
run 1 "$logs" huge.log
complains 'logs: huge.log:3: it does not begin with a host within the first 1.0 MB: yyy'
[ "$(wc -c < output)" -eq $((2 * $(wc -c < one.log) + 1024 * 1024 + 1)) ] || fail 'a long line is not cut to 1 MiB'
run 1 "$logs" --fields line,path,cut huge.log
[ "$(sed -n 2p output)" = "$(printf '2\t/long\tagent')" ] || fail 'a long line is not marked as cut'
[ "$(sed -n 3p output)" = "$(printf '4\t/1\t-')" ] || fail 'the line after the long lines is lost'
