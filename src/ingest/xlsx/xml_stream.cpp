#include "ingest/xlsx/xml_stream.hpp"

#include <expat.h>

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace sidik::ingest {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 16;
constexpr std::size_t kMostDepth = 64;
constexpr std::uint64_t kLongestTag = std::uint64_t{1} << 20;

std::string_view without_prefix(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class XmlReading {
 public:
  explicit XmlReading(XmlVisitor& visitor) : visitor_(visitor), parser_(XML_ParserCreate(nullptr), &XML_ParserFree) {}

  Result<XmlEnd> run(ByteSource& source) {
    if (parser_ == nullptr) return fail(ErrorKind::bug, "ingest.expat", "expat does not start");
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), &XmlReading::start, &XmlReading::end);
    XML_SetCharacterDataHandler(parser_.get(), &XmlReading::text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), &XmlReading::doctype);
    std::vector<char> block(kBlockBytes);
    XmlEnd out;
    while (visitor_.goes_on()) {
      SIDIK_TRY(const std::size_t got, source.read(block));
      out.bytes += got;
      if (out.damage.empty()) {
        out.damage = parse({block.data(), got}, out.bytes);
        if (failure_) return std::unexpected(std::move(*failure_));
      }
      if (got == 0) break;
    }
    return out;
  }

 private:
  /// What is wrong, if anything.
  std::string parse(std::string_view block, std::uint64_t bytes) {
    const auto status =
        XML_Parse(parser_.get(), block.data(), static_cast<int>(block.size()), block.empty() ? XML_TRUE : XML_FALSE);
    if (status == XML_STATUS_OK) {
      const auto at = static_cast<std::uint64_t>(std::max<XML_Index>(XML_GetCurrentByteIndex(parser_.get()), 0));
      return bytes > at + kLongestTag ? fmt::format("a tag of the XML at byte {} is too long", at) : std::string();
    }
    if (!refusal_.empty()) return refusal_;
    return fmt::format("the XML is damaged at byte {}: {}", XML_GetCurrentByteIndex(parser_.get()),
                       XML_ErrorString(XML_GetErrorCode(parser_.get())));
  }

  void stop() { XML_StopParser(parser_.get(), XML_FALSE); }
  void keep(Status status) {
    if (status) return;
    failure_ = std::move(status).error();
    stop();
  }
  /// Expat may still call once or twice after it was stopped.
  [[nodiscard]] bool is_stopped() const { return failure_ || !refusal_.empty(); }

  static void start(void* self, const XML_Char* name, const XML_Char** pairs) {
    auto& reading = *static_cast<XmlReading*>(self);
    if (reading.is_stopped()) return;
    if (++reading.depth_ > kMostDepth) {
      reading.refusal_ = fmt::format("the XML is nested more than {} deep", kMostDepth);
      return reading.stop();
    }
    reading.attributes_.clear();
    for (; *pairs != nullptr; pairs += 2) reading.attributes_.push_back({without_prefix(pairs[0]), pairs[1]});
    reading.keep(reading.visitor_.on_start(without_prefix(name), reading.attributes_,
                                           static_cast<std::uint64_t>(XML_GetCurrentByteIndex(reading.parser_.get()))));
  }
  static void end(void* self, const XML_Char* name) {
    auto& reading = *static_cast<XmlReading*>(self);
    if (reading.is_stopped()) return;
    --reading.depth_;
    const auto end = XML_GetCurrentByteIndex(reading.parser_.get()) + XML_GetCurrentByteCount(reading.parser_.get());
    reading.keep(reading.visitor_.on_end(without_prefix(name), static_cast<std::uint64_t>(end)));
  }
  static void text(void* self, const XML_Char* text, int length) {
    auto& reading = *static_cast<XmlReading*>(self);
    if (!reading.is_stopped()) reading.keep(reading.visitor_.on_text({text, static_cast<std::size_t>(length)}));
  }
  static void doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    auto& reading = *static_cast<XmlReading*>(self);
    reading.refusal_ = "the XML has a DTD, which no workbook has";
    reading.stop();
  }

  XmlVisitor& visitor_;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser_;
  std::vector<XmlAttribute> attributes_;
  std::size_t depth_ = 0;
  std::optional<Error> failure_;
  std::string refusal_;
};

}  // namespace

std::string_view value_of(XmlAttributes attributes, std::string_view name) {
  for (const auto& attribute : attributes) {
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

Result<XmlEnd> read_xml(ByteSource& source, XmlVisitor& visitor) { return XmlReading(visitor).run(source); }

}  // namespace sidik::ingest
