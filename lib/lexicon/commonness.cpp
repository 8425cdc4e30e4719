#include "lexicon/commonness.h"

#include <algorithm>

#include "lexicon/word_table.h"
#include "text/prepared.h"

namespace postvet {
namespace {

// In bands: how often a word stands in 100,000 words of everyday English, in powers of two, counted over innocent
// college texts and rounded up by what any count of English says of the commonest words. It only decides which word is
// looked for.
struct Band {
  std::uint32_t weight;
  std::string_view words;
};
constexpr Band kBands[] = {
    {4096, "and the"},
    {2048, "a in is it to"},
    {1024,
     "'d 'll 'm 're 's 've about all an are as at be been but by can did do for from get go had has have he "
     "her his i if me my n't not of on one or out say she so that their there they this up was we were what "
     "which who will with would you"},
    {256,
     "after again also always any back because before college come could day down even first give going good "
     "great here him how into its just know like look make many more most much need never new no nobody now "
     "off only other our over own people really school see should some still take than them then these think "
     "time today too two us use very want way well when work year your"},
    {128,
     "12 2 4 asked black bring bus called came does every everyone found four friday got group half hall hate "
     "home list monday nine old please room said says since somebody someone stop students term three thursday "
     "told week why women yorkshire"},
    {64,
     "0 1 10 11 13 14 15 3 5 7 8 against am another anybody anyone around ask ate atrium away bad being best "
     "better between big biology biscuits bit block both box boy boys bullying call canteen child children "
     "class club coach course date dick die different done drop during each early eat eleven else end ever "
     "family feel few film find five forty forward free friend friends full game gay getting girl girls gloves "
     "grandma hang happy hard head hear help high history homework hope house hundred hurt keep kids kill kind "
     "kitchen lab lad last late law learnt leave leaves left let life lift little live long looking lost lot "
     "love lunch made making man market maths may maybe men might minutes money month morning move moved mr "
     "mrs mum must name nclt next night nothing once open order outside part past person place play point "
     "proud put question quiz read reading real reception register report results right ring round run same "
     "saturday sex sexual show six small sonnet sorry sort soup speak sports staff start stay student stupid "
     "such sure t7 table talk talked tea teacher teachers team tell ten thank thanks theatre thing things "
     "those through ticket took trans trust try tuesday turn twelve under until views volunteers vote wait "
     "walked wanted wednesday welcome went where while white whoever whole without woman word words world "
     "write wrong wrote years yes"},
    {32,
     "09 1111 17 18 18s 19 20 2025 2026 30 35 40 50 6 9 absolute abuse act afternoon afterwards age allowed "
     "answer anything arrived asks assembly author b204 baby badly bag band bank barnsley basketball beat "
     "behaved behind bio blind blisters blood board boiler book booked bradford break brilliant brother "
     "building cake calling calls cannot car card cast castleford cat change changed chapter chat chemistry "
     "chips christmas church claim clitheroe cock cold collected comes compare council coursework cricket "
     "cried crime d dad daft dead decisions delicious democracy desk dinner disability disabled disgrace "
     "disgusting dog dogs doncaster door drama driver drunk e12 eight engineer england evening everybody "
     "everything exam example explain faggots fair faiths far feet ferret fingers fire fixture fog football "
     "form formers fortnight frankenstein front fun further garage gardening gates gave gender geology gets "
     "gives goes goole green guide halifax hand happily harassment hates having health hot hour hours huge "
     "hull hung idea idiot invited jam jewish jokes keeps keighley kettle kicked killed kiln kit label lads "
     "lady lane language large lazy lecture leekie leeks legs lesson lessons letter level library line looked "
     "looks loved lovely lunches m3 macbeth machine makes malham march marks marquee married mean means menu "
     "met minibus missed model moves murderer music names nan national nav near nearly needs nepal netball "
     "nicely none notes number nurse odd orientation overheard owed owner p1 packed page pages paper parent "
     "parents park parkin peas pegs penistone personal physics pie police politely poly pontefract post pounds "
     "practice pregnant price printer projector protected pudding questions quick quiet quieter race racist "
     "ran rattles red reported retired road roly row rubbish rugby sad sang sat saw saying scarf scenes script "
     "scunthorpe second seconds selby send sent set shop shoppers shorter side sign signed signs single sister "
     "sit site sixteen sixth smell society sociology something spotted spring stall stapler starts stole "
     "strange studied suits sum sunday supplied support sweets teach teenagers tennis test text textiles "
     "thinking thinks thought till times timetable title tonight top train trip tuesdays turned tutor twenty "
     "twice uk unbearable used useless van vermin wash water wear whether whitby win window worked worse worst "
     "x ypres"},
    {16,
     "00 0113 01632 02 020 05 07700 08 16 2024 22 27 28 31 45 496 7946 84 abbey above ac acceptable according "
     "across alone aloud already answers anti argue arm ashamed asking astronomy attack awful balls banter bap "
     "became bed beginners believes bell beloved bike biscuit bits bloody blue bomb books bought brain brass "
     "bread breakfast bridge british broken brought buses c care careers carried carry case caterers catering "
     "catholic catholics centre chair chairs charity check cheese chess civil classroom clear closed co coal "
     "coat coffee column coming common complained complaint concerns consent content corridor country cover "
     "covers cross cruel cry cum cup cut danger daughter days deaf deal decided describe deserves died "
     "discrimination discuss doing dracula dress driving dropped dry due dwarf dying dyke e easter egg eid "
     "elevens ends english enough essay exams extra falling false families fanny fed field fifty fight file "
     "firsts fishcakes fix flag flask flat flour followed food force fork fourteen fraud freak fridge frost "
     "funny gate geography goal goat god gone grandad graphic gravy greyhound h hands happens harder heard "
     "heights held hell hit hockey hold hole homophobic horse hospice identity images immigrants including "
     "insult irish island itself jews job joke judge jumper june kestrel keys kirkstall knave knit knows "
     "laminator lanyard later lead league leaving leeds leg lesbian less letters lie lies lifeboat likes lines "
     "lock loud lurcher m mail male manager manga mark marking match mate maternity meant media meeting meets "
     "mental mess messages mice midnight mind mine miners minute miss missing mock mondays moron mother murder "
     "muslim muslims myself named natter nazi needed neither nhs nineteen non novel nowhere numbers o'clock "
     "offensive older opens org othello otley pack painted party pass passed patterns phone photographs "
     "photography pigeon played plot polish politics poster pregnancy present press pride primary provided "
     "public purpose queer queue quite raised ravenscar reached ref reference refugee refugees refused "
     "religion remember reporting represent rest rings robbed robbery roll roof running s safe salt sandwich "
     "scene science season seat seats section seen sentence service seven several sexist share sharing shoot "
     "short shout shouted shows sick singing size slave sleet slides slugs snow social socks space spanish "
     "spare speaker spent spoke spreadsheet squad stage stand starter station stays steps stewards sticks "
     "stopped straight street strike studies stuff swapped taken taking talking taught technicians technology "
     "telephone telling terrorists theft thick third though thousand threat threats thursdays tin tip tired "
     "tits toad toast together toilet town trainers treated treating true tutors type unacceptable unit "
     "unlawful v violence visitors voice waiting wakefield walk walls war washing waste watch weather wedding "
     "wednesdays weeks whatever wheelchair whippet whistle whom whose windrush within won working works "
     "workshop written wuthering young yours"},
};

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
    for (const Band& band : kBands) add(band.words, band.weight);
    return table;
  }();
  if (std::uint32_t weight = words.find(hash); weight != 0) return weight;
  return folded.size() == 1 ? 64 : 4;
}

std::uint32_t commonness(std::string_view folded) { return commonness(folded, hash_word(folded)); }

}  // namespace postvet
