// A range that an adaptor reads, with how far it has been read.
#pragma once

#include <deepyield/detail/inlined.hpp>
#include <deepyield/detail/late.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/detail/still.hpp>

#include <memory>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

/// A held_range and its reader, as one that can be moved. Of a container that is kept, iterators must not move with it.
template <class Range, bool = has_next<Range>::value>
class held_reader {
 public:
  explicit held_reader(held_range<Range> range) : kept_(detail::make_still<kept>(std::move(range))) {}
  bool next() { return kept_->elements.next(); }
  decltype(auto) operator*() { return *kept_->elements; }
  bool executing() const noexcept { return false; }

 private:
  struct kept {
    explicit kept(held_range<Range> held) : range(std::move(held)), elements(*range) {}
    held_range<Range> range;
    reader<Range> elements;
  };
  still<kept> kept_;
};

// Whether its elements stay where they are when a range is moved: a generator's are its body's.
template <class Range>
struct elements_stay : std::false_type {};
template <class Yield, class Send, class Return, class Engine>
struct elements_stay<generator<Yield, Send, Return, Engine>> : std::true_type {};
template <class Yield, class Send, class Return, class Engine>
struct elements_stay<shared_generator<Yield, Send, Return, Engine>> : std::true_type {};

// Whether a source can say where its element is, also when it has been moved.
template <class Source, class = void>
struct knows_its_element : std::false_type {};
template <class Source>
struct knows_its_element<Source, decltype(static_cast<void>(std::declval<Source&>().current()))> : std::true_type {};
template <class Source>
struct elements_stay<lazy_range<Source>> : knows_its_element<Source> {};

// A held_range that is not moved, but where it is kept.
template <class Range>
class still_range {
 public:
  explicit still_range(held_range<Range> range) : range_(detail::make_still<held_range<Range>>(std::move(range))) {}
  Range& operator*() noexcept { return **range_; }

 private:
  still<held_range<Range>> range_;
};
template <class Range>
using held_with_elements = std::conditional_t<elements_stay<Range>::value, held_range<Range>, still_range<Range>>;

template <class Range>
class held_reader<Range, true> {
 public:
  explicit held_reader(held_range<Range> range) : range_(std::move(range)) {}
  DEEPYIELD_INLINED held_reader(held_reader&&) = default;
  DEEPYIELD_INLINED ~held_reader() = default;
  DEEPYIELD_INLINED bool next() {
    element_ = (*range_).next();
    return element_ != nullptr;
  }
  reference_t<Range> operator*() const { return static_cast<reference_t<Range>>(*element_); }
  DEEPYIELD_INLINED bool executing() { return detail::execution_of<Range>(*range_); }

 private:
  held_with_elements<Range> range_;
  typename Range::pointer element_ = nullptr;
};

// Of a lazy range, which is kept within another one: it knows its element.
template <class Source>
class held_reader<lazy_range<Source>, true> {
  using range_type = lazy_range<Source>;

 public:
  explicit held_reader(held_range<range_type> range) : range_(std::move(range)) {}
  DEEPYIELD_INLINED held_reader(held_reader&&) = default;
  held_reader& operator=(held_reader&&) = default;
  DEEPYIELD_INLINED ~held_reader() = default;
  DEEPYIELD_INLINED bool next() {
    (*range_).advance();
    return static_cast<bool>((*range_).position_);
  }
  reference_t<range_type> operator*() { return static_cast<reference_t<range_type>>(*(*range_).element()); }
  DEEPYIELD_INLINED bool executing() { return (*range_).executing(); }
  /// Throws already_executing from within it.
  DEEPYIELD_INLINED void refuse_reentry() { (*range_).refuse_reentry(); }

 private:
  held_with_elements<range_type> range_;
};

template <class Range>
class held_reader<Range&, false> : public reader<Range> {
 public:
  explicit held_reader(held_range<Range&> range) : reader<Range>(*range) {}
};

// Where a pulled element is: made of what the range gives, and kept here ...
template <class Element, bool>
class pulled_element {
 public:
  template <class Elements>
  DEEPYIELD_INLINED std::remove_reference_t<Element>* take(Elements& elements) {
    return made_.hold([&]() -> Element { return static_cast<Element>(*elements); });
  }
  template <class Elements>
  std::remove_reference_t<Element>* at(Elements&) noexcept {
    return made_.get();
  }

 private:
  current_element<Element> made_;
};

// ... or the range's own, which that knows.
template <class Element>
class pulled_element<Element, true> {
 public:
  template <class Elements>
  DEEPYIELD_INLINED std::remove_reference_t<Element>* take(Elements& elements) {
    return at(elements);
  }
  template <class Elements>
  std::remove_reference_t<Element>* at(Elements& elements) noexcept {
    auto&& element = *elements;
    return std::addressof(element);
  }
};

/// Range: as a forwarding reference deduces it. Element: what the adaptor makes of what the range gives.
template <class Range, class Element = reference_t<Range>>
class pulled {
 public:
  using element_type = Element;

  explicit pulled(held_range<Range> range) : elements_(std::move(range)) {}
  DEEPYIELD_INLINED pulled(pulled&&) = default;
  DEEPYIELD_INLINED ~pulled() = default;

  /// Goes on to the next element; whether there is one.
  DEEPYIELD_INLINED bool go_on() { return elements_.next(); }
  /// The element, as the range gives it.
  decltype(auto) operator*() { return *elements_; }
  /// Whether it refuses to go on, since this is called from within the range.
  DEEPYIELD_INLINED bool executing() { return elements_.executing(); }

  /// Goes on; the address of the next element, good until the next call or until this is moved, or nullptr at the end.
  DEEPYIELD_INLINED std::remove_reference_t<Element>* next() { return elements_.next() ? element_.take(elements_) : nullptr; }
  /// What next() returned.
  std::remove_reference_t<Element>* current() noexcept { return element_.at(elements_); }

 private:
  held_reader<Range> elements_;
  pulled_element<Element, has_next<Range>::value && std::is_same<Element, reference_t<Range>>::value> element_;
};

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
