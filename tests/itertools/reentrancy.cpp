// An adaptor that is asked for an element while it makes one refuses that call only, and goes on
// unharmed. Any function of a user may ask, through any handle. (docs/semantics.md, case 52)
#include "support/death.hpp"
#include "support/engines.hpp"
#include "support/sanitizers.hpp"

#include <deepyield/consumer.hpp>
#include <deepyield/itertools.hpp>
#include <deepyield/shared_generator.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <functional>
#include <iterator>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <tuple>
#include <type_traits>
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
void call_from(place here) {
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

template <class Make>
void goes_on(const char* name, Make make) {
  int none = -1, refused = 0;
  const ints expected = numbers_given(make(), place::function, none);
  BOOST_TEST_CONTEXT(name) {
    for (const place from : {place::function, place::comparison, place::hash, place::copy,
                             place::move, place::destructor, place::source})
      BOOST_TEST_CONTEXT("place " << static_cast<int>(from))
    BOOST_TEST(numbers_given(make(), from, refused) == expected, per_element());
    BOOST_TEST(refused > 0);
  }
}
#define GOES_ON(adapted) goes_on(#adapted, [] { return adapted; })

template <class Source>
void all_adaptors_go_on(Source source) {
  using namespace itertools;
  static Source range = source;
  static const auto user_map = [](auto&& function, auto&&... ranges) {
    return itertools::map(std::forward<decltype(function)>(function),
                          std::forward<decltype(ranges)>(ranges)...);
  };
  static const auto lists = [](const number& n) { return std::vector<number>(2, n); };
  GOES_ON(accumulate(range(), called));
  GOES_ON(accumulate(range(), called, number(5)));
  GOES_ON(batched(range(), 4));
  GOES_ON(chain(range(), range()));
  GOES_ON(chunk_by(holds, range()));
  GOES_ON(combinations(range(), 2));
  GOES_ON(combinations_with_replacement(range(), 2));
  GOES_ON(compress(range(), user_map(holds, range())));
  GOES_ON(cycle(range()) | islice(14));
  GOES_ON(dropwhile(holds, range()));
  GOES_ON(enumerate(range()));
  GOES_ON(filter(holds, range()));
  GOES_ON(filterfalse(holds, range()));
  GOES_ON(flatten(user_map(lists, range())));
  GOES_ON(groupby(range()));
  GOES_ON(groupby(range(), called));
  GOES_ON(interleave(range(), range()));
  GOES_ON(islice(range(), 1, 5, 2));
  GOES_ON(iterate(called, number(1)) | islice(4));
  GOES_ON(user_map(called, range()));
  GOES_ON(user_map(called, range(), range()));
  GOES_ON(itertools::merge(range(), range()));
  GOES_ON(itertools::merge(is_less, range(), range(), range()));
  GOES_ON(pairwise(range()));
  GOES_ON(itertools::partition(holds, range()).first);
  GOES_ON(itertools::partition(holds, range()).second);
  GOES_ON(peekable(range()));
  GOES_ON(permutations(range() | islice(3)));
  GOES_ON(permutations(range(), 2));
  GOES_ON(powerset(range() | islice(3)));
  GOES_ON(product(range(), range()));
  GOES_ON(product(range(), 2));
  GOES_ON(roundrobin(range(), range()));
  GOES_ON(starmap(called, zip(range(), range())));
  GOES_ON(takewhile(holds, range()));
  GOES_ON(std::move(tee(range())[0]));
  GOES_ON(unique_everseen(range()));
  GOES_ON(unique_everseen(range(), called));
  GOES_ON(unique_justseen(range()));
  GOES_ON(unique_justseen(range(), called));
  GOES_ON(sliding_window(range(), 3));
  GOES_ON(zip(range(), range()));
  GOES_ON(zip_longest(range(), range() | islice(2)));
  GOES_ON(zip_longest(fillvalue(number(7)), range(), range() | islice(2)));
}

BOOST_AUTO_TEST_CASE(
    every_adaptor_of_a_container_refuses_what_its_users_functions_ask_of_it_and_goes_on) {
  all_adaptors_go_on([] { return user_range(six); });
}
BOOST_AUTO_TEST_CASE(
    every_adaptor_of_a_generator_refuses_what_its_users_functions_ask_of_it_and_goes_on) {
  all_adaptors_go_on([] { return body_of<deepyield::default_engine>(); });
}

template <class Range>
ints values_of(Range& range) {
  ints all;
  while (const auto* n = range.next()) all.push_back(n->value());
  return all;
}

BOOST_AUTO_TEST_CASE_TEMPLATE(
    a_group_is_read_whole_although_each_of_its_users_functions_asks_for_the_next_group, Engine,
    engines) {
  for (const place from :
       {place::function, place::comparison, place::move, place::destructor, place::source})
    BOOST_TEST_CONTEXT("place " << static_cast<int>(from)) {
      auto groups = itertools::groupby(body_of<Engine>(), called);
      ints keys, elements;
      int refused = 0;
      while (auto* const group = groups.next()) {
        keys.push_back(group->first.value());
        const auto ask = [&] {
          BOOST_CHECK_THROW(groups.next(), already_executing);
          BOOST_CHECK_THROW(groups.begin(), already_executing);
          ++refused;
        };
        while (const auto* n = reentering(from, ask, [&] { return group->second.next(); }))
          elements.push_back(n->value());
      }
      BOOST_TEST(keys == (ints{1, 2, 3}), per_element());
      BOOST_TEST(elements == six, per_element());
      BOOST_TEST(refused > 0);
    }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(
    groups_lose_nothing_when_the_next_one_is_asked_for_and_asks_the_one_before, Engine, engines) {
  for (const place from : {place::function, place::comparison, place::copy, place::move,
                           place::destructor, place::source})
    BOOST_TEST_CONTEXT("place " << static_cast<int>(from)) {
      auto groups = itertools::groupby(body_of<Engine>(), called);
      auto first = std::move(groups.next()->second);
      ints keys, elements;
      int refused = 0;
      const auto ask = [&] {
        BOOST_CHECK_THROW(first.next(), already_executing);
        ++refused;
      };
      while (auto* const group = reentering(from, ask, [&] { return groups.next(); })) {
        keys.push_back(group->first.value());
        for (const int n : values_of(group->second)) elements.push_back(n);
      }
      BOOST_TEST(keys == (ints{2, 3}), per_element());
      BOOST_TEST(elements == (ints{2, 2, 3}), per_element());
      BOOST_TEST(refused > 0);
      BOOST_TEST(!first.next());
    }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(
    both_parts_get_all_that_is_theirs_although_one_is_asked_on_behalf_of_the_other, Engine,
    engines) {
  for (const place from : {place::function, place::move, place::destructor, place::source})
    for (const bool first : {false, true})
      BOOST_TEST_CONTEXT("place " << static_cast<int>(from) << ", first " << first) {
        auto parts = itertools::partition(holds, body_of<Engine>({0, 1, 2, 3, 4, 5}));
        auto& asking = first ? parts.first : parts.second;
        auto& asked = first ? parts.second : parts.first;
        int refused = 0;
        ints got, got_by_asked;
        const auto ask = [&] {
          try {
            if (const auto* n = asked.next())
              // reached when the other one ends and destroys its last element
              got_by_asked.push_back(n->value());
          } catch (const already_executing&) {
            ++refused;
          }
        };
        while (const auto* n = reentering(from, ask, [&] { return asking.next(); }))
          got.push_back(n->value());
        for (const int n : values_of(asked)) got_by_asked.push_back(n);
        BOOST_TEST(got == (first ? ints{0, 2, 4} : ints{1, 3, 5}), per_element());
        BOOST_TEST(got_by_asked == (first ? ints{1, 3, 5} : ints{0, 2, 4}), per_element());
        BOOST_TEST(refused >= 3);
      }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(
    both_branches_give_all_although_the_range_asks_one_on_behalf_of_the_other, Engine, engines) {
  for (const place from : {place::function, place::move, place::source})
    BOOST_TEST_CONTEXT("place " << static_cast<int>(from)) {
      auto branches = itertools::tee(itertools::map(called, body_of<Engine>()));
      int refused = 0;
      const auto ask = [&] {
        BOOST_CHECK_THROW(branches[1].next(), already_executing);
        ++refused;
      };
      ints first, second;
      for (;;) {
        const auto* n = reentering(from, ask, [&] { return branches[0].next(); });
        if (!n) break;
        first.push_back(n->value());
        second.push_back(branches[1].next()->value());
      }
      BOOST_TEST(first == six, per_element());
      BOOST_TEST(second == six, per_element());
      BOOST_TEST(!branches[1].next());
      BOOST_TEST(refused > 0);
    }
}

// As in Python: the Hamming numbers (no prime factor above 5), computed from themselves.
BOOST_AUTO_TEST_CASE_TEMPLATE(a_branch_gives_what_is_kept_also_to_the_range_itself, Engine,
                              engines) {
  std::vector<deepyield::lazy_range<deepyield::detail::tee_cursor<generator_on<Engine, int>&>>>
      branches;
  const auto times = [](int factor) { return [factor](int n) { return factor * n; }; };
  generator_on<Engine, int> hamming = [&](yielder_on<Engine, int>& yield) {
    yield(1);
    auto all = itertools::merge(itertools::map(times(2), branches[0]),
                                itertools::map(times(3), branches[1]),
                                itertools::map(times(5), branches[2]));
    yield.from(itertools::unique_justseen(all));
  };
  branches = itertools::tee(hamming, 4);
  ints first;
  for (int n : itertools::islice(branches[3], 12)) first.push_back(n);
  BOOST_TEST(first == (ints{1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16}), per_element());
}

BOOST_AUTO_TEST_CASE(an_adaptor_of_a_handle_goes_on_too_when_that_refuses) {
  std::function<void()> ask = [] {};
  auto parts = itertools::partition(
      [&](int n) {
        ask();
        return n % 2 == 1;
      },
      itertools::range(6));
  auto doubled = itertools::map([](int n) { return 2 * n; }, std::move(parts.first));
  auto batches = itertools::batched(doubled, 2);
  ask = [&] { BOOST_CHECK_THROW(batches.next(), already_executing); };
  ints odd;
  while (const int* n = parts.second.next()) odd.push_back(*n);
  ask = [] {};
  ints even;
  for (const auto& batch : batches) even.insert(even.end(), batch.begin(), batch.end());
  BOOST_TEST(odd == (ints{1, 3, 5}), per_element());
  BOOST_TEST(even == (ints{0, 4, 8}), per_element());
}

// Adapts a generator by reference. The test resumes the generator, whose body asks the adaptor:
// that call is refused, and the adaptor loses no element.
template <class Adapt>
void goes_on_when_its_range_refuses(const char* name, Adapt adapt) {
  std::function<void()> ask = [] {};
  deepyield::generator<number> g = [&](deepyield::yielder<number>& yield) {
    for (int n = 1; n < 7; ++n) {
      ask();
      yield(number(n));
    }
  };
  int none = -1;
  const ints expected =
      numbers_given(adapt(body_of<deepyield::default_engine>({2, 3, 5, 6})), place::function, none);
  BOOST_TEST_CONTEXT(name) {
    auto adapted = adapt(g);
    ask = [&] { BOOST_CHECK_THROW(adapted.next(), already_executing); };
    g.next();
    ask = [] {};
    ints given;
    if (const auto element = adapted.next()) numbers_in{given}(*element);
    ask = [&] { BOOST_CHECK_THROW(adapted.next(), already_executing); };
    if (const auto* passed_by = g.next()) BOOST_TEST(passed_by->value() > 1);
    ask = [] {};
    while (const auto element = adapted.next()) numbers_in{given}(*element);
    // The test took two elements itself. Which ones depends on how many the adaptor reads for its
    // first element, so only the number is compared.
    BOOST_TEST(given.size() == expected.size());
  }
}
#define GOES_ON_WHEN_REFUSED(adapted) \
  goes_on_when_its_range_refuses(#adapted, [](auto&& range) { return adapted; })
#define RANGE std::forward<decltype(range)>(range)

BOOST_AUTO_TEST_CASE(an_adaptor_of_a_generator_goes_on_when_that_refuses) {
  using namespace itertools;
  GOES_ON_WHEN_REFUSED(accumulate(RANGE, called));
  GOES_ON_WHEN_REFUSED(batched(RANGE, 1));
  GOES_ON_WHEN_REFUSED(chain(RANGE));
  GOES_ON_WHEN_REFUSED(enumerate(RANGE));
  GOES_ON_WHEN_REFUSED(filter([](const number&) { return true; }, RANGE));
  GOES_ON_WHEN_REFUSED(groupby(RANGE));
  GOES_ON_WHEN_REFUSED(islice(RANGE, 4));
  GOES_ON_WHEN_REFUSED(itertools::map(called, RANGE));
  GOES_ON_WHEN_REFUSED(peekable(RANGE));
  GOES_ON_WHEN_REFUSED(roundrobin(RANGE));
  GOES_ON_WHEN_REFUSED(itertools::map(called, itertools::map(called, RANGE)));
  GOES_ON_WHEN_REFUSED(std::move(tee(RANGE)[1]));
  GOES_ON_WHEN_REFUSED(zip(RANGE));
  GOES_ON_WHEN_REFUSED(zip_longest(RANGE));
}

BOOST_AUTO_TEST_CASE(what_an_adaptor_keeps_for_later_is_still_there_when_its_range_has_refused) {
  std::function<void()> ask = [] {};
  deepyield::generator<int> g = [&](deepyield::yielder<int>& yield) {
    for (int n = 1; n < 10; ++n) {
      ask();
      yield(n);
    }
  };
  auto pairs = itertools::pairwise(g);
  BOOST_TEST(pairs.next()->second == 2);
  ask = [&] { BOOST_CHECK_THROW(pairs.next(), already_executing); };
  BOOST_TEST(*g.next() == 3);
  ask = [] {};
  BOOST_TEST(pairs.next()->first == 2);

  auto chunks = itertools::chunk_by([](int left, int) { return left % 2 == 1; }, g);
  BOOST_TEST(*chunks.next() == (ints{5, 6}), per_element());  // 7 is kept for the next one
  ask = [&] { BOOST_CHECK_THROW(chunks.next(), already_executing); };
  BOOST_TEST(*g.next() == 8);
  ask = [] {};
  BOOST_TEST(*chunks.next() == (ints{7, 9}), per_element());

  deepyield::generator<int> h = [&](deepyield::yielder<int>& yield) {
    ask();
    for (int n = 1; n < 4; ++n) yield(n);
  };
  auto two = itertools::combinations(h, 2);
  ask = [&] { BOOST_CHECK_THROW(two.next(), already_executing); };
  BOOST_TEST(*h.next() == 1);
  BOOST_TEST(*two.next() == (ints{2, 3}), per_element());
}

BOOST_AUTO_TEST_CASE(branches_of_tee_do_not_keep_for_ever_that_the_range_has_refused) {
  std::function<void()> ask = [] {};
  deepyield::generator<int> g = [&](deepyield::yielder<int>& yield) {
    for (int n = 1; n < 4; ++n) {
      ask();
      yield(n);
    }
  };
  auto branches = itertools::tee(g);
  ask = [&] { BOOST_CHECK_THROW(branches[0].next(), already_executing); };
  BOOST_TEST(*g.next() == 1);
  ask = [] {};
  for (auto& branch : branches) BOOST_TEST(*branch.next() == 2);
}

// An exception of a user's function ends the handle that was asked, as always. The other handles
// are free again.
BOOST_AUTO_TEST_CASE(other_handles_are_free_again_after_an_error) {
  const auto fails_at = [](int value) {
    return [value](int n) {
      if (n == value) throw std::runtime_error("the function fails");
      return n / 2;
    };
  };
  auto groups = itertools::groupby(itertools::range(6), fails_at(1));
  auto& first = groups.next()->second;
  BOOST_TEST(*first.next() == 0);
  BOOST_CHECK_THROW(first.next(), std::runtime_error);
  BOOST_TEST(groups.next()->first == 1);

  auto parts = itertools::partition(fails_at(1), itertools::range(6));
  BOOST_CHECK_THROW(parts.second.next(), std::runtime_error);
  BOOST_TEST(*parts.first.next() == 0);
}

BOOST_AUTO_TEST_CASE(iterators_of_a_peekable_range_are_not_at_its_end_after_a_refused_begin) {
  std::function<void()> ask = [] {};
  auto ahead = itertools::peekable(itertools::map(
      [&](int n) {
        ask();
        return n;
      },
      itertools::range(4)));
  const auto at = ahead.begin();
  ask = [&] { BOOST_CHECK_THROW(ahead.begin(), already_executing); };
  ahead.peek();
  ask = [] {};
  BOOST_CHECK(at != ahead.end());
  BOOST_TEST(*ahead.next() == 1);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(copies_of_a_shared_generator_refuse_while_it_runs_and_go_on, Engine,
                              engines) {
  deepyield::shared_generator<int, void, void, Engine> one, other;
  one = other = deepyield::share(generator_on<Engine, int>([&](yielder_on<Engine, int>& yield) {
    for (int n = 0; n < 3; ++n) {
      BOOST_CHECK_THROW(other.next(), already_executing);
      BOOST_CHECK_THROW(other.begin(), already_executing);
      BOOST_CHECK_THROW(other.close(), already_executing);
      yield(n);
    }
  }));
  ints all;
  for (const int n : one) all.push_back(n);
  BOOST_TEST(all == (ints{0, 1, 2}), per_element());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_consumer_refuses_while_its_body_runs_and_goes_on, Engine, engines) {
  deepyield::consumer<int, int, Engine> sum;
  sum = [&](deepyield::source<int, Engine>& input) {
    int all = 0;
    for (const int n : input) {
      BOOST_CHECK_THROW(sum.push(n), already_executing);
      BOOST_CHECK_THROW(sum.finish(), already_executing);
      BOOST_CHECK_THROW(sum.close(), already_executing);
      all += n;
    }
    return all;
  };
  for (const int n : {1, 2, 3}) BOOST_TEST(sum.push(n));
  BOOST_TEST(sum.finish() == 6);
}

// A branch may be destroyed, or may be read, while an element is copied for it or is destroyed.
BOOST_AUTO_TEST_CASE(a_branch_of_tee_may_end_while_an_element_is_copied_for_it) {
  static int alive;
  alive = 0;
  static std::function<void()> when_copied;
  when_copied = [] {};
  struct counted {
    counted() { ++alive; }
    counted(const counted&) {
      ++alive;
      when_copied();
    }
    ~counted() { --alive; }
  };
  const std::vector<counted> three(3);
  auto branches = itertools::tee(three);
  when_copied = [&] { branches.resize(1); };
  branches[0].next(), branches[0].next();
  BOOST_TEST(alive == 3 + 1);
  branches.clear();
  BOOST_TEST(alive == 3);
}

BOOST_AUTO_TEST_CASE(a_branch_of_tee_may_go_on_while_another_one_ends) {
  const user_range range({1, 2, 3, 4});
  const int alive_before = number::alive;
  auto branches = itertools::tee(range);
  branches[1].next(), branches[1].next();
  const number* read = nullptr;
  const auto once = [&] {
    if (!read) read = branches[1].next();
  };
  reentering(place::destructor, once, [&] { return branches[0].close(), 0; });
  BOOST_TEST(number::alive == alive_before + 1);  // the branch's current element
  BOOST_TEST(read->value() == 3);
  BOOST_TEST(branches[1].next()->value() == 4);
}

BOOST_AUTO_TEST_CASE(what_a_range_keeps_may_ask_it_as_it_ends) {
  struct asking {
    std::function<void()> at_end;
    asking(std::function<void()> f) : at_end(std::move(f)) {}
    asking(asking&& other) : at_end(std::exchange(other.at_end, nullptr)) {}
    ~asking() {
      if (at_end) at_end();
    }
    int operator()(int n) const { return n; }
  };
  using mapped = decltype(itertools::map(asking(nullptr), itertools::range(1)));
  mapped range;
  int refused = 0;
  const auto ask = [&] {
    BOOST_CHECK_THROW(range.next(), already_executing);
    ++refused;
  };
  range = itertools::map(asking(ask), itertools::range(1));
  while (range.next()) continue;
  BOOST_TEST(refused == 1);
  range = itertools::map(asking(ask), itertools::range(1));
  range.close();
  BOOST_TEST(refused == 2);
}

// These calls cannot be refused, as they would destroy the running function: they abort the
// program.
template <class Do>
void dies(Do what_is_wrong) {
  const death end = die_in_child([&] {
    std::function<void()> then = [] {};
    const auto function = [&](int n) {
      then();
      return n;
    };
    using mapped = decltype(itertools::map(function, itertools::range(3)));
    auto range = std::make_unique<mapped>(itertools::map(function, itertools::range(3)));
    then = [&] { what_is_wrong(range); };
    range->next();
  });
  BOOST_TEST(end.aborted);
  BOOST_TEST(end.message.find("deepyield: a lazy range was destroyed, moved from, or assigned to, "
                              "while one of its functions is running") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_range_that_is_destroyed_by_its_own_function_is_reported) {
  dies([](auto& range) { range.reset(); });
}
BOOST_AUTO_TEST_CASE(a_range_that_is_assigned_to_by_its_own_function_is_reported) {
  dies([](auto& range) { *range = {}; });
}
BOOST_AUTO_TEST_CASE(a_range_that_is_moved_by_its_own_function_is_reported) {
  dies([](auto& range) { auto elsewhere = std::move(*range); });
}
BOOST_AUTO_TEST_CASE(a_range_that_is_assigned_from_by_its_own_function_is_reported) {
  dies([](auto& range) {
    std::decay_t<decltype(*range)> elsewhere;
    elsewhere = std::move(*range);
  });
}
BOOST_AUTO_TEST_CASE(a_range_that_is_made_a_generator_by_its_own_function_is_reported) {
  dies([](auto& range) { deepyield::generator<int> elsewhere = std::move(*range); });
}
BOOST_AUTO_TEST_CASE(a_group_that_is_ended_by_its_own_key_function_is_reported) {
  const death end = die_in_child([] {
    std::function<void()> then = [] {};
    auto groups = itertools::groupby(itertools::range(3), [&](int) {
      then();
      return 0;
    });
    auto& group = groups.next()->second;
    then = [&] { groups.close(); };
    while (group.next()) continue;
  });
  BOOST_TEST(end.aborted);
}
