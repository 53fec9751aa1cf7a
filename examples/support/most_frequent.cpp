#include "most_frequent.hpp"

#include <algorithm>
#include <limits>

namespace support {

// FNV-1a; C++14 has no hash of a view.
std::size_t most_frequent::hash::operator()(boost::string_view name) const noexcept {
  std::uint64_t result = 14695981039346656037U;
  for (const char character : name)
    result = (result ^ static_cast<unsigned char>(character)) * 1099511628211U;
  return static_cast<std::size_t>(result);
}

void most_frequent::add(boost::string_view name, std::uint64_t amount) {
  name = name.substr(0, longest_name_);
  const auto known = index_.find(name);
  if (known != index_.end()) {
    ++known->second->count;
    std::uint64_t& sum = known->second->sum;
    sum += std::min(amount, std::numeric_limits<std::uint64_t>::max() - sum);
  } else if (entries_.size() < capacity_) {
    entries_.push_back({std::string(name.data(), name.size()), 1, 0, amount});
    index_.emplace(entries_.back().name, &entries_.back());
  } else {
    replace_rarest(name, amount);
  }
}

void most_frequent::replace_rarest(boost::string_view name, std::uint64_t amount) {
  const auto more_frequent = [](const candidate& left, const candidate& right) {
    return left.count > right.count;
  };
  if (rarest_.empty()) {
    for (entry& each : entries_) rarest_.push_back({each.count, &each});
    std::make_heap(rarest_.begin(), rarest_.end(), more_frequent);
  }

  // Counts only grow. So the heap is repaired when it is read, and counting a known name stays
  // cheap.
  for (;;) {
    std::pop_heap(rarest_.begin(), rarest_.end(), more_frequent);
    candidate& last = rarest_.back();
    const bool is_rarest = last.count == last.of->count;
    if (is_rarest) {
      entry& replaced = *last.of;
      index_.erase(replaced.name);
      replaced = {std::string(name.data(), name.size()), replaced.count + 1, replaced.count,
                  amount};
      index_.emplace(replaced.name, &replaced);
    }
    last.count = last.of->count;
    std::push_heap(rarest_.begin(), rarest_.end(), more_frequent);
    if (is_rarest) return;
  }
}

std::vector<most_frequent::entry> most_frequent::top(std::size_t count) const {
  std::vector<entry> result(std::min(count, entries_.size()));
  std::partial_sort_copy(entries_.begin(), entries_.end(), result.begin(), result.end(),
                         [](const entry& left, const entry& right) {
                           return left.count != right.count ? left.count > right.count
                                                            : left.name < right.name;
                         });
  return result;
}

}  // namespace support
