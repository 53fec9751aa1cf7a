#!/bin/sh
# bare_root.sh FOLDER: makes FOLDER, a bare system (debootstrap's minbase) of this machine's Debian
# release, for chroot. It gets packages from where this machine gets them.
set -eu

fail() { printf 'bare_root.sh: %s\n' "$*" >&2; exit 1; }

[ $# -eq 1 ] || fail 'which folder shall it make?'
[ ! -e "$1" ] || fail "$1 is there already"
[ "$(id -u)" -eq 0 ] || fail 'only root can make a bare system and enter it'
command -v debootstrap >/dev/null || fail 'debootstrap is missing'

# shellcheck source=/dev/null
release=$(. /etc/os-release && echo "${VERSION_CODENAME:-unknown}")
cache=$(cd "$(dirname "$0")/../.." && pwd)/build/bare-$release.tar
if [ ! -e "$cache" ]; then
  # shellcheck disable=SC2016  # for apt-get
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' "Codename: $release" 'Component: main' | head -n 1)
  [ -n "$mirror" ] || fail "apt knows no source of the packages of $release; has apt-get update been run?"
  mkdir -p "$(dirname "$cache")"
  rm -rf --one-file-system "$cache.part" "$cache.folder"
  debootstrap --variant=minbase "$release" "$cache.folder" "$mirror" >&2 ||
    fail "debootstrap could not make a bare $release; its last words are above"
  tar -C "$cache.folder" --numeric-owner -cf "$cache.part" .
  rm -rf --one-file-system "$cache.folder"
  mv "$cache.part" "$cache"
fi

mkdir -p "$1"
tar -C "$1" --numeric-owner -xpf "$cache"
# dpkg waits for the disk after each package otherwise.
echo force-unsafe-io >"$1/etc/dpkg/dpkg.cfg.d/90unsafe-io"
# Proxies and the like, and how to find hosts, may change from day to day.
apt-config dump Acquire >"$1/etc/apt/apt.conf.d/90machine"
cp /etc/resolv.conf "$1/etc/resolv.conf"
