// nftw.hpp, left early at every entry and folder: no folder stays open.
#include "nftw.hpp"

#include "sample_project.hpp"
#include "support/leave_early.hpp"
#include "support/open_descriptors.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_CASE(leaving_at_every_entry) {
  const sample_project project;
  const int before = open_descriptors();
  leave_early_in_every_way([&] { return entries_below(project.path()); },
                           [=] { BOOST_TEST(open_descriptors() == before); }, 11);
}

BOOST_AUTO_TEST_CASE(leaving_at_every_folder) {
  const sample_project project;
  const int before = open_descriptors();
  leave_early_in_every_way([&] { return walk(project.path()); },
                           [=] { BOOST_TEST(open_descriptors() == before); }, 4);
}

BOOST_AUTO_TEST_CASE(folders_are_open_while_it_is_suspended) {
  const sample_project project;
  const int before = open_descriptors();
  auto folders = walk(project.path());
  folders.next();
  BOOST_TEST(open_descriptors() > before);
}

BOOST_AUTO_TEST_CASE(two_walks_in_step) {
  const sample_project project, copy;
  auto ours = walk(project.path()), theirs = walk(copy.path());
  while (const folder* const one = ours.next()) {
    const folder* const other = theirs.next();
    BOOST_REQUIRE(other);
    BOOST_TEST(project.relative(one->path) == copy.relative(other->path));
    BOOST_TEST(one->files == other->files, boost::test_tools::per_element());
  }
  BOOST_TEST(!theirs.next());
}
