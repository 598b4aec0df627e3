#include "ingest/unpack/archive_handle.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <string_view>
#include <utility>

namespace sidik::ingest {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 18;
constexpr std::uint64_t kTellEvery = std::uint64_t{32} << 20;
/// A sound archive is read once or twice over; what reads on and on goes in circles.
constexpr std::uint64_t kMostTimesOver = 16;
constexpr std::uint64_t kAlwaysAllowed = std::uint64_t{1} << 30;

void support(archive* handle, ContainerKind kind) {
  switch (kind) {
    case ContainerKind::zip:
      archive_read_support_format_zip(handle);
      return;
    case ContainerKind::seven_zip:
      archive_read_support_format_7zip(handle);
      return;
    case ContainerKind::rar:
      archive_read_support_format_rar(handle);
      return;
    case ContainerKind::rar5:
      archive_read_support_format_rar5(handle);
      return;
    case ContainerKind::tar:
      archive_read_support_format_tar(handle);
      return;
    default:
      return;
  }
}

}  // namespace

ArchiveHandle::ArchiveHandle(ContainerKind kind, DecoderInput& input, OnInput on_input)
    : input_(input),
      on_input_(std::move(on_input)),
      block_(kBlockBytes),
      handle_(archive_read_new(), archive_read_free) {
  if (handle_ != nullptr) support(handle_.get(), kind);
}

void ArchiveHandle::add_password(const std::string& password) {
  if (handle_ != nullptr && !password.empty()) archive_read_add_passphrase(handle_.get(), password.c_str());
}

bool ArchiveHandle::open(bool seeks) {
  if (handle_ == nullptr) return false;
  archive_read_set_read_callback(handle_.get(), &ArchiveHandle::on_read);
  if (seeks && input_.can_seek()) {
    archive_read_set_seek_callback(handle_.get(), &ArchiveHandle::on_seek);
    archive_read_set_skip_callback(handle_.get(), &ArchiveHandle::on_skip);
  }
  archive_read_set_callback_data(handle_.get(), this);
  return archive_read_open1(handle_.get()) == ARCHIVE_OK;
}

StopCode ArchiveHandle::why(StopCode otherwise) const {
  if (handle_ == nullptr) return StopCode::out_of_memory;
  const char* told = archive_error_string(handle_.get());
  const std::string_view text = told != nullptr ? told : "";
  const auto says = [text](std::string_view part) { return text.find(part) != std::string_view::npos; };
  if (archive_errno(handle_.get()) == ENOMEM || says("allocate memory") || says("Out of memory"))
    return StopCode::out_of_memory;
  if (says("Passphrase required")) return StopCode::password_needed;
  if (says("Incorrect passphrase")) return StopCode::wrong_password;
  if (says("ncrypt") || says("Crypto codec")) return StopCode::cannot_decrypt;
  const bool is_of_method = says("method") || says("ompression") || says("codec") || says("filter") || says("Filter");
  if ((says("nsupported") || says("not supported")) && is_of_method) return StopCode::unknown_method;
  return otherwise;
}

la_ssize_t ArchiveHandle::on_read(archive* handle, void* self, const void** block) {
  auto& here = *static_cast<ArchiveHandle*>(self);
  const bool goes_in_circles =
      here.input_.can_seek() && here.input_.bytes_read() > kMostTimesOver * here.input_.size() + kAlwaysAllowed;
  const auto got = here.input_.read(here.block_);
  if (!got || goes_in_circles) {
    archive_set_error(handle, EIO, "the input ends");
    return ARCHIVE_FATAL;
  }
  if (here.input_.bytes_read() > here.told_ + kTellEvery) {
    here.told_ = here.input_.bytes_read();
    here.on_input_(here.told_);
  }
  *block = here.block_.data();
  return static_cast<la_ssize_t>(*got);
}

la_int64_t ArchiveHandle::on_seek(archive*, void* self, la_int64_t offset, int whence) {
  auto& input = static_cast<ArchiveHandle*>(self)->input_;
  const auto size = static_cast<la_int64_t>(input.size());
  const la_int64_t base = whence == SEEK_SET   ? 0
                          : whence == SEEK_END ? size
                                               : static_cast<la_int64_t>(input.position());
  la_int64_t target = 0;
  if (__builtin_add_overflow(base, offset, &target)) return ARCHIVE_FATAL;
  target = std::clamp<la_int64_t>(target, 0, size);
  input.seek(static_cast<std::uint64_t>(target));
  return target;
}

la_int64_t ArchiveHandle::on_skip(archive*, void* self, la_int64_t request) {
  auto& input = static_cast<ArchiveHandle*>(self)->input_;
  const std::uint64_t left = input.size() - std::min(input.position(), input.size());
  const std::uint64_t skipped = std::min(left, static_cast<std::uint64_t>(std::max<la_int64_t>(request, 0)));
  input.seek(input.position() + skipped);
  return static_cast<la_int64_t>(skipped);
}

}  // namespace sidik::ingest
