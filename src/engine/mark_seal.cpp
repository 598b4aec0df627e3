#include "engine/mark_seal.hpp"

#include <charconv>
#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "crypto/sha256.hpp"

namespace sidik::engine {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostCopies = 100'000;
constexpr std::size_t kMostDecoys = 10'000'000;
constexpr std::size_t kMostTokens = 64;

std::string hex(const Hash128& token) { return fmt::format("{:016x}{:016x}", token.high, token.low); }

Json tokens_json(const std::vector<Hash128>& tokens) {
  Json out = Json::array();
  for (const auto& token : tokens) out.push_back(hex(token));
  return out;
}

Json decoys_json(const std::vector<SealedDecoy>& decoys) {
  Json out = Json::array();
  for (const auto& decoy : decoys)
    out.push_back({{"strong", tokens_json(decoy.strong)}, {"weak", tokens_json(decoy.weak)}});
  return out;
}

std::string sha256_of(std::string_view text) {
  crypto::Sha256 hash;
  hash.update(text);
  return hash.finish_hex();
}

/// Reads a seal part by part; what cannot be leaves it malformed.
class SealReader {
 public:
  [[nodiscard]] bool is_sound() const { return is_sound_; }

  std::string text(const Json& from, const char* key) {
    const auto found = from.is_object() ? from.find(key) : from.end();
    if (!from.is_object() || found == from.end() || !found->is_string()) return spoil(), std::string();
    return found->get<std::string>();
  }
  std::uint64_t number(const Json& from, const char* key) {
    const auto found = from.is_object() ? from.find(key) : from.end();
    if (!from.is_object() || found == from.end() || !found->is_number_unsigned()) return spoil(), 0;
    return found->get<std::uint64_t>();
  }
  const Json& list(const Json& from, const char* key, std::size_t most) {
    static const Json kNone = Json::array();
    const auto found = from.is_object() ? from.find(key) : from.end();
    if (!from.is_object() || found == from.end() || !found->is_array() || found->size() > most) return spoil(), kNone;
    return *found;
  }
  Hash128 token(const Json& from) {
    Hash128 out;
    const std::string digits = from.is_string() ? from.get<std::string>() : std::string();
    if (digits.size() != 32) return spoil(), out;
    const char* at = digits.data();
    const auto high = std::from_chars(at, at + 16, out.high, 16);
    const auto low = std::from_chars(at + 16, at + 32, out.low, 16);
    if (high.ptr != at + 16 || low.ptr != at + 32) spoil();
    return out;
  }
  std::vector<Hash128> tokens(const Json& from, const char* key) {
    std::vector<Hash128> out;
    for (const Json& each : list(from, key, kMostTokens)) out.push_back(token(each));
    return out;
  }
  std::vector<SealedDecoy> decoys(const Json& from, const char* key) {
    std::vector<SealedDecoy> out;
    for (const Json& each : list(from, key, kMostDecoys)) out.push_back({tokens(each, "strong"), tokens(each, "weak")});
    return out;
  }

 private:
  void spoil() { is_sound_ = false; }
  bool is_sound_ = true;
};

}  // namespace

Hash128 trace_token(const crypto::KeyedHash& key, std::string_view form) {
  std::string text = "sidik.trace\x1f";
  text += form;
  return key(text);
}

Hash128 key_check_of(const crypto::KeyedHash& key) { return key("sidik.marks.key"); }

std::string to_json(const MarkSeal& seal) {
  Json out = {{"sidik", seal.version},
              {"marks", 1},
              {"made", seal.made},
              {"register", {{"sha256", seal.register_sha256}, {"rows", seal.register_rows}}},
              {"key_check", hex(seal.key_check)}};
  Json copies = Json::array();
  for (const auto& copy : seal.copies) {
    copies.push_back({{"recipient", copy.recipient},
                      {"file", copy.file},
                      {"sha256", copy.sha256},
                      {"rows", copy.rows},
                      {"columns", copy.columns},
                      {"decoys", decoys_json(copy.decoys)}});
  }
  out["copies"] = std::move(copies);
  out["controls"] = decoys_json(seal.controls);
  out["seal"] = sha256_of(out.dump(-1, ' ', false, Json::error_handler_t::replace));
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<MarkSeal> read_seal(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file)
    return fail(ErrorKind::not_found, "engine.not_found", fmt::format("{} cannot be read", path), "check the path");
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const auto malformed = [&] {
    return fail(ErrorKind::invalid_input, "engine.seal_malformed",
                fmt::format("{} is no seal of marked copies, or a part of it is missing", path),
                "give the marks.json that sidik mark wrote");
  };
  Json json = Json::parse(text, nullptr, false);
  SealReader reader;
  if (json.is_discarded() || !json.is_object()) return malformed();
  MarkSeal seal;
  seal.sha256 = reader.text(json, "seal");
  if (!reader.is_sound()) return malformed();
  json.erase("seal");
  if (sha256_of(json.dump(-1, ' ', false, Json::error_handler_t::replace)) != seal.sha256) {
    return fail(ErrorKind::refused, "engine.seal_broken", fmt::format("{} was changed after it was sealed", path),
                "take the seal from where it was deposited");
  }
  seal.version = reader.text(json, "sidik");
  seal.made = reader.text(json, "made");
  if (reader.number(json, "marks") != 1) return malformed();
  const Json& about = json.contains("register") ? json["register"] : json;
  seal.register_sha256 = reader.text(about, "sha256");
  seal.register_rows = reader.number(about, "rows");
  if (!json.contains("key_check")) return malformed();
  seal.key_check = reader.token(json["key_check"]);
  for (const Json& each : reader.list(json, "copies", kMostCopies)) {
    SealedCopy& copy = seal.copies.emplace_back();
    copy.recipient = reader.text(each, "recipient");
    copy.file = reader.text(each, "file");
    copy.sha256 = reader.text(each, "sha256");
    copy.rows = reader.number(each, "rows");
    for (const Json& name : reader.list(each, "columns", kMostCopies))
      copy.columns.push_back(name.is_string() ? name.get<std::string>() : std::string());
    copy.decoys = reader.decoys(each, "decoys");
  }
  seal.controls = reader.decoys(json, "controls");
  if (!reader.is_sound() || seal.copies.empty()) return malformed();
  return seal;
}

}  // namespace sidik::engine
