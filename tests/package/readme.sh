#!/bin/sh
# readme.sh: walks through docs/how_to/add_to_a_project.md in a bare system, word by word.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
sources=$(cd "$here/../.." && pwd)
root=$sources/build/readme-test

rm -rf --one-file-system "$root"
sh "$here/bare_root.sh" "$root"
mkdir -p "$root/walk/deepyield"
(cd "$sources" && tar -cf - CMakeLists.txt LICENSE cmake debuggers include packaging src) | tar -C "$root/walk/deepyield" -xf -
version=$(sed -n 's/.* VERSION \([0-9.]*\) .*/\1/p' "$sources/CMakeLists.txt")
tar -C "$root/walk" --transform "s,^deepyield,deepyield-$version," -czf "$root/walk/deepyield-$version.tar.gz" deepyield
python3 "$here/walk_readme.py" "$sources/README.md" "$sources/docs/how_to/add_to_a_project.md" >"$root/walk/walk.sh"
echo 'APT::Get::Assume-Yes "true";' >"$root/etc/apt/apt.conf.d/90yes"

sh "$here/in_root.sh" "$root" apt-get update -qq
sh "$here/in_root.sh" "$root" sh -c 'cd /walk && sh walk.sh'
rm -rf --one-file-system "$root"
