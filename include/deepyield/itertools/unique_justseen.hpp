// unique_justseen: skips elements that equal the one before. Python: itertools' recipe of that
// name.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/optional.hpp>

#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Range, class Key>
class unique_justseen_cursor : public cursor_adaptor<Range> {
 public:
  unique_justseen_cursor(all_t<Range> range, Key key)
      : cursor_adaptor<Range>(std::move(range)), key_(std::move(key)) {}
  DEEPYIELD_INLINED unique_justseen_cursor(unique_justseen_cursor&&) = default;
  DEEPYIELD_INLINED ~unique_justseen_cursor() = default;

  DEEPYIELD_INLINED range_pointer_t<Range> next() {
    while (const auto element = this->base().next()) {
      key_type_t<Key, Range> current = key_(*element);
      if (last_ && *last_ == current) continue;
      last_.emplace(std::move(current));
      return element;
    }
    return nullptr;
  }

 private:
  Key key_;
  optional<key_type_t<Key, Range>> last_;
};

/// How unique_justseen() is called.
struct unique_justseen_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: unique_justseen() takes the range, then the key function: "
                  "unique_justseen(range, key).");
    return {};
  }
};

}  // namespace detail

namespace itertools {

/// The elements whose key is not that of the element before. The key is `key(element)`, or the
/// element itself if no function is given. Only the last key is stored.
///
///   for (int i : itertools::unique_justseen(std::vector<int>{1, 1, 2, 1})) use(i);  // 1, 2, 1
///   for (int i : std::vector<int>{1, 1, 2, 1} | itertools::unique_justseen()) use(i);
constexpr detail::range_first<detail::adapt_by_key<
    detail::unique_justseen_cursor, detail::unique_justseen_signature, detail::equal_key_check>>
    unique_justseen{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
