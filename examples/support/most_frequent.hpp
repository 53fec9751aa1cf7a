// The most frequent names among any number of them, in bounded memory.
//
// Exact up to `capacity` different names. Beyond that the Space-Saving algorithm of A. Metwally, D.
// Agrawal and A. El Abbadi, "Efficient computation of frequent and top-k elements in data streams"
// (ICDT 2005): a new name takes the place, and the count, of the rarest. Every name that makes up
// more than 1/capacity of all is then there, its count too high by no more than its `excess`.
#pragma once

#include <boost/utility/string_view.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

namespace support {

class most_frequent {
 public:
  struct entry {
    std::string name;
    std::uint64_t count = 0;
    std::uint64_t excess = 0;  // the count may be too high by this much
    // of the amounts, at most the largest number; too low where there is an excess
    std::uint64_t sum = 0;
  };

  /// Names longer than `longest_name` bytes are told apart by their beginnings.
  explicit most_frequent(std::size_t capacity, std::size_t longest_name = 200)
      : capacity_(capacity), longest_name_(longest_name) {}
  // Not copyable: a copy's index would refer to the original's names. Moving a std::deque may
  // throw.
  // NOLINTBEGIN(performance-noexcept-move-constructor)
  most_frequent(most_frequent&&) = default;
  most_frequent& operator=(most_frequent&&) = default;
  // NOLINTEND(performance-noexcept-move-constructor)

  void add(boost::string_view name, std::uint64_t amount = 0);

  /// Whether there were never more names than the capacity.
  bool exact() const { return rarest_.empty(); }

  /// The first `count` by frequency; by name where that is equal.
  std::vector<entry> top(std::size_t count) const;

 private:
  struct candidate {
    std::uint64_t count;  // when it was put into the heap; may have grown since
    entry* of;
  };

  struct hash {
    std::size_t operator()(boost::string_view name) const noexcept;
  };

  void replace_rarest(boost::string_view name, std::uint64_t amount);

  std::size_t capacity_, longest_name_;
  std::deque<entry> entries_;  // never moved: the index refers to their names
  std::unordered_map<boost::string_view, entry*, hash> index_;
  std::vector<candidate> rarest_;  // a heap, once there are more names than the capacity
};

}  // namespace support
