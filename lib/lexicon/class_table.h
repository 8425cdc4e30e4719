// What the classes of a compiled lexicon are, apart from the words that they hold.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/flat.h"
#include "lexicon/automaton.h"
#include "lexicon/lexicon.h"

namespace postvet {

// Immutable, thread-safe.
class ClassTable {
 public:
  ClassTable() = default;
  // `commonness` is a number a class, see Prefilter; `wanted` are beginnings of names.
  ClassTable(const Lexicon& lexicon, const Automata& little_frames, std::vector<std::uint32_t> commonness,
             std::span<const std::string> wanted);

  // The class that was declared by this name; nothing when none was.
  std::optional<std::uint16_t> id(std::string_view name) const;

  std::size_t count() const { return flags_.size(); }

  // A class of people or organisations, which a frame can be aimed at.
  bool is_target(std::uint16_t cls) const { return (flags_[cls] & kTarget) != 0; }
  // Its words are told to whoever reads the hits.
  bool is_wanted(std::uint16_t cls) const { return (flags_[cls] & kWanted) != 0; }
  std::uint32_t commonness(std::uint16_t cls) const { return commonness_[cls]; }

  // A number for each class that little frames fill, its own or those of a class that it includes; 0 for all others.
  std::uint16_t filled(std::uint16_t cls) const { return filled_[cls]; }
  // Numbers are below this.
  std::size_t filled_count() const { return begins_.size(); }
  // The little frames that are a class's own, as indices.
  std::span<const std::uint16_t> little_frames(std::uint16_t filled) const {
    return frames_.slice(begins_[filled].frames, begins_[filled].frames_end);
  }
  // The filled classes that a class includes.
  std::span<const Inclusion> parts(std::uint16_t filled) const {
    return parts_.slice(begins_[filled].parts, begins_[filled].parts_end);
  }
  // Classes with which the little frames of a filled class, or one little frame, may begin.
  ClassBits start_bits(std::uint16_t filled) const { return start_bits_[filled]; }
  ClassBits frame_bits(std::uint16_t little_frame) const { return frame_bits_[little_frame]; }
  // The filled classes that are wanted.
  std::span<const std::uint16_t> wanted_filled() const { return wanted_filled_.slice(0, wanted_filled_.size()); }
  // Classes with which members of a class may begin: itself, and what its little frames begin with. Of a frame: those
  // of its first classes; all when any word can begin it.
  ClassBits bits(std::uint16_t cls) const { return class_bit(cls) | start_bits_[filled_[cls]]; }
  ClassBits bits_of(std::span<const std::uint16_t> starts) const;

  // Of a little frame: the class of its last element, whose form is the form of the whole; kNoClass when any form is.
  std::uint16_t last_class(std::uint16_t little_frame) const { return last_[little_frame]; }

  template <class Archive>
  friend void pack(Archive& archive, ClassTable& value) {
    archive(value.names_, value.ids_, value.flags_, value.commonness_, value.filled_, value.begins_, value.frames_,
            value.parts_, value.start_bits_, value.frame_bits_, value.wanted_filled_, value.last_);
  }

 private:
  enum Flag : std::uint8_t { kTarget = 1, kWanted = 2 };
  struct Begins {
    std::uint32_t frames = 0, frames_end = 0;  // in frames_
    std::uint32_t parts = 0, parts_end = 0;    // in parts_
  };

  void fill(const Lexicon& lexicon, const Automata& little_frames);

  FlatStrings names_;              // sorted
  FlatArray<std::uint16_t> ids_;   // parallel to names_
  FlatArray<std::uint8_t> flags_;  // by class
  FlatArray<std::uint32_t> commonness_;
  FlatArray<std::uint16_t> filled_;
  FlatArray<Begins> begins_;  // by number of a filled class
  FlatArray<std::uint16_t> frames_;
  FlatArray<Inclusion> parts_;
  FlatArray<ClassBits> start_bits_;
  FlatArray<ClassBits> frame_bits_;  // by little frame
  FlatArray<std::uint16_t> wanted_filled_;
  FlatArray<std::uint16_t> last_;  // by little frame
};

}  // namespace postvet
