// Check digits and forms of identifiers. Pure functions over folded values without separators: lower-case letters and
// digits, nothing else.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace postvet {

// `written` without anything but ASCII letters and digits.
std::string compact(std::string_view written);

bool is_all_digits(std::string_view value);

// NHS number: weights 10..2 on the first nine digits, check = 11 − sum mod 11, 11 → 0, 10 is never issued. Numbers of
// one digit only are refused: some pass. Source: NHS Data Model and Dictionary, "NHS NUMBER".
bool is_nhs_number(std::string_view ten);

// Unique learner number: the first digit is not 0, weights 10..1 over all ten, sum mod 11 = 10.
// Source: Learning Records Service, "ULN validation". No NHS number passes, and no ULN is an NHS number.
bool is_uln(std::string_view ten);

// 9999999999 stands for a missing number in both schemes.
bool is_placeholder_ten(std::string_view ten);

// Unique pupil number: a check letter, three digits of the local authority, four of the school, two of the year, three
// of the serial number; the last is a letter in a temporary number.
bool has_upn_shape(std::string_view thirteen);
// Σ i·v(c), i = 2..13, mod 23, in the alphabet without I, O and S. Source: Department for Education, "Unique pupil
// numbers: guide", annex on the check letter. Needs has_upn_shape().
bool has_upn_letter(std::string_view thirteen);
enum class Authority { known, unknown, impossible };
// Of the codes of 2017; new authorities appear, so an unknown code is not an error. Codes begin at 201.
Authority upn_authority(std::string_view thirteen);

// National Insurance number with or without its suffix: two letters that are given out, six digits, A to D.
// Source: HMRC, National Insurance Manual NIM39110. QQ is HMRC's example and never given out.
bool is_national_insurance(std::string_view value);

// Luhn's check (ISO/IEC 7812-1, annex B).
bool passes_luhn(std::string_view digits);
// True when an issuer has cards of this length under these first digits (ISO/IEC 7812, the schemes' published ranges).
bool has_card_issuer(std::string_view digits);
// Numbers that payment services publish for tests.
bool is_test_card(std::string_view digits);

// The length of a country's IBAN (SWIFT IBAN registry); 0 for a country without.
std::size_t iban_length(std::string_view country);
// A country with IBANs, its length, and for the United Kingdom the bank's four letters.
bool has_iban_shape(std::string_view value);
// First four characters to the end, letters as 10..35, mod 97 = 1 (ISO 13616).
bool passes_iban(std::string_view value);
// Examples that banks and the registry publish.
bool is_published_iban(std::string_view value);

}  // namespace postvet
