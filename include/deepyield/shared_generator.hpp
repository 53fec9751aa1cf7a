// shared_generator: a copyable handle to a generator, for code that copies its ranges: rvalue
// pipelines of Boost.Range and range-v3, std::function.
//
//   auto numbers = deepyield::share(count_up_to(5));
//   // The same iteration: what one of them takes, the other does not see.
//   auto again = numbers;
//   boost::copy(deepyield::share(count_up_to(5)) | boost::adaptors::filtered(odd), out);
#pragma once

#include <deepyield/generator.hpp>

#include <boost/config.hpp>

#include <cstddef>
#include <exception>
#include <iterator>
#include <memory>
#include <type_traits>
#include <utility>
#if defined(__cpp_lib_ranges)
#include <ranges>
#endif

namespace deepyield {
inline namespace v2 {

template <class Source>
class lazy_range;

namespace detail {
template <class Range>
struct iteration;
}  // namespace detail

/// A reference-counted generator. Copies share one iteration, which ends with the last copy or
/// iterator. Its members do what generator's do; they are const, since the iteration changes, not
/// the handle. Default-constructed, it is closed. Copies may be made and dropped in different
/// threads; one thread at a time uses the iteration. (Python: any second name for a generator)
template <class Yield, class Send = void, class Return = void, class Engine = default_engine>
class DEEPYIELD_NODISCARD shared_generator {
  using generator_type = generator<Yield, Send, Return, Engine>;
  using plain_iterator = typename generator_type::iterator;
  class owning_iterator;

 public:
  using value_type = typename generator_type::value_type;
  using reference = typename generator_type::reference;
  using pointer = typename generator_type::pointer;

  using iterator = std::conditional_t<std::is_void<Yield>::value, void, owning_iterator>;
  using const_iterator = iterator;

  shared_generator() noexcept = default;
  explicit shared_generator(generator_type&& g)
      : shared_(std::make_shared<generator_type>(std::move(g))) {}

  iterator begin() const { return shared_ ? iterator(shared_) : iterator(); }
  iterator end() const noexcept { return iterator(); }

  BOOST_FORCEINLINE pointer next() const { return shared_ ? shared_->next() : pointer(); }
  BOOST_FORCEINLINE pointer send(detail::send_argument<Send> value) const {
    return shared_ ? shared_->send(std::forward<detail::send_argument<Send>>(value)) : pointer();
  }
  template <class Exception>
  pointer throw_in(Exception&& error) const {
    return on([&](generator_type& g) { return g.throw_in(std::forward<Exception>(error)); });
  }
  void close() const {
    on([](generator_type& g) { g.close(); });
  }
  generator_state state() const noexcept {
    return shared_ ? shared_->state() : generator_state::closed;
  }
  bool has_result() const noexcept { return shared_ && shared_->has_result(); }
  typename detail::result_slot<Return>::type result() const {
    if (!shared_) throw no_result();
    return shared_->result();
  }

 private:
  friend detail::iteration<shared_generator>;

  template <class Function>
  auto on(Function use) const -> decltype(use(std::declval<generator_type&>())) {
    if (shared_) return use(*shared_);
    generator_type closed;
    return use(closed);
  }

  std::shared_ptr<generator_type> shared_;
};

/// Like generator's iterator, and keeps the iteration alive.
template <class Yield, class Send, class Return, class Engine>
class shared_generator<Yield, Send, Return, Engine>::owning_iterator {
 public:
  using iterator_concept = std::input_iterator_tag;
  using iterator_category = std::input_iterator_tag;
  using value_type = typename plain_iterator::value_type;
  using difference_type = typename plain_iterator::difference_type;
  using reference = typename plain_iterator::reference;
  using pointer = typename plain_iterator::pointer;

  owning_iterator() noexcept = default;

  reference operator*() const noexcept { return *at_; }
  pointer operator->() const noexcept { return at_.operator->(); }
  BOOST_FORCEINLINE owning_iterator& operator++() {
    ++at_;
    return *this;
  }
  auto operator++(int) { return at_++; }

  friend bool operator==(const owning_iterator& left, const owning_iterator& right) noexcept {
    return left.at_ == right.at_;
  }
  friend bool operator!=(const owning_iterator& left, const owning_iterator& right) noexcept {
    return !(left == right);
  }

 private:
  friend class shared_generator;
  explicit owning_iterator(const std::shared_ptr<generator_type>& shared)
      : shared_(shared), at_(shared->begin()) {}

  std::shared_ptr<generator_type> shared_;
  plain_iterator at_;
};

/// Makes a generator copyable. Throws std::bad_alloc; the generator is then unchanged.
///
///   auto one = share(count_up_to(5));
///   auto other = one;
///   std::cout << next(g) << *one.next() << *other.next();  // 1, 1, 2
template <class Yield, class Send, class Return, class Engine>
shared_generator<Yield, Send, Return, Engine> share(generator<Yield, Send, Return, Engine>&& g) {
  return shared_generator<Yield, Send, Return, Engine>(std::move(g));
}

template <class Cursor>
shared_generator<typename Cursor::element_type> share(lazy_range<Cursor>&& range) {
  return share(generator<typename Cursor::element_type>(std::move(range)));
}

}  // namespace v2
}  // namespace deepyield

#if defined(__cpp_lib_ranges)
// A view: cheap to copy, without copying elements. So an rvalue may be piped; a generator is no
// view, and has to be an lvalue.
template <class Yield, class Send, class Return, class Engine>
inline constexpr bool
    std::ranges::enable_view<deepyield::shared_generator<Yield, Send, Return, Engine>> =
        !std::is_void_v<Yield>;
#endif
