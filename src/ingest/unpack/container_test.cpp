#include "ingest/unpack/container.hpp"

#include <gtest/gtest.h>

#include "ingest/unpack/packing_for_test.hpp"

namespace sidik::ingest {
namespace {

TEST(Container, IsKnownByItsFirstBytes) {
  for (const auto kind : kStreams) EXPECT_EQ(container_of(pack(kind, "id\n1\n")), kind);
  for (const auto kind : kWritableArchives) EXPECT_EQ(container_of(pack(kind, "id\n1\n")), kind);
  EXPECT_EQ(container_of(std::string_view("Rar!\x1a\x07\x00 ", 8)), ContainerKind::rar);
  EXPECT_EQ(container_of(std::string_view("Rar!\x1a\x07\x01\x00", 8)), ContainerKind::rar5);
}

TEST(Container, IsNotFoundInText) {
  EXPECT_EQ(container_of("BZh,name\n1,A\n and more"), ContainerKind::none) << "a column may be named so";
  EXPECT_EQ(container_of("PK,name\n"), ContainerKind::none);
  EXPECT_EQ(container_of("7z,name\n"), ContainerKind::none);
  EXPECT_EQ(container_of(""), ContainerKind::none);
  std::string text(600, '7');
  text.replace(257, 5, "ustar");
  EXPECT_EQ(container_of(text), ContainerKind::none) << "the checksum decides";
  EXPECT_EQ(container_of(std::string(512, '\0')), ContainerKind::none);
  EXPECT_TRUE(refuse_container("MZ,name\n" + text));
}

TEST(Container, TakesItsEndingOffAName) {
  EXPECT_EQ(without_ending("dump.csv.GZ", ContainerKind::gzip), "dump.csv");
  EXPECT_EQ(without_ending("dump.tgz", ContainerKind::gzip), "dump");
  EXPECT_EQ(without_ending("dump.csv.zst", ContainerKind::zstd), "dump.csv");
  EXPECT_EQ(without_ending("dump.csv.zst", ContainerKind::gzip), "dump.csv.zst");
  EXPECT_EQ(without_ending(".xz", ContainerKind::xz), ".xz");
}

TEST(Container, RefusesVolumesAndPrograms) {
  std::string rar(64, '\0');
  rar.replace(0, 7, std::string_view("Rar!\x1a\x07\x00", 7));
  rar[9] = 0x73;
  EXPECT_TRUE(refuse_container(rar));
  rar[10] = 1;
  EXPECT_EQ(refuse_container(rar).error().code.name(), "ingest.archive_volume");
  std::string rar5(64, '\0');
  rar5.replace(0, 8, std::string_view("Rar!\x1a\x07\x01\x00", 8));
  rar5.replace(12, 4, std::string_view("\x05\x01\x00\x00", 4));
  EXPECT_TRUE(refuse_container(rar5));
  rar5[15] = 1;
  EXPECT_EQ(refuse_container(rar5).error().code.name(), "ingest.archive_volume");
  EXPECT_EQ(refuse_container("PK\x07\x08PK\x03\x04").error().code.name(), "ingest.archive_volume");
  std::string program(300, '\0');
  program.replace(0, 2, "MZ");
  program[0x3c] = static_cast<char>(0x80);
  program.replace(0x80, 2, "PE");
  EXPECT_EQ(refuse_container(program).error().code.name(), "ingest.self_extracting");
}

}  // namespace
}  // namespace sidik::ingest
