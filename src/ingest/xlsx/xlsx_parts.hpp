#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/limits.hpp"
#include "ingest/xlsx/xlsx_number.hpp"
#include "ingest/xlsx/xml_stream.hpp"

namespace sidik::ingest {

/// What the parts of a workbook beside its sheets say. Each is read whole; damage in one ends it where it is.

/// One text of several runs, as `si` and `is` hold it: rich text joined, phonetic hints left out.
class XlsxRuns {
 public:
  void on_start(std::string_view name);
  void on_end(std::string_view name);
  /// Whether text that comes now belongs to the value.
  [[nodiscard]] bool takes_text() const { return is_in_text_ && phonetic_depth_ == 0; }

 private:
  bool is_in_text_ = false;
  std::size_t phonetic_depth_ = 0;
};

/// Replaces _x000D_ and the like by the character they stand for (ECMA-376 part 1, 22.9.2.19).
void unescape_xstring(std::string& text);

/// The texts that cells share. Errors ingest.strings_too_large (limit) past a quarter of limits.memory_bytes.
class XlsxStrings final : public XmlVisitor {
 public:
  explicit XlsxStrings(const Limits& limits) : most_bytes_(limits.memory_bytes / 4) {}
  Status on_start(std::string_view name, XmlAttributes attributes, std::uint64_t begin) override;
  Status on_end(std::string_view name, std::uint64_t end) override;
  Status on_text(std::string_view text) override;

  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::string_view operator[](std::size_t index) const {
    const std::size_t begin = index == 0 ? 0 : static_cast<std::size_t>(ends_[index - 1]);
    return std::string_view(texts_).substr(begin, static_cast<std::size_t>(ends_[index]) - begin);
  }

 private:
  Status check_size() const;
  std::uint64_t most_bytes_;
  std::string texts_;
  std::string current_;
  std::vector<std::uint64_t> ends_;
  XlsxRuns runs_;
};

/// The number format of each cell style.
class XlsxStyles final : public XmlVisitor {
 public:
  Status on_start(std::string_view name, XmlAttributes attributes, std::uint64_t begin) override;
  Status on_end(std::string_view name, std::uint64_t end) override;
  Status on_text(std::string_view) override { return {}; }
  [[nodiscard]] XlsxFormat format(std::size_t style) const {
    return style < formats_.size() ? formats_[style] : XlsxFormat{};
  }

 private:
  bool is_in_cell_formats_ = false;
  std::unordered_map<std::uint32_t, XlsxFormat> custom_;
  std::vector<XlsxFormat> formats_;
};

/// The sheets' names and the relationship that leads to each.
class XlsxWorkbook final : public XmlVisitor {
 public:
  struct Sheet {
    std::string name;
    std::string relationship;
  };
  Status on_start(std::string_view name, XmlAttributes attributes, std::uint64_t begin) override;
  Status on_end(std::string_view, std::uint64_t) override { return {}; }
  Status on_text(std::string_view) override { return {}; }
  [[nodiscard]] const std::vector<Sheet>& sheets() const { return sheets_; }
  [[nodiscard]] bool since_1904() const { return since_1904_; }

 private:
  std::vector<Sheet> sheets_;
  bool since_1904_ = false;
};

/// Where the workbook's parts lie in the archive.
class XlsxRelationships final : public XmlVisitor {
 public:
  struct Part {
    std::string kind;  ///< the last word of the relationship's type: worksheet, styles, sharedStrings, ...
    std::string path;  ///< in the archive
  };
  Status on_start(std::string_view name, XmlAttributes attributes, std::uint64_t begin) override;
  Status on_end(std::string_view, std::uint64_t) override { return {}; }
  Status on_text(std::string_view) override { return {}; }
  [[nodiscard]] const std::unordered_map<std::string, Part>& parts() const { return parts_; }
  /// The path of the first part of a kind; empty when there is none.
  [[nodiscard]] std::string path_of(std::string_view kind) const;

 private:
  std::unordered_map<std::string, Part> parts_;
};

}  // namespace sidik::ingest
