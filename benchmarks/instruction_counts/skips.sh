# Both checks begin with this: it exits with 77 (skipped, for ctest) where counts mean nothing.
skip() {
  echo "skipped: $*"
  exit 77
}

# FLAGS
skip_unless_comparable() {
  command -v valgrind >/dev/null || skip "valgrind is not installed"
  case " $1 " in
    *-fsanitize* | *--coverage* | *-fprofile*) skip "instrumented code does more: $1" ;;
    *' -flto'* | *-march* | *-fno-omit-frame-pointer* | *-fcf-protection* | *-fstack-protector*) skip "the counts are those of plain -O2: $1" ;;
  esac
  case " $1 " in
    *' -O2 '*) ;;
    *) skip "the counts are those of -O2: $1" ;;
  esac
}
