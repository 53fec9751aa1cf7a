// The output iterator behind yielder::out(). Not Boost's function_output_iterator: that one has no difference_type, so C++20's ranges refuse it.
#pragma once

#include <cstddef>
#include <iterator>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Yielder>
class yield_iterator {
  class slot {
   public:
    explicit slot(Yielder* yield) noexcept : yield_(yield) {}
    template <class Element>
    const slot& operator=(Element&& element) const {
      (*yield_)(std::forward<Element>(element));
      return *this;
    }

   private:
    Yielder* yield_;
  };

 public:
  using iterator_category = std::output_iterator_tag;
  using value_type = void;
  using difference_type = std::ptrdiff_t;
  using pointer = void;
  using reference = void;

  yield_iterator() = default;  // C++20's weakly_incrementable asked for it; assigning through it is undefined
  explicit yield_iterator(Yielder& yield) noexcept : yield_(&yield) {}

  slot operator*() const noexcept { return slot(yield_); }
  yield_iterator& operator++() noexcept { return *this; }
  yield_iterator operator++(int) noexcept { return *this; }

 private:
  Yielder* yield_ = nullptr;
};

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
