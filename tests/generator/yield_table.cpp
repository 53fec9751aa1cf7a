// For each form of Yield (T, T&, const T&, T&&): what an element binds to, and how often it is
// copied and moved.
#include "support/alignment.hpp"
#include "support/counted.hpp"
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>

#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

template <class Engine, class Yield>
using reference_of = typename generator_on<Engine, Yield>::reference;
template <class Engine, class Yield>
using value_of = typename generator_on<Engine, Yield>::value_type;

TYPED_TEST_CASE(reference_and_value_types, Engine, engines) {
  static_assert(std::is_same<reference_of<Engine, int>, int&>::value &&
                    std::is_same<value_of<Engine, int>, int>::value,
                "");
  static_assert(std::is_same<reference_of<Engine, int&>, int&>::value &&
                    std::is_same<value_of<Engine, int&>, int>::value,
                "");
  static_assert(std::is_same<reference_of<Engine, const int&>, const int&>::value &&
                    std::is_same<value_of<Engine, const int&>, int>::value,
                "");
  static_assert(std::is_same<reference_of<Engine, int&&>, int&&>::value &&
                    std::is_same<value_of<Engine, int&&>, int>::value,
                "");
  static_assert(std::is_same<typename generator_on<Engine, const int&>::pointer, const int*>::value,
                "");
  static_assert(std::is_same<typename generator_on<Engine, void>::pointer, bool>::value, "");
  BOOST_TEST(true);
}

TYPED_TEST_CASE(T_binds_an_rvalue_where_it_is, Engine, engines) {
  operations log;
  const counted* made = nullptr;
  generator_on<Engine, counted> g = [&](yielder_on<Engine, counted>& yield) {
    yield(counted(log, 1));
    counted local(log, 2);
    made = &local;
    yield(std::move(local));
  };
  BOOST_TEST(g.next()->value() == 1);
  BOOST_TEST(log.alive == 1);
  BOOST_TEST((g.next() == made));
  BOOST_TEST(log.copies == 0);
  BOOST_TEST(log.moves == 0);
}

TYPED_TEST_CASE(T_copies_an_lvalue_once_and_the_consumer_has_the_copy, Engine, engines) {
  operations log;
  generator_on<Engine, counted> g = [&](yielder_on<Engine, counted>& yield) {
    counted local(log, 1);
    yield(local);
    BOOST_TEST(local.value() == 1);
    const counted constant(log, 2);
    yield(constant);
    BOOST_TEST(constant.value() == 2);
  };
  while (counted* element = g.next()) element->set(99);
  BOOST_TEST(log.copies == 2);
  BOOST_TEST(log.moves == 0);
  BOOST_TEST(log.alive == 0);
}

TYPED_TEST_CASE(T_may_be_moved_from_by_the_consumer, Engine, engines) {
  operations log;
  generator_on<Engine, counted> g = [&](yielder_on<Engine, counted>& yield) {
    counted local(log, 1);
    yield(local);
    BOOST_TEST(local.value() == 1);
  };
  for (counted& element : g) {
    counted mine(std::move(element));
    BOOST_TEST(mine.value() == 1);
  }
  BOOST_TEST(log.copies == 1);
  BOOST_TEST(log.moves == 1);
}

TYPED_TEST_CASE(lvalue_references_bind_the_bodys_own_object, Engine, engines) {
  operations log;
  counted object(log, 1);
  generator_on<Engine, counted&> g = [&](yielder_on<Engine, counted&>& yield) { yield(object); };
  BOOST_TEST((g.next() == &object));
  generator_on<Engine, const counted&> constant = [&](yielder_on<Engine, const counted&>& yield) {
    yield(object);
    yield(counted(log, 2));
  };
  BOOST_TEST((constant.next() == &object));
  BOOST_TEST(constant.next()->value() == 2);
  BOOST_TEST(log.copies == 0);
  BOOST_TEST(log.moves == 0);
}

TYPED_TEST_CASE(a_reference_lets_the_consumer_change_the_bodys_object, Engine, engines) {
  generator_on<Engine, int&> g = [](yielder_on<Engine, int&>& yield) {
    int local = 1;
    yield(local);
    yield(local);
  };
  auto it = g.begin();
  *it = 5;
  BOOST_TEST(*++it == 5);
}

TYPED_TEST_CASE(rvalue_references_bind_and_may_be_taken, Engine, engines) {
  operations log;
  generator_on<Engine, counted&&> g = [&](yielder_on<Engine, counted&&>& yield) {
    counted local(log, 1);
    yield(std::move(local));
    BOOST_TEST(local.value() == counted::moved_from);
    yield(counted(log, 2));
  };
  auto it = g.begin();
  counted first(*it);
  BOOST_TEST(first.value() == 1);
  ++it;
  BOOST_TEST(it->value() == 2);
  BOOST_TEST(log.copies == 0);
  BOOST_TEST(log.moves == 1);
}

TYPED_TEST_CASE(next_with_a_fallback_moves_from_T_and_copies_from_references, Engine, engines) {
  operations log;
  counted object(log, 1);
  generator_on<Engine, counted> by_value = [&](yielder_on<Engine, counted>& yield) {
    yield(counted(log, 1));
  };
  BOOST_TEST(next(by_value, counted(log, 9)).value() == 1);
  BOOST_TEST(log.copies == 0);
  generator_on<Engine, counted&&> by_rvalue = [&](yielder_on<Engine, counted&&>& yield) {
    yield(counted(log, 2));
  };
  BOOST_TEST(next(by_rvalue, counted(log, 9)).value() == 2);
  BOOST_TEST(log.copies == 0);
  generator_on<Engine, const counted&> by_reference =
      [&](yielder_on<Engine, const counted&>& yield) { yield(object); };
  BOOST_TEST(next(by_reference, counted(log, 9)).value() == 1);
  BOOST_TEST(log.copies == 1);
  BOOST_TEST(object.value() == 1);
  BOOST_TEST(next(by_reference, counted(log, 9)).value() == 9);
}

TYPED_TEST_CASE(an_element_lives_until_the_generator_is_next_resumed, Engine, engines) {
  operations log;
  generator_on<Engine, counted> g = [&](yielder_on<Engine, counted>& yield) {
    yield(counted(log, 1));
    BOOST_TEST(log.alive == 0);
    yield(counted(log, 2));
  };
  counted* element = g.next();
  BOOST_TEST(element->value() == 1);
  BOOST_TEST(log.alive == 1);
  g.next();
  BOOST_TEST(log.alive == 1);
  g.close();
  BOOST_TEST(log.alive == 0);
}

TYPED_TEST_CASE(what_is_yielded_converts, Engine, engines) {
  generator_on<Engine, std::string> g = [](yielder_on<Engine, std::string>& yield) {
    yield("from a literal");
    yield({'b', 'r', 'a', 'c', 'e', 's'});
    const char* pointer = "from a pointer";
    yield(pointer);
  };
  BOOST_TEST(*g.next() == "from a literal");
  BOOST_TEST(*g.next() == "braces");
  BOOST_TEST(*g.next() == "from a pointer");
  generator_on<Engine, const std::string&> r = [](yielder_on<Engine, const std::string&>& yield) {
    yield("bound temporary");
  };
  BOOST_TEST(*r.next() == "bound temporary");
  generator_on<Engine, double> d = [](yielder_on<Engine, double>& yield) { yield(1); };
  BOOST_TEST(*d.next() == 1.0);
}

TYPED_TEST_CASE(move_only_elements, Engine, engines) {
  generator_on<Engine, std::unique_ptr<int>> g =
      [](yielder_on<Engine, std::unique_ptr<int>>& yield) {
        yield(std::make_unique<int>(1));
        auto local = std::make_unique<int>(2);
        yield(std::move(local));
      };
  std::vector<std::unique_ptr<int>> taken;
  for (auto& element : g) taken.push_back(std::move(element));
  BOOST_REQUIRE(taken.size() == 2u);
  BOOST_TEST(*taken[0] + *taken[1] == 3);
}

TYPED_TEST_CASE(elements_without_default_constructor_copy_or_move, Engine, engines) {
  struct fixed {
    explicit fixed(int v) : value(v) {}
    fixed(const fixed&) = delete;
    fixed& operator=(const fixed&) = delete;
    int value;
  };
  generator_on<Engine, fixed> g = [](yielder_on<Engine, fixed>& yield) {
    yield(fixed(1));
    yield(fixed(2));
  };
  int sum = 0;
  for (fixed& element : g) sum += element.value;
  BOOST_TEST(sum == 3);
}

TYPED_TEST_CASE(over_aligned_elements, Engine, engines) {
  struct alignas(128) wide {
    int value;
  };
  generator_on<Engine, wide> g = [](yielder_on<Engine, wide>& yield) {
    wide local{1};
    yield(local);
    yield(wide{2});
  };
  BOOST_TEST(is_aligned(g.next(), 128));
  BOOST_TEST(is_aligned(g.next(), 128));
}

TYPED_TEST_CASE(prvalue_proxies, Engine, engines) {
  std::vector<bool> bits{true, false, true};
  generator_on<Engine, std::vector<bool>::reference> g =
      [&](yielder_on<Engine, std::vector<bool>::reference>& yield) {
        for (std::size_t i = 0; i < bits.size(); ++i) yield(bits[i]);
      };
  for (auto&& bit : g) bit = !bit;
  BOOST_TEST((bits == std::vector<bool>{false, true, false}));
}

TYPED_TEST_CASE(constant_elements, Engine, engines) {
  generator_on<Engine, const int> g = [](yielder_on<Engine, const int>& yield) {
    const int local = 1;
    yield(local);
    yield(2);
  };
  static_assert(std::is_same<reference_of<Engine, const int>, const int&>::value, "");
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(*g.next() == 2);
}

TYPED_TEST_CASE(a_copy_that_throws_is_an_exception_at_the_yield, Engine, engines) {
  struct throws_when_copied {
    throws_when_copied() = default;
    throws_when_copied(const throws_when_copied&) { throw 5; }
  };
  bool caught = false;
  generator_on<Engine, throws_when_copied> g = [&](yielder_on<Engine, throws_when_copied>& yield) {
    throws_when_copied local;
    try {
      yield(local);
    } catch (int) {
      caught = true;
    }
    yield(throws_when_copied());
  };
  BOOST_TEST((g.next() != nullptr));
  BOOST_TEST(caught);
  BOOST_TEST((g.next() == nullptr));
}

namespace {
struct evasive {
  int value;
  evasive* operator&() = delete;
};
}  // namespace

TYPED_TEST_CASE(elements_that_overload_the_address_operator, Engine, engines) {
  generator_on<Engine, evasive> g = [](yielder_on<Engine, evasive>& yield) { yield(evasive{3}); };
  BOOST_TEST(g.begin()->value == 3);
}
