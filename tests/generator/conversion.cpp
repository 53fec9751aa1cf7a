// A generator converts to one that promises less of the same element. (docs/semantics.md,
// case 59)
#include "support/counted.hpp"
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <deepyield/itertools.hpp>

#include <boost/test/unit_test.hpp>

#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

using deepyield::generator_state;
using deepyield::no_result;

template <class Engine, class Yield, class Send = void, class Return = void>
using on = deepyield::generator<Yield, Send, Return, Engine>;

template <class From, class To>
constexpr bool converts = std::is_convertible<From, To>::value;

TYPED_TEST_CASE(to_weaker_references_only, Engine, engines) {
  using value = on<Engine, int>;
  using reference = on<Engine, int&>;
  using rvalue = on<Engine, int&&>;
  using constant = on<Engine, const int&>;
  static_assert(converts<value, constant> && converts<reference, constant> &&
                    converts<rvalue, constant> && converts<value, rvalue>,
                "");
  static_assert(!converts<constant, value> && !converts<constant, reference> &&
                    !converts<constant, rvalue> && !converts<reference, value> &&
                    !converts<reference, rvalue> && !converts<value, reference> &&
                    !converts<rvalue, value>,
                "");
  static_assert(!converts<value&, constant>, "a generator has one owner");
  static_assert(!converts<on<Engine, long>, constant>, "another element");
  static_assert(!converts<on<Engine, int, int>, constant>, "another protocol");
  static_assert(std::is_nothrow_constructible<constant, value>::value, "");
}

TYPED_TEST_CASE(it_is_the_same_iteration, Engine, engines) {
  on<Engine, std::string> words = [](yielder_on<Engine, std::string>& yield) {
    yield("a"), yield("b"), yield("c");
  };
  words.next();
  const std::size_t size = words.stack_size();
  on<Engine, const std::string&> weaker = std::move(words);
  BOOST_TEST((words.state() == generator_state::closed));
  BOOST_TEST(weaker.stack_size() == size);
  BOOST_TEST(*weaker.next() == "b");
  for (const std::string& word : weaker) BOOST_TEST(word == "c");
}

TYPED_TEST_CASE(elements_are_not_copied, Engine, engines) {
  std::vector<int> all{1, 2};
  on<Engine, int&> references = [&](yielder_on<Engine, int&>& yield) { yield.from(all); };
  on<Engine, const int&> weaker = std::move(references);
  BOOST_TEST(weaker.next() == &all[0]);

  on<Engine, std::unique_ptr<int>> owned = [](yielder_on<Engine, std::unique_ptr<int>>& yield) {
    yield(std::make_unique<int>(7));
  };
  on<Engine, std::unique_ptr<int>&&> moved = std::move(owned);
  const std::unique_ptr<int> taken = std::move(*moved.next());
  BOOST_TEST(*taken == 7);
}

TYPED_TEST_CASE(the_whole_protocol_goes_through, Engine, engines) {
  std::vector<int> sent;
  on<Engine, int, int, std::string> talking =
      [&](two_way_yielder_on<Engine, int, int>& yield) -> std::string {
    try {
      for (int i = 0;; ++i)
        if (const int* received = yield(i)) sent.push_back(*received);
    } catch (const char* what) {
      return what;
    }
  };
  on<Engine, const int&, int, std::string> weaker = std::move(talking);
  weaker.next();
  BOOST_TEST(*weaker.send(42) == 1);
  BOOST_TEST(sent.back() == 42);
  BOOST_CHECK_THROW(weaker.result(), no_result);
  BOOST_TEST(!weaker.throw_in("the result"));
  BOOST_TEST(weaker.result() == "the result");
}

TYPED_TEST_CASE(delegated_to_as_the_weaker, Engine, engines) {
  using constant = on<Engine, const int&, void, int>;
  constant outer = [](yielder_on<Engine, const int&>& yield) {
    on<Engine, int, void, int> inner = [](yielder_on<Engine, int>& y) {
      y(1), y(2);
      return 3;
    };
    return yield.from(constant(std::move(inner)));
  };
  BOOST_TEST(*outer.next() == 1);
  BOOST_TEST(*outer.next() == 2);
  BOOST_TEST(!outer.next());
  BOOST_TEST(outer.result() == 3);
}

TYPED_TEST_CASE(what_is_assigned_over_is_closed, Engine, engines) {
  bool ended = false;
  struct at_end {
    bool& ended;
    ~at_end() { ended = true; }
  };
  on<Engine, const int&> g = [&](yielder_on<Engine, const int&>& yield) {
    at_end local{ended};
    yield(1);
  };
  g.next();
  g = on<Engine, int>([](yielder_on<Engine, int>& yield) { yield(2); });
  BOOST_TEST(ended);
  BOOST_TEST(*g.next() == 2);
}

TYPED_TEST_CASE(of_an_adaptors_range, Engine, engines) {
  const std::vector<int> all{1, 2, 3};
  const auto odd = [](int i) { return i % 2 == 1; };
  on<Engine, const int&> same = deepyield::itertools::filter(odd, all);
  BOOST_TEST(same.next() == &all[0]);
  on<Engine, const int&> weaker = deepyield::itertools::range(3);
  weaker.next();
  BOOST_TEST(*weaker.next() == 1);
}
