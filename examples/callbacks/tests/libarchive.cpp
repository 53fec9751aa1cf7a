// libarchive.hpp, left early: the file that it reads is closed, and was not read to its end. That
// libarchive's memory is freed, AddressSanitizer and Valgrind see.
#include "libarchive.hpp"

#include "sample_backup.hpp"
#include "support/leave_early.hpp"

#include <boost/test/unit_test.hpp>

#include <stdexcept>

namespace {

int open_files = 0;
std::size_t bytes_read = 0;

// Counts itself as an open file.
text_chunks download(const std::string& backup, std::size_t breaks_at = std::string::npos) {
  return [=](deepyield::yielder<std::string>& yield) {
    struct opened {
      opened() { ++open_files, bytes_read = 0; }
      ~opened() { --open_files; }
    } file;
    for (const std::string& chunk : chunks_of(backup.substr(0, breaks_at), 4096)) {
      bytes_read += chunk.size();
      yield(chunk);
    }
    if (breaks_at < backup.size()) throw std::invalid_argument("broken");
  };
}

void check_nothing_left() { BOOST_TEST(open_files == 0); }

}  // namespace

BOOST_AUTO_TEST_CASE(leaving_at_every_file) {
  const std::string backup = sample_backup();
  leave_early_in_every_way([&] { return unpacked(download(backup)); }, check_nothing_left, 3);
}

BOOST_AUTO_TEST_CASE(leaving_at_the_first_file_leaves_the_rest_unread) {
  const std::string backup = sample_backup();
  auto files = unpacked(download(backup));
  BOOST_TEST(files.next()->name == "letters/to_the_bank.txt");
  BOOST_TEST(open_files == 1);
  files.close();
  check_nothing_left();
  BOOST_TEST(bytes_read < backup.size() / 2);
}

BOOST_AUTO_TEST_CASE(the_chunks_fail) {
  const std::string backup = sample_backup();
  // before the first file, within a file, and within the end of the archive
  for (const std::size_t breaks_at : {std::size_t(0), backup.size() / 2, backup.size() - 1})
    a_callback_throws(unpacked(download(backup, breaks_at)), check_nothing_left);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_archive) {
  auto files = unpacked(download("This is a letter."));
  BOOST_CHECK_THROW(files.next(), std::runtime_error);
  check_nothing_left();
}
