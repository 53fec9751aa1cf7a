// A body ends its thread, by pthread_exit or cancellation. As after an ordinary call, the body's
// locals are destroyed, then its consumer's, and pthread_join gives the value. (docs/semantics.md,
// case 54)
#include "support/death.hpp"
#include "support/engines.hpp"
#include "support/guard.hpp"
#include "support/typed_test_case.hpp"

#include <deepyield/consumer.hpp>

#include <boost/test/unit_test.hpp>

#include <pthread.h>

#include <memory>
#include <string>
#include <utility>

namespace {

char value;  // what a thread ends with

template <class Function>
void* in_a_thread(Function function) {
  pthread_t thread{};
  const auto start = [](void* argument) -> void* {
    (*static_cast<Function*>(argument))();
    return nullptr;
  };
  if (pthread_create(&thread, nullptr, start, &function) != 0) return nullptr;
  void* result = nullptr;
  pthread_join(thread, &result);
  return result;
}

// Checks that `use` ends its thread by pthread_exit(&value), and that the destructors write
// `expected` to the log, the consumer's last.
template <class Use>
void check_ends_thread(const std::string& expected, Use use) {
  std::string log;
  void* const result = in_a_thread([&] {
    const guard consumers{log, "consumer "};
    use(log);
  });
  BOOST_TEST(result == &value);
  BOOST_TEST(log == expected);
}

}  // namespace

TYPED_TEST_CASE(case_54_a_body_ends_its_thread, Engine, engines) {
  check_ends_thread("body consumer ", [](std::string& log) {
    generator_on<Engine, int> g = [&log](yielder_on<Engine, int>& yield) {
      const guard bodys{log, "body "};
      yield(1);
      pthread_exit(&value);
    };
    g.next();
    g.next();
    log += "not here ";
  });
}

TYPED_TEST_CASE(case_54_before_its_first_yield, Engine, engines) {
  check_ends_thread("body consumer ", [](std::string& log) {
    generator_on<Engine, int> g = [kept = std::unique_ptr<int>(new int),
                                   &log](yielder_on<Engine, int>&) {
      const guard bodys{log, "body "};
      pthread_exit(&value);
    };
    for (int i : g) (void)i;
  });
}

TYPED_TEST_CASE(case_54_a_thread_is_cancelled_in_a_body, Engine, engines) {
  std::string log;
  void* const result = in_a_thread([&log] {
    const guard consumers{log, "consumer "};
    generator_on<Engine, int> g = [&log](yielder_on<Engine, int>& yield) {
      const guard bodys{log, "body "};
      yield(1);
      pthread_cancel(pthread_self());
      pthread_testcancel();
    };
    g.next();
    g.next();
  });
  BOOST_TEST((result == PTHREAD_CANCELED));
  BOOST_TEST(log == "body consumer ");
}

TYPED_TEST_CASE(case_54_in_a_delegate_all_that_wait_for_it_are_left_too, Engine, engines) {
  for (bool midway : {false, true}) {
    std::string log;
    void* const result = in_a_thread([&log, midway] {
      const guard consumers{log, "consumer "};
      generator_on<Engine, int> outer = [&log, midway](yielder_on<Engine, int>& yield) {
        const guard outers{log, "outer "};
        generator_on<Engine, int> inner = [&log, midway](yielder_on<Engine, int>& inner_yield) {
          const guard inners{log, "inner "};
          if (midway) inner_yield(1);
          pthread_exit(&value);
        };
        yield.from(inner);
      };
      if (midway) outer.next();
      outer.next();
    });
    BOOST_TEST(result == &value);
    BOOST_TEST(log == "inner outer consumer ");
  }
}

TYPED_TEST_CASE(case_54_from_a_generator_within_a_generator, Engine, engines) {
  check_ends_thread("inner outer consumer ", [](std::string& log) {
    generator_on<Engine, int> outer = [&log](yielder_on<Engine, int>& yield) {
      const guard outers{log, "outer "};
      generator_on<Engine, int> inner = [&log](yielder_on<Engine, int>&) {
        const guard inners{log, "inner "};
        pthread_exit(&value);
      };
      for (int i : inner) yield(std::move(i));
    };
    outer.next();
  });
}

TYPED_TEST_CASE(case_54_in_a_consumers_body, Engine, engines) {
  std::string log;
  void* const result = in_a_thread([&log] {
    const guard owners{log, "owner "};
    deepyield::consumer<int, void, Engine> c = [&log](deepyield::source<int, Engine>& input) {
      const guard bodys{log, "body "};
      input.next();
      pthread_exit(&value);
    };
    c.push(1);
  });
  BOOST_TEST(result == &value);
  BOOST_TEST(log == "body owner ");
}

TYPED_TEST_CASE(case_54_while_the_generator_is_being_closed, Engine, engines) {
  check_ends_thread("body consumer ", [](std::string& log) {
    generator_on<Engine, int> g = [&log](yielder_on<Engine, int>& yield) {
      const guard bodys{log, "body "};
      try {
        yield(1);
      } catch (const deepyield::generator_exit&) {
        pthread_exit(&value);
      }
    };
    g.next();
    g.close();
  });
}

TYPED_TEST_CASE(case_54_while_a_delegate_is_being_closed, Engine, engines) {
  check_ends_thread("inner outer consumer ", [](std::string& log) {
    generator_on<Engine, int> outer = [&log](yielder_on<Engine, int>& yield) {
      const guard outers{log, "outer "};
      yield.from(generator_on<Engine, int>([&log](yielder_on<Engine, int>& inner_yield) {
        const guard inners{log, "inner "};
        try {
          inner_yield(1);
        } catch (const deepyield::generator_exit&) {
          pthread_exit(&value);
        }
      }));
    };
    outer.next();
    outer.close();
  });
}

TYPED_TEST_CASE(
    case_54_while_the_generator_is_being_destroyed_is_an_end_of_the_program_that_says_so, Engine,
    engines) {
  const death end = die_in_child([] {
    in_a_thread([] {
      generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
        try {
          yield(1);
        } catch (const deepyield::generator_exit&) {
          pthread_exit(nullptr);
        }
      };
      g.next();
    });
  });
  BOOST_TEST(end.aborted);
  BOOST_TEST(end.message.find("has ended its thread") != std::string::npos);
}

TYPED_TEST_CASE(case_54_of_a_thread_that_did_not_begin_the_body, Engine, engines) {
  std::string log;
  generator_on<Engine, int> g = [&log](yielder_on<Engine, int>& yield) {
    const guard bodys{log, "body "};
    yield(1);
    pthread_exit(&value);
  };
  g.next();
  void* const result = in_a_thread([&] {
    const guard consumers{log, "consumer "};
    g.next();
  });
  BOOST_TEST(result == &value);
  BOOST_TEST(log == "body consumer ");
  BOOST_CHECK(g.state() == deepyield::generator_state::closed);
  BOOST_TEST(!g.next());
}

// Like a frame of C: it must be left by returning.
template <class Function>
void not_to_be_unwound(Function callback, std::string& log) noexcept {
  while (callback()) continue;
  log += "library ";
}

TYPED_TEST_CASE(case_54_under_frames_that_must_not_be_unwound, Engine, engines) {
  check_ends_thread("library body consumer ", [](std::string& log) {
    generator_on<Engine, int> g = [&log](yielder_on<Engine, int>& yield) {
      const guard bodys{log, "body "};
      const auto callback = [&yield] {
        return yield.guard([&yield] {
          yield(1);
          pthread_exit(&value);
        });
      };
      not_to_be_unwound(callback, log);
      yield.rethrow_pending();
      log += "not here ";
    };
    g.next();
    g.next();
  });
}

TYPED_TEST_CASE(case_54_with_an_exception_held_back_already, Engine, engines) {
  check_ends_thread("library body consumer ", [](std::string& log) {
    generator_on<Engine, int> g = [&log](yielder_on<Engine, int>& yield) {
      const guard bodys{log, "body "};
      const auto callback = [&yield] {
        return yield.guard([&yield] {
          yield.try_yield(1);
          pthread_exit(&value);
        });
      };
      not_to_be_unwound(callback, log);
      yield.rethrow_pending();
      log += "not here ";
    };
    g.next();
    g.throw_in(5);
  });
}

TYPED_TEST_CASE(case_54_whatever_the_body_throws_behind_the_library, Engine, engines) {
  check_ends_thread("library consumer ", [](std::string& log) {
    generator_on<Engine, int> g = [&log](yielder_on<Engine, int>& yield) {
      not_to_be_unwound([&yield] { return yield.guard([] { pthread_exit(&value); }); }, log);
      throw 5;
    };
    try {
      g.next();
    } catch (int) {
      log += "not here ";
    }
  });
}

// The other way round: the consumer ends the thread.
TYPED_TEST_CASE(case_54_a_thread_that_ends_closes_its_generators, Engine, engines) {
  std::string log;
  void* const result = in_a_thread([&log] {
    generator_on<Engine, int> g = [&log](yielder_on<Engine, int>& yield) {
      const guard bodys{log, "body "};
      yield(1);
    };
    const guard consumers{log, "consumer "};
    g.next();
    pthread_exit(&value);
  });
  BOOST_TEST(result == &value);
  BOOST_TEST(log == "consumer body ");
}
