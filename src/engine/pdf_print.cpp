#include "engine/pdf_print.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <thread>
#include <vector>

#include "engine/present.hpp"

namespace sidik::engine {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds kLongest{60};

/// The first of the usual names that is in the path.
std::optional<std::string> find_chromium() {
  const char* path = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe): nobody sets it
  std::string_view rest = path != nullptr ? path : "";
  while (!rest.empty()) {
    const std::string_view folder = rest.substr(0, rest.find(':'));
    for (const char* name : {"chromium", "chromium-browser", "google-chrome"}) {
      std::string file = std::string(folder) + "/" + name;
      if (!folder.empty() && ::access(file.c_str(), X_OK) == 0) return file;
    }
    rest.remove_prefix(std::min(rest.size(), folder.size() + 1));
  }
  return std::nullopt;
}

/// A folder for one run.
class PrintFolder {
 public:
  PrintFolder() {
    std::string form = (fs::temp_directory_path() / "sidik-print-XXXXXX").string();
    if (::mkdtemp(form.data()) != nullptr) path_ = form;
  }
  PrintFolder(const PrintFolder&) = delete;
  PrintFolder& operator=(const PrintFolder&) = delete;
  ~PrintFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// Runs a program to its end, silently. False when it failed or took too long.
bool run(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t child = ::fork();
  if (child < 0) return false;
  if (child == 0) {
    ::setpgid(0, 0);
    const int nowhere = ::open("/dev/null", O_RDWR);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nowhere, stream);
    ::execv(arguments.front(), arguments.data());
    ::_exit(127);
  }
  const auto deadline = std::chrono::steady_clock::now() + kLongest;
  for (int status = 0;;) {
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child) return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (ended < 0 && errno != EINTR) return false;
    if (std::chrono::steady_clock::now() > deadline) {
      ::kill(-child, SIGKILL);
      ::waitpid(child, &status, 0);
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

}  // namespace

Status write_pdf(const std::string& path, const std::string& html, const std::string& source) {
  const auto chromium = find_chromium();
  if (!chromium) {
    return fail(ErrorKind::not_found, "engine.no_chromium", "a PDF is printed by Chromium, and there is none",
                "install the package chromium, or write --html and print that");
  }
  const PrintFolder folder;
  const std::string page = folder.path() + "/page.html";
  std::ofstream(page, std::ios::binary) << html;
  const std::string printed = folder.path() + "/page.pdf";
  // No name resolves: a page that would load something gets nothing.
  std::vector<std::string> words = {*chromium,
                                    "--headless",
                                    "--disable-gpu",
                                    "--disable-extensions",
                                    "--no-first-run",
                                    "--no-pdf-header-footer",
                                    "--host-resolver-rules=MAP * ~NOTFOUND",
                                    "--user-data-dir=" + folder.path() + "/profile",
                                    "--print-to-pdf=" + printed};
  // Chromium cannot shut itself in when it runs as root, and refuses to run otherwise.
  if (::geteuid() == 0) words.emplace_back("--no-sandbox");
  words.push_back("file://" + page);
  if (!run(words) || !fs::exists(printed)) {
    return fail(ErrorKind::io, "engine.pdf_failed", "Chromium printed nothing",
                "write --html and print that, or see whether chromium runs at all");
  }
  std::ifstream stream(printed, std::ios::binary);
  return write_file(path, std::string(std::istreambuf_iterator<char>(stream), {}), source);
}

}  // namespace sidik::engine
