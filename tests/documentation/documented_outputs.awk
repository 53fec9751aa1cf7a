# Makes a test of each ```cpp block of a document: it must print what the comment at its end says.
/^```cpp$/ { inside = 1; code = expected = ""; start = FNR + 1; next }
/^```$/ && inside {
  printf "BOOST_AUTO_TEST_CASE(line_%d) {\n  const printed output;\n#line %d \"%s\"\n%s  BOOST_TEST(output.text() == \"%s\");\n}\n", start, start, FILENAME, code, expected
  inside = 0
}
inside && /^\/\/ / { expected = expected substr($0, 4) "\\n"; next }
inside { code = code $0 "\n" }
