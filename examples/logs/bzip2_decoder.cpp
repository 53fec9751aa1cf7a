#include "bzip2_decoder.hpp"

#include <new>

namespace logs {

void bzip2_decoder::start() {
  stream_ = bz_stream();
  if (BZ2_bzDecompressInit(&stream_, 0, 0) != BZ_OK) throw std::bad_alloc();
}

std::size_t bzip2_decoder::decode(chunk& in, char* out, std::size_t room) {
  if (in.empty() && between_files_) return 0;
  between_files_ = false;
  stream_.next_in = const_cast<char*>(in.data());
  stream_.avail_in = static_cast<unsigned>(in.size());
  stream_.next_out = out;
  stream_.avail_out = static_cast<unsigned>(room);
  const int status = BZ2_bzDecompress(&stream_);
  in.remove_prefix(in.size() - stream_.avail_in);
  const std::size_t count = room - stream_.avail_out;

  switch (status) {
    case BZ_OK: break;
    case BZ_STREAM_END:
      between_files_ = true;
      BZ2_bzDecompressEnd(&stream_);
      start();
      break;
    case BZ_MEM_ERROR: throw std::bad_alloc();
    case BZ_DATA_ERROR_MAGIC: damage_ = "incorrect header"; break;
    default: damage_ = "incorrect data or check sum";
  }
  return count;
}

}  // namespace logs
