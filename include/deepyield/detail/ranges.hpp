// What the adaptors of itertools need to know of the ranges that they read, and how they keep them.
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/detail/aligned.hpp>
#include <deepyield/detail/inlined.hpp>
#include <deepyield/detail/late.hpp>

#include <boost/config.hpp>

#include <initializer_list>
#include <iterator>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v1 {

template <class Yield, class Send, class Return, class Engine>
class generator;
template <class Yield, class Send, class Return, class Engine>
class shared_generator;
template <class Source>
class lazy_range;

namespace detail {

namespace range_access {

using std::begin;
using std::end;

template <class Range>
auto begin_of(Range& range) -> decltype(begin(range)) {
  return begin(range);
}
template <class Range>
auto end_of(Range& range) -> decltype(end(range)) {
  return end(range);
}

}  // namespace range_access

using range_access::begin_of;
using range_access::end_of;

template <class Range>
using iterator_t = decltype(detail::begin_of(std::declval<std::remove_reference_t<Range>&>()));
/// What `*it` is: the adaptors that hand elements on are generators of just this.
template <class Range>
using reference_t = decltype(*std::declval<iterator_t<Range>&>());

/// What an adaptor keeps of a Type beyond the next element: of a tuple or pair of references, as those of zip() and enumerate(), the values; of a vector<bool>'s
/// proxy, the bool; of a std::map's pair<const Key, Value> a pair that can be assigned.
template <class Type>
struct kept {
  static constexpr bool is_bit = std::is_same<Type, std::vector<bool>::reference>::value || std::is_same<Type, std::vector<bool>::const_reference>::value;
  using type = std::conditional_t<is_bit, bool, Type>;
};
template <class Type>
struct kept<const Type> : kept<Type> {};
template <class Type>
struct kept<Type&> : kept<Type> {};
template <class Type>
struct kept<Type&&> : kept<Type> {};
template <class... Part>
struct kept<std::tuple<Part...>> {
  using type = std::tuple<typename kept<Part>::type...>;
};
template <class First, class Second>
struct kept<std::pair<First, Second>> {
  using type = std::pair<typename kept<First>::type, typename kept<Second>::type>;
};
template <class Range>
using value_t = typename kept<std::remove_cv_t<std::remove_reference_t<reference_t<Range>>>>::type;
/// What Key makes of an element, as a value.
template <class Key, class Range>
using key_t = typename kept<std::decay_t<decltype(std::declval<Key&>()(std::declval<std::remove_reference_t<reference_t<Range>>&>()))>>::type;

template <class Range, class = void>
struct is_range : std::false_type {};
template <class Range>
struct is_range<Range, decltype(static_cast<void>(detail::begin_of(std::declval<std::remove_reference_t<Range>&>()) !=
                                                  detail::end_of(std::declval<std::remove_reference_t<Range>&>())))> : std::true_type {};

template <class Range>
using if_range = std::enable_if_t<is_range<Range>::value, int>;

/// Of what may be called; an array given by value is a pointer to its elements.
template <class Function>
using if_function =
    std::enable_if_t<!is_range<Function>::value && (!std::is_pointer<Function>::value || std::is_function<std::remove_pointer_t<Function>>::value), int>;

template <class... Range>
struct are_ranges;
template <>
struct are_ranges<> : std::true_type {};
template <class First, class... Rest>
struct are_ranges<First, Rest...> : std::conditional_t<is_range<First>::value, are_ranges<Rest...>, std::false_type> {};

/// A type as an argument.
template <class Type>
struct type_of {
  using type = Type;
};

/// The default of a key function.
struct identity {
  template <class Element>
  Element&& operator()(Element&& element) const noexcept {
    return std::forward<Element>(element);
  }
};

/// Keeps a range for as long as an adaptor reads it: an lvalue is referred to, an rvalue is moved in. Range: as a forwarding reference deduces it.
template <class Range>
class held_range {
 public:
  explicit held_range(Range&& range) : range_(std::move(range)) {}
  DEEPYIELD_INLINED held_range(held_range&&) = default;
  held_range& operator=(held_range&&) = default;
  DEEPYIELD_INLINED ~held_range() = default;
  Range& operator*() noexcept { return range_; }
  Range* operator->() noexcept { return &range_; }

 private:
  Range range_;
};

// Its elements would be gone by the time that they are read.
template <class Value>
class held_range<std::initializer_list<Value>> {
  static_assert(sizeof(Value) == 0, "deepyield: an initializer_list does not keep its elements for an adaptor; name a container, as std::vector<int>{1, 2}.");
};
template <class Value>
class held_range<const std::initializer_list<Value>> : held_range<std::initializer_list<Value>> {};

template <class Range>
class held_range<Range&> {
 public:
  explicit held_range(Range& range) noexcept : range_(std::addressof(range)) {}
  Range& operator*() const noexcept { return *range_; }
  Range* operator->() const noexcept { return range_; }

 private:
  Range* range_;
};

template <class Range>
held_range<Range> hold(Range&& range) {
  return held_range<Range>(std::forward<Range>(range));
}

/// Of which ranges `next()` gives the address of the next element: those of this library. The others are read by iterators.
template <class Range>
struct has_next : std::false_type {};
// A generator<T>'s elements are its consumer's, though it refers to them by T&.
template <class Range>
struct gives_away : std::integral_constant<bool, !std::is_lvalue_reference<reference_t<Range>>::value> {};

template <class Yield, class Send, class Return, class Engine>
struct has_next<generator<Yield, Send, Return, Engine>> : std::true_type {};
template <class Yield, class Send, class Return, class Engine>
struct gives_away<generator<Yield, Send, Return, Engine>> : std::integral_constant<bool, !std::is_lvalue_reference<Yield>::value> {};
template <class Yield, class Send, class Return, class Engine>
struct has_next<shared_generator<Yield, Send, Return, Engine>> : std::true_type {};
template <class Yield, class Send, class Return, class Engine>
struct gives_away<shared_generator<Yield, Send, Return, Engine>> : std::integral_constant<bool, !std::is_lvalue_reference<Yield>::value> {};
template <class Source>
struct has_next<lazy_range<Source>> : std::true_type {};
// Of a source that hands its range's elements on, and says so by `hands_on`, they are the consumer's where the range's are.
template <class Source, class = void>
struct hands_on_its_own : std::false_type {};
template <class Source>
struct hands_on_its_own<Source, decltype(static_cast<void>(type_of<typename Source::hands_on>()))>
    : gives_away<std::remove_cv_t<std::remove_reference_t<typename Source::hands_on>>> {};
template <class Source>
struct gives_away<lazy_range<Source>>
    : std::integral_constant<bool, !std::is_lvalue_reference<typename Source::element_type>::value || hands_on_its_own<Source>::value> {};

/// Whether a range's next() would throw already_executing, since this is called from within it.
template <class Range>
struct execution {
  static bool of(const Range&) noexcept { return false; }
};
template <class Generator>
struct execution_of_body {
  static DEEPYIELD_INLINED bool of(const Generator& g) noexcept { return g.state() == decltype(g.state())::running; }
};
template <class Yield, class Send, class Return, class Engine>
struct execution<generator<Yield, Send, Return, Engine>> : execution_of_body<generator<Yield, Send, Return, Engine>> {};
template <class Yield, class Send, class Return, class Engine>
struct execution<shared_generator<Yield, Send, Return, Engine>>
    : execution_of_body<shared_generator<Yield, Send, Return, Engine>> {};
template <class Source>
struct execution<lazy_range<Source>> {
  static DEEPYIELD_INLINED bool of(const lazy_range<Source>& range) { return range.executing(); }
};
template <class Range>
DEEPYIELD_INLINED bool execution_of(const std::remove_reference_t<Range>& range) {
  return execution<std::remove_cv_t<std::remove_reference_t<Range>>>::of(range);
}

/// Reads a range element by element, and never takes more of it than was asked for: not even the first one before next().
///
///   reader<Range> elements(range);
///   while (elements.next()) use(*elements);
template <class Range, bool = has_next<std::remove_cv_t<Range>>::value>
class reader {
 public:
  explicit reader(Range& range) noexcept : range_(std::addressof(range)) {}

  /// Goes on to the next element; whether there is one. Once there is none it stays so.
  DEEPYIELD_INLINED bool next() {
    if (BOOST_LIKELY(static_cast<bool>(span_)))
      ++(*span_).at;
    else if (range_)
      span_.emplace(*std::exchange(range_, nullptr));
    else
      return false;
    if ((*span_).at != (*span_).last) return true;
    span_.reset();
    return false;
  }

  /// The element that next() went to.
  decltype(auto) operator*() { return *(*span_).at; }

  bool executing() const noexcept { return false; }

 private:
  struct span {
    DEEPYIELD_INLINED explicit span(Range& range) : at(detail::begin_of(range)), last(detail::end_of(range)) {}
    iterator_t<Range> at;
    decltype(detail::end_of(std::declval<Range&>())) last;
  };

  Range* range_;  // until it is begun
  late<span> span_;
};

template <class Range>
class reader<Range, true> {
 public:
  explicit reader(Range& range) noexcept : range_(std::addressof(range)) {}

  DEEPYIELD_INLINED bool next() {
    element_ = range_->next();
    return element_ != nullptr;
  }
  reference_t<Range> operator*() const { return static_cast<reference_t<Range>>(*element_); }

  bool executing() const { return detail::execution_of<Range>(*range_); }

 private:
  Range* range_;
  typename Range::pointer element_ = nullptr;
};

/// What to keep an element by: it is moved where the range gives it away, and copied where that goes on using it.
template <class Range>
decltype(auto) parting(reference_t<Range>&& element) {
  return static_cast<std::conditional_t<gives_away<std::remove_cv_t<std::remove_reference_t<Range>>>::value, std::remove_reference_t<reference_t<Range>>&&,
                                        reference_t<Range>&&>>(element);
}

/// All elements of a range.
template <class Range>
std::vector<contained<value_t<Range>>> collect(Range& range) {
  std::vector<value_t<Range>> all;
  reader<Range> elements(range);
  while (elements.next()) all.push_back(parting<Range>(*elements));
  return all;
}

template <bool...>
struct all_of;

/// What several ranges give in common: the same reference if they all give it, else their common type by value.
template <class... Range>
struct common_reference;
template <class First, class... Rest>
struct common_reference<First, Rest...> {
  template <bool... Same>
  static constexpr bool all = std::is_same<all_of<true, Same...>, all_of<Same..., true>>::value;
  using type = std::conditional_t<all<std::is_same<reference_t<First>, reference_t<Rest>>::value...>, reference_t<First>,
                                  std::common_type_t<value_t<First>, value_t<Rest>...>>;
};
template <class... Range>
using common_reference_of = typename common_reference<Range...>::type;

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
