// Stage 5 and the end of the pipeline: totals of the records, in bounded memory.
#pragma once

#include "../support/most_frequent.hpp"
#include "records.hpp"

#include <deepyield/generator.hpp>

#include <array>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace tour {

/// The largest few responses, the largest first; of equal ones the first that was seen.
class largest_responses {
 public:
  struct response {
    std::uint64_t bytes;
    std::uint64_t order;
    std::string host, path;
  };

  void add(const record& record);
  std::vector<response> sorted() const;

 private:
  std::uint64_t seen_ = 0;
  std::vector<response> heap_;  // the smallest on top: it goes when a larger one comes
};

struct totals {
  static constexpr std::size_t names_counted = 20000;

  std::uint64_t requests = 0;
  std::uint64_t bytes = 0;
  std::array<std::uint64_t, 1000> by_status{};
  largest_responses largest;
  support::most_frequent hosts{names_counted};
  support::most_frequent missing_paths{names_counted};
};

/// Adds up the records, and passes them on.
deepyield::generator<const record&> add_up(deepyield::generator<const record&> records,
                                           totals& totals);

void print(std::ostream& out, const totals& totals);

}  // namespace tour
