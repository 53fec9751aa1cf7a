// compress: the elements that a second range selects. Python: itertools.compress.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/base_cursor.hpp>

#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Range, class Selectors>
class compress_cursor : public cursor_adaptor<Range> {
 public:
  compress_cursor(all_t<Range> data, all_t<Selectors> selectors)
      : cursor_adaptor<Range>(std::move(data)), selectors_(std::move(selectors)) {}
  DEEPYIELD_INLINED compress_cursor(compress_cursor&&) = default;
  DEEPYIELD_INLINED ~compress_cursor() = default;

  DEEPYIELD_INLINED range_pointer_t<Range> next() {
    for (;;) {
      const auto element = this->base().next();
      if (!element || !selectors_.advance()) return nullptr;
      if (*selectors_) return element;
    }
  }

 private:
  base_cursor<Selectors> selectors_;
};

/// How compress() is called.
struct compress_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: compress() takes two ranges, the second of what converts to bool: "
                  "compress(data, selectors).");
    return {};
  }
};
template <class Selectors>
struct selectors_check
    : std::conditional_t<std::is_constructible<bool, range_reference_t<Selectors>>::value, accepted,
                         compress_signature> {};
template <class... Argument>
struct compress_check : compress_signature {};
template <class Range, class Selectors>
struct compress_check<Range, Selectors>
    : all_checks<range_check<Range>, range_check<Selectors>, selectors_check<Selectors>> {};

}  // namespace detail

namespace itertools {

/// The elements of a range for which a second range has something true at the same position. Ends
/// with the shorter range. Throws std::invalid_argument if a single-pass range is given twice: an
/// element would end before its use.
///
///   // 1, 3
///   for (int i : itertools::compress(count_up_to(4), std::vector<bool>{true, false, true}))
///     use(i);
constexpr detail::in_lockstep<detail::compress_cursor, detail::compress_check> compress{"compress"};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
