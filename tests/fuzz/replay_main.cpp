// Hands every file named, or every file of a folder named, to a fuzz target once. Built where libFuzzer is not.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_of(const fs::path& path) {
  if (!fs::is_directory(path)) return {path};
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(path)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool replay(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return false;
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  std::printf("%s\n", path.c_str());
  std::fflush(stdout);  // the last line names the culprit when the target ends the program
  (void)LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  return true;
}

}  // namespace

int main(int count, char** words) {
  std::size_t replayed = 0;
  for (int index = 1; index < count; ++index) {
    for (const auto& path : files_of(words[index])) {
      if (!replay(path)) {
        std::fprintf(stderr, "%s cannot be read\n", path.c_str());
        return 74;
      }
      ++replayed;
    }
  }
  if (replayed == 0) std::fprintf(stderr, "usage: name the files or folders to replay\n");
  return replayed > 0 ? 0 : 64;
}
