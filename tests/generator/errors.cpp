// The exception types: their base classes and messages.
#include "support/typed_test_case.hpp"

#include <deepyield/errors.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <tuple>
#include <type_traits>

using reported = std::tuple<deepyield::stop_iteration, deepyield::generator_raised_stop_iteration,
                            deepyield::already_executing, deepyield::generator_ignored_exit,
                            deepyield::no_result>;

TYPED_TEST_CASE(every_error_is_a_generator_error_that_names_the_library, Error, reported) {
  static_assert(std::is_base_of<deepyield::generator_error, Error>::value, "");
  static_assert(std::is_nothrow_copy_constructible<Error>::value &&
                    std::is_nothrow_default_constructible<Error>::value,
                "");
  try {
    throw Error();
  } catch (const std::exception& e) {
    BOOST_TEST(std::string(e.what()).find("deepyield: ") == 0u);
  }
}

BOOST_AUTO_TEST_CASE(a_stack_error_says_what_it_was_given) {
  static_assert(std::is_base_of<deepyield::generator_error, deepyield::stack_error>::value, "");
  static_assert(std::is_nothrow_copy_constructible<deepyield::stack_error>::value, "");
  BOOST_TEST(deepyield::stack_error("so much").what() == std::string("deepyield: so much"));
}

BOOST_AUTO_TEST_CASE(the_exit_is_no_std_exception) {
  static_assert(!std::is_base_of<std::exception, deepyield::generator_exit>::value, "");
  static_assert(std::is_nothrow_default_constructible<deepyield::generator_exit>::value, "");
  BOOST_CHECK_THROW(throw deepyield::generator_exit(), deepyield::generator_exit);
}

BOOST_AUTO_TEST_CASE(setting_the_unraisable_handler_returns_the_one_before) {
  const deepyield::unraisable_handler mine = [](std::exception_ptr) {};
  const auto standard = deepyield::set_unraisable_handler(mine);
  BOOST_TEST(standard);
  BOOST_CHECK(deepyield::set_unraisable_handler(nullptr) == mine);
  BOOST_CHECK(deepyield::set_unraisable_handler(standard) == standard);
}
