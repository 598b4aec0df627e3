#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/context.hpp"
#include "base/result.hpp"
#include "casefile/case_view.hpp"
#include "engine/case_access.hpp"

namespace sidik::engine {

/// A file in memory that has a path while this lives.
class MemoryFile {
 public:
  MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile();
  [[nodiscard]] bool write(std::string_view bytes) const;
  [[nodiscard]] std::string path() const;

 private:
  int descriptor_;
};

/// What a sealed exhibit holds, opened into memory and never onto a disk.
/// Errors   engine.exhibit_large (limit): it does not fit in the memory of the context; those of case_key_of and
///          casefile::open_sealed.
[[nodiscard]] Result<std::unique_ptr<MemoryFile>> open_exhibit(const CaseAccess& access,
                                                               const casefile::Exhibit& exhibit,
                                                               const Context& context);

}  // namespace sidik::engine
