// Two RSS feeds, newest article first, and how an article is printed.
#pragma once

#include <ostream>
#include <string>

struct article {
  std::string date, title;
};

inline bool is_newer(const article& left, const article& right) { return left.date > right.date; }

inline std::ostream& operator<<(std::ostream& out, const article& printed) {
  return out << printed.date << "  " << printed.title << '\n';
}

const char* const kernel_feed = R"(<?xml version="1.0"?>
<rss version="2.0"><channel><title>Kernel news</title>
  <item><date>2024-05-16</date><title>Six drivers leave staging</title></item>
  <item><date>2024-05-09</date><title>Timers: a wheel &amp; a tree</title></item>
  <item><date>2024-04-30</date><title>Longer names for threads</title></item>
</channel></rss>)";

const char* const compiler_feed = R"(<?xml version="1.0"?>
<rss version="2.0"><channel><title>Compiler news</title>
  <item><date>2024-05-21</date><title><![CDATA[Why vector<bool> is slow]]></title></item>
  <item><date>2024-05-10</date><title>Contracts in forty lines</title></item>
  <item><date>2024-05-02</date><title>Modules, a year later</title></item>
</channel></rss>)";
