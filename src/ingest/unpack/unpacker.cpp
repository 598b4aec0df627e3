#include "ingest/unpack/unpacker.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "ingest/unpack/member_label.hpp"

namespace sidik::ingest {
namespace {

std::unexpected<Error> refuse(Stop stop, ContainerKind kind, const Limits& limits) {
  std::string what = to_words(stop, kind);
  switch (stop.code) {
    case StopCode::password_needed:
      return fail(ErrorKind::refused, "ingest.encrypted", std::move(what),
                  "put the password into a file and give it with --password-file");
    case StopCode::wrong_password:
      return fail(ErrorKind::refused, "ingest.wrong_password", std::move(what),
                  "check the lines of the file given with --password-file");
    case StopCode::cannot_decrypt:
      return fail(ErrorKind::refused, "ingest.encrypted", std::move(what),
                  "unpack it with its password and examine the files");
    case StopCode::unknown_method:
      return fail(ErrorKind::invalid_input, "ingest.archive_method", std::move(what),
                  "unpack it and examine the files");
    case StopCode::too_many_entries:
      return fail(ErrorKind::limit, "ingest.archive_entries",
                  fmt::format("the archive has more than {} members", limits.archive_entries),
                  "raise --max-entries if you trust the archive");
    case StopCode::out_of_memory:
      return fail(ErrorKind::limit, "ingest.unpack_memory", std::move(what), "raise --memory if you trust it");
    default:
      return fail(ErrorKind::invalid_input, "ingest.archive_damaged", std::move(what),
                  "check that the file was copied whole");
  }
}

/// Whether a member or an archive that stops so is an error; else it is cut and what came before it counts.
bool is_refusal(StopCode code) { return code >= StopCode::password_needed && code <= StopCode::out_of_memory; }

}  // namespace

std::uint64_t UnpackTerms::memory_of_decoder() const {
  constexpr std::uint64_t kLeast = std::uint64_t{128} << 20;
  return std::max(limits.memory_bytes / 2, kLeast);
}

std::uint64_t UnpackTerms::memory_of_archive() const { return limits.memory_bytes / 4; }

Result<ArchiveBytes> ArchiveBytes::of(ContainerKind kind, const FileSource* file, ByteSource& stream,
                                      const UnpackTerms& terms) {
  ArchiveBytes bytes;
  bytes.kind_ = kind;
  bytes.stream_ = &stream;
  if (!likes_seeking(kind)) return bytes;
  if (file != nullptr) {
    bytes.descriptor_ = file->descriptor();
    bytes.size_ = file->size();
    return bytes;
  }
  SIDIK_TRY(MemoryFile held, MemoryFile::take(stream, terms.memory_of_archive()));
  bytes.held_ = std::make_unique<MemoryFile>(std::move(held));
  if (bytes.held_->is_whole()) {
    bytes.descriptor_ = bytes.held_->descriptor();
    bytes.size_ = bytes.held_->size();
    return bytes;
  }
  if (needs_seeking(kind)) {
    return fail(ErrorKind::limit, "ingest.archive_held",
                fmt::format("a {} archive that is no file of its own is held in memory, and this one is longer than {} "
                            "bytes",
                            name_of(kind), terms.memory_of_archive()),
                "unpack the outer archive and examine this one, or raise --memory");
  }
  bytes.continued_ = std::make_unique<ContinuedSource>(*bytes.held_, stream);
  return bytes;
}

/// What is between the frames of a decoder and the members.
class ArchiveReader::State final : public ByteSource {
 public:
  State(ContainerKind kind, std::unique_ptr<RunningDecoder> decoder, const UnpackTerms& terms)
      : kind_(kind), decoder_(std::move(decoder)), frames_(*decoder_), guard_(terms.limits), terms_(terms) {}

  Status begin() {
    SIDIK_TRY(const auto head, next_frame());
    // A decoder that dies at once is a cut archive without a member.
    if (head || !decoder_->lacks_sandbox()) return {};
    return fail(ErrorKind::refused, "ingest.no_sandbox",
                "this system does not let the reader of archives be shut in (seccomp)",
                "unpack the archive yourself, or add --no-sandbox if you trust it");
  }

  Result<const Member*> next_member() {
    if (is_inside_) {
      if (!is_over_) decoder_->skip(number_);
      SIDIK_CHECK(leave_member());
    }
    while (!is_over_) {
      SIDIK_TRY(const auto head, next_frame());
      if (!head) break;
      switch (head->kind) {
        case FrameKind::member:
          return begin_member(*head);
        case FrameKind::skipped:
          SIDIK_CHECK(note_skipped(*head));
          break;
        case FrameKind::end:
          is_over_ = true;
          SIDIK_CHECK(end_archive(head->stop()));
          break;
        default:
          break;
      }
    }
    return nullptr;
  }

  /// Of the member that stands open.
  Result<std::size_t> read(std::span<char> buffer) override {
    if (buffer.empty()) return std::size_t{0};
    while (is_inside_ && !is_over_) {
      auto got = frames_.read_data(buffer);
      if (!got) {
        SIDIK_CHECK(note_death(std::move(got).error()));
        break;
      }
      if (*got > 0) {
        has_data_ = true;
        SIDIK_CHECK(count(*got));
        return *got;
      }
      SIDIK_TRY(const auto head, next_frame());
      if (!head) break;
      if (head->kind != FrameKind::member_end) continue;
      is_inside_ = false;
      SIDIK_CHECK(end_member(head->stop()));
    }
    return std::size_t{0};
  }
  [[nodiscard]] std::string cut_because() const override {
    return member_cut_.empty() && is_over_ ? ended_because_ : member_cut_;
  }
  [[nodiscard]] const std::string& archive_cut() const { return ended_because_; }
  [[nodiscard]] std::vector<Skipped> take_skipped() { return std::exchange(skipped_, {}); }

 private:
  /// Null when the decoder has died.
  Result<std::optional<FrameHead>> next_frame() {
    auto head = frames_.next();
    if (!head) {
      SIDIK_CHECK(note_death(std::move(head).error()));
      return std::optional<FrameHead>();
    }
    if (head->kind == FrameKind::data || head->kind == FrameKind::tick)
      packed_ = std::max(packed_, std::min(head->number, decoder_->most_packed()));
    return *head;
  }

  /// An error of what feeds the decoder is passed on; the decoder's own death or nonsense ends the archive.
  Status note_death(Error error) {
    if (error.code != ErrorCode("ingest.unpacker") || error.kind != ErrorKind::protocol)
      return std::unexpected(std::move(error));
    is_over_ = true;
    const std::string how = decoder_->how_it_ended();
    ended_because_ = how.empty() ? std::move(error).what : how;
    return {};
  }

  Result<const Member*> begin_member(const FrameHead& head) {
    SIDIK_TRY(const std::string name, name_of_frame());
    if (is_over_) return nullptr;
    SIDIK_CHECK(guard_.add_entry());
    if (terms_.exhibit) SIDIK_CHECK(terms_.exhibit->guard.add_entry());
    ++number_;
    is_inside_ = true;
    has_data_ = false;
    member_cut_.clear();
    member_.name = name.empty() ? fmt::format("member {}", number_) : member_label(name);
    member_.bytes = head.number;
    member_.is_encrypted = (head.code & kMemberIsEncrypted) != 0;
    member_.source = this;
    return &member_;
  }

  Status note_skipped(const FrameHead& head) {
    SIDIK_TRY(const std::string name, name_of_frame());
    SIDIK_CHECK(guard_.add_entry());
    if (terms_.exhibit) SIDIK_CHECK(terms_.exhibit->guard.add_entry());
    skipped_.push_back({member_label(name), head.number, to_words(head.stop(), kind_)});
    return {};
  }

  Result<std::string> name_of_frame() {
    auto name = frames_.read_name();
    if (name) return name;
    SIDIK_CHECK(note_death(std::move(name).error()));
    return std::string();
  }

  Status count(std::uint64_t bytes) {
    SIDIK_CHECK(guard_.add(bytes, packed_));
    if (!terms_.exhibit) return {};
    return terms_.exhibit->guard.add(bytes, terms_.exhibit->bytes_of_exhibit());
  }

  /// Reads on to the end of a member that nobody wants.
  Status leave_member() {
    std::vector<char> unwanted(kFrameDataBytes);
    while (is_inside_ && !is_over_) {
      SIDIK_TRY(const std::size_t got, frames_read(unwanted));
      if (got > 0) continue;
      SIDIK_TRY(const auto head, next_frame());
      if (head && head->kind == FrameKind::member_end) is_inside_ = false;
    }
    is_inside_ = false;
    return {};
  }

  Result<std::size_t> frames_read(std::span<char> buffer) {
    auto got = frames_.read_data(buffer);
    if (got) return got;
    SIDIK_CHECK(note_death(std::move(got).error()));
    return std::size_t{0};
  }

  Status end_member(Stop stop) {
    if (stop.code == StopCode::none) return {};
    if (is_refusal(stop.code) && !has_data_) return refuse(stop, kind_, terms_.limits);
    member_cut_ = to_words(stop, kind_);
    return {};
  }

  Status end_archive(Stop stop) {
    if (is_refusal(stop.code)) return refuse(stop, kind_, terms_.limits);
    if (stop.code == StopCode::not_opened && number_ == 0) return refuse(stop, kind_, terms_.limits);
    ended_because_ = to_words(stop, kind_);
    return {};
  }

  ContainerKind kind_;
  std::unique_ptr<RunningDecoder> decoder_;
  FrameReader frames_;
  UnpackGuard guard_;
  UnpackTerms terms_;
  std::uint64_t packed_ = 0;
  std::uint32_t number_ = 0;
  bool is_inside_ = false;
  bool is_over_ = false;
  bool has_data_ = false;
  Member member_;
  std::string member_cut_;
  std::string ended_because_;
  std::vector<Skipped> skipped_;
};

ArchiveReader::ArchiveReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
ArchiveReader::~ArchiveReader() = default;

Result<std::unique_ptr<ArchiveReader>> ArchiveReader::open(const ArchiveBytes& bytes, const UnpackTerms& terms) {
  const DecodeJob job{bytes.kind(), terms.passwords, terms.limits.archive_entries, terms.memory_of_decoder()};
  const StartDecoder start_process = [](const DecodeJob& what, DecoderBytes from, const DecoderTerms& how) {
    return start_decoder_process(what, from, how);
  };
  SIDIK_TRY(auto decoder, (terms.start ? terms.start : start_process)(job, bytes.bytes(), terms.decoder));
  auto state = std::make_unique<State>(bytes.kind(), std::move(decoder), terms);
  SIDIK_CHECK(state->begin());
  return std::unique_ptr<ArchiveReader>(new ArchiveReader(std::move(state)));
}

Result<const ArchiveReader::Member*> ArchiveReader::next() { return state_->next_member(); }
std::string ArchiveReader::cut_because() const { return state_->archive_cut(); }
std::vector<ArchiveReader::Skipped> ArchiveReader::take_skipped() { return state_->take_skipped(); }

namespace {

/// A packed stream is an archive of one nameless member.
class PackedSource final : public ByteSource {
 public:
  PackedSource(ByteSource& packed, std::unique_ptr<ArchiveReader> archive, ByteSource* member)
      : packed_(packed), archive_(std::move(archive)), member_(member) {}
  Result<std::size_t> read(std::span<char> buffer) override {
    return member_ != nullptr ? member_->read(buffer) : std::size_t{0};
  }
  [[nodiscard]] std::string cut_because() const override {
    // When what is packed was itself cut, that is the reason.
    if (auto because = packed_.cut_because(); !because.empty()) return because;
    return member_ != nullptr ? member_->cut_because() : archive_->cut_because();
  }

 private:
  ByteSource& packed_;
  std::unique_ptr<ArchiveReader> archive_;
  ByteSource* member_;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> open_packed(ContainerKind kind, ByteSource& packed, const UnpackTerms& terms) {
  SIDIK_TRY(const ArchiveBytes bytes, ArchiveBytes::of(kind, nullptr, packed, terms));
  SIDIK_TRY(auto archive, ArchiveReader::open(bytes, terms));
  SIDIK_TRY(const ArchiveReader::Member* member, archive->next());
  ByteSource* source = member != nullptr ? member->source : nullptr;
  return std::make_unique<PackedSource>(packed, std::move(archive), source);
}

}  // namespace sidik::ingest
