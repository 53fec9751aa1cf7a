# Puts each example in the headers' documentation comments ("/// code") into a function of its own.
FNR == 1 { close_block() }
/^ *\/\/\/   +[^ ]/ {
  if (!inside) printf "inline void example_%d() {\n#line %d \"%s\"\n", ++examples, FNR, FILENAME
  inside = 1
  sub(/^ *\/\/\/   /, "")
  print
  next
}
{ close_block() }
END { close_block() }
function close_block() {
  if (inside) print "}"
  inside = 0
}
