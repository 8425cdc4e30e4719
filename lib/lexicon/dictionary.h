// Every word and phrase of a lexicon, and the classes that they are in.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/flat.h"
#include "lexicon/automaton.h"
#include "lexicon/lexicon.h"
#include "lexicon/word_table.h"
#include "text/prepared.h"

namespace postvet {

// What a token may be: found by the hash of its folded text, and packed into the value of a WordTable.
struct KnownWord {
  std::uint32_t packed = 0;  // 0: not known

  static constexpr std::uint32_t kAnchor = 1U << 24;       // marks an anchor, alone or with the word behind it
  static constexpr std::uint32_t kBeginsPair = 1U << 25;   // marks something with the word behind it
  static constexpr std::uint32_t kContraction = 1U << 26;  // two words typed as one; the number is the contraction's
  static constexpr std::uint32_t kSlip = 1U << 27;         // another word was meant

  explicit operator bool() const { return packed != 0; }
  std::uint32_t number() const { return packed & 0xFFFFFF; }
  bool is(std::uint32_t flags) const { return (packed & flags) != 0; }
};

// A class that a phrase is in, by its own line or through the classes that include that one, and in which forms.
struct Membership {
  std::uint16_t cls = 0;
  std::uint16_t forms = 0;
};

// A phrase of more than one word, as stored under its first word.
struct LongPhrase {
  std::uint32_t rest = 0;  // index of its further words
  std::uint32_t count = 0;
  std::uint32_t phrase = 0;
};

// The one or two units that a token is.
struct TokenWords {
  std::uint32_t first = 0;  // numbers; 0: a word that the dictionary does not know
  std::uint32_t second = 0;
  bool two = false;
  bool slip = false;  // another word was meant
};

// The two units of a contraction that is typed as one word.
struct WordPair {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
};

// Words have numbers from 1, phrases from 1. Immutable, thread-safe.
class Dictionary {
 public:
  Dictionary() = default;
  struct Parts {
    std::vector<std::uint32_t> single;         // by word: the phrase that is that word alone, or 0
    std::vector<std::uint32_t> long_begins;    // by word: its phrases in `longer`; one more at the end
    std::vector<LongPhrase> longer;            // by first word, then second
    std::vector<std::uint32_t> rests;          // the further words of all of them
    std::vector<std::uint32_t> member_begins;  // by phrase: its memberships; one more at the end
    std::vector<Membership> members;           // of each phrase, by class
    std::vector<std::uint8_t> wanted;          // by phrase: whether one of its classes is wanted
    std::vector<WordPair> contractions;        // by the number in KnownWord
    WordTableBuilder known;
  };
  explicit Dictionary(Parts parts);

  KnownWord look_up(std::uint64_t hash) const { return {known_.find(hash)}; }
  KnownWord look_up(std::string_view word) const { return look_up(hash_word(word)); }

  // The units of token `at`, other spellings than contractions and slips apart.
  TokenWords words_of(const Prepared& prepared, std::size_t at) const;
  WordPair contraction(KnownWord known) const { return contractions_[known.number()]; }

  // The phrase that is word `number` alone; 0 when there is none.
  std::uint32_t single(std::uint32_t number) const { return single_[number]; }
  // The phrases that begin with these two words.
  std::span<const LongPhrase> longer(std::uint32_t number, std::uint32_t second) const;
  std::span<const std::uint32_t> rest(const LongPhrase& phrase) const {
    return rests_.slice(phrase.rest, phrase.rest + phrase.count);
  }

  // The classes of a phrase; the same as a set for a first look; whether one of them is wanted; the forms in which it
  // is in one, 0 when it is not in it.
  std::span<const Membership> classes(std::uint32_t phrase) const {
    return members_.slice(member_begins_[phrase], member_begins_[phrase + 1]);
  }
  ClassBits class_bits(std::uint32_t phrase) const { return class_bits_[phrase]; }
  bool is_wanted(std::uint32_t phrase) const { return wanted_[phrase] != 0; }
  std::uint16_t forms_in(std::uint32_t phrase, std::uint16_t cls) const;

  template <class Archive>
  friend void pack(Archive& archive, Dictionary& value) {
    archive(value.known_, value.contractions_, value.single_, value.long_begins_, value.longer_, value.rests_,
            value.member_begins_, value.members_, value.wanted_, value.class_bits_);
  }

 private:
  std::uint32_t plain_number(std::string_view word) const;

  WordTable known_;
  FlatArray<WordPair> contractions_;
  FlatArray<std::uint32_t> single_;
  FlatArray<std::uint32_t> long_begins_;
  FlatArray<LongPhrase> longer_;
  FlatArray<std::uint32_t> rests_;
  FlatArray<std::uint32_t> member_begins_;
  FlatArray<Membership> members_;
  FlatArray<std::uint8_t> wanted_;   // by phrase
  FlatArray<ClassBits> class_bits_;  // by phrase
};

}  // namespace postvet
