#include "rehearse/register_writer.hpp"

#include "rehearse/output_file.hpp"

namespace sidik::rehearse {

namespace {

void append_field(std::string& out, std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += field;
    return;
  }
  out += '"';
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

/// One register that is being written.
struct RegisterFile {
  const Rehearsal& rehearsal;
  const Origin& origin;
  const Context& context;
  OutputFile file;
  std::string text;
  Person person{};
  std::vector<std::string> fields;
  std::uint64_t persons = 0;

  Status write(std::uint32_t index) {
    rehearsal.census().person(index, person);
    fields.resize(origin.columns().size());
    for (std::string& field : fields) field.clear();
    origin.write_row(person, 0, fields);
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (i > 0) text += ',';
      append_field(text, fields[i]);
    }
    text += '\n';
    if (++persons % 4096 != 0) return {};
    if (context.is_cancelled()) {
      return fail(ErrorKind::cancelled, "rehearse.cancelled",
                  "the rehearsal was stopped before the registers were whole", "run it again");
    }
    const Status status = file.write(text);
    text.clear();
    return status;
  }
};

}  // namespace

Status write_register(const Rehearsal& rehearsal, std::size_t origin_number, const std::string& path,
                      const Context& context) {
  const Origin& origin = *rehearsal.origins()[origin_number];
  SIDIK_TRY(OutputFile file, OutputFile::open(path, false));
  RegisterFile out{.rehearsal = rehearsal,
                   .origin = origin,
                   .context = context,
                   .file = std::move(file),
                   .text = {},
                   .person = {},
                   .fields = {}};
  for (const NativeColumn& column : origin.columns()) {
    if (!out.text.empty()) out.text += ',';
    out.text += column.name;
  }
  out.text += '\n';
  if (origin_number == 0) {
    for (std::uint32_t index = 0; index < rehearsal.plan().register_size; ++index) SIDIK_CHECK(out.write(index));
  } else {
    const RowPlan::Other& other = rehearsal.plan().others[origin_number - 1];
    for (const std::uint32_t index : other.persons) SIDIK_CHECK(out.write(index));
    for (std::uint32_t index = other.kept_first; index < other.kept_end; ++index) SIDIK_CHECK(out.write(index));
  }
  SIDIK_CHECK(out.file.write(out.text));
  return out.file.close();
}

}  // namespace sidik::rehearse
