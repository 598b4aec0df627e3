#include "engine/present.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>

#include <fmt/format.h>

#include "engine/output_guard.hpp"
#include "engine/private_file.hpp"
#include "findings/json.hpp"
#include "pack/pack.hpp"
#include "report/render.hpp"

namespace sidik::engine {
namespace {

report::RenderOptions render_options(const Presentation& how) {
  return {how.language == "id" ? report::Language::indonesian : report::Language::english, how.colour, how.width};
}

Result<std::shared_ptr<const pack::Pack>> pack_of(const Presentation& how) {
  if (how.pack) return how.pack;
  SIDIK_TRY(auto pack, pack::load_pack(how.packs, how.packs_directory));
  return std::make_shared<const pack::Pack>(std::move(pack));
}

}  // namespace

Result<std::string> to_text(const findings::Document& document, const Presentation& how) {
  SIDIK_TRY(const auto pack, pack_of(how));
  return report::render_text(document, *pack, render_options(how));
}

Result<std::string> to_html(const findings::Document& document, const Presentation& how) {
  SIDIK_TRY(const auto pack, pack_of(how));
  return report::render_html(document, *pack, render_options(how));
}

std::string to_json(const findings::Document& document) { return findings::to_json(document); }

Result<findings::Document> read_document(const std::string& path) {
  std::ifstream file;
  if (path != "-") file.open(path, std::ios::binary);
  std::istream& in = path == "-" ? std::cin : file;
  if (!in)
    return fail(ErrorKind::not_found, "engine.not_found",
                fmt::format("{} cannot be read: {}", path, std::strerror(errno)), "check the path");
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return findings::from_json(text);
}

Status write_file(const std::string& path, const std::string& text, const std::string& source) {
  if (!source.empty()) SIDIK_CHECK(guard_outputs({source}, {path}));
  const auto unwritable = [&] {
    return fail(ErrorKind::io, "engine.unwritable", fmt::format("{} cannot be written: {}", path, std::strerror(errno)),
                "choose another path");
  };
  const int descriptor = open_private(path);
  if (descriptor < 0) return unwritable();
  std::size_t written = 0;
  while (written < text.size()) {
    const ssize_t got = ::write(descriptor, text.data() + written, text.size() - written);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      const auto status = unwritable();
      ::close(descriptor);
      return status;
    }
    written += static_cast<std::size_t>(got);
  }
  return ::close(descriptor) == 0 ? Status{} : Status(unwritable());
}

}  // namespace sidik::engine
