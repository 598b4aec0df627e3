#include "rehearse/rows_list.hpp"

#include "rehearse/date_style.hpp"
#include "rehearse/truth.hpp"

namespace sidik::rehearse {

namespace {
constexpr std::size_t kBuffer = std::size_t{1} << 20U;
}  // namespace

RowsList::RowsList(OutputFile* file) : file_(file) {
  if (file_ != nullptr) text_ = "record,origin,person,duplicate_of,defects\n";
}

void RowsList::add(std::uint64_t record, std::string_view origin, std::uint32_t person, std::uint32_t first_record,
                   DefectSet defects) {
  if (file_ == nullptr) return;
  append_padded(text_, record, 1);
  text_ += ',';
  text_ += origin;
  text_ += ',';
  if (person != kNobody) append_padded(text_, person, 1);
  text_ += ',';
  if (first_record != 0) append_padded(text_, first_record, 1);
  text_ += ',';
  bool is_first = true;
  for (std::size_t i = 0; i < kDefects; ++i) {
    if (((defects >> i) & 1U) == 0) continue;
    if (!is_first) text_ += ';';
    text_ += defect_name(static_cast<Defect>(i));
    is_first = false;
  }
  text_ += '\n';
}

Status RowsList::flush(bool all) {
  if (file_ == nullptr || (!all && text_.size() < kBuffer)) return {};
  const Status status = file_->write(text_);
  text_.clear();
  return status;
}

}  // namespace sidik::rehearse
