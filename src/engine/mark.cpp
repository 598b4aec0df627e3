#include "engine/mark.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <unordered_map>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "engine/copy_writer.hpp"
#include "engine/decoy_maker.hpp"
#include "engine/output_guard.hpp"
#include "engine/present.hpp"
#include "engine/read_request.hpp"
#include "engine/recipient_list.hpp"
#include "engine/register_reading.hpp"
#include "pack/pack.hpp"

namespace sidik::engine {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMostDecoys = 10'000;
constexpr std::size_t kLeastControls = 1000;
constexpr std::size_t kMostControls = 20'000;
constexpr std::size_t kControlsEach = 5;  ///< for each decoy that is planted

Status check_folder(const std::string& directory) {
  std::error_code fault;
  if (fs::exists(directory, fault) && (!fs::is_directory(directory, fault) || !fs::is_empty(directory, fault))) {
    return fail(ErrorKind::refused, "engine.mark_folder", fmt::format("{} is not an empty folder", directory),
                "name a new folder: copies that were given out are never overwritten");
  }
  if (fs::create_directories(directory, fault); fault) {
    return fail(ErrorKind::io, "engine.unwritable", fmt::format("{} cannot be made", directory),
                "choose another folder");
  }
  return {};
}

/// Reads the key, or writes a new one.
Result<crypto::KeyedHash> key_for(const std::string& path, bool& is_new) {
  std::error_code fault;
  is_new = !fs::exists(path, fault);
  if (is_new) {
    std::random_device entropy;
    std::string digits;
    for (int i = 0; i < 4; ++i) digits += fmt::format("{:08x}", entropy());
    SIDIK_CHECK(write_file(path, digits + "\n"));
  }
  return token_key(path);
}

std::vector<identify::ColumnMeaning> meanings_of(const RegisterSample& sample, const identify::MeaningReader& reader) {
  constexpr std::size_t kSampledValues = 2000;
  std::vector<identify::ColumnSample> samples(sample.columns.size());
  const std::size_t step = std::max<std::size_t>(1, sample.rows.size() / kSampledValues);
  for (std::size_t c = 0; c < samples.size(); ++c) {
    samples[c].header = sample.columns[c];
    for (std::size_t r = 0; r < sample.rows.size(); r += step) {
      if (!sample.rows[r][c].empty()) samples[c].values.push_back(sample.rows[r][c]);
    }
  }
  auto meanings = reader.decide(samples);
  meanings.resize(samples.size());
  return meanings;
}

/// Composes decoys, copy by copy, until none meets a value of the register.
class DecoySet {
 public:
  /// `each`: how many a copy gets; families stay within one.
  DecoySet(DecoyMaker& maker, std::size_t count, std::size_t each) : maker_(maker), each_(each) {
    decoys_.resize((count + each - 1) / each * each);
  }

  Status fill(const std::string& path, const RegisterReading& reading, const identify::MeaningReader& meanings,
              const Context& context) {
    const bool knows_all = reading.sample.rows.size() == reading.rows;
    if (!knows_all) SIDIK_CHECK(learn_names(path, meanings, context));
    constexpr int kRounds = 8;
    for (int round = 0; round < kRounds; ++round) {
      for (std::size_t d = 0; d < decoys_.size(); ++d) {
        if (decoys_[d].fields.empty()) SIDIK_CHECK(renew(d));
      }
      if (knows_all) return {};
      SIDIK_TRY(const std::set<std::size_t> met, met_by_register(path, meanings, context));
      if (met.empty()) return {};
      for (const std::size_t d : met) empty_with_family(d);
    }
    return fail(ErrorKind::invalid_input, "engine.mark_no_decoy", "decoys keep meeting values of the register",
                "ask for fewer decoys");
  }
  [[nodiscard]] std::span<const Decoy> of_copy(std::size_t copy) const {
    return std::span(decoys_).subspan(copy * each_, each_);
  }
  [[nodiscard]] std::span<const Decoy> from(std::size_t first) const { return std::span(decoys_).subspan(first); }

 private:
  Status renew(std::size_t d) {
    const std::size_t copy = d / each_;
    auto made = maker_.make(of_copy(copy));
    if (!made) {
      return fail(ErrorKind::invalid_input, "engine.mark_no_decoy",
                  "no person can be composed from this register: too few rows pass the checks, or no column names a "
                  "person",
                  "sidik examine says what the columns mean; ask for fewer decoys when the register is small");
    }
    decoys_[d] = std::move(*made);
    return {};
  }
  void empty_with_family(std::size_t d) {
    const std::string kin = decoys_[d].kin;
    decoys_[d] = {};
    const std::size_t first = d / each_ * each_;
    for (std::size_t other = first; other < first + each_; ++other) {
      if (!kin.empty() && decoys_[other].kin == kin) decoys_[other] = {};
    }
  }
  Status learn_names(const std::string& path, const identify::MeaningReader& meanings, const Context& context) {
    const auto columns = maker_.name_columns();
    std::vector<std::size_t> names;
    SIDIK_CHECK(for_each_row(path, meanings, context, [&](std::span<const std::string_view> row) {
      for (const std::size_t c : columns) {
        if (c < row.size() && !row[c].empty()) names.push_back(std::hash<std::string>{}(maker_.form(c, row[c])));
      }
      return Status{};
    }));
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    maker_.refuse_names(std::move(names));
    return {};
  }
  /// Decoys of which the register, of which only a sample was known, has a value after all.
  Result<std::set<std::size_t>> met_by_register(const std::string& path, const identify::MeaningReader& meanings,
                                                const Context& context) {
    std::unordered_map<std::string, std::size_t> owner;
    for (std::size_t d = 0; d < decoys_.size(); ++d) {
      for (const auto& form : decoys_[d].strong) owner.emplace(form, d);
      if (!decoys_[d].weak.empty()) owner.emplace(decoys_[d].weak.front(), d);
    }
    std::set<std::size_t> out;
    SIDIK_CHECK(for_each_row(path, meanings, context, [&](std::span<const std::string_view> row) {
      for (std::size_t c = 0; c < row.size(); ++c) {
        std::string form = maker_.form(c, row[c]);
        const auto found = owner.find(form);
        if (found == owner.end()) continue;
        out.insert(found->second);
        maker_.refuse(std::move(form));
      }
      return Status{};
    }));
    return out;
  }

  DecoyMaker& maker_;
  std::size_t each_;
  std::vector<Decoy> decoys_;
};

/// A decoy at its place in a copy: before that row of the register.
struct Planted {
  std::uint64_t before = 0;
  const Decoy* decoy = nullptr;
};

std::vector<Planted> places_of(std::span<const Decoy> decoys, std::uint64_t rows, SecretDraw& draw) {
  constexpr std::uint64_t kNear = 40;
  std::vector<Planted> out;
  for (const Decoy& decoy : decoys)
    out.push_back({(decoy.beside + 1 + draw.below(std::min(rows, kNear))) % rows, &decoy});
  std::ranges::stable_sort(out, {}, &Planted::before);
  return out;
}

RowWriting writing_of(const RegisterReading& reading, const std::string& path) {
  RowWriting how;
  const auto& info = reading.info;
  if (info.format != "delimited") return how;
  if (!info.delimiter.empty()) how.delimiter = info.delimiter;
  how.quote = info.quote;
  how.escape = info.escape != 0 ? info.escape : info.quote;
  if (info.newline == "CRLF") how.newline = "\r\n";
  if (info.newline == "CR") how.newline = "\r";
  if (!reading.is_plain || info.quote == 0 || reading.rows < 2) return how;
  // Some rows as they stand: whether every field is in quotes.
  std::ifstream file(path, std::ios::binary);
  constexpr std::size_t kRows = 20;
  how.quotes_all = true;
  for (std::size_t r = 0; r + 1 < std::min<std::size_t>(kRows, reading.offsets.size()); ++r) {
    std::string line(static_cast<std::size_t>(reading.offsets[r + 1] - reading.offsets[r]), '\0');
    file.seekg(static_cast<std::streamoff>(reading.offsets[r]));
    file.read(line.data(), static_cast<std::streamsize>(line.size()));
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
    const auto quotes = static_cast<std::size_t>(std::ranges::count(line, info.quote));
    how.quotes_all = how.quotes_all && quotes >= 2 * info.columns.size();
  }
  return how;
}

std::vector<std::string_view> fields_of(const std::vector<std::string>& row, const std::vector<std::size_t>& columns) {
  std::vector<std::string_view> out;
  for (const std::size_t c : columns) out.emplace_back(row[c]);
  return out;
}

/// The register's bytes as they lie, and the decoys between.
Status write_plain(const std::string& path, const RegisterReading& reading, std::span<const Planted> planted,
                   const std::vector<std::size_t>& columns, const RowWriting& how, CopyWriter& copy) {
  std::ifstream file(path, std::ios::binary);
  std::vector<char> buffer(std::size_t{1} << 20);
  std::uint64_t at = 0;
  const auto copy_until = [&](std::optional<std::uint64_t> end) -> Status {
    while (!end || at < *end) {
      const std::uint64_t most = end ? std::min<std::uint64_t>(buffer.size(), *end - at) : buffer.size();
      file.read(buffer.data(), static_cast<std::streamsize>(most));
      const auto got = static_cast<std::uint64_t>(file.gcount());
      if (got == 0) break;
      SIDIK_CHECK(copy.write({buffer.data(), static_cast<std::size_t>(got)}));
      at += got;
    }
    return {};
  };
  for (const Planted& each : planted) {
    SIDIK_CHECK(copy_until(reading.offsets[static_cast<std::size_t>(each.before)]));
    SIDIK_CHECK(copy.write(written_row(fields_of(each.decoy->fields, columns), how)));
  }
  return copy_until(std::nullopt);
}

/// The register's fields written anew, of some columns.
Status write_fields(const std::string& path, const RegisterReading& reading, std::span<const Planted> planted,
                    const std::vector<std::size_t>& columns, const RowWriting& how,
                    const identify::MeaningReader& meanings, const Context& context, CopyWriter& copy) {
  if (reading.info.has_header || reading.info.format != "delimited")
    SIDIK_CHECK(copy.write(written_row(fields_of(reading.info.columns, columns), how)));
  std::uint64_t number = 0;
  auto next = planted.begin();
  return for_each_row(path, meanings, context, [&](std::span<const std::string_view> row) -> Status {
    for (; next != planted.end() && next->before == number; ++next)
      SIDIK_CHECK(copy.write(written_row(fields_of(next->decoy->fields, columns), how)));
    ++number;
    std::vector<std::string_view> fields;
    for (const std::size_t c : columns) fields.push_back(c < row.size() ? row[c] : std::string_view());
    return copy.write(written_row(fields, how));
  });
}

Result<std::vector<std::size_t>> columns_for(const Recipient& recipient, const std::vector<std::string>& names) {
  std::vector<std::size_t> out;
  for (const auto& wanted : recipient.columns) {
    const auto found = std::ranges::find(names, wanted);
    if (found == names.end()) {
      return fail(ErrorKind::usage, "engine.column_unknown",
                  fmt::format("the register has no column {} that {} gets", wanted, recipient.name),
                  "write columns as the header has them");
    }
    out.push_back(static_cast<std::size_t>(found - names.begin()));
  }
  if (out.empty()) {
    for (std::size_t c = 0; c < names.size(); ++c) out.push_back(c);
  }
  return out;
}

SealedDecoy sealed(const Decoy& decoy, const crypto::KeyedHash& key) {
  SealedDecoy out;
  for (const auto& form : decoy.strong) out.strong.push_back(trace_token(key, form));
  for (const auto& form : decoy.weak) out.weak.push_back(trace_token(key, form));
  return out;
}

}  // namespace

Result<Marked> mark_register(const MarkRequest& request, const Context& context) {
  if (request.decoys == 0 || request.decoys > kMostDecoys) {
    return fail(ErrorKind::usage, "engine.mark_decoys", fmt::format("a recipient gets 1 to {} decoys", kMostDecoys),
                "20 are enough for a leak of a third of the rows");
  }
  SIDIK_TRY(const auto recipients, read_recipients(request.recipients));
  SIDIK_TRY(const pack::Pack pack, pack::load_pack(request.packs, request.packs_directory));
  const auto now = std::chrono::system_clock::to_time_t(context.now());
  const int year = fmt::gmtime(now).tm_year + 1900;
  const identify::MeaningReader meanings(pack, year);
  SecretDraw draw(request.seed);
  SIDIK_TRY(RegisterReading reading, read_register(request.register_path, meanings, draw, context));
  reading.sample.meanings = meanings_of(reading.sample, meanings);
  std::vector<std::vector<std::size_t>> columns;
  for (const auto& recipient : recipients) {
    SIDIK_TRY(auto of_one, columns_for(recipient, reading.info.columns));
    columns.push_back(std::move(of_one));
  }
  DecoyMaker maker(reading.sample, pack, year, draw);
  const auto each = static_cast<std::size_t>(request.decoys);
  const std::size_t planted = each * recipients.size();
  DecoySet decoys(maker, planted + std::clamp(kControlsEach * planted, kLeastControls, kMostControls), each);
  SIDIK_CHECK(decoys.fill(request.register_path, reading, meanings, context));

  Marked marked;
  SIDIK_CHECK(check_folder(request.directory));
  const fs::path folder(request.directory);
  marked.seal_path = (folder / "marks.json").string();
  marked.key_path = request.key_file.empty() ? (folder / "marks.key").string() : request.key_file;
  SIDIK_CHECK(guard_outputs({request.register_path, request.recipients}, {marked.seal_path, marked.key_path}));
  SIDIK_TRY(const crypto::KeyedHash key, key_for(marked.key_path, marked.is_new_key));
  MarkSeal& seal = marked.seal;
  seal.made = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
  seal.version = SIDIK_VERSION;
  seal.register_sha256 = reading.sha256;
  seal.register_rows = reading.rows;
  seal.key_check = key_check_of(key);
  const RowWriting how = writing_of(reading, request.register_path);
  for (std::size_t i = 0; i < recipients.size(); ++i) {
    if (context.is_cancelled())
      return fail(ErrorKind::cancelled, "engine.cancelled", "stopped; the folder is not complete");
    SealedCopy& sealed_copy = seal.copies.emplace_back();
    const auto mine = decoys.of_copy(i);
    const auto places = places_of(mine, reading.rows, draw);
    sealed_copy.recipient = recipients[i].name;
    sealed_copy.file = recipients[i].name + ".csv";
    SIDIK_TRY(CopyWriter copy, CopyWriter::create((folder / sealed_copy.file).string()));
    if (reading.is_plain && recipients[i].columns.empty())
      SIDIK_CHECK(write_plain(request.register_path, reading, places, columns[i], how, copy));
    else
      SIDIK_CHECK(write_fields(request.register_path, reading, places, columns[i], how, meanings, context, copy));
    SIDIK_TRY(sealed_copy.sha256, copy.finish());
    sealed_copy.rows = reading.rows + each;
    for (const std::size_t c : columns[i]) sealed_copy.columns.push_back(reading.info.columns[c]);
    for (const Decoy& decoy : mine) sealed_copy.decoys.push_back(sealed(decoy, key));
  }
  for (const Decoy& decoy : decoys.from(planted)) seal.controls.push_back(sealed(decoy, key));
  SIDIK_CHECK(write_file(marked.seal_path, to_json(seal)));
  SIDIK_TRY(seal.sha256, [&]() -> Result<std::string> {
    SIDIK_TRY(const MarkSeal again, read_seal(marked.seal_path));
    return again.sha256;
  }());
  return marked;
}

std::string to_text(const Marked& marked) {
  const MarkSeal& seal = marked.seal;
  std::string out = fmt::format("{} copies of {} rows, each with decoys of its own; {} controls that no copy holds\n\n",
                                seal.copies.size(), seal.register_rows, seal.controls.size());
  for (const auto& copy : seal.copies) {
    out += fmt::format("  {:<24} {} decoys, {} columns, sha256 {}\n", copy.recipient, copy.decoys.size(),
                       copy.columns.size(), copy.sha256.substr(0, 16));
  }
  out += fmt::format("\nseal  {}\n      {}\nkey   {}{}\n", marked.seal_path, seal.sha256, marked.key_path,
                     marked.is_new_key ? " (new)" : "");
  out +=
      "\nDeposit the hash of the seal with somebody else today, keep the key apart from the seal, and keep each copy "
      "as it was\n"
      "given. Who holds two copies can lay them side by side and see the rows that differ.\n";
  return out;
}

}  // namespace sidik::engine
