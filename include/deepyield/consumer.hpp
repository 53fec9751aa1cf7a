// consumer: a generator turned round. Its owner pushes elements and its body pulls them, so that
// code which is fed piece by piece is one plain loop.
//
//   deepyield::consumer<char, int> count_words = [](deepyield::source<char>& input) {
//     int words = 0;
//     bool inside = false;
//     for (char c : input) {
//       if (c != ' ' && !inside) ++words;
//       inside = c != ' ';
//     }
//     return words;
//   };
//   while (read_some(buffer)) std::copy(buffer.begin(), buffer.end(), count_words.out());
//   int words = count_words.finish();
#pragma once

#include <deepyield/generator.hpp>

#include <boost/config.hpp>

#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

// A consumer's body is the body of a generator that yields nothing and is sent each element. A
// consumer<void> has no elements: any address stands for a push.
template <class In>
using pushed = std::conditional_t<std::is_void<In>::value, char, In>;

}  // namespace detail

/// What a consumer's body is given: an input range of the elements that are pushed. Passed by
/// reference; neither copyable nor movable. In: the consumer's.
template <class In, class Engine = default_engine>
class source {
  using traits = detail::iterator_of<In, source>;

 public:
  using yielder_type = yielder<void, detail::pushed<In>, Engine>;
  using value_type = std::remove_cv_t<std::remove_reference_t<In>>;
  using iterator = typename traits::type;
  using pointer = typename traits::pointer;  // bool where In is void

  explicit source(yielder_type& yield) noexcept : yield_(yield) {}
  source(const source&) = delete;
  source& operator=(const source&) = delete;

  /// Waits for the next push. Returns the address of what is pushed, valid until the next call;
  /// nullptr once the input has ended, and for ever after. For a source<void>, returns whether
  /// there was a push. Raises generator_exit when the consumer is closed or destroyed.
  ///
  ///   consumer<int, int> first_or_zero = [](source<int>& input) {
  ///     const int* first = input.next();
  ///     return first ? *first : 0;
  ///   };
  pointer next() { return static_cast<pointer>(wait()); }

  /// Waits for the next push. A second loop goes on after the element at which the first one
  /// stopped. Raises what next() raises.
  ///
  ///   consumer<int, int> sum = [](source<int>& input) { return std::accumulate(input.begin(),
  ///       input.end(), 0); };
  iterator begin() {
    static_assert(!std::is_void<In>::value,
                  "deepyield: a source<void> has no values, so it has no iterators: call next().");
    advance();
    return iterator(*this);
  }
  iterator end() const noexcept { return iterator(); }

 private:
  friend iterator;

  void* wait() {
    void* const element = ended_ ? nullptr : detail::untyped(yield_());
    ended_ = !element;
    return element;
  }
  void advance() { current_ = wait(); }
  void* current() const noexcept { return current_; }
  bool at_end() const noexcept { return !current_; }

  yielder_type& yield_;
  void* current_ = nullptr;
  bool ended_ = false;
};

/// Takes elements one by one and hands each to its body, which runs until it asks for another
/// (Python: a primed coroutine that is sent to). It is one pointer wide, movable, not copyable;
/// making one runs nothing of the body.
///
/// In: what is pushed; T, T&, const T&, T&& or void, as a generator's Yield with the sides
/// exchanged (see generator/element_expression.hpp). Return: what the body returns; see finish().
/// Engine: how stacks are switched; see engine.hpp.
template <class In, class Return = void, class Engine = default_engine>
class DEEPYIELD_NODISCARD consumer {
  using generator_type = generator<void, detail::pushed<In>, Return, Engine>;

  template <class Body>
  struct pulling {
    Body body;
    decltype(auto) operator()(typename generator_type::yielder_type& yield) {
      source<In, Engine> input(yield);
      return body(input);
    }
  };

  // push(x)
  class to_body {
   public:
    explicit to_body(generator_type& body) noexcept : body_(body) {}

   protected:
    using result = bool;
    template <class Element>
    BOOST_FORCEINLINE result transfer(Element& element) {
      body_.block_->resume(detail::address_of(element));
      return true;
    }

   private:
    generator_type& body_;
  };

  struct pushing {
    consumer* to = nullptr;
    template <class Element>
    void operator()(Element&& element) const {
      to->push(std::forward<Element>(element));
    }
  };

 public:
  using source_type = source<In, Engine>;

  /// A consumer that is done: it takes nothing.
  ///
  ///   consumer<int> none;
  ///   bool taken = none.push(1);  // false
  consumer() noexcept = default;

  /// Stores the decayed body. The first push() or finish() calls it:
  /// `Return body(source<In, Engine>&)`. Throws stack_error if no stack can be allocated.
  ///
  ///   consumer<int> print = [](source<int>& input) {
  ///     for (int i : input) std::cout << i;
  ///   };
  template <class Body,
            std::enable_if_t<detail::looks_like_body<consumer, source_type, Body>::value, int> = 0>
  consumer(Body&& body) : consumer(std::allocator_arg, stack_pool(), std::forward<Body>(body)) {}

  /// The same on a stack from any model of Boost.Context's StackAllocator; sizes are in bytes.
  /// Exceptions of the allocator come out unchanged.
  ///
  ///   consumer<int> deep(std::allocator_arg, stack_pool(1 << 20),
  ///       [](source<int>& input) { while (input.next()) {} });
  template <class StackAllocator, class Body,
            std::enable_if_t<detail::looks_like_body<consumer, source_type, Body>::value, int> = 0>
  consumer(std::allocator_arg_t, StackAllocator allocator, Body&& body)
      : body_(std::allocator_arg, std::move(allocator),
              pulling<checked<std::decay_t<Body>>>{std::forward<Body>(body)}) {}

  /// Hands x to the body, which runs until it asks for another or returns: `push(x)`, or `push()`
  /// for a consumer<void>. Returns false if x was not taken, because the body has returned, failed
  /// or was closed. Throws what escapes the body; already_executing from within it. (Python: send)
  ///
  ///   if (!counter.push('a')) std::cout << "it has seen enough";
  template <class... Element>
  BOOST_FORCEINLINE bool push(Element&&... x) {
    if (BOOST_UNLIKELY(!is_started())) {
      if (body_.state() == generator_state::created) body_.next();
      if (done()) return false;
    }
    return detail::element_expression<In, to_body>(body_)(std::forward<Element>(x)...);
  }

  /// An output iterator that pushes what is assigned through it. Once the body is done, it drops
  /// that.
  ///
  ///   std::copy(text.begin(), text.end(), counter.out());
  auto out() noexcept { return detail::function_output_iterator<pushing>(pushing{this}); }

  /// Tells the body that the input has ended. Returns the body's result, also when called again.
  /// Throws what escapes the body; no_result if it failed before, or was closed.
  ///
  ///   int characters = counter.finish();
  typename detail::result_slot<Return>::type finish() {
    // If the body was not started, first to where it asks; then to its end. A source that has seen
    // the end does not wait again.
    while (body_.next()) continue;
    return body_.result();
  }

  /// Abandons the body: raises generator_exit where it waits, like generator::close() and the
  /// destructor.
  ///
  ///   counter.close();
  void close() { body_.close(); }

  /// Whether the body takes nothing more: it has returned, failed, or was closed. Throws nothing.
  ///
  ///   while (!counter.done()) counter.push('a');
  bool done() const noexcept { return body_.state() == generator_state::closed; }

  void swap(consumer& other) noexcept { body_.swap(other.body_); }
  friend void swap(consumer& left, consumer& right) noexcept { left.swap(right); }

 private:
  bool is_started() const noexcept { return body_.block_ && body_.block_->is_started(); }

  template <class Body>
  struct check {
    static_assert(detail::is_called_with<Body, source_type>::value,
                  "deepyield: a consumer's body must be callable as body(source&), where source is "
                  "deepyield::source<In, Engine> with the consumer's own In and Engine, "
                  "taken by reference.");
    static_assert(!detail::is_called_noexcept<Body, source_type>::value,
                  "deepyield: the body is noexcept, but closing the consumer raises an exception "
                  "in it, and the program would end. Remove noexcept.");
    using type = Body;
  };
  template <class Body>
  using checked = typename check<Body>::type;

  generator_type body_;
};

}  // namespace v2
}  // namespace deepyield
