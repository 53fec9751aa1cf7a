#include "totals.hpp"

#include "../support/text.hpp"

#include <algorithm>
#include <cstddef>
#include <iomanip>
#include <ostream>
#include <utility>

namespace tour {
namespace {

using support::counted;
using support::grouped;
using support::in_bytes;
using support::most_frequent;
using support::printable;

constexpr std::size_t responses_kept = 10, names_shown = 5, longest_text = 200;

bool before(const largest_responses::response& left, const largest_responses::response& right) {
  return left.bytes != right.bytes ? left.bytes > right.bytes : left.order < right.order;
}

void print_top(std::ostream& out, const most_frequent& names) {
  for (const most_frequent::entry& entry : names.top(names_shown)) {
    out << std::setw(15) << grouped(entry.count) << "  " << printable(entry.name, 80);
    if (entry.excess) out << "  (at least " << grouped(entry.count - entry.excess) << ")";
    out << '\n';
  }
}

const char* accuracy(const most_frequent& names) {
  return names.exact() ? "" : ", approximate: there are more than 20,000 different ones";
}

}  // namespace

void largest_responses::add(const record& record) {
  const std::uint64_t order = seen_++;
  if (heap_.size() == responses_kept) {
    if (record.bytes <= heap_.front().bytes) return;
    std::pop_heap(heap_.begin(), heap_.end(), before);
    heap_.pop_back();
  }
  heap_.push_back({record.bytes, order, printable(record.host, longest_text),
                   printable(record.path, longest_text)});
  std::push_heap(heap_.begin(), heap_.end(), before);
}

std::vector<largest_responses::response> largest_responses::sorted() const {
  auto result = heap_;
  std::sort_heap(result.begin(), result.end(), before);
  return result;
}

deepyield::generator<const record&> add_up(deepyield::generator<const record&> records,
                                           totals& totals) {
  return [records = std::move(records), &totals](deepyield::yielder<const record&>& yield) mutable {
    for (const record& record : records) {
      ++totals.requests;
      totals.bytes += record.bytes;
      ++totals.by_status[static_cast<std::size_t>(record.status)];
      totals.largest.add(record);
      totals.hosts.add(record.host);
      yield(record);
    }
  };
}

void print(std::ostream& out, const totals& totals) {
  out << "  Requests:   " << grouped(totals.requests) << ", " << in_bytes(totals.bytes)
      << " sent\n";
  if (totals.requests == 0) return;

  out << "  Statuses: ";
  for (std::size_t status = 0; status < totals.by_status.size(); ++status)
    if (totals.by_status[status])
      out << "  " << status << ": " << grouped(totals.by_status[status]);

  out << "\n  The largest responses:\n";
  for (const auto& response : totals.largest.sorted())
    out << std::setw(15) << in_bytes(response.bytes) << "  " << printable(response.path, 60)
        << "  to " << printable(response.host, 40) << '\n';

  out << "  The top hosts" << accuracy(totals.hosts) << ":\n";
  print_top(out, totals.hosts);

  out << "  Not found:  " << counted(totals.by_status[404], "request")
      << (totals.by_status[404] ? ", most often" : "") << accuracy(totals.missing_paths) << '\n';
  print_top(out, totals.missing_paths);
}

}  // namespace tour
