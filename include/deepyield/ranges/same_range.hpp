// Refuses a single-pass range that is given twice to an adaptor that reads several side by side.
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/own_ranges.hpp>
#include <deepyield/utility/inlined.hpp>
#include <deepyield/utility/type_of.hpp>

#include <boost/config.hpp>

#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Iterator, class = void>
struct traversal : std::iterator_traits<Iterator> {};
template <class Iterator>
struct traversal<Iterator,
                 decltype(static_cast<void>(type_of<typename Iterator::iterator_concept>()))> {
  using iterator_category = typename Iterator::iterator_concept;
};

/// True where reading the next element invalidates the one before: for ranges of this library, and
/// for single-pass ranges of references.
template <class Range, class = void>
struct is_single_pass : has_next<Range> {};
template <class Range>
struct is_single_pass<
    Range,
    std::enable_if_t<
        !has_next<Range>::value && std::is_lvalue_reference<range_reference_t<Range>>::value &&
        std::is_base_of<std::input_iterator_tag,
                        typename traversal<iterator_t<Range>>::iterator_category>::value>>
    : std::integral_constant<
          bool, !std::is_base_of<std::forward_iterator_tag,
                                 typename traversal<iterator_t<Range>>::iterator_category>::value> {
};

/// Identifies an iteration: by the range's address, or by what the copies of a shared_generator
/// share. Null if two readers do not disturb each other.
template <class Range>
struct iteration {
  static DEEPYIELD_INLINED const void* of(const Range& range) noexcept {
    return is_single_pass<Range>::value ? std::addressof(range) : nullptr;
  }
};
template <class Yield, class Send, class Return, class Engine>
struct iteration<shared_generator<Yield, Send, Return, Engine>> {
  static DEEPYIELD_INLINED const void* of(
      const shared_generator<Yield, Send, Return, Engine>& range) noexcept {
    return range.shared_.get();
  }
};
/// Throws std::invalid_argument if two of the ranges are the same. Call it before moving from a
/// range, so that the caller still has it after a refusal. A function object: argument-dependent
/// lookup does not find it in a user's calls.
class refuse_same_range_function {
 public:
  DEEPYIELD_INLINED void operator()(const char*) const noexcept {}
  template <class First, class... Rest>
  DEEPYIELD_INLINED void operator()(const char* adaptor, const First& first,
                                    const Rest&... rest) const {
    if (BOOST_UNLIKELY(!are_distinct(iteration<First>::of(first), iteration<Rest>::of(rest)...)))
      throw_same_range(adaptor);
    (*this)(adaptor, rest...);
  }

 private:
  static DEEPYIELD_INLINED bool are_distinct(const void*) noexcept { return true; }
  template <class... Iteration>
  static DEEPYIELD_INLINED bool are_distinct(const void* first, const void* second,
                                             Iteration... rest) noexcept {
    return (!first || first != second) && are_distinct(first, rest...);
  }

  [[noreturn]] BOOST_NOINLINE static void throw_same_range(const char* adaptor) {
    throw std::invalid_argument(std::string("deepyield: ") + adaptor +
                                "() was given the same range twice, of which each element ends "
                                "when the next is read; batched() groups the elements of one "
                                "range, tee() reads it several times");
  }
};
constexpr refuse_same_range_function refuse_same_range{};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
