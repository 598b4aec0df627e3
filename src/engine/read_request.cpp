#include "engine/read_request.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <fstream>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "crypto/hex.hpp"

namespace sidik::engine {
namespace {

std::unexpected<Error> bad_option(std::string_view option, std::string_view takes) {
  return fail(ErrorKind::usage, "engine.option", fmt::format("{} takes {}", option, takes), "see sidik examine --help");
}

Result<std::string> delimiter_of(const std::string& typed) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kNamed = {{{"\\t", "\t"},
                                                                                    {"tab", "\t"},
                                                                                    {"comma", ","},
                                                                                    {"semicolon", ";"},
                                                                                    {"pipe", "|"},
                                                                                    {"colon", ":"},
                                                                                    {"space", " "},
                                                                                    {"none", ""},
                                                                                    {"\\x01", "\x01"}}};
  for (const auto& [name, delimiter] : kNamed) {
    if (typed == name) return std::string(delimiter);
  }
  if (typed.size() > 4 || typed.find_first_of("\r\n") != std::string::npos) {
    return bad_option("--delimiter", "one to four characters, or tab, comma, semicolon, pipe, colon, space, none");
  }
  return typed;
}

/// Widths joined by commas, each at least 1; together no wider than a line may be.
Result<std::vector<std::uint32_t>> widths_of(std::string_view typed) {
  constexpr std::uint32_t kWidest = 1'000'000;
  constexpr std::size_t kMostColumns = 10'000;
  std::vector<std::uint32_t> widths;
  while (true) {
    const std::size_t comma = std::min(typed.find(','), typed.size());
    std::uint32_t width = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + comma, width);
    const bool is_whole = error == std::errc() && end == typed.data() + comma;
    if (!is_whole || width == 0 || width > kWidest || widths.size() == kMostColumns)
      return bad_option("--widths", "numbers from 1 on joined by commas, such as 10,16,8");
    widths.push_back(width);
    if (comma == typed.size()) return widths;
    typed.remove_prefix(comma + 1);
  }
}

}  // namespace

Result<ingest::ReadOptions> read_options(const ExamineRequest& request) {
  ingest::ReadOptions options;
  options.format = request.format;
  options.encoding = request.encoding;
  options.header = request.header;
  options.skip_lines = request.skip_lines;
  options.comment = request.comment;
  if (request.delimiter) {
    SIDIK_TRY(options.delimiter, delimiter_of(*request.delimiter));
  }
  if (request.widths) {
    const bool is_at_odds = request.delimiter || (request.format && *request.format != "fixed");
    if (is_at_odds) return bad_option("--widths", "no --delimiter and no --table-format but fixed beside it");
    SIDIK_TRY(options.widths, widths_of(*request.widths));
  }
  if (request.quote) {
    if (*request.quote != "none" && request.quote->size() != 1) return bad_option("--quote", "one character, or none");
    options.quote = *request.quote == "none" ? '\0' : request.quote->front();
  }
  if (request.escape) {
    if (*request.escape == "double")
      options.escape = options.quote.value_or('"');
    else if (*request.escape == "backslash" || *request.escape == "\\")
      options.escape = '\\';
    else if (*request.escape == "none")
      options.escape = '\0';
    else
      return bad_option("--escape", "double, backslash or none");
  }
  if (request.ragged == "reject")
    options.ragged = ingest::Ragged::reject;
  else if (request.ragged == "pad")
    options.ragged = ingest::Ragged::pad;
  else if (request.ragged != "habit")
    return bad_option("--ragged", "habit, reject or pad");
  options.allows_no_sandbox = request.allows_no_sandbox;
  SIDIK_TRY(options.passwords, passwords_of(request.password_file));
  return options;
}

Result<std::vector<Secret>> passwords_of(const std::string& path) {
  constexpr std::size_t kMostBytes = std::size_t{1} << 16;
  std::vector<Secret> passwords;
  if (path.empty()) return passwords;
  std::ifstream file(path, std::ios::binary);
  std::string text(kMostBytes + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  const auto got = static_cast<std::size_t>(file.gcount());
  for (std::size_t at = 0; got <= kMostBytes && at < got;) {
    const std::size_t end = std::min(text.find('\n', at), got);
    std::string_view line = std::string_view(text).substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty()) passwords.emplace_back(line);
    at = end + 1;
  }
  ::explicit_bzero(text.data(), text.size());
  if (passwords.empty()) {
    return fail(
        ErrorKind::not_found, "engine.password_unreadable",
        fmt::format("the password file {} cannot be read, is empty or is longer than {} bytes", path, kMostBytes),
        "put each password on a line of its own");
  }
  return passwords;
}

Result<crypto::KeyedHash> token_key(const std::string& path) {
  if (path.empty()) return crypto::KeyedHash::random();
  std::ifstream file(path);
  std::string digits;
  if (!(file >> digits)) {
    return fail(ErrorKind::not_found, "engine.key_unreadable", fmt::format("the key file {} cannot be read", path),
                "make one with: openssl rand -hex 16");
  }
  auto key = token_key_of(Secret(digits));
  ::explicit_bzero(digits.data(), digits.size());
  if (key) return key;
  return fail(ErrorKind::invalid_input, "engine.key_malformed",
              fmt::format("the key file {} does not hold 32 hexadecimal digits", path),
              "make one with: openssl rand -hex 16");
}

Result<crypto::KeyedHash> token_key_of(const Secret& digits) {
  auto key = crypto::from_hex(digits.reveal());
  if (!key || key->size() != crypto::KeyedHash::kKeyBytes)
    return fail(ErrorKind::invalid_input, "engine.key_malformed", "a token key has 32 hexadecimal digits",
                "make one with: openssl rand -hex 16");
  crypto::KeyedHash hash{std::span(*key).first<crypto::KeyedHash::kKeyBytes>()};
  ::explicit_bzero(key->data(), key->size());
  return hash;
}

}  // namespace sidik::engine
