// generator: Python's generators for C++. Start here.
//
//   deepyield::generator<int> count_up_to(int n) {
//     return [=](deepyield::yielder<int>& yield) {
//       for (int count = 1; count <= n; ++count) yield(count);
//     };
//   }
//
//   for (int i : count_up_to(5)) std::cout << i << '\n';
#pragma once

// First, because compilers name each file through which the one with an error is included.
#include <deepyield/generator/element_expression.hpp>

#include <deepyield/config.hpp>
#include <deepyield/engine/default_engine.hpp>
#include <deepyield/errors.hpp>
#include <deepyield/generator/body_traits.hpp>
#include <deepyield/generator/frame.hpp>
#include <deepyield/iterator.hpp>
#include <deepyield/stack.hpp>
#include <deepyield/yielder.hpp>

#include <boost/config.hpp>

#include <cstddef>
#include <exception>
#include <memory>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {

/// One lazy iteration over what a body yields (Python: Generator[Yield, Send, Return]). Making one
/// runs nothing of the body and allocates nothing but its stack. It is one pointer wide, movable,
/// not copyable.
///
/// Yield: what is yielded; T, T&, const T&, T&& or void (see yielder). Send: what the consumer may
/// send; void for nothing. Return: what the body returns; see result(). Engine: how stacks are
/// switched; see engine.hpp.
///
/// One thread at a time may use it; a suspended one may be resumed, closed or destroyed by another
/// thread than before.
template <class Yield, class Send = void, class Return = void, class Engine = default_engine>
class DEEPYIELD_NODISCARD generator {
  using control_block = detail::control_block<Engine>;
  using promise = detail::promise<Yield, Send, Return, Engine>;
  template <class Body>
  using checked = detail::checked_body<Return, std::decay_t<Body>, yielder<Yield, Send, Engine>>;

 public:
  using yielder_type = yielder<Yield, Send, Engine>;
  using value_type = std::remove_cv_t<std::remove_reference_t<Yield>>;
  using iterator = typename detail::iterator_of<Yield, control_block>::type;
  using reference = typename detail::iterator_of<Yield, control_block>::reference;
  // returned by next(): bool if Yield is void
  using pointer = typename detail::iterator_of<Yield, control_block>::pointer;

  /// A closed generator: yields nothing. Allocates nothing.
  ///
  ///   generator<int> later;
  ///   later = count_up_to(5);
  generator() noexcept = default;

  /// Stores the decayed body. The first resume calls it:
  /// `Return body(yielder<Yield, Send, Engine>&)`. What it captures is destroyed when it ends, or
  /// with the generator. Throws stack_error if no stack can be allocated. (Python: calling a
  /// generator function)
  ///
  ///   generator<int> two = [](yielder<int>& yield) { yield(1), yield(2); };
  template <class Body, std::enable_if_t<
                            detail::looks_like_body<generator, yielder_type, Body>::value, int> = 0>
  generator(Body&& body)
      : block_(&checked<Body>::template make<promise>(stack_pool(), std::forward<Body>(body))
                    ->control()) {}

  /// The same on a stack from any model of Boost.Context's StackAllocator; sizes are in bytes.
  /// Exceptions of the allocator come out unchanged.
  ///
  ///   generator<int> small(std::allocator_arg, boost::context::fixedsize_stack(64 * 1024), body);
  template <
      class StackAllocator, class Body,
      std::enable_if_t<detail::looks_like_body<generator, yielder_type, Body>::value, int> = 0>
  generator(std::allocator_arg_t, StackAllocator allocator, Body&& body)
      : block_(
            &checked<Body>::template make<promise>(std::move(allocator), std::forward<Body>(body))
                 ->control()) {}

  /// From a generator that promises more of the same element: a generator<T> or generator<T&> is a
  /// generator<const T&>, a generator<T> is a generator<T&&>. It is the same iteration, on the same
  /// stack. So a function or an interface can name the weakest that it needs.
  ///
  ///   generator<const int&> weaker = count_up_to(5);
  template <class Stronger,
            std::enable_if_t<detail::promises_more<Stronger, Yield>::value, int> = 0>
  generator(generator<Stronger, Send, Return, Engine>&& other) noexcept
      : block_(std::exchange(other.block_, nullptr)) {}
  // clang-format off
  template <class X, std::enable_if_t<detail::does_not_bind<X, Yield>::value, int> = 0>
  generator(generator<X, Send, Return, Engine>&&) = delete;  // deepyield: T& binds no value: use T
  // clang-format on

  // A generator is one iteration with one owner. Compilers show the line of a deleted function,
  // with its comment.
  // clang-format off
  generator(const generator&) = delete;  // deepyield: a generator cannot be copied; std::move it
  generator& operator=(const generator&) = delete;  // deepyield: it cannot be copied; std::move it
  // clang-format on

  /// Iterators stay valid. The generator moved from is closed. Throws nothing.
  ///
  ///   std::vector<generator<int>> many;
  ///   many.push_back(std::move(g));
  generator(generator&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
  /// Closes what was held before, as the destructor does.
  generator& operator=(generator&& other) noexcept {
    generator(std::move(other)).swap(*this);
    return *this;
  }
  void swap(generator& other) noexcept { std::swap(block_, other.block_); }
  friend void swap(generator& left, generator& right) noexcept { left.swap(right); }

  /// Ends the body: raises generator_exit at its yield if it is suspended there, and again if it
  /// yields instead. What would leave the body goes to the unraisable handler. Terminates with a
  /// message if the body is running, yields a hundred times more, or is delegated to. (Python:
  /// __del__)
  ///
  ///   for (int i : count_up_to(5))
  ///     if (i == 2) break;  // the body's locals are gone here
  BOOST_FORCEINLINE ~generator() {
    if (block_) block_->destroy();
  }

  /// Resumes to the next element, as a Python `for` does. A second loop goes on after the element
  /// at which the first one stopped. Throws what escapes the body; already_executing from within
  /// it.
  ///
  ///   std::vector<int> all(g.begin(), g.end());
  BOOST_FORCEINLINE iterator begin() {
    static_assert(
        !std::is_void<Yield>::value,
        "deepyield: a generator<void> yields no values, so it has no iterators: call next().");
    return first_of(block_);
  }
  // clang-format off
  iterator begin() const = delete;  // deepyield: a const generator cannot be read; remove const
  // clang-format on
  iterator end() const noexcept { return iterator(); }

  /// For Boost.Range, which also begins const ranges: the handle is const, not the iteration.
  /// Making an adaptor resumes to the first element.
  ///
  ///   boost::copy(g | boost::adaptors::filtered(odd), std::back_inserter(a));
  using const_iterator = iterator;
  friend iterator range_begin(const generator& g) { return first_of(g.block_); }
  friend iterator range_end(const generator&) noexcept { return iterator(); }

  /// Resumes. Returns the address of the element, valid until the next resume; nullptr once the
  /// generator has ended, and for ever after. For a generator<void>, returns whether it yielded.
  /// Throws what escapes the body, and the generator is then closed; already_executing from within
  /// the body, or while another thread runs it. (Python: next with a default)
  ///
  ///   while (auto* element = g.next()) use(*element);
  BOOST_FORCEINLINE pointer next() {
    return static_cast<pointer>(block_ ? block_->resume() : nullptr);
  }

  /// Resumes; the yield expression returns the address of `value` (Python: send). Otherwise the
  /// same as next(). Once the generator has ended, it drops the value. Throws
  /// cannot_send_before_start if the body has not reached a yield yet; the generator is then
  /// unchanged.
  ///
  ///   generator<int, int> accumulate = [](yielder<int, int>& yield) {
  ///     for (int sum = 0;;)
  ///       if (const int* more = yield(sum)) sum += *more;
  ///   };
  ///   accumulate.next();
  ///   std::cout << *accumulate.send(10) << *accumulate.send(10);  // 10, 20
  BOOST_FORCEINLINE pointer send(detail::send_argument<Send> value) {
    static_assert(!std::is_void<Send>::value,
                  "deepyield: nothing can be sent to a generator whose second template argument, "
                  "Send, is void.");
    return static_cast<pointer>(block_ ? block_->send(detail::address_of(value)) : nullptr);
  }

  /// Raises the exception at the yield expression (Python: throw); otherwise the same as next().
  /// Throws the exception if the body does not catch it, has not been started, or has ended. Throws
  /// std::invalid_argument if `error` is null.
  ///
  ///   try {
  ///     work();
  ///   } catch (...) {
  ///     g.throw_in(std::current_exception());
  ///   }
  pointer throw_in(std::exception_ptr error) {
    if (!error) throw std::invalid_argument("deepyield: throw_in() was given a null exception_ptr");
    if (!block_) std::rethrow_exception(std::move(error));
    return static_cast<pointer>(block_->throw_in(std::move(error)));
  }

  /// The same, for any object that can be thrown.
  ///
  ///   g.throw_in(std::runtime_error("stop"));
  template <class Exception,
            std::enable_if_t<!std::is_convertible<Exception&&, std::exception_ptr>::value, int> = 0>
  pointer throw_in(Exception&& error) {
    return throw_in(std::make_exception_ptr(std::forward<Exception>(error)));
  }

  /// Raises generator_exit at the yield expression, so that the body's locals are destroyed
  /// (Python: close). A body that has not been started never runs; one that has ended stays so.
  /// Throws what the body throws instead; generator_ignored_exit when it yields instead (it is then
  /// still suspended); already_executing when called from the body. What it delegates to is closed
  /// first.
  ///
  ///   g.next();
  ///   g.close();  // files that the body has open are closed now, not when g ends
  void close() {
    if (block_) block_->close();
  }

  /// What the body is doing, seen from anywhere (Python: inspect.getgeneratorstate). Throws
  /// nothing.
  ///
  ///   if (g.state() == generator_state::suspended) g.close();
  BOOST_FORCEINLINE generator_state state() const noexcept {
    return block_ ? block_->state() : generator_state::closed;
  }

  /// Whether the body has returned, also if `Return` is void. Throws nothing.
  ///
  ///   for (int element : summed) use(element);
  ///   if (summed.has_result()) use(summed.result());
  bool has_result() const noexcept { return block_ && result_slot().full(); }

  /// The body's result (Python: StopIteration.value), which the generator keeps; for void, only
  /// checks that the body has returned. Throws no_result if it has not.
  ///
  ///   while (summed.next()) {}
  ///   int sum = summed.result();
  typename detail::result_slot<Return>::type result() {
    if (!block_) throw no_result();
    return result_slot().get();
  }

  /// Bytes of stack that the body and the library's bookkeeping share; 0 for a default-constructed
  /// generator.
  ///
  ///   std::cout << g.stack_size();
  std::size_t stack_size() const noexcept { return block_ ? block_->stack().size : 0; }

  /// The most bytes of the stack that were used so far, by body and library, if it came from
  /// stack_pool::measuring(bytes); else 0.
  ///
  ///   generator<int> measured(std::allocator_arg, stack_pool::measuring(1 << 20), body);
  ///   while (measured.next()) {}
  ///   std::cout << measured.stack_high_water();
  std::size_t stack_high_water() const noexcept { return block_ ? block_->stack_high_water() : 0; }

 private:
  template <class, class, class, class>
  friend class generator;
  template <class, class, class>
  friend class yielder;
  template <class, class, class>
  friend class consumer;

  detail::result_slot<Return>& result_slot() const noexcept {
    return *static_cast<detail::result_slot<Return>*>(block_->result());
  }

  BOOST_FORCEINLINE static iterator first_of(control_block* of) {
    if (!of) return iterator();
    of->advance();
    return iterator(*of);
  }

  control_block* block_ = nullptr;
};

/// The next element, valid until the generator is next resumed (Python: next). Throws
/// stop_iteration if there is none, and what escapes the body.
///
///   int first = next(g);
template <class Yield, class Send, class Return, class Engine>
typename generator<Yield, Send, Return, Engine>::reference next(
    generator<Yield, Send, Return, Engine>& g) {
  const auto element = g.next();
  if (!element) throw stop_iteration();
  return detail::iterator_of<Yield, detail::control_block<Engine>>::refer_to(element);
}

/// The next element, moved out of a generator<T> or generator<T&&>, else copied; or the fallback
/// (Python: next with a default). Throws what escapes the body.
///
///   int first = next(g, 0);
template <class Yield, class Send, class Return, class Engine, class Fallback>
typename generator<Yield, Send, Return, Engine>::value_type next(
    generator<Yield, Send, Return, Engine>& g, Fallback&& fallback) {
  if (const auto element = g.next())
    return static_cast<detail::rvalue_reference_t<Yield>>(*element);
  return static_cast<typename generator<Yield, Send, Return, Engine>::value_type>(
      std::forward<Fallback>(fallback));
}

}  // namespace v2
}  // namespace deepyield
