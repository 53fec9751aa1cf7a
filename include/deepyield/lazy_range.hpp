// lazy_range: what the adaptors of itertools return. It computes each element when asked for it, by
// a function call; it needs no stack of its own.
#pragma once

#include <deepyield/errors.hpp>
#include <deepyield/generator.hpp>
#include <deepyield/generator/element_expression.hpp>
#include <deepyield/iterator.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/own_ranges.hpp>
#include <deepyield/ranges/reentry.hpp>
#include <deepyield/utility/inlined.hpp>
#include <deepyield/utility/optional.hpp>

#include <boost/config.hpp>

#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

// Whether and where a cursor is at an element. A cursor with `current()` keeps its element in
// itself; its address is not stored as well, because compilers keep an object out of registers that
// points to itself.
template <class Cursor, bool = has_current<Cursor>::value>
class cursor_position {
 public:
  using pointer = std::remove_reference_t<typename Cursor::element_type>*;
  void set(pointer element) noexcept { element_ = element; }
  explicit operator bool() const noexcept { return element_ != nullptr; }
  pointer of(const optional<Cursor>&) const noexcept { return element_; }

 private:
  pointer element_ = nullptr;
};

template <class Cursor>
class cursor_position<Cursor, true> {
 public:
  using pointer = std::remove_reference_t<typename Cursor::element_type>*;
  void set(pointer element) noexcept { stands_ = element != nullptr; }
  explicit operator bool() const noexcept { return stands_; }
  pointer of(optional<Cursor>& cursor) const noexcept { return (*cursor).current(); }

 private:
  bool stands_ = false;
};

}  // namespace detail

/// A single-pass range, like generator: it is read by range-for, algorithms or next(). It can be
/// moved, which ends its iterators, but not copied. It reads nothing before the first element is
/// asked for. What the adaptor's functions and ranges throw comes out of next() or `++`, and ends
/// the range. Reading it from within one of these throws already_executing, and changes nothing; an
/// already_executing of the range that it reads passes through, and ends nothing. Destroying it,
/// moving from it or assigning to it from there terminates with a message. It converts to a
/// generator of the same elements, for a function that returns one. Default-constructed, it is
/// empty. Cursor: has an element_type, and a `next()` that returns the address of the next element;
/// nullptr at the end, and is not called again then.
///
///   for (int i : itertools::map([](int n) { return n * n; }, count_up_to(3))) use(i);  // 1, 4, 9
///   generator<int> squares = itertools::map([](int n) { return n * n; }, count_up_to(3));
template <class Cursor>
class DEEPYIELD_NODISCARD lazy_range {
 public:
  using element_type = typename Cursor::element_type;
  using iterator = element_iterator<element_type, lazy_range>;
  using const_iterator = iterator;
  using value_type = typename iterator::value_type;
  using reference = typename iterator::reference;
  using pointer = typename iterator::pointer;

  lazy_range() noexcept = default;
  DEEPYIELD_INLINED explicit lazy_range(Cursor cursor)
      : cursor_(std::move(cursor)), phase_(phase::ready) {}

  /// Terminates with a message from within one of its own functions, like moving from it and
  /// assigning to it.
  DEEPYIELD_INLINED ~lazy_range() {
    if (BOOST_UNLIKELY(phase_ == phase::running)) {
      // A function of a static range may call exit(), which destroys the range. That function never
      // goes on, and its frames need the cursor. All of this is written out here: a function that
      // gets the range's address would keep the range out of registers.
      if (!detail::called_from_exit()) must_not_run();
      cursor_.abandon();
    }
    phase_ = phase::running;  // the cursor's members may call back as they end
  }
  // Compilers show the line of a deleted function, with its comment.
  // clang-format off
  lazy_range(const lazy_range&) = delete;  // deepyield: it cannot be copied; std::move it
  lazy_range& operator=(const lazy_range&) = delete;  // deepyield: it cannot be copied
  // clang-format on
  DEEPYIELD_INLINED lazy_range(lazy_range&& other) noexcept(
      std::is_nothrow_move_constructible<Cursor>::value)
      : cursor_(std::move(other.idle().cursor_)), phase_(other.phase_) {
    other.drop();
  }
  lazy_range& operator=(lazy_range&& other) noexcept(
      std::is_nothrow_move_constructible<Cursor>::value) {
    if (this == &other) return *this;
    must_not_run();
    other.must_not_run();
    drop();
    cursor_ = std::move(other.cursor_);
    phase_ = other.phase_;
    other.drop();
    return *this;
  }

  /// Goes on to the next element, like generator's begin().
  DEEPYIELD_INLINED iterator begin() { return first_of(*this); }
  // clang-format off
  iterator begin() const = delete;  // deepyield: this cannot be read while const; remove const
  // clang-format on
  iterator end() const noexcept { return iterator(); }

  /// For Boost.Range, like generator's.
  friend iterator range_begin(const lazy_range& range) {
    return first_of(const_cast<lazy_range&>(range));
  }
  friend iterator range_end(const lazy_range&) noexcept { return iterator(); }

  /// Returns the address of the next element, valid until the one after it is asked for; nullptr at
  /// the end, and for ever after. Throws what the range and the functions throw; already_executing
  /// from within one of them.
  ///
  ///   auto squares = itertools::map([](int n) { return n * n; }, count_up_to(3));
  ///   while (auto* square = squares.next()) use(*square);
  DEEPYIELD_INLINED pointer next() {
    advance();
    return position_ ? element() : nullptr;
  }

  /// Ends the range, and destroys what was moved into it. Throws already_executing from within one
  /// of its functions.
  void close() {
    if (phase_ == phase::running) throw already_executing();
    drop();
  }

  /// Also to a generator that promises less of them.
  template <class Yield, class Engine,
            std::enable_if_t<std::is_same<Yield, element_type>::value ||
                                 detail::promises_more<element_type, Yield>::value,
                             int> = 0>
  operator generator<Yield, void, void, Engine>() && {
    return generator<element_type, void, void, Engine>(
        [range = std::move(*this)](yielder<element_type, void, Engine>& yield) mutable {
          while (const pointer element = range.next())
            yield(static_cast<detail::rvalue_reference_t<element_type>>(*element));
        });
  }

  // clang-format off
  template <class Y, class E,
            std::enable_if_t<detail::does_not_bind<element_type, Y>::value, int> = 0>
  operator generator<Y, void, void, E>() && = delete;  // deepyield: T& binds no value: use T
  template <class Y, class E, std::enable_if_t<std::is_same<Y, element_type>::value, int> = 0>
  operator generator<Y, void, void, E>() & = delete;  // deepyield: std::move it into a generator
  // clang-format on

  /// The same as for a generator (Python: next).
  friend reference next(lazy_range& range) {
    if (const pointer element = range.next()) return static_cast<reference>(*element);
    throw stop_iteration();
  }
  template <class Fallback>
  friend value_type next(lazy_range& range, Fallback&& fallback) {
    if (const pointer element = range.next())
      return static_cast<detail::rvalue_reference_t<element_type>>(*element);
    return static_cast<value_type>(std::forward<Fallback>(fallback));
  }

 private:
  friend iterator;
  template <class, bool>
  friend class detail::view_cursor;
  friend detail::execution<lazy_range>;

  enum class phase : unsigned char { ended, ready, running };

  [[noreturn]] BOOST_NOINLINE static void throw_already_executing() { throw already_executing(); }

  DEEPYIELD_INLINED void must_not_run() const noexcept {
    if (BOOST_UNLIKELY(phase_ == phase::running))
      detail::die(
          "a lazy range was destroyed, moved from, or assigned to, while one of its functions is "
          "running");
  }
  DEEPYIELD_INLINED lazy_range& idle() noexcept {
    must_not_run();
    return *this;
  }

  static DEEPYIELD_INLINED iterator first_of(const lazy_range& range) {
    range.advance();
    return iterator(const_cast<lazy_range&>(range));  // all that changes is mutable
  }

  // All of this is inlined, and no function gets the object's address. So a loop keeps the object
  // in registers, as if it were written by hand around the range's next().
  DEEPYIELD_INLINED void advance() const {
    if (BOOST_UNLIKELY(phase_ != phase::ready)) {
      if (phase_ == phase::running) throw_already_executing();
      return;
    }
    if (BOOST_UNLIKELY(detail::reentry::in_use(*cursor_))) throw_already_executing();
    phase_ = phase::running;
    try {
      position_.set((*cursor_).next());
    } catch (const already_executing&) {
      // The range that is read has refused, and this one goes on when that does. Otherwise it is an
      // error like any other.
      if (detail::reentry::executing(*cursor_)) {
        position_.set(nullptr);  // its element has ended
        phase_ = phase::ready;
      } else {
        drop();
      }
      throw;
    } catch (...) {
      drop();
      throw;
    }
    phase_ = phase::ready;
    if (BOOST_UNLIKELY(!position_)) drop();
  }
  void refuse_reentry() const {
    if (BOOST_UNLIKELY(phase_ == phase::running)) throw_already_executing();
  }
  // Whether next() throws already_executing.
  DEEPYIELD_INLINED bool executing() const {
    return phase_ == phase::running ||
           (phase_ == phase::ready && detail::reentry::executing(*cursor_));
  }
  pointer element() const noexcept { return position_.of(cursor_); }
  void* current() const noexcept { return detail::untyped(element()); }
  bool at_end() const noexcept { return !position_; }

  // Running meanwhile: the cursor's members may call back as they end.
  DEEPYIELD_INLINED void drop() const noexcept {
    phase_ = phase::running;
    cursor_.reset();
    position_.set(nullptr);
    phase_ = phase::ended;
  }

  mutable detail::optional<Cursor> cursor_;
  mutable detail::cursor_position<Cursor> position_;
  mutable phase phase_ = phase::ended;
};

namespace detail {

/// Makes a lazy range of Cursor(arguments...).
template <class Cursor, class... Argument>
DEEPYIELD_INLINED lazy_range<Cursor> make_lazy_range(Argument&&... arguments) {
  return lazy_range<Cursor>(Cursor(std::forward<Argument>(arguments)...));
}

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
