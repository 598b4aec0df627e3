#include "casefile/statement.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "casefile/link_state.hpp"
#include "text/instant.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace sidik::casefile {
namespace {

constexpr std::array<std::string_view, 77> kNumberWords = {
    "zero",     "two",      "three",    "four",      "five",     "six",      "seven",   "eight",     "nine",
    "ten",      "eleven",   "twelve",   "thirteen",  "fourteen", "fifteen",  "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",   "thirty",   "forty",     "fifty",    "sixty",    "seventy", "eighty",    "ninety",
    "hundred",  "hundreds", "thousand", "thousands", "million",  "millions", "billion", "billions",  "dozen",
    "dozens",   "half",     "percent",  "nol",       "dua",      "tiga",     "empat",   "lima",      "enam",
    "tujuh",    "delapan",  "sembilan", "sepuluh",   "sebelas",  "belas",    "puluh",   "puluhan",   "ratus",
    "ratusan",  "seratus",  "ribu",     "ribuan",    "seribu",   "juta",     "jutaan",  "sejuta",    "persen",
    "setengah", "miliar",   "miliaran", "semiliar",  "triliun",  "separuh",  "milyar",  "trillion",  "trillions",
    "quarter",  "quarters", "lusin",    "perempat",  "pertiga"};
/// Each where a word begins.
constexpr std::array<std::string_view, 40> kDownWords = {"is down",
                                                         "are down",
                                                         "went down",
                                                         "taken down",
                                                         "took down",
                                                         "takes down",
                                                         "shut down",
                                                         "takedown",
                                                         "removed",
                                                         "deleted",
                                                         "blocked",
                                                         "disabled",
                                                         "suspended",
                                                         "unreachable",
                                                         "inaccessible",
                                                         "offline",
                                                         "no longer available",
                                                         "no longer online",
                                                         "no longer there",
                                                         "is dead",
                                                         "are dead",
                                                         "is gone",
                                                         "are gone",
                                                         "diturunkan",
                                                         "dihapus",
                                                         "diblokir",
                                                         "pemblokiran",
                                                         "pemutusan",
                                                         "diputus",
                                                         "ditutup",
                                                         "dinonaktifkan",
                                                         "ditangguhkan",
                                                         "mati",
                                                         "lenyap",
                                                         "hilang",
                                                         "sudah tidak ada",
                                                         "tidak dapat diakses",
                                                         "tidak bisa diakses",
                                                         "tidak dapat dibuka",
                                                         "tidak bisa dibuka"};

/// Whether a folded word is one or several number words written together, in the ways of Indonesian: `se` in front,
/// `an`, `nya` or `lah` behind.
bool is_number_word(std::string_view word) {
  if (std::ranges::find(kNumberWords, word) != kNumberWords.end()) return true;
  for (const std::string_view end : {"nya", "lah", "an"}) {
    if (word.size() > end.size() + 2 && word.ends_with(end) && is_number_word(word.substr(0, word.size() - end.size())))
      return true;
  }
  if (word.size() > 5 && word.starts_with("se") && is_number_word(word.substr(2))) return true;
  return std::ranges::any_of(kNumberWords, [&](std::string_view first) {
    return word.size() > first.size() && word.starts_with(first) && is_number_word(word.substr(first.size()));
  });
}

/// A fact of a link that says no more than that it was seen, told about or answered shows nothing to be down.
bool says_down(const Fact& fact) {
  const std::string value = fact.value.is_string() ? fact.value.get<std::string>() : std::string();
  return fact.name.starts_with("link.") && std::ranges::none_of(kLinkStates, [&](LinkState state) {
           const bool is_up = state == LinkState::seen || state == LinkState::noticed ||
                              state == LinkState::acknowledged || state == LinkState::back;
           std::string word(word_of(state));
           std::ranges::replace(word, '_', ' ');
           return is_up && value == word;
         });
}

/// Whether `word` stands in a folded text with no letter in front of it.
bool begins_somewhere(std::string_view folded, std::string_view word) {
  for (std::size_t at = folded.find(word); at != std::string_view::npos; at = folded.find(word, at + 1)) {
    if (at == 0 || !text::is_letter(folded[at - 1])) return true;
  }
  return false;
}

/// A stretch of the text: plain, or what stands between {{ and }}.
struct Piece {
  std::size_t at = 0;
  std::string_view text;
  bool is_placeholder = false;
  bool is_closed = true;
};

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = text.find("{{", at);
    const std::size_t end = open == std::string_view::npos ? text.size() : open;
    if (end > at) pieces.push_back({at, text.substr(at, end - at)});
    if (open == std::string_view::npos) break;
    const std::size_t close = text.find("}}", open);
    const bool is_closed = close != std::string_view::npos;
    const std::size_t last = is_closed ? close : text.size();
    pieces.push_back({open, text.substr(open + 2, last - open - 2), true, is_closed});
    at = is_closed ? close + 2 : text.size();
  }
  return pieces;
}

/// What a placeholder names.
struct Named {
  enum class Kind { fact, date, neither };
  Kind kind = Kind::neither;
  std::string name;
  std::optional<std::uint64_t> event;
};

Named named_by(std::string_view inside) {
  Named named;
  if (inside.starts_with("date:")) {
    const auto day = text::parse_day(inside.substr(5));
    if (day) named = {Named::Kind::date, text::day_text(*day), {}};
    return named;
  }
  if (!inside.starts_with("fact:")) return named;
  std::string_view name = inside.substr(5);
  if (const std::size_t mark = name.find('@'); mark != std::string_view::npos) {
    const std::string_view digits = name.substr(mark + 1);
    std::uint64_t event = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), event);
    if (error != std::errc() || end != digits.data() + digits.size()) return named;
    named.event = event;
    name = name.substr(0, mark);
  }
  if (name.empty()) return named;
  named.kind = Named::Kind::fact;
  named.name = std::string(name);
  return named;
}

const Fact* find_fact(const Named& named, const CaseView& view) {
  if (!named.event) return view.fact(named.name);
  const auto found = std::ranges::find_if(
      view.facts, [&](const Fact& fact) { return fact.name == named.name && fact.event == *named.event; });
  return found != view.facts.end() ? &*found : nullptr;
}

class Checker {
 public:
  Checker(std::string_view text, const CaseView& view) : text_(text), view_(view) {}

  std::vector<StatementFault> run() {
    const auto pieces = pieces_of(text_);
    for (const Piece& piece : pieces) piece.is_placeholder ? check_placeholder(piece) : check_plain(piece);
    check_down(pieces);
    std::ranges::stable_sort(faults_, {},
                             [](const StatementFault& fault) { return std::pair(fault.line, fault.column); });
    return std::move(faults_);
  }

 private:
  void fault(std::size_t at, const char* code, std::string says, std::string next) {
    const std::string_view before = text_.substr(0, at);
    const std::size_t line_begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    faults_.push_back({static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1, at - line_begin + 1, code,
                       std::move(says), std::move(next)});
  }

  void check_placeholder(const Piece& piece) {
    const Named named = named_by(piece.text);
    if (!piece.is_closed || named.kind == Named::Kind::neither) {
      fault(piece.at, "bad_placeholder", "this is no placeholder",
            "write {{fact:NAME}}, {{fact:NAME@EVENT}} or {{date:2021-05-21}}");
      return;
    }
    if (named.kind == Named::Kind::date) return;
    const Fact* fact = find_fact(named, view_);
    if (fact == nullptr) {
      fault(piece.at, "unknown_fact", fmt::format("the case has no fact {}", named.name),
            "state it with sidik case fact, or name one that sidik case show lists");
    } else if (fact->superseded_by) {
      fault(piece.at, "superseded",
            fmt::format("the fact {} of event {} was superseded by event {}", fact->name, fact->event,
                        *fact->superseded_by),
            fmt::format("look at the new one and name it: {{{{fact:{}@{}}}}}", fact->name, *fact->superseded_by));
    } else if (!fact->is_usable()) {
      fault(piece.at, "not_approved",
            fmt::format("the fact {} is approved by {} of two persons", fact->name, fact->approved_by.size()),
            fmt::format("two persons approve it with: sidik case approve DIR {} --as ID", fact->name));
    }
  }

  void check_plain(const Piece& piece) {
    std::string word;  // without signs that nobody sees
    std::size_t begin = 0;
    for (std::size_t at = 0; at < piece.text.size();) {
      const std::size_t here = at;
      const char32_t sign = text::next_code_point(piece.text, at);
      const auto kind = text::word_sign(sign);
      if (kind == text::WordSign::between) {
        if (!word.empty()) check_word(piece.at + begin, word);
        word.clear();
        if (sign == U'%' || sign == U'\u2030' || sign == U'\uFF05' || sign == U'\u066A')
          fault(piece.at + here, "bare_number", "a percentage stands outside a placeholder", kNameAFact);
        continue;
      }
      if (word.empty()) begin = here;
      if (kind == text::WordSign::part) word += piece.text.substr(here, at - here);
    }
    if (!word.empty()) check_word(piece.at + begin, word);
  }

  void check_word(std::size_t at, std::string_view word) {
    if (std::ranges::any_of(word, text::is_digit)) {
      fault(at, "bare_number", "a number stands outside a placeholder", kNameAFact);
      return;
    }
    const std::string folded = text::fold_plain(word);
    const bool is_number =
        text::has_number_sign(word) || std::ranges::any_of(folded, text::is_digit) || is_number_word(folded);
    if (is_number) fault(at, "number_word", fmt::format("{} is a number", folded), kNameAFact);
  }

  /// Sentence by sentence: a placeholder does not end one.
  void check_down(const std::vector<Piece>& pieces) {
    std::string sentence;
    std::size_t begin = 0;
    bool has_link = false;
    const auto close = [&](std::size_t next) {
      const std::string folded = text::fold_plain(sentence);
      for (const std::string_view word : kDownWords) {
        if (!has_link && begins_somewhere(folded, word)) {
          fault(begin, "unproven_down",
                fmt::format("the sentence says \"{}\" and names no fact of a link that shows it", word),
                "name the fact that shows it: {{fact:link....}}");
          break;
        }
      }
      sentence.clear();
      has_link = false;
      begin = next;
    };
    for (const Piece& piece : pieces) {
      if (piece.is_placeholder) {
        const Named named = named_by(piece.text);
        const Fact* fact = named.kind == Named::Kind::fact ? find_fact(named, view_) : nullptr;
        has_link = has_link || (fact != nullptr && says_down(*fact));
        continue;
      }
      for (std::size_t i = 0; i < piece.text.size(); ++i) {
        const char c = piece.text[i];
        if (sentence.empty() && (c == ' ' || c == '\n')) {
          if (!has_link) begin = piece.at + i + 1;
          continue;
        }
        sentence += c == '\n' ? ' ' : c;
        const bool is_paragraph = c == '\n' && i + 1 < piece.text.size() && piece.text[i + 1] == '\n';
        if (c == '.' || c == '!' || c == '?' || c == ';' || is_paragraph) close(piece.at + i + 1);
      }
    }
    close(text_.size());
  }

  static constexpr const char* kNameAFact = "name a fact of the case instead: {{fact:NAME}}, or {{date:2021-05-21}}";
  std::string_view text_;
  const CaseView& view_;
  std::vector<StatementFault> faults_;
};

std::string grouped(std::int64_t number, std::string_view language) {
  std::string digits = std::to_string(number < 0 ? -number : number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, language == "id" ? '.' : ',');
  return number < 0 ? "-" + digits : digits;
}

/// Words of link states (link_state.hpp), which stand at the front of their facts.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kStatesInIndonesian = {
    {{"seen", "masih dapat diambil"},
     {"noticed", "sudah ditegur, masih dapat diambil"},
     {"acknowledged", "sudah dijawab, masih dapat diambil"},
     {"removed at source", "dihapus di sumbernya"},
     {"link dead", "tautan mati"},
     {"blocked in country", "diblokir di dalam negeri"},
     {"back again", "muncul lagi"}}};

std::string shown_value(const Fact& fact, std::string_view language) {
  const Json& value = fact.value;
  if (value.is_number_integer()) return grouped(value.get<std::int64_t>(), language);
  if (!value.is_string()) return value.dump();
  std::string text = value.get<std::string>();
  if (language != "id" || !fact.name.starts_with("link.")) return text;
  for (const auto& [english, indonesian] : kStatesInIndonesian) {
    if (text.starts_with(english)) return std::string(indonesian) + text.substr(english.size());
  }
  return text;
}

const char* either(std::string_view language, const char* en, const char* id) { return language == "id" ? id : en; }

}  // namespace

std::vector<StatementFault> check_statement(std::string_view text, const CaseView& view) {
  return Checker(text, view).run();
}

Result<RenderedStatement> render_statement(std::string_view text, const CaseView& view, std::string_view language,
                                           const DefineFact& define) {
  const auto faults = check_statement(text, view);
  if (!faults.empty()) {
    const auto& first = faults.front();
    return fail(ErrorKind::refused, "casefile.statement_faulty",
                fmt::format("line {}, column {}: {}", first.line, first.column, first.says), first.next);
  }
  RenderedStatement out;
  for (const Piece& piece : pieces_of(text)) {
    if (!piece.is_placeholder) {
      out.text += piece.text;
      continue;
    }
    const Named named = named_by(piece.text);
    if (named.kind == Named::Kind::date) {
      out.text += named.name;
      continue;
    }
    const Fact& fact = *find_fact(named, view);
    auto used = std::ranges::find(out.facts, fact.event, &UsedFact::event);
    if (used == out.facts.end()) {
      out.facts.push_back({fact.name, shown_value(fact, language), define(fact), fact.source, fact.event});
      used = out.facts.end() - 1;
    }
    out.text += fmt::format("{} [{}]", used->shown, used - out.facts.begin() + 1);
  }
  if (!out.text.ends_with('\n')) out.text += '\n';
  if (!out.facts.empty())
    out.text += fmt::format("\n{}\n", either(language, "What the figures mean", "Arti angka-angka ini"));
  for (std::size_t i = 0; i < out.facts.size(); ++i) {
    const auto& fact = out.facts[i];
    out.text += fmt::format("[{}] {}: {}{}\n", i + 1, fact.shown, fact.definition,
                            fact.source.empty() ? "" : fmt::format(" ({})", fact.source));
  }
  return out;
}

std::string draft_statement(const CaseView& view, std::string_view language) {
  std::string out = fmt::format("{}\n\n", either(language, "Statement", "Pernyataan"));
  out += fmt::format("{}\n", either(language, "What is established:", "Yang sudah dipastikan:"));
  bool has_some = false;
  for (const Fact& fact : view.facts) {
    if (!fact.is_usable()) continue;
    has_some = true;
    out += fmt::format("- {{{{fact:{}@{}}}}}\n", fact.name, fact.event);
  }
  if (!has_some)
    out += fmt::format("- {}\n", either(language, "nothing yet that two persons have approved",
                                        "belum ada yang disetujui oleh lebih dari satu orang"));
  out += fmt::format("\n{}\n", either(language, "What is not known:", "Yang belum diketahui:"));
  for (const std::string& line : not_known(view, language)) out += fmt::format("- {}\n", line);
  return out;
}

std::vector<std::string> not_known(const CaseView& view, std::string_view language) {
  std::vector<std::string> out;
  if (view.fact("confirmed") == nullptr)
    out.emplace_back(either(language, "whether the custodian confirms the records as its own",
                            "apakah pengelola data membenarkan bahwa rekaman itu miliknya"));
  const bool has_link =
      std::ranges::any_of(view.facts, [](const Fact& fact) { return fact.name.starts_with("link."); });
  if (!has_link)
    out.emplace_back(either(language, "whether the data still hangs where it was offered",
                            "apakah data masih dapat diambil di tempat ia ditawarkan"));
  const auto examined = [&](const Exhibit& exhibit) {
    return std::ranges::any_of(view.examinations, [&](const Examination& each) { return each.exhibit == exhibit.id; });
  };
  if (std::ranges::any_of(view.exhibits, [&](const Exhibit& exhibit) { return !examined(exhibit); }))
    out.emplace_back(either(language, "what an exhibit holds that nobody has examined yet",
                            "isi barang bukti yang belum diperiksa"));
  if (std::ranges::any_of(view.facts, [](const Fact& fact) { return !fact.superseded_by && !fact.is_usable(); }))
    out.emplace_back(either(language, "figures that still lack approval", "angka-angka yang belum disetujui"));
  return out;
}

}  // namespace sidik::casefile
