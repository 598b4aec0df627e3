#include "rehearse/rows_list.hpp"

#include "rehearse/date_style.hpp"
#include "rehearse/truth.hpp"

namespace sidik::rehearse {

namespace {
constexpr std::size_t kBuffer = std::size_t{1} << 20U;
}  // namespace

RowsList::RowsList(ListFiles files) : files_(files) {
  if (files_.rows != nullptr) text_ = "record,origin,person,duplicate_of,defects\n";
  if (files_.people != nullptr) people_ = "record,person\n";
}

void RowsList::add_person(std::uint64_t record, std::uint32_t person) {
  if (files_.people == nullptr) return;
  append_padded(people_, record, 1);
  people_ += ',';
  if (person != kNobody) append_padded(people_, person, 1);
  people_ += '\n';
}

void RowsList::add(std::uint64_t record, std::string_view origin, std::uint32_t person, std::uint32_t first_record,
                   DefectSet defects) {
  add_person(record, person);
  if (files_.rows == nullptr) return;
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

Status RowsList::flush(OutputFile* file, std::string& text, bool all) {
  if (file == nullptr || (!all && text.size() < kBuffer)) return {};
  const Status status = file->write(text);
  text.clear();
  return status;
}

Status RowsList::flush(bool all) {
  SIDIK_CHECK(flush(files_.rows, text_, all));
  return flush(files_.people, people_, all);
}

}  // namespace sidik::rehearse
