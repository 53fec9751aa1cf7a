#include "reading_report.hpp"

#include "../support/progress_line.hpp"
#include "../support/text.hpp"
#include "lines.hpp"

#include <cstddef>
#include <iostream>

namespace tour {
namespace {

using support::counted;
using support::grouped;
using support::in_bytes;
using support::printable;

constexpr std::size_t files_shown = 10, lines_shown = 3, excerpt = 100;

std::string said_of(const boost::filesystem::path& file, const std::string& what) {
  return printable(file.string()) + ": " + what;
}

// Keeps a limited number, so that memory does not grow with the input.
void keep_first(std::vector<std::string>& shown, std::string what) {
  if (shown.size() < files_shown) shown.push_back(std::move(what));
}

void print_all(std::ostream& out, const std::vector<std::string>& shown, std::uint64_t count) {
  for (const std::string& what : shown) out << "    " << what << '\n';
  if (count > shown.size()) out << "    and " << grouped(count - shown.size()) << " more\n";
}

}  // namespace

void reading_report::unreadable(const boost::filesystem::path& file, const std::string& reason) {
  ++unreadable_count_;
  keep_first(unreadable_, said_of(file, reason));
  support::erase_progress_line();
  std::cerr << "tour: " << said_of(file, reason) << '\n';
}

void reading_report::malformed(const line& line, const char* reason) {
  ++malformed_count_;
  if (line.file != last_malformed_file_) {
    last_malformed_file_ = line.file;
    if (malformed_.size() < files_shown)
      malformed_.push_back({line.file, 0, {}});
    else
      ++more_files_with_malformed_lines_;
  }
  if (more_files_with_malformed_lines_) return;

  examples& file = malformed_.back();
  ++file.count;
  if (file.shown.size() < lines_shown) {
    const std::string text = line.text.empty() ? "" : ": '" + printable(line.text, excerpt) + "'";
    file.shown.push_back("line " + std::to_string(line.number) + ": " + reason + text);
  }
}

void reading_report::skipped(const boost::filesystem::path& file, const std::string& reason) {
  ++skipped_count_;
  keep_first(skipped_, said_of(file, reason));
}

void reading_report::print(std::ostream& out) const {
  out << "  Read:       " << counted(counts_.files, "file") << ", "
      << counted(counts_.lines, "line") << ", " << in_bytes(counts_.bytes) << " uncompressed\n";

  if (skipped_count_)
    out << "  Skipped:    " << counted(skipped_count_, "file") << " in these folders\n";
  print_all(out, skipped_, skipped_count_);

  if (unreadable_count_)
    out << "  Unreadable: " << grouped(unreadable_count_)
        << "; what could be read before the error is counted\n";
  print_all(out, unreadable_, unreadable_count_);

  if (malformed_count_) out << "  Malformed:  " << counted(malformed_count_, "line") << '\n';
  for (const examples& file : malformed_) {
    out << "    " << said_of(file.file, grouped(file.count)) << '\n';
    for (const std::string& example : file.shown) out << "      " << example << '\n';
    if (file.count > file.shown.size())
      out << "      and " << grouped(file.count - file.shown.size()) << " more\n";
  }
  if (more_files_with_malformed_lines_)
    out << "    and " << counted(more_files_with_malformed_lines_, "more file") << '\n';
}

}  // namespace tour
