#include "ingest/unpack/unpacker.hpp"

#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include <gtest/gtest.h>

#include "ingest/reading_for_test.hpp"
#include "ingest/unpack/in_process_decoder_for_test.hpp"
#include "ingest/unpack/packing_for_test.hpp"
#include "ingest/unpack/sandbox.hpp"

namespace sidik::ingest {
namespace {

struct Got {
  std::vector<std::pair<std::string, std::string>> members;
  std::vector<std::string> problems;  ///< codes and reasons of members and of the archive
  std::vector<ArchiveReader::Skipped> skipped;
  std::string cut_because;
  std::string error;
};

Got unpack_all(const ArchiveBytes& bytes, const UnpackTerms& terms, std::size_t most_of_a_member = SIZE_MAX) {
  Got got;
  const auto archive = ArchiveReader::open(bytes, terms);
  if (!archive) {
    got.error = archive.error().code.name();
    return got;
  }
  std::vector<char> buffer(50000);
  while (true) {
    const auto member = (*archive)->next();
    for (auto& skipped : (*archive)->take_skipped()) got.skipped.push_back(skipped);
    if (!member) got.error = member.error().code.name();
    if (!member || *member == nullptr) break;
    auto& [name, text] = got.members.emplace_back((*member)->name, "");
    while (text.size() < most_of_a_member) {
      const auto some = (*member)->source->read(buffer);
      if (!some) got.problems.emplace_back(some.error().code.name());
      if (!some || *some == 0) break;
      text.append(buffer.data(), *some);
    }
    if (auto because = (*member)->source->cut_because(); !because.empty()) got.problems.push_back(because);
  }
  got.cut_because = (*archive)->cut_because();
  return got;
}

Got unpack(ContainerKind kind, const std::string& packed, const UnpackTerms& terms = {},
           std::size_t most_of_a_member = SIZE_MAX) {
  MemorySource stream(packed);
  const auto bytes = ArchiveBytes::of(kind, nullptr, stream, terms);
  if (!bytes)
    return {.members = {},
            .problems = {},
            .skipped = {},
            .cut_because = {},
            .error = std::string(bytes.error().code.name())};
  return unpack_all(*bytes, terms, most_of_a_member);
}

UnpackTerms in_process() {
  UnpackTerms terms;
  terms.start = InProcessDecoder::start;
  return terms;
}

UnpackTerms with_passwords(std::initializer_list<const char*> passwords) {
  UnpackTerms terms;
  for (const char* password : passwords) terms.passwords.emplace_back(password);
  return terms;
}

std::string many_lines(int lines = 20000) {
  std::string text = "id,name\n";
  for (int i = 0; i < lines; ++i) text += std::to_string(i * 7919) + ",x\n";
  return text;
}

using Members = std::vector<std::pair<std::string, std::string>>;

TEST(Unpacker, GivesTheMembersInOrderUnderAnyName) {
  const std::vector<PackedMember> members = {
      {"a.csv", "id\n1\n"}, {"../b.csv", many_lines()}, {"/etc/c.csv", ""}, {"a.csv", "id\n2\n"}};
  for (const auto kind : kWritableArchives) {
    const auto got = unpack(kind, pack(kind, members));
    EXPECT_EQ(got.cut_because + got.error, "") << name_of(kind);
    ASSERT_EQ(got.members.size(), 4U) << name_of(kind);
    // A 7z puts its empty files behind the others.
    Members wanted = {{"a.csv", "id\n1\n"}, {"../b.csv", many_lines()}, {"/etc/c.csv", ""}, {"a.csv", "id\n2\n"}};
    if (kind == ContainerKind::seven_zip) std::swap(wanted[2], wanted[3]);
    EXPECT_EQ(got.members, wanted) << name_of(kind);
  }
}

TEST(Unpacker, GivesTheSameAsADecoderInTheProcess) {
  const std::vector<PackedMember> members = {{"a.csv", many_lines(30)}, {"b.csv", many_lines(3000)}};
  for (const auto kind : kWritableArchives) {
    const std::string packed = pack(kind, members);
    for (std::size_t cut = 0; cut < packed.size(); cut += packed.size() / 7) {
      const auto here = unpack(kind, packed.substr(0, packed.size() - cut), in_process());
      const auto there = unpack(kind, packed.substr(0, packed.size() - cut));
      EXPECT_EQ(here.members, there.members) << name_of(kind) << " without " << cut;
      EXPECT_EQ(here.problems, there.problems) << name_of(kind) << " without " << cut;
      EXPECT_EQ(here.cut_because, there.cut_because) << name_of(kind) << " without " << cut;
      EXPECT_EQ(here.error, there.error) << name_of(kind) << " without " << cut;
    }
  }
}

TEST(Unpacker, SaysWhenAnArchiveIsCut) {
  const std::vector<PackedMember> members = {{"a.csv", many_lines(30)}, {"b.csv", many_lines(3000)}};
  for (const auto kind : kWritableArchives) {
    const std::string packed = pack(kind, members);
    for (std::size_t size = 512; size < packed.size() - 1100; size += packed.size() / 40) {
      const auto got = unpack(kind, packed.substr(0, size), in_process());
      EXPECT_FALSE(got.cut_because.empty() && got.error.empty() && got.problems.empty())
          << name_of(kind) << " " << size;
      for (std::size_t i = 0; i < got.members.size(); ++i)
        EXPECT_TRUE(members[i].text.starts_with(got.members[i].second)) << name_of(kind) << " " << size;
    }
  }
}

TEST(Unpacker, ReadsAZipWithoutItsDirectory) {
  const std::string whole = pack(ContainerKind::zip, {{"a.csv", "id\n1\n"}, {"b.csv", many_lines()}});
  for (const std::size_t cut : {std::size_t{0}, std::size_t{30}, std::size_t{60}, std::size_t{100}}) {
    const auto got = unpack(ContainerKind::zip, whole.substr(0, whole.size() - cut));
    EXPECT_EQ(got.members.size(), 2U) << cut;
    EXPECT_EQ(got.cut_because, cut == 0 ? "" : "the zip archive is cut off: its directory is missing");
  }
}

TEST(Unpacker, CanOpenAnArchiveTwice) {
  for (const auto kind : {ContainerKind::zip, ContainerKind::seven_zip}) {
    MemorySource stream(pack(kind, {{"a", "1"}, {"b", "2"}}));
    const UnpackTerms terms;
    const auto bytes = ArchiveBytes::of(kind, nullptr, stream, terms).value();
    ASSERT_TRUE(bytes.can_open_again());
    const auto one = ArchiveReader::open(bytes, terms).value();
    const auto two = ArchiveReader::open(bytes, terms).value();
    EXPECT_EQ(one->next().value()->name, "a");
    EXPECT_EQ(one->next().value()->name, "b");
    EXPECT_EQ(two->next().value()->name, "a") << "neither moves the other";
  }
}

TEST(Unpacker, LeavesAMemberUnread) {
  for (const auto kind : kWritableArchives) {
    const auto got = unpack(kind, pack(kind, {{"a", std::string(8 << 20, 'x')}, {"b", "2"}}), {}, 1000);
    ASSERT_EQ(got.members.size(), 2U) << name_of(kind);
    EXPECT_EQ(got.members[1].second, "2") << name_of(kind);
  }
}

TEST(Unpacker, SkipsLinksAndDevices) {
  const auto got = unpack(
      ContainerKind::tar,
      pack(ContainerKind::tar,
           {{"link.csv", "", AE_IFLNK}, {"device", "", AE_IFCHR}, {"folder", "", AE_IFDIR}, {"a.csv", "id\n1\n"}}));
  ASSERT_EQ(got.skipped.size(), 2U);
  EXPECT_EQ(got.skipped[0].name, "link.csv");
  EXPECT_EQ(got.members, (Members{{"a.csv", "id\n1\n"}}));
}

TEST(Unpacker, TriesEachPassword) {
  for (const char* cipher : {"aes256", "aes128", "traditional"}) {
    const std::string packed = pack(ContainerKind::zip, {{"a.csv", many_lines()}}, "nusa rimba", cipher);
    EXPECT_EQ(unpack(ContainerKind::zip, packed, with_passwords({"one", "two", "nusa rimba", "three"})).members,
              (Members{{"a.csv", many_lines()}}))
        << cipher;
    EXPECT_EQ(unpack(ContainerKind::zip, packed, with_passwords({"one", "two"})).problems,
              std::vector<std::string>{"ingest.wrong_password"})
        << cipher;
    EXPECT_EQ(unpack(ContainerKind::zip, packed).problems, std::vector<std::string>{"ingest.encrypted"}) << cipher;
  }
}

TEST(Unpacker, FindsThePasswordAmongThoseThatPassTheCheckByte) {
  // The old cipher checks one byte: of 600 wrong passwords two or three seem to fit.
  const std::string packed = pack(ContainerKind::zip, {{"a.csv", many_lines(2000)}}, "nusa rimba", "traditional");
  UnpackTerms terms;
  for (int i = 0; i < 600; ++i) terms.passwords.emplace_back("wrong" + std::to_string(i));
  terms.passwords.emplace_back("nusa rimba");
  terms.start = InProcessDecoder::start;
  EXPECT_EQ(unpack(ContainerKind::zip, packed, terms).members, (Members{{"a.csv", many_lines(2000)}}));
}

TEST(Unpacker, HoldsNoMoreOfAnInnerArchiveThanAllowed) {
  UnpackTerms terms;
  terms.limits.memory_bytes = 4000;
  std::string noise;
  for (unsigned i = 0, state = 1; i < 5000; ++i)
    noise += static_cast<char>((state = state * 1664525U + 1013904223U) >> 24U);
  EXPECT_EQ(unpack(ContainerKind::seven_zip, pack(ContainerKind::seven_zip, noise), terms).error,
            "ingest.archive_held");
  const auto zip = unpack(ContainerKind::zip, pack(ContainerKind::zip, noise), terms);
  EXPECT_EQ(zip.members, (Members{{"dump.csv", noise}})) << "a zip is read member by member then";
}

TEST(Unpacker, StopsAtEachLimit) {
  UnpackTerms entries;
  entries.limits.archive_entries = 2;
  for (const auto kind : kWritableArchives) {
    const auto got = unpack(kind, pack(kind, {{"a", "1"}, {"b", "2"}, {"c", "3"}}), entries);
    EXPECT_EQ(got.error, "ingest.archive_entries") << name_of(kind);
    EXPECT_EQ(got.members.size(), 2U);
  }
  EXPECT_EQ(
      unpack(ContainerKind::tar,
             pack(ContainerKind::tar, {{"a/", "", AE_IFDIR}, {"b/", "", AE_IFDIR}, {"c/", "", AE_IFDIR}}), entries)
          .error,
      "ingest.archive_entries")
      << "folders count";
  UnpackTerms bytes;
  bytes.limits.archive_bytes = 1000;
  for (const auto kind : kWritableArchives) {
    EXPECT_EQ(unpack(kind, pack(kind, many_lines()), bytes).problems, std::vector<std::string>{"ingest.archive_bytes"})
        << name_of(kind);
  }
}

TEST(Unpacker, StopsABombInEachFormat) {
  UnpackTerms terms;
  terms.limits.archive_ratio = 100;
  const std::string zeros(70 << 20, '\0');
  for (const auto kind : {ContainerKind::zip, ContainerKind::seven_zip}) {
    EXPECT_EQ(unpack(kind, pack(kind, zeros), terms).problems, std::vector<std::string>{"ingest.archive_ratio"})
        << name_of(kind);
  }
  for (const auto kind : kStreams) {
    const std::string part = pack(kind, std::string(5 << 20, '\0'));
    std::string packed;
    for (int i = 0; i < 14; ++i) packed += part;
    MemorySource stream(packed);
    const auto source = open_packed(kind, stream, terms).value();
    std::vector<char> buffer(100000);
    std::string code;
    while (code.empty()) {
      const auto got = source->read(buffer);
      if (!got) code = got.error().code.name();
      if (got && *got == 0) break;
    }
    EXPECT_EQ(code, "ingest.archive_ratio") << name_of(kind);
  }
}

/// A file that claims to be a petabyte, nearly all of it holes.
TEST(Unpacker, StopsATarOfHoles) {
  archive_entry* entry = archive_entry_new();
  archive_entry_set_pathname(entry, "hole");
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_entry_set_size(entry, std::int64_t{1} << 50);
  archive_entry_sparse_add_entry(entry, (std::int64_t{1} << 50) - 512, 512);
  std::string out(1 << 20, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  archive_write_set_format_pax(writer);
  archive_write_set_bytes_per_block(writer, 0);
  archive_write_open_memory(writer, out.data(), out.size(), &used);
  archive_write_header(writer, entry);
  archive_write_data(writer, "x", 1);  // the map of the holes goes out with the first byte
  out.resize(used + 1024);
  archive_entry_free(entry);
  const auto got = unpack(ContainerKind::tar, out);
  EXPECT_EQ(got.error + got.cut_because, "") << got.members.size();
  archive_write_free(writer);
  EXPECT_EQ(got.problems, std::vector<std::string>{"ingest.archive_ratio"});
}

TEST(Unpacker, PutsTheWholeExhibitUnderOneGuard) {
  UnpackTerms terms;
  terms.limits.archive_bytes = 1500;
  terms.exhibit = std::make_shared<ExhibitGuard>(UnpackGuard(terms.limits), [] { return std::uint64_t{100}; });
  const std::string packed = pack(ContainerKind::zip, {{"a", std::string(1000, 'x')}});
  EXPECT_TRUE(unpack(ContainerKind::zip, packed, terms).problems.empty());
  EXPECT_EQ(unpack(ContainerKind::zip, packed, terms).problems, std::vector<std::string>{"ingest.archive_bytes"});
}

/// 0: refused without a sandbox and read with --no-sandbox; run in a process that may not filter system calls.
int read_where_no_filter_can_be_had() {
  scmp_filter_ctx context = seccomp_init(SCMP_ACT_ALLOW);
  seccomp_rule_add(context, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(seccomp), 0);
  seccomp_rule_add(context, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(prctl), 1, SCMP_A0(SCMP_CMP_EQ, PR_SET_SECCOMP));
  if (seccomp_load(context) != 0) return 1;
  const std::string packed = pack(ContainerKind::zip, "id\n1\n");
  if (unpack(ContainerKind::zip, packed).error != "ingest.no_sandbox") return 2;
  UnpackTerms terms;
  terms.decoder.allows_no_sandbox = true;
  return unpack(ContainerKind::zip, packed, terms).members.size() == 1 ? 0 : 3;
}

TEST(Unpacker, RefusesWhereNoSandboxCanBeHad) {
  if (!can_filter_system_calls()) GTEST_SKIP() << "a sanitizer build has no filter of system calls";
  const pid_t child = ::fork();
  if (child == 0) ::_exit(read_where_no_filter_can_be_had());
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST(Unpacker, SaysThatItsReaderDied) {
  UnpackTerms terms;
  terms.start = [](const DecodeJob&, DecoderBytes bytes, const DecoderTerms& how) {
    const DecoderBody body{nullptr, [](DecoderInput&, FrameWriter& frames) {
                             (void)frames.member("a", 3, false);
                             (void)frames.data(3, 0);
                             ::_exit(1);
                           }};
    return start_decoder_process(body, 1 << 27, bytes, how);
  };
  const auto got = unpack(ContainerKind::zip, pack(ContainerKind::zip, "id\n1\n"), terms);
  ASSERT_EQ(got.members.size(), 1U);
  EXPECT_EQ(got.members[0].second.size(), 3U) << "what came before counts";
  EXPECT_EQ(got.problems, std::vector<std::string>{"the reader of the archive was stopped: it failed"});
  EXPECT_EQ(got.cut_because, "the reader of the archive was stopped: it failed");
}

}  // namespace
}  // namespace sidik::ingest
