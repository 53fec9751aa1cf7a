#include "filters.hpp"

#include <deepyield/itertools/filter.hpp>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace logs {
namespace {

template <class Predicate>
record_generator only(record_generator records, Predicate is_wanted) {
  return std::move(records) | deepyield::itertools::filter([=](const record& record) {
           return record.is_idle() || is_wanted(record);
         });
}

bool is_one_of(const std::vector<std::string>& names, boost::string_view text) {
  return std::find(names.begin(), names.end(), text) != names.end();
}

}  // namespace

record_generator filtered(record_generator records, const filters& wanted, problems& found) {
  if (wanted.since)
    records = only(std::move(records),
                   [since = *wanted.since](const record& record) { return record.time >= since; });
  if (wanted.until)
    records = only(std::move(records),
                   [until = *wanted.until](const record& record) { return record.time < until; });
  if (!wanted.statuses.empty())
    records = only(std::move(records), [statuses = wanted.statuses](const record& record) {
      return std::any_of(statuses.begin(), statuses.end(), [&](const status_range& range) {
        return range.first <= record.status && record.status <= range.last;
      });
    });
  if (!wanted.methods.empty())
    records = only(std::move(records), [methods = wanted.methods](const record& record) {
      return is_one_of(methods, record.method);
    });
  if (!wanted.hosts.empty())
    records = only(std::move(records), [hosts = wanted.hosts](const record& record) {
      return is_one_of(hosts, record.host);
    });
  if (wanted.path)
    // Boost.Regex keeps its state on the heap. std::regex recurses for each character, and a body's
    // stack has an end.
    records = only(std::move(records), [path = *wanted.path, &found](const record& record) {
      try {
        return record.path.data() &&
               boost::regex_search(record.path.begin(), record.path.end(), path);
      } catch (const std::runtime_error&) {
        found.bad_line(*record.file, {record.line_number, record.line},
                       "the regular expression takes too much time or memory on this path", true);
        return false;
      }
    });
  return records;
}

}  // namespace logs
