// yielder: what a body is given, and yields with. From its own frame, or from any function that it is passed on to.
//
//   void walk(const node* n, deepyield::yielder<const node&>& yield) {
//     if (!n) return;
//     walk(n->left, yield);
//     yield(*n);
//     walk(n->right, yield);
//   }
#pragma once

#include <deepyield/detail/yield_expression.hpp>
#include <deepyield/detail/yield_iterator.hpp>
#include <deepyield/engine/default_engine.hpp>

#include <initializer_list>
#include <iterator>
#include <utility>

namespace deepyield {
inline namespace v1 {

/// Suspends a body, with an element for its consumer. The table of what `yield(x)` copies, moves and binds is in
/// detail/yield_expression.hpp. Passed by reference; neither copyable nor movable.
/// A function that yields takes a `yielder<Yield, Send>&`; one that is to serve every engine is a template over Engine.
///
/// `yield(x)` raises what the consumer wants raised there: generator_exit when the generator is closed or destroyed.
template <class Yield, class Send = void, class Engine = default_engine>
class yielder : public detail::yield_expression<Yield, Send, Engine> {
 public:
  /// Yields each element of a range, container or C array (Python: yield from). What the consumer sends meanwhile is dropped.
  ///
  ///   yield.from(std::vector<int>{1, 2, 3});
  template <class Range>
  void from(Range&& range) {
    using std::begin;
    using std::end;
    auto element = begin(range);
    const auto last = end(range);
    for (; element != last; ++element) (*this)(*element);
  }

  /// The same for a braced list: `yield.from({1, 2, 3});`
  template <class Element>
  void from(std::initializer_list<Element> elements) {
    for (const Element& element : elements) (*this)(element);
  }

  /// An output iterator that yields what is assigned through it.
  ///
  ///   std::set_union(a.begin(), a.end(), b.begin(), b.end(), yield.out());  // a lazy union
  detail::yield_iterator<yielder> out() noexcept { return detail::yield_iterator<yielder>(*this); }

 protected:
  using detail::yield_expression<Yield, Send, Engine>::yield_expression;
  ~yielder() = default;
};

}  // namespace v1
}  // namespace deepyield
