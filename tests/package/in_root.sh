#!/bin/sh
# in_root.sh FOLDER COMMAND...: runs the command in the system that bare_root.sh has made there.
set -eu
root=$1
shift
exec chroot "$root" /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
