// What libcurl downloads, as a range of chunks.
#pragma once

#include "chunks.hpp"

#include <curl/curl.h>

#include <memory>
#include <new>
#include <stdexcept>

inline std::size_t on_data(char* data, std::size_t size, std::size_t count, void* to) noexcept {
  auto& yield = *static_cast<deepyield::yielder<std::string>*>(to);
  const std::size_t bytes = size * count;
  return yield.guard([&] { yield(std::string(data, bytes)); }) ? bytes : 0;  // 0 stops libcurl
}

inline text_chunks downloaded(const std::string& url) {
  return [=](deepyield::yielder<std::string>& yield) {
    const std::unique_ptr<CURL, void (*)(CURL*)> download(curl_easy_init(), curl_easy_cleanup);
    if (!download) throw std::bad_alloc();
    curl_easy_setopt(download.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(download.get(), CURLOPT_WRITEFUNCTION, on_data);
    curl_easy_setopt(download.get(), CURLOPT_WRITEDATA, &yield);
    // Otherwise SIGPIPE would be ignored for as long as the generator is suspended.
    curl_easy_setopt(download.get(), CURLOPT_NOSIGNAL, 1L);
    const CURLcode result = curl_easy_perform(download.get());
    yield.rethrow_pending();
    if (result != CURLE_OK) throw std::runtime_error(curl_easy_strerror(result));
  };
}
