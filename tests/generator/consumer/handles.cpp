// Consumers: how a handle is made, moved, and used by its own body or by another thread.
#include "generator/consumer/consumer.hpp"
#include "support/typed_test_case.hpp"

#include <boost/context/fixedsize_stack.hpp>

#include <memory>
#include <thread>
#include <type_traits>
#include <utility>

using deepyield::already_executing;

TYPED_TEST_CASE(a_default_constructed_one_is_done, Engine, engines) {
  consumer_on<Engine, int, int> c;
  BOOST_TEST(c.done());
  BOOST_TEST(!c.push(1));
  BOOST_CHECK_THROW(c.finish(), deepyield::no_result);
  BOOST_CHECK_NO_THROW(c.close());
}

TYPED_TEST_CASE(a_handle_is_one_pointer_that_moves, Engine, engines) {
  using consumer = consumer_on<Engine, int, int>;
  static_assert(sizeof(consumer) == sizeof(void*), "");
  static_assert(std::is_nothrow_move_constructible<consumer>::value &&
                    std::is_nothrow_move_assignable<consumer>::value,
                "");
  static_assert(
      !std::is_copy_constructible<consumer>::value && !std::is_copy_assignable<consumer>::value,
      "");
  auto first = summing<Engine>();
  first.push(1);
  auto moved = std::move(first);
  BOOST_TEST(first.done());
  BOOST_TEST(moved.push(2));
  auto other = summing<Engine>();
  other.push(100);
  swap(moved, other);
  moved.push(200);
  BOOST_TEST(moved.finish() == 300);
  BOOST_TEST(other.finish() == 3);
}

TYPED_TEST_CASE(a_body_that_uses_its_own_consumer, Engine, engines) {
  consumer_on<Engine, int> c;
  int refused = 0;
  c = [&](source_on<Engine, int>& input) {
    for (int time = 0; time < 2; ++time) {
      BOOST_TEST(!c.done());
      BOOST_CHECK_THROW(c.push(1), already_executing);
      BOOST_CHECK_THROW(c.finish(), already_executing);
      BOOST_CHECK_THROW(c.close(), already_executing);
      ++refused;
      input.next();
    }
  };
  c.push(1);
  c.push(2);
  BOOST_TEST(refused == 2);
  BOOST_TEST(c.done());
}

TYPED_TEST_CASE(pushed_to_by_another_thread, Engine, engines) {
  auto c = summing<Engine>();
  c.push(1);
  std::thread([&] { c.push(2); }).join();
  int sum = 0;
  std::thread([&sum, elsewhere = std::move(c)]() mutable { sum = elsewhere.finish(); }).join();
  BOOST_TEST(sum == 3);
}

TYPED_TEST_CASE(a_body_may_be_any_callable, Engine, engines) {
  struct function {
    static int first(source_on<Engine, int>& input) { return *input.next(); }
  };
  consumer_on<Engine, int, int> pointer = &function::first;
  pointer.push(1);
  BOOST_TEST(pointer.finish() == 1);
  consumer_on<Engine, int, int> generic = [owned = std::make_unique<int>(10)](auto& input) {
    return *owned + *input.next();
  };
  generic.push(2);
  BOOST_TEST(generic.finish() == 12);
  static_assert(
      !std::is_constructible<consumer_on<Engine, int>, int>::value &&
          !std::is_constructible<consumer_on<Engine, int>, consumer_on<Engine, long>>::value,
      "");
}

TYPED_TEST_CASE(on_a_stack_of_ones_own, Engine, engines) {
  bool deallocated = false;
  struct watching : boost::context::fixedsize_stack {
    explicit watching(bool& flag)
        : boost::context::fixedsize_stack(64 * 1024), deallocated(&flag) {}
    void deallocate(boost::context::stack_context& stack) noexcept {
      *deallocated = true;
      boost::context::fixedsize_stack::deallocate(stack);
    }
    bool* deallocated;
  };
  {
    consumer_on<Engine, int, int> c(std::allocator_arg, watching(deallocated),
                                    [](source_on<Engine, int>& input) { return *input.next(); });
    c.push(42);
    BOOST_TEST(c.finish() == 42);
    BOOST_TEST(!deallocated);
  }
  BOOST_TEST(deallocated);
}
