// How an adaptor keeps the range that it reads.
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/utility/inlined.hpp>

#include <memory>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// Owns a range that was passed as an rvalue (std::ranges::owning_view).
template <class Range>
class owning_view {
 public:
  explicit owning_view(Range&& range) : range_(std::move(range)) {}
  DEEPYIELD_INLINED owning_view(owning_view&&) = default;
  owning_view& operator=(owning_view&&) = default;
  DEEPYIELD_INLINED ~owning_view() = default;
  Range& operator*() noexcept { return range_; }
  Range* operator->() noexcept { return &range_; }

 private:
  Range range_;
};

/// Refers to a range that its owner keeps (std::ranges::ref_view).
template <class Range>
class ref_view {
 public:
  explicit ref_view(Range& range) noexcept : range_(std::addressof(range)) {}
  Range& operator*() const noexcept { return *range_; }
  Range* operator->() const noexcept { return range_; }

 private:
  Range* range_;
};

/// How an adaptor keeps a range: it refers to an lvalue, and owns an rvalue. Range is the type that
/// a forwarding reference deduces.
template <class Range>
using all_t = std::conditional_t<std::is_lvalue_reference<Range>::value,
                                 ref_view<std::remove_reference_t<Range>>, owning_view<Range>>;

/// Wraps a range for an adaptor to keep (std::views::all). A function object: argument-dependent
/// lookup does not find it in a user's calls.
struct all_function {
  template <class Range>
  all_t<Range> operator()(Range&& range) const {
    return all_t<Range>(std::forward<Range>(range));
  }
};
constexpr all_function all{};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
