// enumerate: the elements with their numbers. Python: enumerate.
#pragma once

#include <deepyield/ranges/adaptor.hpp>

#include <cstddef>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Range>
class enumerate_cursor : public reading_cursor<Range>,
                         public making_cursor<std::pair<std::ptrdiff_t, range_reference_t<Range>>> {
  using pair = std::pair<std::ptrdiff_t, range_reference_t<Range>>;

 public:
  enumerate_cursor(all_t<Range> range, std::ptrdiff_t start)
      : reading_cursor<Range>(std::move(range)), number_(static_cast<std::size_t>(start)) {}

  DEEPYIELD_INLINED enumerate_cursor(enumerate_cursor&&) = default;
  DEEPYIELD_INLINED ~enumerate_cursor() = default;

  DEEPYIELD_INLINED pair* next() {
    if (!this->base().advance()) return nullptr;
    return this->make_current(
        [this] { return pair(static_cast<std::ptrdiff_t>(number_++), *this->base()); });
  }

 private:
  std::size_t number_;  // unsigned, since the number after the last one may overflow
};

/// How enumerate() is called.
struct enumerate_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(
        Met,
        "deepyield: enumerate() takes the range, then the first number: enumerate(range, start).");
    return {};
  }
};

struct enumerate_function : takes_numbers<enumerate_signature, 0, 1> {
  template <class Range, if_range<Range> = 0>
  DEEPYIELD_INLINED lazy_range<enumerate_cursor<Range>> operator()(Range&& range,
                                                                   std::ptrdiff_t start = 0) const {
    return detail::make_lazy_range<enumerate_cursor<Range>>(detail::all(std::forward<Range>(range)),
                                                            start);
  }
};

}  // namespace detail

namespace itertools {

/// Pairs of a number and what the range gives. Numbers count from `start`, by default from 0.
///
///   // 1a2b
///   for (auto& line : itertools::enumerate(std::vector<std::string>{"a", "b"}, 1))
///     std::cout << line.first << line.second;
///   for (auto& numbered : count_up_to(5) | itertools::enumerate()) use(numbered.second);
constexpr detail::range_first<detail::enumerate_function> enumerate{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
