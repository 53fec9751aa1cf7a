#!/bin/sh
# mingw_lld.sh LLD COMMAND...: what `g++ -wrapper` calls instead of COMMAND. Links by LLD. GNU ld 2.40
# takes up to a minute for a program of many templates at -O0, since it looks through all of an
# object's symbols for each of its COMDAT sections, and g++ for MinGW knows no -fuse-ld=lld. GCC's
# link-time optimisation is left to GNU ld.
lld=$1
shift
case "$* " in
  *' -flto'*) ;;
  */collect2\ *)
    shift
    exec "$lld" "$@"
    ;;
esac
exec "$@"
