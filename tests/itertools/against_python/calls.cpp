// Reads the calls that compare.py prints, makes them too, and compares the results, which range was
// asked when, and what is left of each.
#include <deepyield/itertools.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace itertools = deepyield::itertools;
using numbers = std::vector<int>;

namespace {

int function(int which, int x, int y) {
  return which == 0 ? x + y : which == 1 ? std::max(x, y) : (3 * x + y) % 97;
}
bool predicate(int which, int x) {
  return which == 0 ? x % 2 == 0 : which == 1 ? x < 5 : x % 3 != 1;
}
int key(int which, int x) { return which == 0 ? x : which == 1 ? x % 3 : x / 2; }

auto function_of(int which) {
  return [which](int x, int y) { return function(which, x, y); };
}
auto predicate_of(int which) {
  return [which](int x) { return predicate(which, x); };
}
auto key_of(int which) {
  return [which](int x) { return key(which, x); };
}

// In the format of compare.py.
class writer {
 public:
  std::string text() const { return out_.str(); }

  void write(int number) { out_ << number; }
  template <class Value>
  void write(const deepyield::itertools::optional_element<Value>& value) {
    if (value)
      write(*value);
    else
      out_ << "None";
  }
  template <class First, class Second>
  void write(std::pair<First, Second>& pair) {
    out_ << '(';
    write(pair.first);
    out_ << ' ';
    write(pair.second);
    out_ << ')';
  }
  void write(const std::pair<int, int>& pair) { write(std::tie(pair.first, pair.second)); }
  template <class... Part>
  void write(const std::tuple<Part...>& tuple) {
    out_ << '(';
    write_parts(tuple, std::integral_constant<std::size_t, 0>());
    out_ << ')';
  }
  template <class Range, std::enable_if_t<deepyield::detail::is_range<Range>::value, int> = 0>
  void write(Range&& range) {
    out_ << '(';
    const char* between = "";
    for (auto&& element : range) {
      out_ << between;
      write(element);
      between = " ";
    }
    out_ << ')';
  }

 private:
  template <class Tuple, std::size_t At>
  void write_parts(const Tuple& tuple, std::integral_constant<std::size_t, At>) {
    if (At > 0) out_ << ' ';
    write(std::get<At>(tuple));
    write_parts(tuple, std::integral_constant<std::size_t, At + 1>());
  }
  template <class... Part>
  void write_parts(const std::tuple<Part...>&,
                   std::integral_constant<std::size_t, sizeof...(Part)>) {}

  std::ostringstream out_;
};

template <class Value>
std::string text_of(Value&& value) {
  writer out;
  try {
    out.write(value);
  } catch (const std::invalid_argument& error) {
    return out.text() + ") " + error.what();
  }
  return out.text();
}

struct call {
  numbers n;
  numbers asked;  // which of the ranges, each time
  std::vector<deepyield::generator<int>> range;
};

deepyield::generator<int> elements_of(numbers elements, int which, numbers& asked) {
  return [elements = std::move(elements), which, &asked](deepyield::yielder<int>& yield) {
    for (const int element : elements) {
      asked.push_back(which);
      yield(element);
    }
    asked.push_back(which);
  };
}

// Takes as many numbers as the call's first number says, and does not ask for more.
template <class Range>
std::string first_of(const call& c, Range range) {
  numbers taken;
  while (taken.size() < static_cast<std::size_t>(c.n[0])) {
    const int* const element = range.next();
    if (!element) break;
    taken.push_back(*element);
  }
  return text_of(taken);
}

std::size_t size(int number) { return static_cast<std::size_t>(number); }

const std::map<std::string, std::function<std::string(call&)>>& calls() {
  static const std::map<std::string, std::function<std::string(call&)>> all = {
      {"accumulate",
       [](call& c) { return text_of(itertools::accumulate(c.range[0], function_of(c.n[0]))); }},
      {"accumulate_from",
       [](call& c) {
         return text_of(itertools::accumulate(c.range[0], function_of(c.n[0]), c.n[1]));
       }},
      {"batched",
       [](call& c) { return text_of(itertools::batched(c.range[0], size(c.n[0]) + 1)); }},
      {"batched_strict",
       [](call& c) { return text_of(itertools::batched(c.range[0], size(c.n[0]) + 1, true)); }},
      {"chain",
       [](call& c) { return text_of(itertools::chain(c.range[0], c.range[1], c.range[2])); }},
      {"chain_from_iterable",
       [](call& c) { return first_of(c, itertools::chain_from_iterable(c.range)); }},
      {"chunk_by",
       [](call& c) { return text_of(itertools::chunk_by(std::less<int>(), c.range[0])); }},
      {"combinations",
       [](call& c) { return text_of(itertools::combinations(c.range[0], size(c.n[0]))); }},
      {"combinations_with_replacement",
       [](call& c) {
         return text_of(itertools::combinations_with_replacement(c.range[0], size(c.n[0])));
       }},
      {"compress",
       [](call& c) {
         return text_of(itertools::compress(
             c.range[0], itertools::map([](int x) { return x % 2 != 0; }, c.range[1])));
       }},
      {"count",
       [](call& c) {
         return text_of(itertools::count(c.n[0], c.n[1] - 2) | itertools::islice(6));
       }},
      {"cycle",
       [](call& c) {
         return text_of(itertools::islice(itertools::cycle(c.range[0]), size(c.n[0])));
       }},
      {"dropwhile",
       [](call& c) { return text_of(itertools::dropwhile(predicate_of(c.n[0]), c.range[0])); }},
      {"enumerate",
       [](call& c) {
         return text_of(itertools::map(
             [](auto& pair) { return std::make_tuple(static_cast<int>(pair.first), pair.second); },
             itertools::enumerate(c.range[0], c.n[0])));
       }},
      {"filter",
       [](call& c) { return text_of(itertools::filter(predicate_of(c.n[0]), c.range[0])); }},
      {"filterfalse",
       [](call& c) { return text_of(itertools::filterfalse(predicate_of(c.n[0]), c.range[0])); }},
      {"groupby",
       [](call& c) {
         const std::size_t most = size(c.n[1]);
         return text_of(itertools::map(
             [most](auto& group) {
               return std::make_pair(group.first, itertools::islice(std::move(group.second), most));
             },
             itertools::groupby(c.range[0], key_of(c.n[0]))));
       }},
      {"interleave",
       [](call& c) { return text_of(itertools::interleave(c.range[0], c.range[1])); }},
      {"interleave_from_iterable",
       [](call& c) { return first_of(c, itertools::interleave_from_iterable(c.range)); }},
      {"islice",
       [](call& c) {
         return text_of(
             itertools::islice(c.range[0], size(c.n[0]), size(c.n[1]), size(c.n[2]) + 1));
       }},
      {"islice_from",
       [](call& c) {
         return text_of(
             itertools::islice(c.range[0], size(c.n[0]), itertools::no_stop, size(c.n[1]) + 1));
       }},
      {"islice_to", [](call& c) { return text_of(itertools::islice(c.range[0], size(c.n[0]))); }},
      {"iter",
       [](call& c) {
         return text_of(itertools::iter([&c] { return next(c.range[0], c.n[0]); }, c.n[0]));
       }},
      {"map",
       [](call& c) {
         return text_of(itertools::map(function_of(c.n[0]), c.range[0], c.range[1]));
       }},
      {"map_strict",
       [](call& c) {
         return text_of(
             itertools::map(itertools::strict, function_of(c.n[0]), c.range[0], c.range[1]));
       }},
      {"merge",
       [](call& c) { return first_of(c, itertools::merge(c.range[0], c.range[1], c.range[2])); }},
      {"merge_by_key",
       [](call& c) {
         return first_of(c, itertools::merge(itertools::by_key(key_of(c.n[1])), c.range[0],
                                             c.range[1], c.range[2]));
       }},
      {"merge_reverse",
       [](call& c) {
         return first_of(c, itertools::merge(std::greater<>(), c.range[0], c.range[1], c.range[2]));
       }},
      {"merge_by_key_reverse",
       [](call& c) {
         return first_of(c, itertools::merge(itertools::by_key(key_of(c.n[1]), std::greater<>()),
                                             c.range[0], c.range[1], c.range[2]));
       }},
      {"merge_from_iterable",
       [](call& c) { return first_of(c, itertools::merge_from_iterable(c.range)); }},
      {"merge_from_iterable_by_key",
       [](call& c) {
         return first_of(
             c, itertools::merge_from_iterable(c.range, itertools::by_key(key_of(c.n[1]))));
       }},
      {"merge_from_iterable_by_key_reverse",
       [](call& c) {
         return first_of(c, itertools::merge_from_iterable(
                                c.range, itertools::by_key(key_of(c.n[1]), std::greater<>())));
       }},
      {"pairwise", [](call& c) { return text_of(itertools::pairwise(c.range[0])); }},
      {"partition",
       [](call& c) {
         auto both = itertools::partition(predicate_of(c.n[0]), c.range[0]);
         return text_of(both);
       }},
      {"permutations",
       [](call& c) { return text_of(itertools::permutations(c.range[0], size(c.n[0]))); }},
      {"permutations_of_all", [](call& c) { return text_of(itertools::permutations(c.range[0])); }},
      {"powerset", [](call& c) { return text_of(itertools::powerset(c.range[0])); }},
      {"product", [](call& c) { return text_of(itertools::product(c.range[0], c.range[1])); }},
      {"product_with_itself",
       [](call& c) { return text_of(itertools::product(c.range[0], size(c.n[0]))); }},
      {"product_from_iterable",
       [](call& c) { return text_of(itertools::product_from_iterable(c.range)); }},
      {"range",
       [](call& c) {
         return text_of(itertools::range(c.n[0] - 7, c.n[1] - 7, c.n[2] == 3 ? 1 : c.n[2] - 3));
       }},
      {"repeat", [](call& c) { return text_of(itertools::repeat(c.n[0], size(c.n[1]))); }},
      {"roundrobin",
       [](call& c) { return text_of(itertools::roundrobin(c.range[0], c.range[1], c.range[2])); }},
      {"roundrobin_from_iterable",
       [](call& c) { return first_of(c, itertools::roundrobin_from_iterable(c.range)); }},
      {"starmap",
       [](call& c) {
         return text_of(
             itertools::starmap(function_of(c.n[0]), itertools::zip(c.range[0], c.range[1])));
       }},
      {"takewhile",
       [](call& c) { return text_of(itertools::takewhile(predicate_of(c.n[0]), c.range[0])); }},
      {"tee",
       [](call& c) {
         auto branches = itertools::tee(c.range[0]);
         std::pair<numbers, numbers> taken;
         const auto take = [&](std::size_t which) {
           const int* const element = branches[which].next();
           if (element) (which == 0 ? taken.first : taken.second).push_back(*element);
           return element != nullptr;
         };
         for (int bit = 0; bit < 8; ++bit) take(c.n[0] >> bit & 1);
         for (std::size_t which : {0u, 1u})
           while (take(which)) {
           }
         return text_of(taken);
       }},
      {"unique_everseen",
       [](call& c) { return text_of(itertools::unique_everseen(c.range[0], key_of(c.n[0]))); }},
      {"unique_justseen",
       [](call& c) { return text_of(itertools::unique_justseen(c.range[0], key_of(c.n[0]))); }},
      {"sliding_window",
       [](call& c) { return text_of(itertools::sliding_window(c.range[0], size(c.n[0]) + 1)); }},
      {"zip", [](call& c) { return text_of(itertools::zip(c.range[0], c.range[1])); }},
      {"zip_strict",
       [](call& c) {
         return text_of(itertools::zip(itertools::strict, c.range[0], c.range[1], c.range[2]));
       }},
      {"zip_from_iterable", [](call& c) { return text_of(itertools::zip_from_iterable(c.range)); }},
      {"zip_from_iterable_strict",
       [](call& c) { return text_of(itertools::zip_from_iterable(itertools::strict, c.range)); }},
      {"zip_longest",
       [](call& c) { return text_of(itertools::zip_longest(c.range[0], c.range[1])); }},
      {"zip_longest_filled",
       [](call& c) {
         return text_of(itertools::zip_longest(itertools::fillvalue(c.n[0]), c.range[0], c.range[1],
                                               c.range[2]));
       }},
      {"zip_longest_from_iterable",
       [](call& c) { return text_of(itertools::zip_longest_from_iterable(c.range)); }},
      {"zip_longest_from_iterable_filled",
       [](call& c) {
         return text_of(
             itertools::zip_longest_from_iterable(itertools::fillvalue(c.n[0]), c.range));
       }},
  };
  return all;
}

numbers numbers_in(const std::string& text) {
  std::istringstream in(text.substr(1, text.size() - 2));
  numbers all;
  for (int number; in >> number;) all.push_back(number);
  return all;
}

// Returns the difference, or an empty string.
std::string check(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> fields;
  for (std::string field; std::getline(in, field, ';');) fields.push_back(field);

  // name;numbers;range...;result;asked;rest...
  const auto known = calls().find(fields.at(0));
  if (known == calls().end()) return "no such call";
  call c;
  c.n = numbers_in(fields.at(1));
  const std::size_t ranges = (fields.size() - 4) / 2;
  for (std::size_t i = 0; i < ranges; ++i)
    c.range.push_back(elements_of(numbers_in(fields.at(2 + i)), static_cast<int>(i), c.asked));

  const std::string result = known->second(c);
  if (result != fields.at(2 + ranges)) return "gives " + result;
  const std::string asked = text_of(c.asked);
  if (asked != fields.at(3 + ranges)) return "asks " + asked;
  for (std::size_t i = 0; i < ranges; ++i) {
    const std::string rest = text_of(c.range[i]);
    if (rest != fields.at(4 + ranges + i)) return "leaves " + rest;
  }
  return "";
}

}  // namespace

int main() {
  std::map<std::string, int> tried;
  int failures = 0;
  for (std::string line; std::getline(std::cin, line);) {
    ++tried[line.substr(0, line.find(';'))];
    const std::string difference = check(line);
    if (difference.empty()) continue;
    ++failures;
    std::cout << line << "\n  " << difference << '\n';
  }
  for (const auto& each : calls())
    if (tried[each.first] == 0) ++failures, std::cout << each.first << " was not tried\n";
  std::cout << tried.size() << " adaptors, " << failures << " differences\n";
  return failures == 0 ? 0 : 1;
}
