#include "lexicon/commonness.h"

#include <algorithm>

#include "lexicon/word_table.h"
#include "text/prepared.h"

namespace postvet {
namespace {

// In bands, from what any count of English says; the order inside a band means nothing.
constexpr std::string_view kFirst =
    "the be to of and a in that have i it for not on with he as you do at this but his by from they we say her she or an will my "
    "one all would there their what so up out if about who get which go me is are was were 's n't 're 'm 've 'll 'd has had been did can";
constexpr std::string_view kSecond =
    "when make like time no just him know take people into year your good some could them see other than then now look only come its "
    "over think also back after use two how our work first well way even new want because any these give day most us more very "
    "should really still too much many today great school college going here down off own before again never always need";
constexpr std::string_view kThird =
    "old man woman men women girl boy girls boys year years life little big long home house place thing things week month night "
    "morning last next few such let put end ask tell told said says feel try call called keep help show part point world best "
    "better bad right left high same different small another every each both while where why those got getting made making may "
    "might must love hate team game play class teacher teachers student students course group head name family friend friends kids "
    "child children person someone everyone anyone black white free full open black hard early late full real sure done come "
    "through around without since until between against during away lot bit kind sort ever maybe yes please thanks thank happy "
    "stop start run eat read write talk speak hear live die kill leave find lost stay move turn hope looking forward proud "
    "asked asks asking took takes taken taking does doing done being half came comes coming set sets makes gave gives given giving sent "
    "wrote written turned turns used using uses found kept keeps keeping saying says tells told shows showed ran runs running sat lets "
    "thought wanted wants needed needs tried tries trying changed brought bring brings left leaves heard seen saw word words form front "
    "site paper money lesson lessons results marks mark mum dad mr mrs miss staff exam exams report under behind over everybody somebody "
    "nobody nothing something anything everything money job jobs days parents young line taught gets whole else lad show law room round group social manager friend brother sister";

}  // namespace

std::uint32_t commonness(std::string_view folded, std::uint64_t hash) {
  static const WordTable words = [] {
    WordTable table;
    auto add = [&](std::string_view band, std::uint32_t weight) {
      for (std::size_t at = 0; at < band.size();) {
        std::size_t end = std::min(band.find(' ', at), band.size());
        table.add(hash_word(band.substr(at, end - at)), weight);
        at = end + 1;
      }
    };
    add(kFirst, 2000);
    add(kSecond, 400);
    add(kThird, 60);
    return table;
  }();
  if (std::uint32_t weight = words.find(hash); weight != 0) return weight;
  return folded.size() == 1 ? 60 : 1;
}

std::uint32_t commonness(std::string_view folded) { return commonness(folded, hash_word(folded)); }

}  // namespace postvet
