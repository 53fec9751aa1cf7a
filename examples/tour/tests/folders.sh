# Logs are found in folders by their content, at every depth, in the order of their names: folders.sh TOUR
. "$(dirname "$0")/../../support/checks.sh"

cd "$folder"
mkdir -p logs/b/c logs/empty
record 192.0.2.1 /1 200 1 > logs/access.log
record 192.0.2.2 /2 200 1 | gzip -n > logs/b/no_telling_name
record 192.0.2.3 /3 200 1 > logs/b/c/access.log.1
head -c 3000000 /dev/zero > logs/b/binary
echo 'Dear diary, today I logged nothing.' > logs/diary.txt
ln -s .. logs/b/loop
ln -s ../access.log logs/b/link.log
ln -s nowhere logs/b/dangling.log
mkfifo logs/pipe

run 0 "$1" --no-timing logs
is_quiet
prints 'Read:       3 files, 3 lines,'
prints 'Skipped:    6 files in these folders'
sed -n '/Skipped:/,/Requests:/p' "$folder/output" > skipped
diff -u - skipped >&2 <<'END' || fail "what is skipped is not said, or not in order"
  Skipped:    6 files in these folders
    logs/b/binary: none of its first lines is a log record
    logs/b/dangling.log: a symbolic link
    logs/b/link.log: a symbolic link
    logs/b/loop: a symbolic link
    logs/diary.txt: none of its first lines is a log record
    logs/pipe: not a regular file
  Requests:   3, 3 B sent
END

# A link that is named is followed; a file that is named is read, whatever is in it.
run 0 "$1" logs/b/loop/access.log logs/b/link.log logs/diary.txt
prints 'Read:       3 files, 3 lines,'
prints 'Malformed:  1 line'

# A broken file is not taken for one that is no log.
gzip -n < logs/access.log | head -c 30 > logs/cut.gz
run 1 "$1" logs
complains 'tour: logs/cut.gz: truncated: its gzip data ends too early'
prints 'Requests:   3, 3 B sent'

# As deep as a path can name.
(
  mkdir deep
  cd deep
  i=0
  while [ $i -lt 1000 ]; do
    mkdir d && cd d
    i=$((i + 1))
  done
  record 192.0.2.1 /deep 200 1 > access.log
)
run 0 "$1" deep
prints 'Read:       1 file, 1 line,'

if [ "$(id -u)" -ne 0 ]; then
  mkdir forbidden
  chmod 0 forbidden
  run 1 "$1" forbidden logs/access.log
  complains 'tour: forbidden: Permission denied'
  prints 'Requests:   1, 1 B sent'
  chmod 700 forbidden
fi
