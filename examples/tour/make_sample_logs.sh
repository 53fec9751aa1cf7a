#!/bin/sh
# Makes sample web server logs: make_sample_logs.sh DIR
#   DIR/small   2,000 lines in two files
#   DIR/large   200,000 lines in four files
# In each, one file is gzipped. The same bytes with every awk: a random number generator of our own, and only %d and %s.
# Does nothing where a complete set is already there; files get their names only once they are complete.
set -eu

if [ $# -ne 1 ]; then
  echo "usage: make_sample_logs.sh DIR" >&2
  exit 2
fi
directory=$1
version=$(cksum < "$0")  # an edited script makes a new set
marker=$directory/.complete

if [ -f "$marker" ] && [ "$(cat "$marker")" = "$version" ]; then
  exit 0
fi

mkdir -p "$directory"
rm -f "$marker"
partial=$directory/.partial.$$
trap 'rm -rf "$partial"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$partial"

# make FILE LINES SEED
make() {
  LC_ALL=C awk -v lines="$2" -v seed="$3" '
    # Park and Miller, "Random number generators: good ones are hard to find" (1988): every product stays below 2^53.
    function random(below) {
      state = (state * 16807) % 2147483647
      return state % below
    }
    # Small numbers far more often than large ones, as hosts and paths are in real logs.
    function skewed(below) { return int(random(below) * random(below) / below) }
    function host(i) {
      if (i % 23 == 11) return sprintf("2001:db8::%d:%d", i % 7, i)
      if (i % 23 == 17) return sprintf("crawler-%d.example.net", i)
      if (i < 250) return sprintf("192.0.2.%d", i)
      if (i < 500) return sprintf("198.51.100.%d", i - 250)
      return sprintf("203.0.113.%d", i - 500)
    }
    function page(i) {
      if (i == 0) return "/"
      if (i % 5 == 1) return sprintf("/articles/%d/generators-in-practice.html", i)
      if (i % 5 == 2) return sprintf("/static/images/%d.png", i)
      if (i % 5 == 3) return sprintf("/search?q=%s&page=%d", word[i % words], i % 9)
      if (i % 5 == 4) return sprintf("/downloads/release-%d.%d.tar.gz", i % 4, i)
      return sprintf("/api/v1/items/%d", i)
    }
    function two(n) { return n < 10 ? "0" n : "" n }
    function clock(n) { return sprintf("%s/May/2024:%s:%s:%s +0000", two(1 + int(n / 86400) % 28), two(int(n / 3600) % 24), two(int(n / 60) % 60), two(n % 60)) }
    BEGIN {
      state = seed
      words = split("yield resume coroutine iterator lazy stack range pipeline", split_words, " ")
      for (i = 1; i <= words; ++i) word[i - 1] = split_words[i]
      agents = 5
      agent[0] = "Mozilla/5.0 (X11; Linux x86_64; rv:125.0) Gecko/20100101 Firefox/125.0"
      agent[1] = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15"
      agent[2] = "curl/8.5.0"
      agent[3] = "ExampleBot/2.1 (\\\"polite\\\" crawler; +https://example.net/bot)"
      agent[4] = "-"
      missing = 6
      gone[0] = "/favicon.ico"; gone[1] = "/wp-login.php"; gone[2] = "/robots.txt"
      gone[3] = "/.env"; gone[4] = "/old/index.html"; gone[5] = "/static/app.js.map"

      now = seed * 1000
      for (i = 1; i <= lines; ++i) {
        now += random(9)
        from = host(skewed(750))
        if (i % 14999 == 400 + 37 * seed) {  # a handful that no server should have written
          kind = int(i / 14999 + seed) % 4
          if (kind == 0) printf "%s - - [%s] \"GET /cut/off\n", from, clock(now)
          if (kind == 1) printf "%s - - [%s] \"GET / HTTP/1.1\" OK 512\n", from, clock(now)
          if (kind == 2) printf "\n"
          if (kind == 3) printf "segfault at 0 ip 00007f3c sp 00007ffd error 4 in httpd\n"
          continue
        }

        method = "GET"; path = page(skewed(400)); status = 200; size = 200 + random(40000)
        draw = random(1000)
        if (draw < 60) { status = 304; size = 0 }
        else if (draw < 100) { status = 301; size = 178 }
        else if (draw < 160) { status = 404; path = gone[skewed(missing)]; size = 153 }
        else if (draw < 165) { status = 500; size = 0 }
        else if (draw < 220) { method = "POST"; path = sprintf("/api/v1/items/%d", random(90)); size = 20 + random(300) }
        else if (draw < 230) { method = "HEAD"; size = 0 }
        else if (path ~ /^\/downloads/) size = 100000 + random(1000) * random(9000)
        if (size == 0) size = "-"

        printf "%s - %s [%s] \"%s %s HTTP/1.1\" %d %s \"%s\" \"%s\"\n", from, (random(50) == 0 ? "ada" : "-"), clock(now), method, path, status, size, \
          (random(3) == 0 ? "https://www.example.org/search?q=generators" : "-"), agent[skewed(agents)]
      }
    }' > "$partial/log"
  case $1 in
    *.gz) gzip -n < "$partial/log" > "$partial/log.gz" && mv "$partial/log.gz" "$partial/log" ;;
  esac
  mkdir -p "$(dirname "$directory/$1")"
  mv "$partial/log" "$directory/$1"
}

make small/access.log         1500 1
make small/access.log.1.gz     500 2
make large/access.log        90000 3
make large/access.log.1      60000 4
make large/access.log.2.gz   40000 5
make large/api/access_log    10000 6

echo "$version" > "$partial/complete"
mv "$partial/complete" "$marker"
