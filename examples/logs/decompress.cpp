#include "decompress.hpp"

#include "bzip2_decoder.hpp"
#include "gzip_decoder.hpp"
#include "zstd_decoder.hpp"

#include <deepyield/itertools/chain.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace logs {
namespace {

constexpr std::size_t longest_magic = 4;

bool begins_with(chunk text, chunk beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

// Some tools fill the last block of a tape or disk with zeros.
void skip_padding(chunk& text) {
  text.remove_prefix(std::min(text.find_first_not_of('\0'), text.size()));
}

template <class Decoder>
chunk_generator decoded(chunk_generator input) {
  return [input = std::move(input)](chunk_yielder& yield) mutable {
    Decoder decoder;
    std::vector<char> buffer(chunk_size);
    std::uint64_t offset = 0;
    for (const chunk& piece : input) {
      if (piece.empty()) {
        yield(piece);
        continue;
      }
      chunk rest = piece;
      std::size_t count = 0;
      do {
        const std::size_t before = rest.size();
        if (decoder.is_between_files()) skip_padding(rest);
        count = decoder.decode(rest, buffer.data(), buffer.size());
        offset += before - rest.size();
        if (count) yield(chunk(buffer.data(), count));
        if (decoder.damage())
          throw input_error(
              std::string("the ") + Decoder::name + " data are damaged: " + decoder.damage(),
              offset);
      } while (!rest.empty() || count == buffer.size());
    }
    if (!decoder.is_between_files())
      throw input_error(std::string("the ") + Decoder::name + " data end too early", offset);
  };
}

}  // namespace

chunk_generator decompressed(chunk_generator input) {
  return [input = std::move(input)](chunk_yielder& yield) mutable {
    std::string head;
    while (head.size() < longest_magic) {
      const chunk* const piece = input.next();
      if (!piece) break;
      if (piece->empty())
        yield(*piece);
      else
        head.append(piece->data(), piece->size());
    }
    if (head.empty()) return;

    chunk_generator whole = deepyield::itertools::chain(std::vector<chunk>{head}, std::move(input));
    if (begins_with(head, gzip_decoder::magic()))
      yield.from(decoded<gzip_decoder>(std::move(whole)));
    else if (begins_with(head, bzip2_decoder::magic()))
      yield.from(decoded<bzip2_decoder>(std::move(whole)));
    else if (begins_with(head, zstd_decoder::magic()))
      yield.from(decoded<zstd_decoder>(std::move(whole)));
    else
      yield.from(std::move(whole));
  };
}

}  // namespace logs
