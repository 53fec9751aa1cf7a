// docs/semantics.md, cases 48 and 50: libarchive, whose read callback yields to ask for more of the
// archive.
#include "chunk.hpp"
#include "support/engines.hpp"
#include "support/leave_early.hpp"
#include "support/typed_test_case.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <cerrno>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

struct archive_deleter {
  void operator()(archive* a) const { archive_free(a); }
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};
using archive_handle = std::unique_ptr<archive, archive_deleter>;
using entry_handle = std::unique_ptr<archive_entry, archive_deleter>;

void add_file(archive* to, const std::string& name, const std::string& content) {
  const entry_handle entry(archive_entry_new());
  archive_entry_set_pathname(entry.get(), name.c_str());
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0600);
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
  BOOST_REQUIRE_EQUAL(archive_write_header(to, entry.get()), ARCHIVE_OK);
  BOOST_REQUIRE_EQUAL(archive_write_data(to, content.data(), content.size()),
                      static_cast<la_ssize_t>(content.size()));
}

// A tar file of three files.
std::string sample_archive() {
  std::string memory(1 << 16, '\0');
  std::size_t used = 0;
  const archive_handle output(archive_write_new());
  archive_write_set_format_ustar(output.get());
  BOOST_REQUIRE_EQUAL(archive_write_open_memory(output.get(), &memory[0], memory.size(), &used),
                      ARCHIVE_OK);
  for (const char* name : {"one", "two", "three"})
    add_file(output.get(), name, std::string(5000, name[0]));
  BOOST_REQUIRE_EQUAL(archive_write_close(output.get()), ARCHIVE_OK);
  memory.resize(used);
  return memory;
}

// An element is a name, or a null pointer, which asks the consumer to send more of the archive. The
// result is the status with which reading ended.
template <class Engine>
using listing = deepyield::generator<const char*, chunk, int, Engine>;

template <class Engine>
using listing_yielder = typename listing<Engine>::yielder_type;

int opened = 0;  // and not yet closed

template <class Engine>
struct input {
  listing_yielder<Engine>& yield;

  static int open(archive*, void*) { return ++opened, ARCHIVE_OK; }
  static int close(archive*, void*) { return --opened, ARCHIVE_OK; }

  static la_ssize_t read(archive* a, void* data, const void** buffer) {
    chunk* sent = nullptr;
    const bool go_on = static_cast<input*>(data)->yield.try_yield(nullptr, sent);
    return answer(a, buffer, go_on, sent);
  }

  // Asks a second time if nothing is sent. Throws if an empty piece is sent.
  static la_ssize_t read_insistently(archive* a, void* data, const void** buffer) {
    auto& yield = static_cast<input*>(data)->yield;
    const chunk* sent = nullptr;
    const bool go_on = yield.guard([&] {
      sent = yield(nullptr);
      if (!sent) sent = yield(nullptr);
      if (sent && !sent->size) throw std::invalid_argument("an empty piece");
    });
    return answer(a, buffer, go_on, sent);
  }

 private:
  static la_ssize_t answer(archive* a, const void** buffer, bool go_on, const chunk* sent) {
    if (!go_on) {
      archive_set_error(a, ECANCELED, "abandoned");
      return ARCHIVE_FATAL;
    }
    if (!sent) return 0;  // the end
    *buffer = sent->data;
    return static_cast<la_ssize_t>(sent->size);
  }
};

template <class Engine>
listing<Engine> names(archive_read_callback* read = input<Engine>::read) {
  return [read](listing_yielder<Engine>& yield) {
    input<Engine> from{yield};
    const archive_handle reading(archive_read_new());
    archive_read_support_format_tar(reading.get());
    int result =
        archive_read_open(reading.get(), &from, input<Engine>::open, read, input<Engine>::close);
    archive_entry* entry = nullptr;
    while (result == ARCHIVE_OK &&
           (result = archive_read_next_header(reading.get(), &entry)) == ARCHIVE_OK)
      yield(archive_entry_pathname(entry));
    yield.rethrow_pending();
    return result;
  };
}

}  // namespace

TYPED_TEST_CASE(case_48_libarchive_is_sent_its_input_in_pieces, Engine, engines) {
  const std::string content = sample_archive();
  std::vector<std::string> found;
  auto g = names<Engine>();
  std::size_t sent = 0;
  const char* const* given = g.next();
  while (given) {
    if (*given) {
      found.push_back(*given);
      given = g.next();
    } else {
      const std::string piece = content.substr(sent, 700);
      sent += piece.size();
      given = g.send(as_chunk(piece));
    }
  }
  BOOST_TEST(found == (std::vector<std::string>{"one", "two", "three"}),
             boost::test_tools::per_element());
  BOOST_TEST(g.result() == ARCHIVE_EOF);
  BOOST_TEST(opened == 0);
}

TYPED_TEST_CASE(case_48_leaving_libarchive_where_it_asks_for_input, Engine, engines) {
  const int all = 1;  // it is sent nothing, so it asks only once
  leave_early_in_every_way([] { return names<Engine>(); }, [] { BOOST_TEST(opened == 0); }, all);
}

TYPED_TEST_CASE(case_48_leaving_libarchive_after_an_entry, Engine, engines) {
  const std::string content = sample_archive();
  auto g = names<Engine>();
  const char* const* given = g.next();
  while (given && !*given) given = g.send(as_chunk(content));
  BOOST_REQUIRE(given);
  BOOST_TEST(*given == std::string("one"));
  BOOST_TEST(opened == 1);
  g.close();
  BOOST_TEST(opened == 0);
}

TYPED_TEST_CASE(case_48_libarchive_sees_its_own_error_code, Engine, engines) {
  int result = ARCHIVE_OK;
  deepyield::generator<const char*, chunk, void, Engine> g = [&](listing_yielder<Engine>& yield) {
    input<Engine> from{yield};
    const archive_handle reading(archive_read_new());
    archive_read_support_format_tar(reading.get());
    result = archive_read_open(reading.get(), &from, input<Engine>::open, input<Engine>::read,
                               input<Engine>::close);
    yield.rethrow_pending();
  };
  g.next();
  g.close();
  BOOST_TEST(result == ARCHIVE_FATAL);
  BOOST_TEST(opened == 0);
}

TYPED_TEST_CASE(case_50_several_yields_in_a_callback_of_libarchive, Engine, engines) {
  const std::string content = sample_archive();
  auto g = names<Engine>(input<Engine>::read_insistently);
  BOOST_TEST((*g.next() == nullptr));
  BOOST_TEST((*g.next() == nullptr));  // it asks once more
  BOOST_TEST(*g.send(as_chunk(content)) == std::string("one"));
  g.close();
  BOOST_TEST(opened == 0);
}

TYPED_TEST_CASE(case_50_leaving_libarchive_within_a_callback, Engine, engines) {
  const auto make = [] { return names<Engine>(input<Engine>::read_insistently); };
  leave_early_in_every_way(make, [] { BOOST_TEST(opened == 0); });
}

TYPED_TEST_CASE(case_50_a_callback_of_libarchive_throws, Engine, engines) {
  auto g = names<Engine>(input<Engine>::read_insistently);
  g.next();
  BOOST_CHECK_THROW(g.send(chunk{"", 0}), std::invalid_argument);
  BOOST_TEST(opened == 0);
}
