#!/bin/sh
# in_root.sh FOLDER COMMAND...: runs the command in the system that bare_root.sh has made there. It
# sees /proc, as Valgrind wants; the mount is gone when the command has ended.
set -eu
root=$1
shift
# shellcheck disable=SC2016  # for the inner shell
exec unshare --mount sh -c 'mount -t proc proc "$0/proc" && exec chroot "$0" "$@"' "$root" \
  /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
