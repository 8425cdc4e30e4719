#include "lexicon/prefilter.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include "lexicon/automaton.h"
#include "lexicon/units.h"

namespace postvet {
namespace {

std::uint64_t hash_pair(std::uint32_t first, std::uint32_t second) {
  return ((std::uint64_t{first} << 32) | second) * 0x9E3779B97F4A7C15ULL;
}

}  // namespace

// Features, their bits, and the tables.
class Prefilter::Builder {
 public:
  Builder(Prefilter& into, const Lexicon& lexicon, const Vocabulary& vocabulary, const Marks& marks,
          WordTableBuilder& known)
      : into_(into), vocabulary_(vocabulary), marks_(marks), known_(known) {
    into_.entry_count_ = lexicon.entries.size();
    std::vector<Way> ways = ways_of(lexicon, marks);
    choose_anchors(ways);
    choose_bits(ways);
    store_ways(ways);
    store_marks();
  }

 private:
  // A need of some way, and what it is for the prefilter.
  struct Feature {
    ClassMarks marks;
    bool is_anchor = false;
    bool is_checked = false;  // needed beside an anchor
    std::uint32_t anchor = 0;
    std::uint16_t bit = 0;
  };

  std::uint32_t feature(Need need) {
    auto [known, is_new] = numbers_.try_emplace(need, static_cast<std::uint32_t>(features_.size()));
    if (is_new) features_.push_back({marks_.of(need)});
    return known->second;
  }

  // A shape is no anchor where there is another.
  double anchor_price(const Way::Part& part) {
    const ClassMarks& marks = features_[feature(part.need)].marks;
    return marks.commonness + (marks.shapes != 0 ? 1e8 : 0);
  }

  void choose_anchors(const std::vector<Way>& ways) {
    for (const Way& way : ways) {
      std::size_t rarest = way.parts.size();
      for (std::size_t i = 0; i < way.parts.size(); ++i) {
        if (!way.parts[i].is_needed) continue;
        if (rarest == way.parts.size() || anchor_price(way.parts[i]) < anchor_price(way.parts[rarest])) rarest = i;
      }
      Feature& anchor = features_[feature(way.parts[rarest].need)];
      if (!anchor.is_anchor) anchor.anchor = anchors_++;
      anchor.is_anchor = true;
      anchor_parts_.push_back(rarest);
      for (std::size_t i = 0; i < way.parts.size(); ++i) {
        if (way.parts[i].is_needed && i != rarest) features_[feature(way.parts[i].need)].is_checked = true;
      }
    }
  }

  // Features that share a bit, and the words that mark one of them.
  struct Shared {
    std::vector<bool> words;  // by number
    double commonness = 0;    // of all of them
    double use = 0;
  };

  // The features that are looked at most have bits of their own, the others share the bit that costs least: one that
  // their own words are marked with already, or that few other words are.
  void choose_bits(const std::vector<Way>& ways) {
    std::vector<double> use(features_.size(), 0);
    for (std::size_t i = 0; i < ways.size(); ++i) {
      const Way& way = ways[i];
      double looks = features_[feature(way.parts[anchor_parts_[i]].need)].marks.commonness;
      for (std::size_t k = 0; k < way.parts.size(); ++k) {
        if (way.parts[k].is_needed && k != anchor_parts_[i]) use[feature(way.parts[k].need)] += looks;
      }
    }
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < features_.size(); ++i) {
      if (features_[i].is_checked) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return use[a] > use[b]; });
    std::vector<Shared> bits;
    for (std::uint32_t i : order) {
      std::vector<std::uint32_t> words = single_words(features_[i].marks);
      std::size_t best = bits.size();
      if (bits.size() == kBits) best = cheapest(bits, words, features_[i].marks.commonness, use[i]);
      if (best == bits.size()) bits.push_back({std::vector<bool>(vocabulary_.size()), 0, 0});
      Shared& shared = bits[best];
      for (std::uint32_t word : words) {
        if (!shared.words[word]) shared.commonness += vocabulary_.commonness(word);
        shared.words[word] = true;
      }
      shared.use += use[i];
      features_[i].bit = static_cast<std::uint16_t>(best);
    }
  }

  static std::vector<std::uint32_t> single_words(const ClassMarks& marks) {
    std::vector<std::uint32_t> words;
    for (auto [word, next] : marks.words) {
      if (next == 0) words.push_back(word);
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  // How much more often the feature and those that share the bit would be thought to be there, by how often that is
  // asked.
  std::size_t cheapest(const std::vector<Shared>& bits, const std::vector<std::uint32_t>& words, double commonness,
                       double use) const {
    std::size_t best = 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t bit = 0; bit < bits.size(); ++bit) {
      double both = 0;
      for (std::uint32_t word : words) {
        if (bits[bit].words[word]) both += vocabulary_.commonness(word);
      }
      double price =
          std::max(0.0, bits[bit].commonness - both) * use + std::max(0.0, commonness - both) * bits[bit].use;
      if (price >= least) continue;
      least = price;
      best = bit;
    }
    return best;
  }

  // A distance counted in units as one in tokens: a contraction is two units and one token.
  static std::int8_t in_tokens(std::ptrdiff_t units, bool least) {
    if (least == (units > 0)) units /= 2;
    auto reach = static_cast<std::ptrdiff_t>(Automaton::kReach);
    return static_cast<std::int8_t>(std::clamp(units, -reach, reach));
  }

  // The other needs of a way, at their distances from the mark of its anchor: the rarest first.
  void place(const Way& way, std::size_t anchor, StoredWay& stored, std::vector<Check>& checks) {
    struct Placed {
      double commonness;
      Check check;
    };
    std::vector<Placed> placed;
    auto add = [&](const Way::Part& part, std::ptrdiff_t least, std::ptrdiff_t most) {
      if (!part.is_needed) return;
      const Feature& need = features_[feature(part.need)];
      placed.push_back({need.marks.commonness, {need.bit, in_tokens(least, true), in_tokens(most, false)}});
    };
    auto signed_of = [](std::size_t length) { return static_cast<std::ptrdiff_t>(length); };
    const Length own = way.parts[anchor].length;
    std::ptrdiff_t least = 0;  // of what lies between
    std::ptrdiff_t most = 0;
    for (std::size_t i = anchor; i-- > 0;) {
      const Length length = way.parts[i].length;
      add(way.parts[i], -most - signed_of(length.most) - signed_of(own.most) + 1, -least - 1);
      least += signed_of(length.least);
      most += signed_of(length.most);
    }
    stored.from = in_tokens(-most - signed_of(own.most) + 1, true);
    stored.to = in_tokens(-least, false);
    least = most = 0;
    for (std::size_t i = anchor + 1; i < way.parts.size(); ++i) {
      const Length length = way.parts[i].length;
      add(way.parts[i], least + 1, signed_of(own.most) + most + signed_of(length.most) - 1);
      least += signed_of(length.least);
      most += signed_of(length.most);
    }
    std::stable_sort(placed.begin(), placed.end(),
                     [](const Placed& a, const Placed& b) { return a.commonness < b.commonness; });
    stored.checks = static_cast<std::uint32_t>(checks.size());
    for (const Placed& one : placed) checks.push_back(one.check);
    stored.checks_end = static_cast<std::uint32_t>(checks.size());
  }

  void store_ways(const std::vector<Way>& ways) {
    // By anchor, borders, then the bit of the rarest other need.
    struct Placed {
      std::uint32_t anchor;
      std::uint16_t borders;
      std::uint16_t bit;
      StoredWay way;
    };
    std::vector<Placed> placed;
    std::vector<Check> checks;
    for (std::size_t i = 0; i < ways.size(); ++i) {
      std::size_t anchor = anchor_parts_[i];
      StoredWay stored;
      stored.entry = ways[i].entry;
      place(ways[i], anchor, stored, checks);
      std::uint16_t bit = stored.checks == stored.checks_end ? kNoBit : checks[stored.checks].bit;
      placed.push_back({features_[feature(ways[i].parts[anchor].need)].anchor, ways[i].borders, bit, stored});
    }
    auto key = [](const Placed& one) { return std::make_tuple(one.anchor, one.borders, one.bit); };
    std::stable_sort(placed.begin(), placed.end(), [&](const Placed& a, const Placed& b) { return key(a) < key(b); });
    std::vector<Group> groups;
    std::vector<std::uint32_t> begins;
    std::vector<StoredWay> stored;
    for (const Placed& one : placed) {
      auto at = static_cast<std::uint32_t>(stored.size());
      bool new_anchor = begins.size() <= one.anchor;
      if (new_anchor) begins.push_back(static_cast<std::uint32_t>(groups.size()));
      if (new_anchor || groups.back().bit != one.bit || groups.back().borders != one.borders)
        groups.push_back({at, at, one.bit, one.borders});
      stored.push_back(one.way);
      ++groups.back().end;
    }
    begins.push_back(static_cast<std::uint32_t>(groups.size()));
    into_.groups_ = std::move(groups);
    into_.group_begins_ = std::move(begins);
    into_.ways_ = std::move(stored);
    into_.checks_ = std::move(checks);
  }

  // What one mark tells.
  struct Told {
    Bits bits;
    std::vector<std::uint32_t> anchors;

    void add(const Feature& feature) {
      if (feature.is_checked) bits.set(feature.bit);
      // The same word may mark a class more than once; features come in order, so a repetition is the last one.
      if (feature.is_anchor && (anchors.empty() || anchors.back() != feature.anchor)) anchors.push_back(feature.anchor);
    }
  };

  Range store_anchors(const Told& told) {
    auto begin = static_cast<std::uint32_t>(all_anchors_.size());
    all_anchors_.insert(all_anchors_.end(), told.anchors.begin(), told.anchors.end());
    return {begin, static_cast<std::uint32_t>(all_anchors_.size())};
  }

  void store_marks() {
    std::vector<Told> of_word(vocabulary_.size());
    std::map<std::pair<std::uint32_t, std::uint32_t>, Told> of_pair;
    std::array<Told, kShapeMarks> of_shape;
    for (const Feature& feature : features_) {
      for (auto [word, next] : feature.marks.words) (next == 0 ? of_word[word] : of_pair[{word, next}]).add(feature);
      for (std::size_t shape = 0; shape < kShapeMarks; ++shape) {
        if ((feature.marks.shapes >> shape & 1) != 0) of_shape[shape].add(feature);
      }
    }
    std::vector<Bits> bits;
    std::vector<Range> ranges;
    std::vector<std::uint32_t> flags(vocabulary_.size(), 0);
    for (std::size_t word = 0; word < of_word.size(); ++word) {
      bits.push_back(of_word[word].bits);
      ranges.push_back(store_anchors(of_word[word]));
      if (!of_word[word].anchors.empty()) flags[word] = KnownWord::kAnchor;
    }
    into_.word_bits_ = std::move(bits);
    into_.word_anchors_ = std::move(ranges);

    std::vector<Bits> pair_bits;
    std::vector<Range> pair_ranges;
    WordTableBuilder pairs;
    for (const auto& [pair, told] : of_pair) {
      pair_bits.push_back(told.bits);
      pair_ranges.push_back(store_anchors(told));
      pairs.add(hash_pair(pair.first, pair.second), static_cast<std::uint32_t>(pair_bits.size()));
      flags[pair.first] |= KnownWord::kBeginsPair;
    }
    into_.pair_bits_ = std::move(pair_bits);
    into_.pair_anchors_ = std::move(pair_ranges);
    into_.pairs_ = WordTable(std::move(pairs));

    for (std::size_t shape = 0; shape < kShapeMarks; ++shape) {
      into_.shape_bits_[shape] = of_shape[shape].bits;
      into_.shape_anchors_[shape] = store_anchors(of_shape[shape]);
    }
    into_.anchors_ = std::move(all_anchors_);
    known_.for_each([&](std::uint32_t& value) {
      KnownWord word{value};
      if (!word.is(KnownWord::kContraction)) value |= flags[word.number()];
    });
  }

  Prefilter& into_;
  const Vocabulary& vocabulary_;
  const Marks& marks_;
  WordTableBuilder& known_;
  std::map<Need, std::uint32_t> numbers_;
  std::vector<Feature> features_;
  std::vector<std::size_t> anchor_parts_;  // of each way: the part that is its anchor
  std::uint32_t anchors_ = 0;
  std::vector<std::uint32_t> all_anchors_;
};

Prefilter::Prefilter(const Lexicon& lexicon, const Vocabulary& vocabulary, const Marks& marks,
                     WordTableBuilder& known) {
  Builder(*this, lexicon, vocabulary, marks, known);
}

// One text: the marks of its clauses first, then the entries that these allow.
class Prefilter::Pass {
 public:
  Pass(const Prefilter& filter, const Prepared& prepared, const Dictionary& dictionary, const Disguises& disguises,
       Scratch& scratch, Found& found)
      : filter_(filter),
        prepared_(prepared),
        dictionary_(dictionary),
        disguises_(disguises),
        scratch_(scratch),
        found_(found) {}

  void run() {
    found_.clauses.clear();
    found_.candidates.clear();
    scratch_.clauses.clear();
    scratch_.anchors.clear();
    scratch_.pairs.clear();
    scratch_.wide = false;
    scratch_.taken.resize(filter_.entry_count_, 0);
    mark();
    for (std::size_t i = 0; i < scratch_.clauses.size(); ++i) {
      if (scratch_.clauses[i].anchors_begin != scratch_.clauses[i].anchors_end) examine(i);
    }
  }

 private:
  void mark() {
    std::size_t count = prepared_.tokens.size();
    if (scratch_.bits.size() < count) scratch_.bits.resize(count);
    std::size_t begin = 0;
    Bits bits;
    std::size_t anchors = 0;
    auto close = [&](std::size_t end) {
      scratch_.clauses.push_back({{begin, end}, bits, anchors, scratch_.anchors.size()});
      begin = end;
      bits = {};
      anchors = scratch_.anchors.size();
    };
    for (std::size_t i = 0; i < count; ++i) {
      if (i > begin && prepared_.begins_clause(i)) {
        close(i);
      } else if (i - begin == kMaxClause) {
        // A clause without an end is cut into parts that overlap by as much as a frame can reach.
        close(i);
        begin = i -= Automaton::kReach;
      }
      scratch_.bits[i] = {};
      mark_token(i);
      bits |= scratch_.bits[i];
    }
    if (begin < count) close(count);
  }

  void mark_token(std::size_t i) {
    const Token& token = prepared_.tokens[i];
    if ((token.gap & (kAt | kHash)) != 0 || (token.shape & (kHasDigit | kUpperFirst)) != 0) mark_shapes(i);
    bool odd = Disguises::looks_odd(prepared_, i);
    KnownWord known = dictionary_.look_up(token.hash);
    if (odd || (token.shape & kApostrophe) != 0 || known.is(KnownWord::kContraction)) {
      mark_odd_token(i, odd);
      return;
    }
    std::uint32_t number = known.number();
    if (!scratch_.pairs.empty()) {
      mark_pairs(i, number);
      drop_pairs(i);
    }
    if (!known) return;
    scratch_.bits[i] |= filter_.word_bits_[number];
    if (known.is(KnownWord::kAnchor)) scratch_.anchors.push_back({i, filter_.word_anchors_[number]});
    if (known.is(KnownWord::kBeginsPair)) scratch_.pairs.push_back({number, i + 1});
  }

  void add_anchors(std::size_t i, Range anchors) {
    if (anchors.begin != anchors.end) scratch_.anchors.push_back({i, anchors});
  }

  void mark_shapes(std::size_t i) {
    const Token& token = prepared_.tokens[i];
    auto mark = [&](std::size_t shape) {
      scratch_.bits[i] |= filter_.shape_bits_[shape];
      add_anchors(i, filter_.shape_anchors_[shape]);
    };
    // In the order of ShapeMark.
    if ((token.gap & kAt) != 0) mark(0);
    if ((token.gap & kHash) != 0) mark(1);
    if ((token.shape & kHasDigit) != 0) mark(2);
    if ((token.shape & kUpperFirst) != 0 && !prepared_.begins_sentence(i)) mark(3);
  }

  // The pairs that wait for `number` at token `i`.
  void mark_pairs(std::size_t i, std::uint32_t number) {
    for (const Scratch::OpenPair& open : scratch_.pairs) {
      if (open.token != i) continue;
      std::uint32_t pair = filter_.pairs_.find(hash_pair(open.number, number));
      if (pair == 0) continue;
      scratch_.bits[i] |= filter_.pair_bits_[pair - 1];
      add_anchors(i, filter_.pair_anchors_[pair - 1]);
    }
  }

  void drop_pairs(std::size_t i) {
    std::erase_if(scratch_.pairs, [&](const Scratch::OpenPair& open) { return open.token <= i; });
  }

  // A token that may be more than one word: a contraction, or a word in disguise.
  void mark_odd_token(std::size_t i, bool odd) {
    struct Meant {
      std::uint32_t number;
      std::size_t next;  // the token behind it
    };
    std::array<Meant, 3> meant{};
    std::size_t count = 0;
    auto add = [&](std::uint32_t number, std::size_t tokens) {
      if (number != 0) meant[count++] = {number, i + tokens};
    };
    TokenWords words = dictionary_.words_of(prepared_, i);
    add(words.first, 1);
    add(words.second, 1);
    if (odd) {
      Unmasked unmasked = disguises_.unmask(prepared_, i);
      add(unmasked.word, unmasked.tokens);
      scratch_.wide = scratch_.wide || unmasked.tokens > 1;
    }
    for (std::size_t k = 0; k < count; ++k) mark_pairs(i, meant[k].number);
    drop_pairs(i);
    for (std::size_t k = 0; k < count; ++k) {
      scratch_.bits[i] |= filter_.word_bits_[meant[k].number];
      add_anchors(i, filter_.word_anchors_[meant[k].number]);
      scratch_.pairs.push_back({meant[k].number, meant[k].next});
    }
  }

  // The bits of a clause and of those beside it, as far as a way may cross borders.
  Bits around(std::size_t clause, std::size_t borders, Span& words) const {
    std::size_t first = clause - std::min(clause, borders);
    std::size_t last = std::min(scratch_.clauses.size() - 1, clause + borders);
    Bits bits;
    for (std::size_t i = first; i <= last; ++i) bits |= scratch_.clauses[i].bits;
    words = {scratch_.clauses[first].words.begin, scratch_.clauses[last].words.end};
    return bits;
  }

  void examine(std::size_t clause) {
    const Scratch::Marked& marked = scratch_.clauses[clause];
    Clause result{marked.words, found_.candidates.size(), 0};
    for (std::size_t a = marked.anchors_begin; a < marked.anchors_end; ++a) {
      const Scratch::Anchor& anchor = scratch_.anchors[a];
      for (std::uint32_t k = anchor.range.begin; k < anchor.range.end; ++k) {
        std::uint32_t number = filter_.anchors_[k];
        for (std::uint32_t g = filter_.group_begins_[number]; g < filter_.group_begins_[number + 1]; ++g) {
          const Group& group = filter_.groups_[g];
          if (group.borders == 0) {
            if (group.bit == kNoBit || marked.bits.has(group.bit)) take(group, anchor.word, marked.words, result);
          } else {
            Span words;
            Bits bits = around(clause, group.borders, words);
            if (group.bit == kNoBit || bits.has(group.bit)) take(group, anchor.word, words, result);
          }
        }
      }
    }
    result.last = found_.candidates.size();
    if (result.first != result.last) found_.clauses.push_back(result);
  }

  // The words `from` to `to` away from word `at`, as far as they are in `words`.
  static Span away(std::size_t at, int from, int to, Span words) {
    auto place = [&](int distance) {
      auto signed_place = static_cast<std::ptrdiff_t>(at) + distance;
      return static_cast<std::size_t>(
          std::clamp(signed_place, static_cast<std::ptrdiff_t>(words.begin), static_cast<std::ptrdiff_t>(words.end)));
    };
    return {place(from), place(to + 1)};
  }

  void take(const Group& group, std::size_t at, Span words, Clause& result) {
    for (std::uint32_t w = group.begin; w < group.end; ++w) {
      const StoredWay& way = filter_.ways_[w];
      if (!scratch_.wide && !all_there(way, at, words)) continue;
      Span starts = scratch_.wide ? words : away(at, way.from, way.to, words);
      result.words = hull(result.words, words);
      std::uint32_t known = scratch_.taken[way.entry];
      if (known > result.first && known <= found_.candidates.size() &&
          found_.candidates[known - 1].entry == way.entry) {
        Span& all = found_.candidates[known - 1].starts;
        all = hull(all, starts);
        continue;
      }
      found_.candidates.push_back({way.entry, starts});
      scratch_.taken[way.entry] = static_cast<std::uint32_t>(found_.candidates.size());
    }
  }

  bool all_there(const StoredWay& way, std::size_t at, Span words) const {
    for (std::uint32_t c = way.checks; c < way.checks_end; ++c) {
      const Check& check = filter_.checks_[c];
      Span range = away(at, check.from, check.to, words);
      bool found = false;
      for (std::size_t i = range.begin; i < range.end && !found; ++i) found = scratch_.bits[i].has(check.bit);
      if (!found) return false;
    }
    return true;
  }

  const Prefilter& filter_;
  const Prepared& prepared_;
  const Dictionary& dictionary_;
  const Disguises& disguises_;
  Scratch& scratch_;
  Found& found_;
};

void Prefilter::find(const Prepared& prepared, const Dictionary& dictionary, const Disguises& disguises,
                     Scratch& scratch, Found& found) const {
  Pass(*this, prepared, dictionary, disguises, scratch, found).run();
}

}  // namespace postvet
