// yielder: what a body is given, and yields with. From its own frame, or from any function that it is passed on to.
//
//   void walk(const node* n, deepyield::yielder<const node&>& yield) {
//     if (!n) return;
//     walk(n->left, yield);
//     yield(*n);
//     walk(n->right, yield);
//   }
#pragma once

#include <deepyield/detail/function_iterator.hpp>
#include <deepyield/detail/suspension.hpp>
#include <deepyield/engine/default_engine.hpp>

#include <exception>
#include <initializer_list>
#include <iterator>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {

template <class Yield, class Send, class Return, class Engine>
class generator;

/// Suspends a body, with an element for its consumer. The table of what `yield(x)` copies, moves and binds is in
/// detail/element_expression.hpp. Passed by reference; neither copyable nor movable.
/// A function that yields takes a `yielder<Yield, Send>&`; one that is to serve every engine is a template over Engine.
///
/// `yield(x)` returns the address of what was sent, alive until the next suspension; nullptr when resumed by next(); nothing at all where
/// Send is void. It raises what the consumer wants raised there: generator_exit when the generator is closed or destroyed, what is thrown in.
/// (Python: yield)
///
///   yield(1);
///   if (const int* sent = yield_and_receive(2)) use(*sent);
template <class Yield, class Send = void, class Engine = default_engine>
class yielder : public detail::element_expression<Yield, detail::suspension<Send, Engine>> {
  struct yielding {
    yielder* yield = nullptr;
    template <class Element>
    void operator()(Element&& element) const {
      (*yield)(std::forward<Element>(element));
    }
  };

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

  /// The same for a braced list.
  ///
  ///   yield.from({1, 2, 3});
  template <class Element>
  void from(std::initializer_list<Element> elements) {
    for (const Element& element : elements) (*this)(element);
  }

  /// Delegates to a generator (Python: yield from, PEP 380): the consumer resumes it directly, and what it sends, throws in or closes reaches it.
  /// Returns its result. An element costs the same at any depth of delegation. Throws what escapes it; no_result where it had already ended
  /// without one (never for void); already_executing where it is running, or another one delegates to it. It is closed afterwards; suspended only if
  /// it ignored an exit: then generator_ignored_exit comes out here.
  ///
  ///   yield.from(g);
  template <class Return>
  decltype(auto) from(generator<Yield, Send, Return, Engine>& inner) {
    return delegate(inner);
  }

  /// The same with a temporary: it ends here, and the result is returned by value.
  ///
  ///   yield.from(count_up_to(5));
  template <class Return>
  Return from(generator<Yield, Send, Return, Engine>&& inner) {
    auto consumed = std::move(inner);
    return static_cast<std::add_rvalue_reference_t<Return>>(delegate(consumed));
  }

  /// Yields under frames that no exception may pass, as those of C libraries and noexcept functions. False means that the consumer wants out: it
  /// closed the generator or threw in, or copying x threw. Return then what makes that library return, and call rethrow_pending() behind it.
  /// Until then every further try_yield returns false and does not suspend.
  ///
  ///   // a row of sqlite3_exec's
  ///   auto row = [](void* yield, int, char** fields, char**) -> int { return static_cast<yielder<char**>*>(yield)->try_yield(fields) ? 0 : 1; };
  template <class... Element>
  bool try_yield(Element&&... x) noexcept {
    void* sent;
    return try_to_suspend(sent, std::forward<Element>(x)...);
  }

  /// The same; `received` becomes what yield(x) would return, nullptr with false.
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

  /// The same for a whole callback: runs f(), which may yield any number of times, plainly, and throw. What leaves it, generator_exit included, is held
  /// back; the result is then false, and f is not run again by later calls. (Returns what f returns of nothing else: f's result is dropped.)
  ///
  ///   // a row of sqlite3_exec's; std::stoi may throw
  ///   auto row = [](void* to, int, char** fields, char**) -> int {
  ///     auto& yield = *static_cast<yielder<int>*>(to);
  ///     return yield.guard([&] { yield(std::stoi(fields[0])); }) ? 0 : 1;
  ///   };
  template <class Function>
  bool guard(Function&& f) noexcept {
    if (this->holds_back()) return false;
    try {
      std::forward<Function>(f)();
    } catch (...) {
      this->hold_back_caught();
    }
    return !this->holds_back();
  }

  /// Raises what try_yield or guard has held back, if anything. A body that does not call it has it raised at its next yield, or at its end.
  ///
  ///   std::qsort(values, 3, sizeof(int), compare_and_yield);
  ///   yield.rethrow_pending();
  void rethrow_pending() { this->raise_held_back(); }

  /// An output iterator that yields what is assigned through it. It is as good as the yielder.
  ///
  ///   std::set_union(a.begin(), a.end(), b.begin(), b.end(), yield.out());  // a lazy union
  auto out() noexcept { return detail::function_iterator<yielding>(yielding{this}); }

 protected:
  using detail::element_expression<Yield, detail::suspension<Send, Engine>>::element_expression;
  ~yielder() = default;

 private:
  template <class, class, class>
  friend class ambient;

  template <class Return>
  decltype(auto) delegate(generator<Yield, Send, Return, Engine>& inner) {
    auto* const promise = inner.promise_;  // the handle may be moved meanwhile
    if (promise) this->delegate_to(promise->control());
    return generator<Yield, Send, Return, Engine>::delegates_result(promise);
  }

  template <class... Element>
  bool try_to_suspend(void*& sent, Element&&... x) noexcept {
    if (this->holds_back()) return false;
    try {
      return detail::element_expression<Yield, detail::guarded_suspension<Engine>>(*this, sent)(std::forward<Element>(x)...);
    } catch (...) {
      this->hold_back_caught();
      return false;
    }
  }
};

}  // namespace v1
}  // namespace deepyield
