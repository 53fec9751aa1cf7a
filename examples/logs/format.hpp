// A row of fields, as text, JSON or CSV.
#pragma once

#include "field.hpp"

#include <boost/utility/string_view.hpp>

#include <cstddef>
#include <string>

namespace logs {

enum class format { text, json, csv };

/// Writes one row. Call field() for each of its fields, then end().
class row {
 public:
  row(std::string& to, format format) : to_(to), format_(format), begin_(to.size()) {}

  void field(boost::string_view name, const field_value& value);

  /// A line's end is not written.
  void end();

 private:
  std::string& to_;
  format format_;
  std::size_t begin_;  // of the row in the text
  bool is_first_ = true;
};

}  // namespace logs
