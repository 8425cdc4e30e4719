#include "lexicon/table.h"

#include "base/blob.h"

namespace postvet {

template <class Blob>
void pack(Blob& blob, Phrase& v) {
  blob(v.words, v.forms);
}
template <class Blob>
void pack(Blob& blob, Inclusion& v) {
  blob(v.cls, v.forms);
}
template <class Blob>
void pack(Blob& blob, WordClass& v) {
  blob(v.name, v.phrases, v.includes);
}
template <class Blob>
void pack(Blob& blob, Element& v) {
  blob(v.kind, v.negative, v.least, v.most, v.cls, v.forms);
}
template <class Blob>
void pack(Blob& blob, Frame& v) {
  blob(v.elements);
}
template <class Blob>
void pack(Blob& blob, Composite& v) {
  blob(v.cls, v.frame);
}
template <class Blob>
void pack(Blob& blob, Entry& v) {
  blob(v.name, v.rule, v.is_frame, v.cls, v.frame, v.severity, v.confidence, v.weak, v.disguise, v.guards, v.except);
}
template <class Blob>
void pack(Blob& blob, LexiconRule& v) {
  blob(v.id, v.is_signal, v.summary, v.severity, v.confidence, v.message, v.help, v.explanation, v.good, v.bad);
}
template <class Blob>
void pack(Blob& blob, Lexicon& v) {
  blob(v.classes, v.composites, v.rules, v.entries);
}

std::string lexicon_to_bytes(const Lexicon& lexicon) {
  BlobWriter blob;
  blob(lexicon);
  return blob.take();
}

Lexicon lexicon_from_bytes(std::string_view bytes) {
  BlobReader blob(bytes);
  Lexicon lexicon;
  blob(lexicon);
  return lexicon;
}

}  // namespace postvet
