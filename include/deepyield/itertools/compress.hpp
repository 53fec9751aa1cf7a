// compress: the elements that a second range selects. Python: itertools.compress.
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/same_range.hpp>
#include <deepyield/utility/inlined.hpp>

#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Range, class Selectors>
class compressed {
 public:
  using element_type = range_reference_t<Range>;
  using base_range = Range;

  compressed(all_t<Range> data, all_t<Selectors> selectors)
      : data_(std::move(data)), selectors_(std::move(selectors)) {}

  DEEPYIELD_INLINED compressed(compressed&&) = default;
  DEEPYIELD_INLINED ~compressed() = default;

  DEEPYIELD_INLINED std::remove_reference_t<element_type>* next() {
    for (;;) {
      const auto element = data_.next();
      if (!element || !selectors_.advance()) return nullptr;
      if (*selectors_) return element;
    }
  }

  std::remove_reference_t<element_type>* current() noexcept { return data_.current(); }
  DEEPYIELD_INLINED bool executing() { return data_.executing(); }

 private:
  base_cursor<Range> data_;
  base_cursor<Selectors> selectors_;
};

}  // namespace detail

namespace itertools {

/// The elements of `data` beside which `selectors` has something true. Ends with the shorter one.
/// Throws std::invalid_argument where one range that is read once is given twice: an element would
/// end before its use.
///
///   // 1, 3
///   for (int i : itertools::compress(count_up_to(4), std::vector<bool>{true, false, true}))
///     use(i);
template <class Range, class Selectors>
DEEPYIELD_INLINED lazy_range<detail::compressed<Range, Selectors>> compress(Range&& data,
                                                                            Selectors&& selectors) {
  detail::refuse_same_range("compress", data, selectors);
  return detail::make_lazy_range<detail::compressed<Range, Selectors>>(
      detail::all(std::forward<Range>(data)), detail::all(std::forward<Selectors>(selectors)));
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
