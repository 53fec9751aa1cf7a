// line_protocol.hpp: chunks may end anywhere, and so may the session. Its stack is given back. That
// its memory is freed, AddressSanitizer and Valgrind see.
#include "line_protocol.hpp"

#include <deepyield/stack.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <stdexcept>
#include <string>

namespace {

const std::string commands =
    "set a 4\r\nx\r\ny\r\nget a\r\nset a 0\r\n\r\nget a\r\nset b 3\r\nend\r\nget b\r\n";
const std::string answers = "STORED\nx\r\ny\nSTORED\n\nSTORED\nend\n";

void feed(deepyield::consumer<char>& server, const std::string& chunk) {
  std::copy(chunk.begin(), chunk.end(), server.out());
}

}  // namespace

BOOST_AUTO_TEST_CASE(chunks_of_every_size) {
  for (std::size_t size = 1; size <= commands.size(); ++size) {
    std::ostringstream replies;
    auto server = session(replies);
    for (std::size_t at = 0; at < commands.size(); at += size)
      feed(server, commands.substr(at, size));
    server.finish();
    BOOST_TEST(replies.str() == answers);
  }
}

BOOST_AUTO_TEST_CASE(leaving_after_every_byte) {
  const std::size_t before = deepyield::stack_pool::statistics().live;
  std::ostringstream replies;
  for (std::size_t size = 0; size <= commands.size(); ++size) {
    {
      auto dropped = session(replies);
      feed(dropped, commands.substr(0, size));
    }
    auto closed = session(replies);
    feed(closed, commands.substr(0, size));
    closed.close();
    BOOST_TEST(!closed.push('g'));
    closed = {};
    BOOST_TEST(deepyield::stack_pool::statistics().live == before);
  }
}

BOOST_AUTO_TEST_CASE(the_connection_ends_within_a_command) {
  for (const char* part : {"get", "get a\r", "set a 3\r\nen", "set a 3\r\nend\r"}) {
    std::ostringstream replies;
    auto server = session(replies);
    feed(server, part);
    BOOST_CHECK_THROW(server.finish(), std::runtime_error);
    BOOST_TEST(server.done());
  }
}

BOOST_AUTO_TEST_CASE(nothing_is_read_after_quit) {
  std::ostringstream replies;
  auto server = session(replies);
  feed(server, "quit\r\nget a\r\n");
  BOOST_TEST(!server.push('g'));
  BOOST_TEST(replies.str() == "");
}
