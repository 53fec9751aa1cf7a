// A yielder that is used outside of its body: with asserts, the program aborts with a message
// before any harm is done.
#include "support/death.hpp"
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

#if defined(NDEBUG)

BOOST_AUTO_TEST_CASE(release_builds_do_not_look) {}

#else

namespace {

template <class Function>
void check_says_so(Function use) {
  const death end = die_in_child(use);
  BOOST_TEST(end.aborted);
  BOOST_TEST(end.message.find("a yielder was used outside of its body") != std::string::npos,
             end.message);
}

}  // namespace

TYPED_TEST_CASE(by_the_consumer, Engine, engines) {
  for (const bool has_ended : {false, true})
    check_says_so([has_ended] {
      yielder_on<Engine, int>* kept = nullptr;
      generator_on<Engine, int> g = [&kept](yielder_on<Engine, int>& yield) {
        kept = &yield;
        yield(1);
      };
      g.next();
      if (has_ended) g.next();
      (*kept)(2);
    });
}

TYPED_TEST_CASE(by_the_consumer_of_a_body_that_has_exceptions_in_hand, Engine, engines) {
  check_says_so([] {
    yielder_on<Engine, int>* kept = nullptr;
    generator_on<Engine, int> g = [&kept](yielder_on<Engine, int>& yield) {
      kept = &yield;
      try {
        throw 1;
      } catch (int) {
        yield(1);
      }
    };
    g.next();
    kept->try_yield(2);
  });
}

TYPED_TEST_CASE(by_a_delegate_of_its_body, Engine, engines) {
  check_says_so([] {
    generator_on<Engine, int> outer = [](yielder_on<Engine, int>& yield) {
      yield.from(generator_on<Engine, int>([&yield](yielder_on<Engine, int>& own) {
        own(1);
        yield(2);
      }));
    };
    outer.next();
    outer.next();
  });
}

TYPED_TEST_CASE(by_the_consumer_of_what_delegates, Engine, engines) {
  check_says_so([] {
    yielder_on<Engine, int>* kept = nullptr;
    generator_on<Engine, int> outer = [&kept](yielder_on<Engine, int>& yield) {
      yield.from(generator_on<Engine, int>([&kept](yielder_on<Engine, int>& own) {
        kept = &own;
        own(1);
      }));
    };
    outer.next();
    kept->from(numbers<Engine>(2));
  });
}

#endif
