#include "ingest/zip.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <cstdio>
#include <fstream>

#include <gtest/gtest.h>

#include "ingest/reading_for_test.hpp"

namespace sidik::ingest {
namespace {

std::string zip(const std::vector<std::pair<std::string, std::string>>& members) {
  std::string out(1 << 20, '\0');
  std::size_t used = 0;
  struct archive* writer = archive_write_new();
  archive_write_set_format_zip(writer);
  archive_write_open_memory(writer, out.data(), out.size(), &used);
  for (const auto& [name, text] : members) {
    struct archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(text.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(writer, entry);
    archive_write_data(writer, text.data(), text.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  out.resize(used);
  return out;
}

std::vector<std::pair<std::string, std::string>> unzip(const std::string& bytes, const Limits& limits,
                                                       std::string& cut_because) {
  MemorySource stream(bytes);
  std::vector<std::pair<std::string, std::string>> members;
  const auto reader = ZipReader::open(nullptr, stream, limits);
  if (!reader) return members;
  std::vector<char> buffer(1000);
  while (true) {
    const auto member = (*reader)->next();
    if (!member || *member == nullptr) break;
    auto& [name, text] = members.emplace_back((*member)->name, "");
    while (true) {
      const auto got = (*member)->source->read(buffer);
      if (!got || *got == 0) break;
      text.append(buffer.data(), *got);
    }
  }
  cut_because = (*reader)->cut_because();
  return members;
}

TEST(Zip, GivesItsMembersInOrder) {
  const std::vector<std::pair<std::string, std::string>> members = {{"a.csv", "id\n1\n"},
                                                                    {"../b.csv", std::string(5000, 'x')}};
  std::string cut_because;
  EXPECT_EQ(unzip(zip(members), {}, cut_because), members);
  EXPECT_EQ(cut_because, "");
}

TEST(Zip, SaysWhenItIsCut) {
  const std::string whole = zip({{"a.csv", "id\n1\n"}, {"b.csv", std::string(50000, 'x')}});
  std::string cut_because;
  for (std::size_t size = 4; size < whole.size(); size += 37) (void)unzip(whole.substr(0, size), {}, cut_because);
  SUCCEED() << "no cut harms";
}

TEST(Zip, SaysWhenItsDirectoryIsMissing) {
  const std::string whole = zip({{"a.csv", "id\n1\n"}, {"b.csv", std::string(50000, 'x')}});
  const std::string path = testing::TempDir() + "sidik_zip_test.zip";
  for (const std::size_t cut : {std::size_t{0}, std::size_t{30}, std::size_t{60}, std::size_t{100}}) {
    std::ofstream(path, std::ios::binary) << whole.substr(0, whole.size() - cut);
    const auto file = FileSource::open(path, nullptr).value();
    MemorySource unused("");
    const auto reader = ZipReader::open(file.get(), unused, {});
    ASSERT_TRUE(reader) << cut;
    std::vector<std::string> names;
    while (true) {
      const auto member = (*reader)->next();
      if (!member || *member == nullptr) break;
      names.push_back((*member)->name);
    }
    EXPECT_EQ(names, (std::vector<std::string>{"a.csv", "b.csv"})) << cut;
    EXPECT_EQ((*reader)->cut_because(), cut == 0 ? "" : "the zip archive is cut off: its directory is missing");
  }
  std::remove(path.c_str());
}

TEST(Zip, RefusesMoreMembersThanAllowed) {
  Limits limits;
  limits.archive_entries = 2;
  const std::string bytes = zip({{"a", "1"}, {"b", "2"}, {"c", "3"}});
  MemorySource stream(bytes);
  const auto reader = ZipReader::open(nullptr, stream, limits).value();
  EXPECT_TRUE(reader->next());
  EXPECT_TRUE(reader->next());
  EXPECT_EQ(reader->next().error().code.name(), "ingest.archive_entries");
}

}  // namespace
}  // namespace sidik::ingest
