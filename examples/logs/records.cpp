#include "records.hpp"

#include "decompress.hpp"
#include "lines.hpp"
#include "record_parser.hpp"

#include "../support/text.hpp"

#include <utility>

namespace logs {
namespace {

std::string describe(const input_error& error, std::uint64_t line_number) {
  std::string result = error.what();
  if (error.offset == 0 && line_number == 1) return result;
  result += ", at byte " + std::to_string(error.offset) + ", line " + std::to_string(line_number);
  if (error.cuts_a_line_off) result += ", which is left out";
  return result;
}

std::string describe_more(std::uint64_t bad_lines) {
  return "and " + support::grouped(bad_lines) +
         (bad_lines == 1 ? " more line that is no record" : " more lines that are no records");
}

}  // namespace

record_generator records_of(std::string name, chunk_generator stored, reading& reading) {
  return [name = std::move(name), stored = std::move(stored),
          &reading](record_yielder& yield) mutable {
    ++reading.counts.files;
    record_parser parser;
    record result;
    std::uint64_t number = 0, bad = 0;
    try {
      for (const line& line : lines_of(decompressed(std::move(stored)))) {
        if (line.is_idle()) {
          yield(record());
          continue;
        }
        number = line.number;
        ++reading.counts.lines;
        reading.counts.bytes += line.text.size() + 1;
        if (const char* problem = parser.parse(line, result)) {
          reading.found.bad_line(name, line, problem, ++bad <= reading.found.limit());
        } else {
          ++reading.counts.records;
          result.file = &name;
          yield(result);
        }
      }
    } catch (const input_error& error) {
      reading.found.bad_file(name, describe(error, number + 1));
    }
    if (bad > reading.found.limit())
      reading.found.notice(name, describe_more(bad - reading.found.limit()));
  };
}

}  // namespace logs
