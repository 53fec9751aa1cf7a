// sliding_window: each group of n neighbours. Python: more_itertools.sliding_window.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/size_argument.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/aligned_new.hpp>

#include <cstddef>
#include <deque>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Range>
class sliding_window_cursor : public reading_cursor<Range> {
  using window = std::deque<container_element_t<range_value_t<Range>>>;

 public:
  using element_type = const window&;

  sliding_window_cursor(all_t<Range> range, std::size_t size)
      : reading_cursor<Range>(std::move(range)),
        window_(unique_ptr<window>::make()),
        missing_(size) {}
  DEEPYIELD_INLINED sliding_window_cursor(sliding_window_cursor&&) = default;
  DEEPYIELD_INLINED ~sliding_window_cursor() = default;

  DEEPYIELD_INLINED const window* next() {
    do {
      if (!this->base().advance()) return nullptr;
      window_->push_back(move_or_copy<Range>(*this->base()));
      if (missing_ == 0) {
        window_->pop_front();
      } else {
        --missing_;
      }
    } while (missing_ != 0);
    return current();
  }
  const window* current() noexcept { return &*window_; }

 private:
  unique_ptr<window> window_;
  std::size_t missing_;
};

/// How sliding_window() is called.
struct sliding_window_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: sliding_window() takes the range, then a whole number: "
                  "sliding_window(range, n).");
    return {};
  }
};

struct sliding_window_function : takes_numbers<sliding_window_signature, 1, 1, kept_elements> {
  template <class Range, if_range<Range> = 0>
  DEEPYIELD_INLINED lazy_range<sliding_window_cursor<Range>> operator()(Range&& range,
                                                                        size_argument n) const {
    const std::size_t size = n.at_least(1, "sliding_window() needs windows");
    return detail::make_lazy_range<sliding_window_cursor<Range>>(
        detail::all(std::forward<Range>(range)), size);
  }
};

}  // namespace detail

namespace itertools {

/// The first `n` elements, then the `n` elements from the second on, and so on: a std::deque that
/// moves on by one each time. Nothing if there are fewer. Elements are copied once. Throws
/// std::invalid_argument if n is less than 1.
///
///   for (auto& three : itertools::sliding_window(count_up_to(4), 3)) use(three.front());  // 1, 2
///   for (auto& three : count_up_to(4) | itertools::sliding_window(3)) use(three.front());
constexpr detail::range_first<detail::sliding_window_function> sliding_window{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
