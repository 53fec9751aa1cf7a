// libcurl in plain callbacks. What is worse:
// - Reading is turned inside out: "the first line is a heading" and "stop here" are flags.
// - The code that reads a row may throw below libcurl. That is caught, kept and thrown again.
// - libcurl calls it an error that we have stopped, so each caller has to tell this from others.
#include "../rates.hpp"

#include <curl/curl.h>

#include <cstddef>
#include <exception>
#include <functional>
#include <iostream>
#include <stdexcept>
#include <string>

struct line_reader {
  std::function<bool(const std::string&)> on_line;  // false stops the download
  std::string line;
  bool stopped;
  std::exception_ptr error;
};

std::size_t on_data(char* data, std::size_t size, std::size_t count, void* to) {
  auto& reader = *static_cast<line_reader*>(to);
  try {
    for (const char c : std::string(data, size * count)) {
      if (reader.stopped) break;
      if (c != '\n') {
        reader.line += c;
        continue;
      }
      reader.stopped = !reader.on_line(reader.line);
      reader.line.clear();
    }
  } catch (...) {
    reader.error = std::current_exception();
  }
  return reader.stopped || reader.error ? 0 : size * count;
}

void download(const std::string& url, std::function<bool(const std::string&)> on_line) {
  line_reader reader{on_line, "", false, nullptr};
  CURL* const running = curl_easy_init();
  curl_easy_setopt(running, CURLOPT_URL, url.c_str());
  curl_easy_setopt(running, CURLOPT_WRITEFUNCTION, on_data);
  curl_easy_setopt(running, CURLOPT_WRITEDATA, &reader);
  const CURLcode result = curl_easy_perform(running);
  curl_easy_cleanup(running);
  if (reader.error) std::rethrow_exception(reader.error);
  if (result != CURLE_OK && !reader.stopped) throw std::runtime_error(curl_easy_strerror(result));
  if (!reader.stopped && !reader.line.empty()) on_line(reader.line);
}

int main() {
  const rates sample;
  bool is_heading = true;
  download(sample.url(), [&](const std::string& row) {
    if (is_heading) {
      is_heading = false;
      std::cout << "columns: " << row << '\n';
      return true;
    }
    const auto comma = row.find(',');
    if (std::stod(row.substr(comma + 1)) < 0.988) return true;
    std::cout << "day " << row.substr(0, comma) << ": " << row.substr(comma + 1) << '\n';
    return false;
  });
  try {
    download(sample.url() + ".old", [](const std::string&) { return true; });
  } catch (const std::exception&) {
    std::cout << "there is no older file\n";
  }
}
