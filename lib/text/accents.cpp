#include "text/accents.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "base/utf8.h"

namespace postvet {

std::string without_accents(std::string_view folded) {
  constexpr std::size_t kMaxWord = 256;  // bytes; longer is no word
  if (folded.size() > kMaxWord) return std::string(folded);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return std::string(folded);
  std::string apart;
  icu::StringByteSink<std::string> sink(&apart);
  nfd->normalizeUTF8(0, icu::StringPiece(folded.data(), static_cast<std::int32_t>(folded.size())), sink, nullptr,
                     status);
  if (U_FAILURE(status)) return std::string(folded);
  std::string plain;
  for (std::size_t at = 0; at < apart.size();) {
    CodePoint next = decode_utf8(apart, at);
    if (u_charType(static_cast<UChar32>(next.value)) != U_NON_SPACING_MARK) plain.append(apart, at, next.length);
    at += next.length;
  }
  return plain;
}

}  // namespace postvet
