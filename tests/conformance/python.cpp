// Cases of CPython's test suite that no other test here covers; docs/conformance.md lists all of
// them.
#include "support/elements.hpp"
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

// The example of PEP 255 that traces try, except and finally. A destructor takes the place of
// `finally`. It yields, so an exit may be raised in it.
TYPED_TEST_CASE(yields_in_handlers_and_destructors, Engine, engines) {
  struct yields_at_its_end {
    yielder_on<Engine, int>& yield;
    int number;
    ~yields_at_its_end() noexcept(false) { yield(number); }
  };
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    try {
      yield(1);
      try {
        yield(2);
        throw std::runtime_error("as by a division by zero");
      } catch (const std::runtime_error&) {
        yield(4);
        yield(5);
        throw;
      }
    } catch (...) {
      yield(8);
    }
    yield(9);
    {
      yields_at_its_end scope{yield, 10};
    }
    yields_at_its_end last{yield, 12};
    yield(11);
    return;
  };
  CHECK_YIELDS(g, std::vector<int>{1, 2, 4, 5, 8, 9, 10, 11, 12});
}

TYPED_TEST_CASE(a_stop_iteration_caught_within_the_body_is_no_end, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    yield(1);
    try {
      throw deepyield::stop_iteration();
    } catch (...) {
      yield(2);
    }
    yield(3);
  };
  CHECK_YIELDS(g, std::vector<int>{1, 2, 3});
}

namespace {

// David Eppstein's union-find: the generator of a root yields the root for ever. Once the root has
// a parent, it yields what the parent's generator yields.
template <class Engine>
class disjoint_set {
 public:
  explicit disjoint_set(char name) : name_(name) {}
  disjoint_set(const disjoint_set&) = delete;
  disjoint_set& operator=(const disjoint_set&) = delete;

  char name() const { return name_; }
  const disjoint_set& find() { return **roots_.next(); }
  void merge_into(disjoint_set& parent) { parent_ = &parent; }

 private:
  char name_;
  disjoint_set* parent_ = nullptr;
  generator_on<Engine, const disjoint_set*> roots_ =
      [this](yielder_on<Engine, const disjoint_set*>& yield) {
        while (!parent_) yield(this);
        for (const disjoint_set* root : parent_->roots_) yield(root);
      };
};

}  // namespace

TYPED_TEST_CASE(sets_that_are_merged_find_their_root_through_each_others_generators, Engine,
                engines) {
  std::vector<std::unique_ptr<disjoint_set<Engine>>> sets;
  for (char name = 'A'; name <= 'F'; ++name)
    sets.push_back(std::make_unique<disjoint_set<Engine>>(name));
  const auto roots = [&] {
    std::string names;
    for (auto& set : sets) names += set->find().name();
    return names;
  };
  BOOST_TEST(roots() == "ABCDEF");
  sets[0]->merge_into(*sets[1]);
  BOOST_TEST(roots() == "BBCDEF");
  sets[4]->merge_into(*sets[5]);
  sets[1]->merge_into(*sets[2]);
  BOOST_TEST(roots() == "CCCDFF");
  sets[5]->merge_into(*sets[3]);
  sets[2]->merge_into(*sets[3]);
  BOOST_TEST(roots() == "DDDDDD");
}
