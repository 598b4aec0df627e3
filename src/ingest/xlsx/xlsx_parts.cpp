#include "ingest/xlsx/xlsx_parts.hpp"

#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "text/utf8.hpp"

namespace sidik::ingest {
namespace {

/// More of anything than a workbook has; what is beyond is not kept.
constexpr std::size_t kMostParts = 65536;
constexpr std::size_t kLongestName = 4096;

std::uint32_t number_of(std::string_view text, std::uint32_t otherwise) {
  std::uint32_t number = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
  return end.ec == std::errc() && end.ptr == text.data() + text.size() ? number : otherwise;
}

/// A path as it stands from xl/ on, made one from the archive's root.
std::string resolved(std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  if (target.starts_with("../")) return std::string(target.substr(3));
  if (target.starts_with("./")) target.remove_prefix(2);
  return "xl/" + std::string(target);
}

}  // namespace

void XlsxRuns::on_start(std::string_view name) {
  if (name == "rPh") ++phonetic_depth_;
  if (name == "t") is_in_text_ = true;
}

void XlsxRuns::on_end(std::string_view name) {
  if (name == "rPh" && phonetic_depth_ > 0) --phonetic_depth_;
  if (name == "t") is_in_text_ = false;
}

void unescape_xstring(std::string& text) {
  constexpr std::size_t kEscape = 7;  // _xHHHH_
  std::size_t at = text.find("_x");
  if (at == std::string::npos) return;
  std::string out;
  std::size_t copied = 0;
  for (; at != std::string::npos; at = text.find("_x", at)) {
    std::uint32_t unit = 0;
    const char* digits = text.data() + at + 2;
    const bool is_whole = at + kEscape <= text.size() && text[at + kEscape - 1] == '_';
    if (!is_whole || std::from_chars(digits, digits + 4, unit, 16).ptr != digits + 4 ||
        (unit >= 0xd800 && unit < 0xe000)) {
      at += 2;
      continue;
    }
    out.append(text, copied, at - copied);
    text::append_utf8(out, unit);
    at += kEscape;
    copied = at;
  }
  out.append(text, copied);
  text = std::move(out);
}

Status XlsxStrings::on_start(std::string_view name, XmlAttributes, std::uint64_t) {
  runs_.on_start(name);
  return {};
}

Status XlsxStrings::check_size() const {
  if (texts_.size() + current_.size() + ends_.size() * sizeof(std::uint64_t) <= most_bytes_) return {};
  return fail(
      ErrorKind::limit, "ingest.strings_too_large",
      fmt::format("the workbook's shared texts are longer than {} bytes, a quarter of the working memory", most_bytes_),
      "raise --memory");
}

Status XlsxStrings::on_end(std::string_view name, std::uint64_t) {
  runs_.on_end(name);
  if (name != "si") return {};
  unescape_xstring(current_);
  texts_ += current_;
  current_.clear();
  ends_.push_back(texts_.size());
  return check_size();
}

Status XlsxStrings::on_text(std::string_view text) {
  if (!runs_.takes_text()) return {};
  current_ += text;
  return check_size();
}

Status XlsxStyles::on_start(std::string_view name, XmlAttributes attributes, std::uint64_t) {
  const auto id = number_of(value_of(attributes, "numFmtId"), 0);
  if (name == "cellXfs") {
    is_in_cell_formats_ = true;
  } else if (name == "numFmt" && custom_.size() < kMostParts) {
    custom_[id] = read_format_code(value_of(attributes, "formatCode"));
  } else if (name == "xf" && is_in_cell_formats_ && formats_.size() < kMostParts) {
    const auto found = custom_.find(id);
    formats_.push_back(found != custom_.end() ? found->second : builtin_format(id));
  }
  return {};
}

Status XlsxStyles::on_end(std::string_view name, std::uint64_t) {
  if (name == "cellXfs") is_in_cell_formats_ = false;
  return {};
}

Status XlsxWorkbook::on_start(std::string_view name, XmlAttributes attributes, std::uint64_t) {
  if (name == "workbookPr") {
    const auto value = value_of(attributes, "date1904");
    since_1904_ = value == "1" || value == "true";
  } else if (name == "sheet" && sheets_.size() < kMostParts) {
    sheets_.push_back({std::string(value_of(attributes, "name").substr(0, kLongestName)),
                       std::string(value_of(attributes, "id").substr(0, kLongestName))});
  }
  return {};
}

Status XlsxRelationships::on_start(std::string_view name, XmlAttributes attributes, std::uint64_t) {
  const auto id = value_of(attributes, "Id");
  const auto target = value_of(attributes, "Target");
  if (name != "Relationship" || parts_.size() == kMostParts || id.size() > kLongestName || target.size() > kLongestName)
    return {};
  const auto type = value_of(attributes, "Type");
  const auto kind = type.substr(type.rfind('/') + 1).substr(0, kLongestName);
  parts_[std::string(id)] = {std::string(kind), resolved(target)};
  return {};
}

std::string XlsxRelationships::path_of(std::string_view kind) const {
  for (const auto& [id, part] : parts_) {
    if (part.kind == kind) return part.path;
  }
  return {};
}

}  // namespace sidik::ingest
