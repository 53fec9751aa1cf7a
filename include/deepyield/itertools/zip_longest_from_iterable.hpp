// zip_longest_from_iterable: any number of ranges side by side, until the longest ends. Python:
// itertools.zip_longest(*iterables).
#pragma once

#include <deepyield/itertools/zip_longest.hpp>
#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/inner_cursors.hpp>
#include <deepyield/utility/aligned_new.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v2 {
namespace detail {

// What stands for an element that is not there.
struct no_fill {
  template <class Value>
  void append(std::vector<itertools::optional_element<Value>>& row) const {
    row.emplace_back();
  }
};
template <class Fill>
struct fill_with {
  template <class Value>
  void append(std::vector<Value>& row) const {
    row.push_back(static_cast<Value>(fill));
  }
  Fill fill;
};

template <class Ranges, class Fill, template <class> class Part>
class zip_longest_from_iterable_cursor {
  using range = typename inner_cursors<Ranges>::range;
  using part = container_element_t<Part<range_value_t<range>>>;

 public:
  using element_type = std::vector<part>;

  zip_longest_from_iterable_cursor(all_t<Ranges> ranges, Fill fill)
      : ranges_(std::move(ranges)), fill_(std::move(fill)) {}
  DEEPYIELD_INLINED zip_longest_from_iterable_cursor(zip_longest_from_iterable_cursor&&) = default;
  DEEPYIELD_INLINED ~zip_longest_from_iterable_cursor() = default;

  element_type* next() {
    ranges_.open();
    row_.clear();  // whatever the consumer has left of it
    bool any = false;
    for (std::size_t i = 0; i < ranges_.size(); ++i) {
      if (ranges_[i].advance()) {
        row_.push_back(part(move_or_copy<range>(*ranges_[i])));
        any = true;
      } else {
        fill_.append(row_);
      }
    }
    return any ? &row_ : nullptr;
  }
  element_type* current() noexcept { return &row_; }
  bool executing() { return ranges_.executing(); }

 private:
  inner_cursors<Ranges> ranges_;
  Fill fill_;
  element_type row_;
};

template <class Ranges>
using zip_longest_from_iterable_plain =
    zip_longest_from_iterable_cursor<Ranges, no_fill, itertools::optional_element>;
template <class Value>
using itself = Value;
template <class Ranges, class Value>
using zip_longest_from_iterable_filled =
    zip_longest_from_iterable_cursor<Ranges, fill_with<Value>, itself>;

template <class... Argument>
struct inner_zip_longest_check : takes_one_range {};
template <class Ranges>
struct inner_zip_longest_check<Ranges>
    : all_checks<range_check<Ranges>, inner_range_check<Ranges>> {};
template <class Ranges, class Value>
struct inner_zip_longest_check<Ranges, filling<Value>> : inner_zip_longest_check<Ranges> {};

template <class... Argument>
struct zip_longest_closure_check : why_no_closure<takes_one_range, Argument...> {};
template <>
struct zip_longest_closure_check<> : accepted {};
template <class Value>
struct zip_longest_closure_check<filling<Value>> : accepted {};
template <class Value, class Ranges>
struct zip_longest_closure_check<filling<Value>, Ranges> : inner_zip_longest_check<Ranges> {};

struct zip_longest_from_iterable_function {
  template <class... Argument>
  using check = inner_zip_longest_check<option_t<Argument>...>;
  template <class... Argument>
  using closure_check = zip_longest_closure_check<option_t<Argument>...>;

  template <class Ranges, if_range<Ranges> = 0>
  lazy_range<zip_longest_from_iterable_plain<Ranges>> operator()(Ranges&& ranges) const {
    return detail::make_lazy_range<zip_longest_from_iterable_plain<Ranges>>(
        detail::all(std::forward<Ranges>(ranges)), no_fill());
  }
  template <class Value, class Ranges>
  lazy_range<zip_longest_from_iterable_filled<Ranges, Value>> operator()(filling<Value> fill,
                                                                         Ranges&& ranges) const {
    return detail::make_lazy_range<zip_longest_from_iterable_filled<Ranges, Value>>(
        detail::all(std::forward<Ranges>(ranges)), fill_with<Value>{std::move(fill.value)});
  }
  // after a pipe
  template <class Ranges, class Value, if_range<Ranges> = 0>
  lazy_range<zip_longest_from_iterable_filled<Ranges, Value>> operator()(
      Ranges&& ranges, filling<Value> fill) const {
    return (*this)(std::move(fill), std::forward<Ranges>(ranges));
  }
};

}  // namespace detail

namespace itertools {

/// Vectors of what each range in a range gives, as optional_element: none where the range has
/// ended. With `fillvalue(x)` before the ranges, vectors of plain values, with x there. Elements
/// are copied, or moved out of ranges that give them away. All ranges are open at once: a
/// single-pass range of ranges is read to its end first.
///
///   // 1 and 7, 2 and 0
///   std::vector<std::vector<int>> rows{{1, 2}, {7}};
///   for (auto& column : itertools::zip_longest_from_iterable(itertools::fillvalue(0), rows))
///     use(column[0]), use(column[1]);
constexpr detail::range_first<detail::zip_longest_from_iterable_function>
    zip_longest_from_iterable{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
