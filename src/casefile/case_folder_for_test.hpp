#pragma once

#include <sqlite3.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "casefile/event_log.hpp"
#include "crypto/hex.hpp"

namespace sidik::casefile {

/// An empty folder that goes with the test.
class FolderForTest {
 public:
  FolderForTest() {
    std::string form = (std::filesystem::temp_directory_path() / "sidik-case-XXXXXX").string();
    path_ = mkdtemp(form.data());
  }
  FolderForTest(const FolderForTest&) = delete;
  FolderForTest& operator=(const FolderForTest&) = delete;
  ~FolderForTest() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

inline std::chrono::system_clock::time_point second_for_test(int second) {
  return std::chrono::sys_days(std::chrono::year{2021} / 5 / 20) + std::chrono::seconds(second);
}

inline Draft person_for_test(const Signer& signer) {
  return {
      "person.added",
      {{"id", signer.id}, {"name", "Invented " + signer.id}, {"public_key", crypto::to_hex(signer.key.public_key())}}};
}

/// A case that a person opened, with one event a checkpoint behind it.
inline std::vector<std::string> make_case_for_test(const std::string& folder, const Signer& signer, int notes) {
  auto log = *EventLog::create(folder);
  (void)log.append(std::vector<Draft>{{"case.opened", {{"law", "id"}, {"name", "rehearsal"}}}, person_for_test(signer)},
                   signer, second_for_test(0));
  for (int i = 0; i < notes; ++i)
    (void)log.append(std::vector<Draft>{{"note.added", {{"text", "note " + std::to_string(i)}}}}, signer,
                     second_for_test(i + 1));
  std::vector<std::string> bodies;
  (void)log.for_each([&](const EventLog::Row& row) {
    bodies.emplace_back(row.body);
    return true;
  });
  return bodies;
}

/// Does to a case what somebody with a database tool does.
inline void change_for_test(const std::string& folder, const std::string& sql) {
  sqlite3* database = nullptr;
  sqlite3_open((folder + "/case.db").c_str(), &database);
  sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr);
  sqlite3_close(database);
}

}  // namespace sidik::casefile
