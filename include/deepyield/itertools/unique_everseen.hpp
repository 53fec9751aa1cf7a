// unique_everseen: skips elements that were there before. Python: itertools' recipe of that name.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/aligned_new.hpp>

#include <unordered_set>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Range, class Key>
class unique_everseen_cursor : public cursor_adaptor<Range> {
 public:
  unique_everseen_cursor(all_t<Range> range, Key key)
      : cursor_adaptor<Range>(std::move(range)), key_(std::move(key)) {}
  DEEPYIELD_INLINED unique_everseen_cursor(unique_everseen_cursor&&) = default;
  DEEPYIELD_INLINED ~unique_everseen_cursor() = default;

  DEEPYIELD_INLINED range_pointer_t<Range> next() {
    while (const auto element = this->base().next())
      if (seen_.insert(key_(*element)).second) return element;
    return nullptr;
  }

 private:
  Key key_;
  std::unordered_set<container_element_t<key_type_t<Key, Range>>> seen_;
};

/// How unique_everseen() is called.
struct unique_everseen_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: unique_everseen() takes the range, then the key function: "
                  "unique_everseen(range, key).");
    return {};
  }
};

}  // namespace detail

namespace itertools {

/// The elements whose key no earlier element had. The key is `key(element)`, or the element itself
/// if no function is given. Keys are stored, and compared by std::hash and ==.
///
///   for (int i : itertools::unique_everseen(std::vector<int>{1, 2, 1, 3})) use(i);  // 1, 2, 3
///   for (int i : std::vector<int>{1, 2, 1, 3} | itertools::unique_everseen()) use(i);
constexpr detail::range_first<detail::adapt_by_key<
    detail::unique_everseen_cursor, detail::unique_everseen_signature, detail::hashed_key_check>>
    unique_everseen{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
