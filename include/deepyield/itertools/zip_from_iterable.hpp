// zip_from_iterable: any number of ranges side by side, until the shortest ends. Python:
// zip(*iterables).
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/inner_cursors.hpp>
#include <deepyield/ranges/strict.hpp>
#include <deepyield/utility/aligned_new.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Ranges>
class zip_from_iterable_cursor {
  using range = typename inner_cursors<Ranges>::range;

 public:
  using element_type = std::vector<container_element_t<range_value_t<range>>>;

  zip_from_iterable_cursor(all_t<Ranges> ranges, bool strict)
      : ranges_(std::move(ranges)), strict_(strict) {}
  DEEPYIELD_INLINED zip_from_iterable_cursor(zip_from_iterable_cursor&&) = default;
  DEEPYIELD_INLINED ~zip_from_iterable_cursor() = default;

  element_type* next() {
    ranges_.open();
    row_.clear();  // whatever the consumer has left of it
    for (std::size_t i = 0; i < ranges_.size(); ++i) {
      if (!ranges_[i].advance()) {
        if (strict_) must_end(i);
        return nullptr;
      }
      row_.push_back(move_or_copy<range>(*ranges_[i]));
    }
    return ranges_.size() == 0 ? nullptr : &row_;
  }
  element_type* current() noexcept { return &row_; }
  bool executing() { return ranges_.executing(); }

 private:
  // The range at that index has ended.
  void must_end(std::size_t index) {
    if (index > 0) refuse(index, "shorter");
    while (++index < ranges_.size())
      if (ranges_[index].advance()) refuse(index, "longer");
  }
  [[noreturn]] static void refuse(std::size_t index, const char* longer_or_shorter) {
    throw_other_length("zip_from_iterable", static_cast<unsigned>(index + 1), longer_or_shorter);
  }

  inner_cursors<Ranges> ranges_;
  bool strict_;
  element_type row_;
};

template <class... Argument>
struct inner_zip_check : takes_one_range {};
template <class Ranges>
struct inner_zip_check<Ranges> : all_checks<range_check<Ranges>, inner_range_check<Ranges>> {};
template <class Ranges>
struct inner_zip_check<Ranges, itertools::strict_t> : inner_zip_check<Ranges> {};

template <class... Argument>
struct zip_closure_check : why_no_closure<takes_one_range, Argument...> {};
template <>
struct zip_closure_check<> : accepted {};
template <>
struct zip_closure_check<itertools::strict_t> : accepted {};
template <class Ranges>
struct zip_closure_check<itertools::strict_t, Ranges> : inner_zip_check<Ranges> {};

struct zip_from_iterable_function {
  template <class... Argument>
  using check = inner_zip_check<option_t<Argument>...>;
  template <class... Argument>
  using closure_check = zip_closure_check<option_t<Argument>...>;

  template <class Ranges, if_range<Ranges> = 0>
  lazy_range<zip_from_iterable_cursor<Ranges>> operator()(Ranges&& ranges) const {
    return make(std::forward<Ranges>(ranges), false);
  }
  template <class Ranges, if_range<Ranges> = 0>
  lazy_range<zip_from_iterable_cursor<Ranges>> operator()(itertools::strict_t,
                                                          Ranges&& ranges) const {
    return make(std::forward<Ranges>(ranges), true);
  }
  // after a pipe
  template <class Ranges, if_range<Ranges> = 0>
  lazy_range<zip_from_iterable_cursor<Ranges>> operator()(Ranges&& ranges,
                                                          itertools::strict_t) const {
    return make(std::forward<Ranges>(ranges), true);
  }

 private:
  template <class Ranges>
  static lazy_range<zip_from_iterable_cursor<Ranges>> make(Ranges&& ranges, bool strict) {
    return detail::make_lazy_range<zip_from_iterable_cursor<Ranges>>(
        detail::all(std::forward<Ranges>(ranges)), strict);
  }
};

}  // namespace detail

namespace itertools {

/// Vectors of what each range in a range gives, for as long as all of them give something. Elements
/// are copied, or moved out of ranges that give them away. All ranges are open at once: a
/// single-pass range of ranges is read to its end first. With itertools::strict as the first
/// argument, next() throws std::invalid_argument where one range ends before another.
///
///   // 1 and 7, 2 and 8
///   std::vector<std::vector<int>> rows{{1, 2, 3}, {7, 8}};
///   for (auto& column : itertools::zip_from_iterable(rows)) use(column[0]), use(column[1]);
constexpr detail::range_first<detail::zip_from_iterable_function> zip_from_iterable{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
