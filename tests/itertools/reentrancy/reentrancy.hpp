// What the tests of re-entry share. Each of them is one source, so variables are defined here.
#pragma once

#include "support/engines.hpp"

#include <deepyield/itertools.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <functional>
#include <iterator>
#include <tuple>
#include <utility>
#include <vector>

namespace itertools = deepyield::itertools;
using boost::test_tools::per_element;
using deepyield::already_executing;
using ints = std::vector<int>;

// Which function of a user asks again, and what it does.
enum class place { function, comparison, hash, copy, move, destructor, source };
struct {
  place from = place::function;
  std::function<void()> act;
} reentry;

// Runs `act` if `here` is the chosen place. It is set only while an adaptor is asked, and does not
// run within itself.
inline void call_from(place here) {
  if (!reentry.act || here != reentry.from) return;
  const auto act = std::exchange(reentry.act, nullptr);
  act();
  reentry.act = act;
}
template <class Function>
auto reentering(place from, std::function<void()> act, Function asked) {
  struct restore {
    ~restore() { reentry.act = nullptr; }
  } const at_the_end{};
  reentry.from = from;
  reentry.act = std::move(act);
  return asked();
}

// A number whose operations are functions of the user.
class number {
 public:
  number(int value) : value_(value) { ++alive; }
  number(const number& other) : value_(other.value_) {
    ++alive;
    call_from(place::copy);
  }
  number(number&& other) : value_(other.value_) {
    ++alive;
    call_from(place::move);
  }
  number& operator=(const number& other) {
    value_ = other.value_;
    call_from(place::copy);
    return *this;
  }
  number& operator=(number&& other) {
    value_ = other.value_;
    call_from(place::move);
    return *this;
  }
  ~number() {
    --alive;
    call_from(place::destructor);
  }
  int value() const { return value_; }
  static int alive;
  friend bool operator==(const number& left, const number& right) {
    call_from(place::comparison);
    return left.value_ == right.value_;
  }
  friend bool operator<(const number& left, const number& right) {
    call_from(place::comparison);
    return left.value_ < right.value_;
  }

 private:
  int value_;
};
int number::alive = 0;
namespace std {
template <>
struct hash<number> {
  size_t operator()(const number& n) const {
    call_from(place::hash);
    return static_cast<size_t>(n.value());
  }
};
}  // namespace std

// A range whose iterators are functions of the user, too.
class user_range {
 public:
  explicit user_range(const ints& values) : numbers_(values.begin(), values.end()) {}
  class iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = number;
    using difference_type = std::ptrdiff_t;
    using reference = const number&;
    using pointer = const number*;
    iterator() = default;
    explicit iterator(pointer at) : at_(at) {}
    reference operator*() const {
      call_from(place::source);
      return *at_;
    }
    iterator& operator++() {
      call_from(place::source);
      ++at_;
      return *this;
    }
    iterator operator++(int) { return iterator(at_++); }
    friend bool operator==(iterator left, iterator right) { return left.at_ == right.at_; }
    friend bool operator!=(iterator left, iterator right) { return left.at_ != right.at_; }

   private:
    pointer at_ = nullptr;
  };
  iterator begin() const { return iterator(numbers_.data()); }
  iterator end() const { return iterator(numbers_.data() + numbers_.size()); }

 private:
  std::vector<number> numbers_;
};

const ints six{1, 1, 1, 2, 2, 3};
template <class Engine>
generator_on<Engine, number> body_of(ints values = six) {
  return [values = std::move(values)](yielder_on<Engine, number>& yield) {
    for (const int value : values) {
      call_from(place::source);
      yield(number(value));
    }
    call_from(place::source);
  };
}

// A user's function of each kind.
const auto called = [](const auto&... n) {
  call_from(place::function);
  int sum = 0;
  for (const int each : {n.value()...}) sum += each;
  return number(sum);
};
const auto holds = [](const auto&... n) {
  call_from(place::function);
  int sum = 0;
  for (const int each : {n.value()...}) sum += each;
  return sum % 2 == 1;
};
const auto is_less = [](const number& left, const number& right) {
  call_from(place::function);
  return left.value() < right.value();
};

// Collects all numbers in an element of an adaptor.
struct numbers_in {
  ints& all;
  void operator()(const number& n) const { all.push_back(n.value()); }
  void operator()(std::ptrdiff_t n) const { all.push_back(static_cast<int>(n)); }
  template <class First, class Second>
  void operator()(const std::pair<First, Second>& pair) const {
    (*this)(pair.first), (*this)(pair.second);
  }
  template <class... Part>
  void operator()(const std::tuple<Part...>& tuple) const {
    deepyield::detail::apply(
        [this](const auto&... part) {
          const int each[] = {((*this)(part), 0)...};
          (void)each;
        },
        tuple);
  }
  template <class Group>
  void operator()(const deepyield::lazy_range<Group>&) const {}
  template <class Range>
  auto operator()(const Range& range) const -> decltype(static_cast<void>(range.begin())) {
    for (const auto& each : range) (*this)(each);
  }
  template <class Value>
  void operator()(const itertools::optional_element<Value>& part) const {
    part ? (*this)(*part) : all.push_back(-1);
  }
};

// Takes all elements. While each is made, the user's function at `from` asks the adaptor again,
// which must be refused.
template <class Adapted>
ints numbers_given(Adapted adapted, place from, int& refused) {
  ints all;
  const auto ask = [&] {
    BOOST_CHECK_THROW(adapted.next(), already_executing);
    BOOST_CHECK_THROW(adapted.begin(), already_executing);
    ++refused;
  };
  while (const auto element = reentering(from, refused < 0 ? std::function<void()>() : ask,
                                         [&] { return adapted.next(); }))
    numbers_in{all}(*element);
  return all;
}
