#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "ingest/byte_source.hpp"

namespace sidik::ingest {

struct XmlAttribute {
  std::string_view name;  ///< without prefix
  std::string_view value;
};
using XmlAttributes = std::span<const XmlAttribute>;

/// The value of an attribute; empty when there is none.
[[nodiscard]] std::string_view value_of(XmlAttributes attributes, std::string_view name);

/// Hears of an XML text's elements. Names come without prefix; views live until the call returns.
class XmlVisitor {
 public:
  virtual ~XmlVisitor() = default;
  /// `begin` is the byte at which the element's tag begins.
  virtual Status on_start(std::string_view name, XmlAttributes attributes, std::uint64_t begin) = 0;
  /// `end` is the byte behind the element's last tag.
  virtual Status on_end(std::string_view name, std::uint64_t end) = 0;
  virtual Status on_text(std::string_view text) = 0;
  /// Called between blocks of the text; false ends the reading.
  [[nodiscard]] virtual bool goes_on() { return true; }
};

/// How an XML text ended.
struct XmlEnd {
  std::uint64_t bytes = 0;  ///< read in all; the whole member also when its XML is damaged
  std::string damage;       ///< why the XML could not be read to its end; empty when it could
};

/// Reads an XML text from `source` block by block, by expat; nothing of it is held but the element that stands open.
///
/// Errors   those of `source` and `visitor`. XML that is no XML, one with a DTD (entities could grow without end), one
///          nested more than 64 deep, and a tag longer than 1 MiB are told in `damage`.
[[nodiscard]] Result<XmlEnd> read_xml(ByteSource& source, XmlVisitor& visitor);

}  // namespace sidik::ingest
