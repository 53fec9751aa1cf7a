#!/bin/sh
# readme.sh: walks through the README's "Add it to a project" in a bare system, word by word.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
sources=$(cd "$here/../.." && pwd)
root=$sources/build/readme-test

rm -rf --one-file-system "$root"
sh "$here/bare_root.sh" "$root"
mkdir -p "$root/walk/deepyield"
(cd "$sources" && tar -cf - CMakeLists.txt LICENSE cmake include packaging src) | tar -C "$root/walk/deepyield" -xf -
version=$(sed -n 's/.* VERSION \([0-9.]*\) .*/\1/p' "$sources/CMakeLists.txt")
tar -C "$root/walk" --transform "s,^deepyield,deepyield-$version," -czf "$root/walk/deepyield-$version.tar.gz" deepyield
python3 "$here/walk_readme.py" "$sources/README.md" >"$root/walk/walk.sh"
echo 'APT::Get::Assume-Yes "true";' >"$root/etc/apt/apt.conf.d/90yes"

inside() { chroot "$root" /usr/bin/env -i -C "$1" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive sh -c "$2"; }
inside / 'apt-get update -qq'
inside /walk 'sh walk.sh'
rm -rf --one-file-system "$root"
