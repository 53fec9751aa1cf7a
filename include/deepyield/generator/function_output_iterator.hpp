// The output iterator behind out(): calls a function object with what is assigned through it. Not
// Boost's function_output_iterator: that one has no difference_type, so C++20's ranges refuse it.
#pragma once

#include <cstddef>
#include <iterator>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Function>
class function_output_iterator {
  class slot {
   public:
    explicit slot(Function function) noexcept : function_(function) {}
    // const: C++20's std::indirectly_writable assigns through a const proxy.
    template <class Element>  // NOLINTNEXTLINE(misc-unconventional-assign-operator)
    const slot& operator=(Element&& element) const {
      function_(std::forward<Element>(element));
      return *this;
    }

   private:
    Function function_;
  };

 public:
  using iterator_category = std::output_iterator_tag;
  using value_type = void;
  using difference_type = std::ptrdiff_t;
  using pointer = void;
  using reference = void;

  // C++20's weakly_incrementable first required it; assigning through it is undefined
  function_output_iterator() = default;
  explicit function_output_iterator(Function function) noexcept : function_(function) {}

  slot operator*() const noexcept { return slot(function_); }
  function_output_iterator& operator++() noexcept { return *this; }
  function_output_iterator operator++(int) noexcept { return *this; }

 private:
  Function function_;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
