#include "casefile/canonical_json.hpp"

#include <cstddef>

namespace sidik::casefile {
namespace {

constexpr ErrorCode kNotCanonical("casefile.not_canonical");
constexpr std::size_t kMostBytes = std::size_t{1} << 20;
constexpr int kDeepest = 32;

bool has_float(const Json& value) {
  if (value.is_number_float()) return true;
  if (!value.is_structured()) return false;
  for (const auto& part : value) {
    if (has_float(part)) return true;
  }
  return false;
}

/// Stops before nesting can exhaust the stack.
bool is_deep(std::string_view text) {
  int depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_text) {
      if (c == '\\') {
        ++i;
      } else if (c == '"') {
        in_text = false;
      }
    } else if (c == '"') {
      in_text = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kDeepest) return true;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return false;
}

}  // namespace

Result<std::string> to_canonical(const Json& value) {
  if (has_float(value)) return fail(ErrorKind::bug, kNotCanonical, "an event holds a number with a fraction");
  try {
    return value.dump();
  } catch (const Json::exception&) {
    return fail(ErrorKind::invalid_input, kNotCanonical, "an event holds text that is no UTF-8",
                "write names and remarks in UTF-8");
  }
}

Result<Json> from_canonical(std::string_view text) {
  if (text.size() > kMostBytes) return fail(ErrorKind::invalid_input, kNotCanonical, "it is longer than 1 MiB");
  if (is_deep(text)) return fail(ErrorKind::invalid_input, kNotCanonical, "it is nested too deeply");
  Json value = Json::parse(text, nullptr, false);
  if (value.is_discarded()) return fail(ErrorKind::invalid_input, kNotCanonical, "it is no JSON");
  const auto again = to_canonical(value);
  if (!again || *again != text)
    return fail(ErrorKind::invalid_input, kNotCanonical, "it is not in the one form that is hashed");
  return value;
}

}  // namespace sidik::casefile
