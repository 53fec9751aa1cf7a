#!/bin/sh
# debian.sh FOLDER: tests the Debian packages in FOLDER. lintian reads them. Then a bare system
# installs them, builds and runs programs with them, and removes them.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../../build/packages-test

say() { printf 'debian.sh: %s\n' "$*" >&2; }
fail() { say "$@"; exit 1; }

# inside COMMAND...: runs the command in the bare system.
inside() { sh "$here/in_root.sh" "$root" "$@"; }

install() { inside apt-get install -y -qq --no-install-recommends -o Dpkg::Use-Pty=0 "$@"; }

# build OPTION...: builds /test/count of the smallest program.
build() { inside g++ -std=c++14 /test/package/count.cpp -o /test/count "$@"; }

counts() {
  output=$(inside "$1") || fail "$1 fails"
  [ "$output" = '1 2 3 4 5' ] || fail "$1 printed: $output"
}

needs_shared_library() { inside readelf -d "$1" | grep -q 'NEEDED.*libdeepyield\.so\.'; }

# files: lists every file outside /var, where apt and dpkg keep their records.
files() { inside find / -xdev \( -path /test -o -path /var \) -prune -o -print | sort; }

runtime=$(cd "$1" && echo libdeepyield[0-9]*.deb)
development=$(cd "$1" && echo libdeepyield-dev_*.deb)
runtime_name=$(dpkg-deb -f "$1/$runtime" Package)

say 'lintian'
lintian --allow-root --fail-on error "$1/$runtime" "$1/$development"

say 'a bare system'
rm -rf --one-file-system "$root"
sh "$here/bare_root.sh" "$root"
mkdir "$root/test"
cp -r "$here" "$root/test/package"
cp "$1/$runtime" "$1/$development" "$root/test"
inside apt-get update -qq
install g++ pkg-config cmake make
files >"$root/test/before"

say 'the runtime package'
install "/test/$runtime"
inside ldconfig -p | grep -q 'libdeepyield\.so\.' || fail 'the loader does not know the library'

say 'the development package: pkg-config'
install "/test/$development"
library=$(inside sh -c 'realpath /usr/lib/*/libdeepyield.so')
inside test -f "/usr/share/gdb/auto-load$library-gdb.py" || fail "gdb finds no script for $library"
# shellcheck disable=SC2046  # lists
{
  build $(inside pkg-config --cflags --libs deepyield)
  needs_shared_library /test/count || fail 'pkg-config does not lead to the shared library'
  counts /test/count
  inside mv /test/count /test/shared

  build $(inside pkg-config --cflags deepyield) -l:libdeepyield.a
  ! needs_shared_library /test/count || fail 'libdeepyield.a does not replace the shared library'
  counts /test/count

  build -static $(inside pkg-config --static --cflags --libs deepyield)
  counts /test/count
}

say 'the development package: CMake'
inside cmake -S /test/package/consumer -B /test/consumer
inside cmake --build /test/consumer --target count
needs_shared_library /test/consumer/count || fail 'find_package does not lead to the shared library'
counts /test/consumer/count

say 'removal'
inside apt-get autoremove --purge -y -qq -o Dpkg::Use-Pty=0 "$runtime_name" libdeepyield-dev
files >"$root/test/after"
diff "$root/test/before" "$root/test/after" >&2 || fail 'files are left when the packages have been removed'
! inside ldconfig -p | grep libdeepyield || fail 'the loader still knows the library'
! inside /test/shared 2>/dev/null || fail 'a program runs without its shared library'
counts /test/count  # the static one does
rm -rf --one-file-system "$root"
say 'the packages can be installed, used and removed'
