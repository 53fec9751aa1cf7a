#include "gzip_decoder.hpp"

#include <new>

namespace logs {
namespace {

constexpr int gzip_with_largest_window = 16 + MAX_WBITS;

}  // namespace

gzip_decoder::gzip_decoder() {
  if (inflateInit2(&stream_, gzip_with_largest_window) != Z_OK) throw std::bad_alloc();
}

gzip_decoder::~gzip_decoder() { inflateEnd(&stream_); }

std::size_t gzip_decoder::decode(chunk& in, char* out, std::size_t room) {
  if (in.empty() && between_files_) return 0;
  between_files_ = false;
  stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
  stream_.avail_in = static_cast<uInt>(in.size());
  stream_.next_out = reinterpret_cast<Bytef*>(out);
  stream_.avail_out = static_cast<uInt>(room);
  const int status = inflate(&stream_, Z_NO_FLUSH);
  in.remove_prefix(in.size() - stream_.avail_in);

  switch (status) {
    case Z_OK:
    case Z_BUF_ERROR: break;  // it needs more input
    case Z_STREAM_END:
      between_files_ = true;
      inflateReset(&stream_);
      break;
    case Z_MEM_ERROR: throw std::bad_alloc();
    default: damage_ = stream_.msg ? stream_.msg : "a dictionary is needed";
  }
  return room - stream_.avail_out;
}

}  // namespace logs
