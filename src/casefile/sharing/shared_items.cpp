#include "casefile/sharing/shared_items.hpp"

#include <openssl/evp.h>
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "casefile/canonical_json.hpp"
#include "crypto/sha256.hpp"
#include "text/letters.hpp"

namespace sidik::casefile {
namespace {

constexpr int kDeepest = 32;
constexpr std::size_t kLongestName = 120;

std::unexpected<Error> malformed(const std::string& item, std::string_view why) {
  return fail(ErrorKind::invalid_input, "casefile.items_malformed", fmt::format("{} {}", item, why),
              "export it anew: from MISP as JSON with its attachments, from AIL as a feeder's item");
}

std::unexpected<Error> too_large(std::uint64_t most_bytes) {
  return fail(ErrorKind::limit, "casefile.items_large",
              fmt::format("the files in it are larger than {} bytes together", most_bytes),
              "export fewer at once, or add the files themselves with: sidik case add");
}

std::string text_in(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// The last part of a path, of letters that a file name may have.
std::string file_name(std::string_view written, const std::string& otherwise) {
  if (const auto slash = written.find_last_of("/\\"); slash != std::string_view::npos) written.remove_prefix(slash + 1);
  std::string name;
  for (const char c : written.substr(0, kLongestName)) {
    const bool is_plain = text::is_letter(c) || text::is_digit(c) || c == '.' || c == '-' || c == '_';
    name += is_plain ? c : '_';
  }
  return name.find_first_not_of("._") == std::string::npos ? otherwise : name;
}

std::optional<std::string> from_base64(std::string text) {
  std::erase_if(text, [](char c) { return c == '\n' || c == '\r'; });
  constexpr std::size_t kGroup = 4, kGroupBytes = 3;
  if (text.empty() || text.size() % kGroup != 0 || text.size() > std::numeric_limits<int>::max()) return std::nullopt;
  const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
  if (text.find('=') < text.size() - padding) return std::nullopt;
  std::string bytes(text.size() / kGroup * kGroupBytes, '\0');
  const int length =
      EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                      reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
  if (length < 0 || static_cast<std::size_t>(length) != bytes.size()) return std::nullopt;
  bytes.resize(bytes.size() - padding);
  return bytes;
}

enum class Unpacked { whole, broken, too_large };
/// One member of gzip, at most `most` bytes.
Unpacked unpack(std::string packed, std::uint64_t most, std::string& out) {
  z_stream stream{};
  constexpr int kGzip = 16 + MAX_WBITS;
  if (inflateInit2(&stream, kGzip) != Z_OK) return Unpacked::broken;
  stream.next_in = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_in = static_cast<uInt>(packed.size());
  constexpr std::size_t kPiece = 1U << 18U;
  int state = Z_OK;
  while (state == Z_OK && out.size() <= most) {
    const std::size_t filled = out.size();
    out.resize(filled + kPiece);
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + filled);
    stream.avail_out = kPiece;
    state = inflate(&stream, Z_NO_FLUSH);
    out.resize(filled + kPiece - stream.avail_out);
    if (state == Z_BUF_ERROR) break;
  }
  inflateEnd(&stream);
  if (out.size() > most) return Unpacked::too_large;
  return state == Z_STREAM_END && stream.avail_in == 0 ? Unpacked::whole : Unpacked::broken;
}

/// Collects items until they are too many bytes.
class Reading {
 public:
  explicit Reading(std::uint64_t most_bytes) : most_bytes_(most_bytes) {}

  Status take_event(const Json& event) {
    const auto orgc = event.find("Orgc");
    const std::string of = orgc != event.end() && orgc->is_object() ? " of " + text_in(*orgc, "name") : std::string();
    const std::string from = fmt::format("MISP event {}{}", text_in(event, "uuid"), of);
    SIDIK_CHECK(take_attributes(event, from));
    const auto objects = event.find("Object");
    if (objects == event.end()) return {};
    if (!objects->is_array()) return malformed(from, "has objects that are no array");
    for (const Json& object : *objects) {
      if (!object.is_object()) return malformed(from, "has an object that is none");
      SIDIK_CHECK(take_attributes(object, from));
    }
    return {};
  }

  Status take_ail_item(const Json& item) {
    const std::string source = text_in(item, "source");
    const std::string from = fmt::format("AIL item of {}", source.empty() ? text_in(item, "source-uuid") : source);
    auto packed = from_base64(text_in(item, "data"));
    if (!packed) return malformed(from, "has data that are no base64");
    std::string bytes;
    switch (unpack(std::move(*packed), most_bytes_ - taken_, bytes)) {
      case Unpacked::broken:
        return malformed(from, "has data that are no whole gzip");
      case Unpacked::too_large:
        return too_large(most_bytes_);
      case Unpacked::whole:
        break;
    }
    crypto::Sha256 hash;
    hash.update(bytes);
    const std::string digest = hash.finish_hex();
    if (const std::string said = text_in(item, "data-sha256"); !said.empty() && said != digest)
      return malformed(from, fmt::format("says the hash {} and holds {}", said.substr(0, digest.size()), digest));
    const auto meta = item.find("meta");
    const std::string id = meta != item.end() && meta->is_object() ? text_in(*meta, "id") : std::string();
    return take({file_name(id, "ail-" + digest.substr(0, 12) + ".txt"), std::move(bytes), from});
  }

  std::vector<SharedItem> items;

 private:
  Status take_attributes(const Json& holder, const std::string& from) {
    const auto attributes = holder.find("Attribute");
    if (attributes == holder.end()) return {};
    if (!attributes->is_array()) return malformed(from, "has attributes that are no array");
    for (const Json& attribute : *attributes) {
      if (!attribute.is_object()) return malformed(from, "has an attribute that is none");
      const std::string type = text_in(attribute, "type");
      if ((type != "attachment" && type != "malware-sample") || text_in(attribute, "data").empty()) continue;
      const std::string uuid = text_in(attribute, "uuid");
      auto bytes = from_base64(text_in(attribute, "data"));
      if (!bytes) return malformed(fmt::format("{}, attribute {}", from, uuid), "has data that are no base64");
      const std::string value = text_in(attribute, "value");
      std::string name =
          file_name(value.substr(0, value.find('|')), file_name("misp-" + uuid.substr(0, 12), "misp-file"));
      if (type == "malware-sample") name += ".zip";
      SIDIK_CHECK(take({std::move(name), std::move(*bytes), fmt::format("{}, attribute {}", from, uuid)}));
    }
    return {};
  }

  Status take(SharedItem item) {
    if (item.bytes.size() > most_bytes_ - taken_) return too_large(most_bytes_);
    taken_ += item.bytes.size();
    items.push_back(std::move(item));
    return {};
  }

  std::uint64_t most_bytes_;
  std::uint64_t taken_ = 0;
};

/// One thing that was handed over, whatever it is.
Status take_any(const Json& value, Reading& reading) {
  if (!value.is_object()) return malformed("the file", "is no event of MISP and no item of AIL");
  if (const auto event = value.find("Event"); event != value.end() && event->is_object())
    return reading.take_event(*event);
  if (value.contains("data")) return reading.take_ail_item(value);
  return malformed("the file", "is no event of MISP and no item of AIL");
}

}  // namespace

Result<std::vector<SharedItem>> read_shared_items(std::string_view json, std::uint64_t most_bytes) {
  bool is_deep = false;
  const auto watch = [&](int depth, Json::parse_event_t, Json&) {
    is_deep = is_deep || depth > kDeepest;
    return !is_deep;
  };
  const Json value = Json::parse(json, watch, false);
  if (is_deep || value.is_discarded()) return malformed("the file", "is no JSON, or nested too deeply");
  Reading reading(most_bytes);
  const bool is_response = value.is_object() && value.contains("response") && value["response"].is_array();
  const Json& top = is_response ? value["response"] : value;
  if (top.is_array()) {
    for (const Json& each : top) SIDIK_CHECK(take_any(each, reading));
  } else {
    SIDIK_CHECK(take_any(top, reading));
  }
  if (reading.items.empty()) {
    return fail(ErrorKind::invalid_input, "casefile.items_none", "nothing in the file bears data",
                "export it with its attachments: of MISP, tick \"encode attachments\"");
  }
  return std::move(reading.items);
}

}  // namespace sidik::casefile
