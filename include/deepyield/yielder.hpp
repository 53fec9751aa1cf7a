// yielder: what a body yields with, from its own frame or from any function that it passes the
// yielder to.
//
//   void walk(const node* n, deepyield::yielder<const node&>& yield) {
//     if (!n) return;
//     walk(n->left, yield);
//     yield(*n);
//     walk(n->right, yield);
//   }
#pragma once

#include <deepyield/engine/default_engine.hpp>
#include <deepyield/generator/function_output_iterator.hpp>
#include <deepyield/generator/result_slot.hpp>
#include <deepyield/generator/suspend_with.hpp>

#include <boost/config.hpp>

#include <exception>
#include <initializer_list>
#include <iterator>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {

template <class Yield, class Send, class Return, class Engine>
class generator;

/// Suspends a body, with an element for its consumer. The table of what `yield(x)` copies, moves
/// and binds is in generator/element_expression.hpp. Passed by reference; neither copyable nor
/// movable. A function that yields takes a `yielder<Yield, Send>&`; to serve every engine, make it
/// a template over Engine.
///
/// `yield(x)` returns the address of what was sent, valid until the next yield; nullptr when
/// resumed by next(); nothing if Send is void. It raises generator_exit when the generator is
/// closed or destroyed, and what the consumer throws in. (Python: yield)
///
///   yield(1);
///   if (const int* sent = yield_and_receive(2)) use(*sent);
template <class Yield, class Send = void, class Engine = default_engine>
class yielder : public detail::element_expression<Yield, detail::suspend_with<Send, Engine>> {
  struct yielding {
    yielder* yield = nullptr;
    template <class Element>
    void operator()(Element&& element) const {
      (*yield)(std::forward<Element>(element));
    }
  };

 public:
  /// Yields each element of a range, container or C array (Python: yield from). What the consumer
  /// sends meanwhile is dropped.
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

  /// The same for a braced list.
  ///
  ///   yield.from({1, 2, 3});
  template <class Element>
  void from(std::initializer_list<Element> elements) {
    for (const Element& element : elements) (*this)(element);
  }

  /// Delegates to a generator (Python: yield from, PEP 380): the consumer resumes it directly, and
  /// sends to it, throws into it and closes it directly, too. Returns its result. An element costs
  /// the same at any depth of delegation. Throws what escapes it; no_result if it had already ended
  /// without one (never for void); already_executing if it is running, or another generator
  /// delegates to it. It is closed afterwards, unless it ignored an exit: then it is suspended, and
  /// generator_ignored_exit comes out here.
  ///
  ///   yield.from(g);
  template <class Return>
  BOOST_FORCEINLINE decltype(auto) from(generator<Yield, Send, Return, Engine>& inner) {
    return delegate(inner);
  }

  /// The same with a temporary: it ends here, and the result is returned by value.
  ///
  ///   yield.from(count_up_to(5));
  template <class Return>
  BOOST_FORCEINLINE Return from(generator<Yield, Send, Return, Engine>&& inner) {
    auto consumed = std::move(inner);
    return static_cast<std::add_rvalue_reference_t<Return>>(delegate(consumed));
  }

  /// Runs a callback, f(), under frames that no exception may pass: those of a C library or of
  /// noexcept functions. f yields as usual, any number of times, and may throw. Returns true if f
  /// returns and nothing is held back; f's own result is dropped.
  ///
  /// Holds back what leaves f by a throw: an exception of its own, generator_exit if the consumer
  /// closes the generator, what the consumer throws in. guard() then returns false. Let the
  /// callback return what makes the library stop, and call rethrow_pending() after the library
  /// returns. If the library calls back before that, guard() returns false without running f.
  ///
  ///   // a row of sqlite3_exec's
  ///   auto row = [](void* to, int, char** fields, char**) {
  ///     auto& yield = *static_cast<yielder<int>*>(to);
  ///     return yield.guard([&] { yield(std::stoi(fields[0])); }) ? 0 : 1;
  ///   };
  template <class Function>
  bool guard(Function&& f) noexcept {
    if (this->holds_back()) return false;
    try {
      static_cast<void>(std::forward<Function>(f)());
    } catch (...) {
      this->hold_back_caught();
    }
    return !this->holds_back();
  }

  /// guard() around this one yield, for a callback that does nothing else, if making x cannot
  /// throw. Returns false if the consumer closed the generator or threw in, if copying x threw, or
  /// if something is already held back; in the last case x is neither copied nor yielded.
  ///
  ///   // a comparison of std::qsort's
  ///   auto compare = [](const void* left, const void* right) {
  ///     ambient<int>::current().try_yield(*static_cast<const int*>(left));
  ///     return *static_cast<const int*>(left) - *static_cast<const int*>(right);
  ///   };
  template <class... Element>
  bool try_yield(Element&&... x) noexcept {
    void* sent;
    return try_to_suspend(sent, std::forward<Element>(x)...);
  }

  /// The same. Sets `received` to what yield(x) would return, or to nullptr if it returns false.
  ///
  ///   int* received;
  ///   if (yield_and_receive.try_yield(1, received) && received) use(*received);
  template <class Element, class Received = std::remove_reference_t<Send>>
  bool try_yield(Element&& x, Received*& received) noexcept {
    void* sent = nullptr;
    const bool go_on = try_to_suspend(sent, std::forward<Element>(x));
    received = go_on ? static_cast<Received*>(sent) : nullptr;
    return go_on;
  }

  /// Throws what guard() or try_yield() has held back, if anything. If a body does not call it, the
  /// body's next yield or its end throws that.
  ///
  ///   std::qsort(values, 3, sizeof(int), compare_and_yield);
  ///   yield.rethrow_pending();
  void rethrow_pending() { this->raise_held_back(); }

  /// An output iterator that yields what is assigned through it. It is valid as long as the
  /// yielder.
  ///
  ///   std::set_union(a.begin(), a.end(), b.begin(), b.end(), yield.out());  // a lazy union
  auto out() noexcept { return detail::function_output_iterator<yielding>(yielding{this}); }

 protected:
  using detail::element_expression<Yield, detail::suspend_with<Send, Engine>>::element_expression;
  ~yielder() = default;

 private:
  template <class, class, class>
  friend class ambient;

  template <class Return>
  BOOST_FORCEINLINE decltype(auto) delegate(generator<Yield, Send, Return, Engine>& inner) {
    auto* const delegate = inner.block_;  // the handle may be moved meanwhile
    if (delegate) this->delegate_to(*delegate);
    return detail::result_slot<Return>::of_delegate(delegate);
  }

  template <class... Element>
  bool try_to_suspend(void*& sent, Element&&... x) noexcept {
    if (this->holds_back()) return false;
    try {
      return detail::element_expression<Yield, detail::try_suspend_with<Engine>>(
          *this, sent)(std::forward<Element>(x)...);
    } catch (...) {
      this->hold_back_caught();
      return false;
    }
  }
};

}  // namespace v2
}  // namespace deepyield
