// A test case for each type of a list, say for each engine:
//
//   TYPED_TEST_CASE(it_yields_a_number, Engine, engines) {
//     BOOST_TEST(*numbers<Engine>(1).next() == 0);
//   }
//
// It is BOOST_AUTO_TEST_CASE_TEMPLATE without its 4 KB of code for each case and type. They
// were half of what a test took to compile.
#pragma once

#include <boost/core/demangle.hpp>
#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <typeinfo>

// Adds `run`, named like "it_yields_a_number<deepyield::engine::native>".
inline bool add_test_case(const char* name, const std::type_info& type, void (*run)(),
                          const char* file, std::size_t line) {
  const std::string full_name = std::string(name) + '<' + boost::core::demangle(type.name()) + '>';
  boost::unit_test::framework::current_auto_test_suite().add(
      boost::unit_test::make_test_case(run, full_name, file, line));
  return true;
}

template <template <class> class Case, class Types>
struct typed_test_cases;

template <template <class> class Case, template <class...> class List, class... Types>
struct typed_test_cases<Case, List<Types...>> {
  static bool add(const char* name, const char* file, std::size_t line) {
    const bool added[] = {add_test_case(name, typeid(Types), &Case<Types>::run, file, line)...};
    return added[0];
  }
};

#define TYPED_TEST_CASE(name, Type, Types)                           \
  template <class Type>                                              \
  struct name {                                                      \
    static void run();                                               \
  };                                                                 \
  static const bool name##_is_added =                                \
      typed_test_cases<name, Types>::add(#name, __FILE__, __LINE__); \
  template <class Type>                                              \
  void name<Type>::run()
