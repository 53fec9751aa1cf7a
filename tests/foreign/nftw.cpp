// docs/semantics.md, cases 48 and 50: nftw, which passes no user pointer to its callback: the
// callback finds its yielder by ambient.
#include "../../examples/callbacks/temporary_folder.hpp"
#include "support/engines.hpp"
#include "support/leave_early.hpp"
#include "support/open_descriptors.hpp"
#include "support/typed_test_case.hpp"

#include <deepyield/ambient.hpp>

#include <ftw.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

// Two folders with two files each.
class sample_folder : public temporary_folder {
 public:
  sample_folder() {
    for (const std::string folder : {"one", "two"}) {
      add_folder(folder);
      for (const char* file : {"/a", "/b"}) add_file(folder + file);
    }
  }
};

template <class Engine>
using ambient_paths = deepyield::ambient<const char*, void, Engine>;

template <class Engine>
int yield_path(const char* path, const struct stat*, int, FTW*) {
  return ambient_paths<Engine>::current().try_yield(path) ? 0 : 1;
}

template <class Engine>
int yield_path_and_name(const char* path, const struct stat*, int, FTW* place) {
  auto& yield = ambient_paths<Engine>::current();
  const bool go_on = yield.guard([&] {
    yield(path);
    yield(path + place->base);
  });
  return go_on ? 0 : 1;
}

// For files that have a number as name.
template <class Engine>
int check_number(const char* path, const struct stat*, int type, FTW* place) {
  auto& yield = ambient_paths<Engine>::current();
  const bool go_on = yield.guard([&] {
    yield(path);
    if (type == FTW_F) std::stoi(path + place->base);
  });
  return go_on ? 0 : 1;
}

using visitor = int (*)(const char*, const struct stat*, int, FTW*);

template <class Engine>
generator_on<Engine, const char*> paths_below(const std::string& folder,
                                              visitor visit = yield_path<Engine>) {
  return [&folder, visit](yielder_on<Engine, const char*>& yield) {
    ambient_paths<Engine> scope(yield);
    nftw(folder.c_str(), visit, 16, FTW_PHYS);
    yield.rethrow_pending();
  };
}

std::vector<std::string> sorted(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TYPED_TEST_CASE(case_48_all_that_nftw_finds, Engine, engines) {
  const sample_folder samples;
  const int descriptors = open_descriptors();
  auto g = paths_below<Engine>(samples.path());
  std::vector<std::string> found;
  for (const char* path : g) found.push_back(path + samples.path().size());
  BOOST_TEST(sorted(found) == (std::vector<std::string>{"", "/one", "/one/a", "/one/b", "/two",
                                                        "/two/a", "/two/b"}),
             boost::test_tools::per_element());
  BOOST_TEST(open_descriptors() == descriptors);
}

TYPED_TEST_CASE(case_48_leaving_nftw_early_leaves_no_descriptor, Engine, engines) {
  const sample_folder samples;
  const int descriptors = open_descriptors();
  leave_early_in_every_way([&] { return paths_below<Engine>(samples.path()); },
                           [&] { BOOST_TEST(open_descriptors() == descriptors); });
}

TYPED_TEST_CASE(case_48_nftw_holds_descriptors_while_it_is_suspended, Engine, engines) {
  const sample_folder samples;
  const int descriptors = open_descriptors();
  auto g = paths_below<Engine>(samples.path());
  for (int path = 0; path < 3; ++path) g.next();  // now within a folder
  BOOST_TEST(open_descriptors() > descriptors);
  g.close();
  BOOST_TEST(open_descriptors() == descriptors);
}

TYPED_TEST_CASE(case_48_two_walks_of_nftw_in_step, Engine, engines) {
  const sample_folder samples;
  auto one = paths_below<Engine>(samples.path());
  auto other = paths_below<Engine>(samples.path());
  while (const char* const* path = one.next()) {
    const std::string from_one = *path;
    BOOST_TEST(next(other) == from_one);
  }
  BOOST_TEST(!other.next());
}

TYPED_TEST_CASE(case_50_several_yields_in_a_callback_of_nftw, Engine, engines) {
  const sample_folder samples;
  auto g = paths_below<Engine>(samples.path(), yield_path_and_name<Engine>);
  int paths = 0;
  while (const char* const* path = g.next()) {
    const std::string whole = *path, name = next(g);
    BOOST_TEST(whole.substr(whole.size() - name.size()) == name);
    ++paths;
  }
  BOOST_TEST(paths == 7);
}

TYPED_TEST_CASE(case_50_leaving_nftw_within_a_callback_leaves_no_descriptor, Engine, engines) {
  const sample_folder samples;
  const int descriptors = open_descriptors();
  const auto make = [&] {
    return paths_below<Engine>(samples.path(), yield_path_and_name<Engine>);
  };
  // within a folder too
  leave_early_in_every_way(make, [&] { BOOST_TEST(open_descriptors() == descriptors); }, 6);
}

TYPED_TEST_CASE(case_50_a_callback_of_nftw_throws, Engine, engines) {
  const sample_folder samples;
  const int descriptors = open_descriptors();
  a_callback_throws(paths_below<Engine>(samples.path(), check_number<Engine>),
                    [&] { BOOST_TEST(open_descriptors() == descriptors); });
}
