// Conversions between Boost.Coroutine2's pull_type and generator, so that a codebase can move one
// function at a time.
//
//   // old_function() returns a coroutine<int>::pull_type, new_function() a generator<int>.
//   deepyield::generator<int> g = deepyield::adopt(old_function());
//   coroutine<int>::pull_type old = deepyield::as_pull_type(new_function());
#pragma once

#include <deepyield/engine/boost_coroutine2.hpp>
#include <deepyield/generator.hpp>

#include <memory>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {

/// Makes a generator from a coroutine: generator<T> from coroutine<T>::pull_type, generator<T&>
/// from coroutine<T&>::pull_type. The coroutine has already started, like all of Coroutine2's; what
/// escapes it later comes out of the generator. It ends with the generator.
///
///   using coroutine = boost::coroutines2::coroutine<int>;
///   generator<int> adopted =
///       adopt(coroutine::pull_type([](coroutine::push_type& sink) { sink(1), sink(2); }));
template <class Engine = default_engine, class Element>
generator<Element, void, void, Engine> adopt(
    boost::coroutines2::detail::pull_coroutine<Element>&& coroutine) {
  return [coroutine = std::move(coroutine)](yielder<Element, void, Engine>& yield) mutable {
    for (auto& element : coroutine)
      yield(static_cast<detail::rvalue_reference_t<Element>>(element));
  };
}

/// The reverse: makes a pull_type that owns the generator. Like all of Coroutine2's it starts at
/// once, and throws what escapes the body then. A generator<T> or generator<T&&> gives a
/// coroutine<T>::pull_type, into which its elements are moved; a generator<T&> a
/// coroutine<T&>::pull_type.
///
///   boost::coroutines2::coroutine<int>::pull_type pull = as_pull_type(count_up_to(5));
template <class Yield, class Return, class Engine>
auto as_pull_type(generator<Yield, void, Return, Engine>&& g) {
  using element = std::conditional_t<std::is_lvalue_reference<Yield>::value, Yield,
                                     typename generator<Yield, void, Return, Engine>::value_type>;
  using coroutine = boost::coroutines2::coroutine<element>;
  return typename coroutine::pull_type(
      [g = std::move(g)](typename coroutine::push_type& sink) mutable {
        while (auto* const next = g.next())
          sink(static_cast<detail::rvalue_reference_t<Yield>>(*next));
      });
}

}  // namespace v2
}  // namespace deepyield
