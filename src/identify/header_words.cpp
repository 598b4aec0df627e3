#include "identify/header_words.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace sidik::identify {
namespace {

std::string squashed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ') out += c;
  }
  return out;
}

}  // namespace

HeaderWords::HeaderWords(const pack::Pack& pack) {
  for (const pack::Meaning& meaning : pack.meanings) {
    for (const auto* list : {&meaning.headers, &meaning.header_words}) {
      for (const std::string& entry : *list) {
        whole_.insert(squashed(entry));
        for (std::size_t start = 0; start < entry.size();) {
          const std::size_t end = std::min(entry.find(' ', start), entry.size());
          if (end > start) words_.insert(entry.substr(start, end - start));
          start = end + 1;
        }
      }
    }
  }
}

bool HeaderWords::has(std::string_view header) const {
  const auto words = text::header_words(header);
  if (words.empty()) return false;
  std::string joined;
  for (const std::string& word : words) joined += squashed(word);
  if (whole_.contains(joined)) return true;
  return std::ranges::all_of(words, [&](const std::string& word) {
    return word.size() >= 2 && !text::is_digit(word.front()) && words_.contains(word);
  });
}

}  // namespace sidik::identify
