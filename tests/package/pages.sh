#!/bin/sh
# pages.sh [PAGE...]: follows the commands of each page, from a clean clone in a bare system of its
# own. docs/how_to/add_to_a_project.md has readme.sh.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
sources=$(cd "$here/../.." && pwd)
root=$sources/build/pages-test

# walk FOLDER <SCRIPT: in FOLDER beside the clone, deepyield/.
walk() {
  rm -rf --one-file-system "$root"
  sh "$here/bare_root.sh" "$root"
  mkdir -p "$root/walk/$1" "$root/walk/deepyield"
  git ls-files -z --cached --others --exclude-standard | tar --null --files-from - -cf - |
    tar -C "$root/walk/deepyield" -xf -
  cat >"$root/walk.sh"
  echo 'APT::Get::Assume-Yes "true";' >"$root/etc/apt/apt.conf.d/90yes"
  sh "$here/in_root.sh" "$root" apt-get update -qq
  sh "$here/in_root.sh" "$root" sh -c "cd /walk/$1 && sh /walk.sh"
}

steps() { python3 "$here/walk_page.py" "$@"; }

[ $# -gt 0 ] || set -- README.md docs/tutorial.md docs/pitfalls.md docs/how_to/profile.md \
  examples/callbacks/README.md examples/logs/README.md
cd "$sources"
for page in "$@"; do
  echo "pages.sh: $page"
  case $page in
    README.md) grep '^\./dev demo' README.md | walk deepyield ;;
    examples/*) steps "$page" | walk deepyield ;;
    docs/*)  # of somebody who has installed it, and has a program
      {
        steps docs/how_to/add_to_a_project.md:needs,install
        echo 'cp deepyield/tests/package/count.cpp my_program.cpp'
        steps "$page"
      } | walk .
      ;;
  esac
done
rm -rf --one-file-system "$root"
