# Makes a test of each ```cpp block of a document: it must print what the comment at its end says.
# And of each row of a table, `| Python | statement, ..., expression | what the expression gives |`.
/^```cpp$/ { inside = 1; code = expected = ""; start = FNR + 1; next }
/^```$/ && inside {
  printf "BOOST_AUTO_TEST_CASE(line_%d) {\n  const printed output;\n#line %d \"%s\"\n%s  BOOST_TEST(output.text() == \"%s\");\n}\n", start, start, FILENAME, code, expected
  inside = 0
}
inside && /^\/\/ / { expected = expected substr($0, 4) "\\n"; next }
inside { code = code $0 "\n" }
!inside && /^\| `/ {
  split($0, cell, / \| /)
  count = split(cell[2], part, "`")
  gsub(/`| \|$/, "", cell[3])
  printf "BOOST_AUTO_TEST_CASE(line_%d) {\n  using namespace itertools;\n  using namespace table;\n  const printed output;\n  auto g = count_up_to(5);\n#line %d \"%s\"\n", FNR, FNR, FILENAME
  for (i = 2; i < count - 2; i += 2) printf "  %s;\n", part[i]
  printf "  print(%s);\n  BOOST_TEST(output.text() == \"%s\\n\");\n}\n", part[i], cell[3]
}
