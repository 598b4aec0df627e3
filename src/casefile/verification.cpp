#include "casefile/verification.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "casefile/signature_checks.hpp"
#include "crypto/hex.hpp"

namespace sidik::casefile {
namespace {

constexpr const char* kNotSigned = "its checkpoint is not signed by the person who wrote it";

/// Works through the rows and stops at the first fault.
class Verifier {
 public:
  Verifier(std::vector<Checkpoint> checkpoints, const std::optional<Checkpoint>& against)
      : checkpoints_(std::move(checkpoints)), against_(against), signatures_(std::thread::hardware_concurrency()) {}

  /// False at a fault.
  bool add(const EventLog::Row& row) {
    const std::uint64_t number = out_.events;
    if (row.number != static_cast<std::int64_t>(number)) {
      return row.number > static_cast<std::int64_t>(number)
                 ? fault(number, "dropped", "it is not there")
                 : fault(number, "reordered", "a row before it has a number below zero");
    }
    const crypto::Digest hash = body_hash(row.body);
    if (row.hash != crypto::to_hex(hash)) return fault(number, "changed", "its body is not what was written");
    const auto read = from_body(row.body);
    if (!read) return fault(number, "changed", read.error().what);
    if (read->event.number != number)
      return fault(number, "reordered", fmt::format("in its place stands event {}", read->event.number));
    if (read->previous != crypto::to_hex(last_hash_)) return broken_chain(number);
    last_hash_ = hash;
    tree_.add(crypto::leaf_hash(row.body));
    ++out_.events;
    note(read->event);
    return take_in(read->event) && at_checkpoint() && at_witness();
  }

  Verification finish() {
    // Whatever was found in reading lies behind the signatures that were passed on before it.
    if (const auto bad = signatures_.first_bad()) {
      out_.events = bad->events;
      out_.checkpoints = bad->checkpoints;
      fault(bad->event, "unsigned", kNotSigned);
    }
    if (out_.fault) return std::move(out_);
    if (out_.events == 0) {
      fault(0, "dropped", "a case begins with an event, and there is none");
    } else if (next_ < checkpoints_.size()) {
      fault(out_.events, "dropped", "a checkpoint says that it was there");
    } else if (!span_.empty()) {
      fault(span_front_, "unsigned", "no checkpoint stands behind it");
    } else if (against_ && against_->size > out_.events) {
      fault(out_.events, "dropped", "the checkpoint that was kept elsewhere says that it was there");
    } else {
      out_.root = crypto::to_hex(tree_.root());
    }
    return std::move(out_);
  }

 private:
  bool fault(std::uint64_t number, const char* kind, std::string says) {
    out_.fault = Fault{number, kind, std::move(says)};
    return false;
  }

  /// The event before was changed, unless a person has signed the tree up to it.
  bool broken_chain(std::uint64_t number) {
    const bool is_signed = number == 0 || (next_ > 0 && checkpoints_[next_ - 1].size == number);
    if (is_signed) return fault(number, "changed", "it does not name the event before it");
    return fault(number - 1, "changed", "the event behind it names another");
  }

  void note(const Event& event) {
    if (event.at < last_at_)
      out_.remarks.push_back(
          fmt::format("event {} is dated before the one in front of it ({} and {}): a clock went "
                      "back",
                      event.number, event.at, last_at_));
    last_at_ = event.at;
  }

  /// Keeps who wrote the span, and the keys that it brings.
  bool take_in(const Event& event) {
    if (span_.empty()) span_front_ = event.number;
    span_.push_back(event.by);
    if (event.by != span_.front())
      return fault(event.number, "unsigned", "between two checkpoints stand events of two persons");
    if (event.kind != "person.added" && event.kind != "person.left") return true;
    const std::string id = event.data.value("id", Json()).is_string() ? event.data["id"].get<std::string>() : "";
    if (event.kind == "person.left") {
      keys_.erase(id);
      return true;
    }
    const Json text = event.data.value("public_key", Json());
    const auto bytes = crypto::from_hex(text.is_string() ? text.get<std::string>() : "");
    crypto::PublicKey key{};
    if (id.empty() || !bytes || bytes->size() != key.size() || keys_.contains(id))
      return fault(event.number, "foreign", "it adds a person without a key, or one whom the case has");
    std::ranges::copy(*bytes, key.begin());
    if (keys_.empty()) out_.first_key = crypto::to_hex(key);
    keys_.emplace(id, key);
    added_.insert(id);
    return true;
  }

  bool at_checkpoint() {
    if (next_ >= checkpoints_.size() || checkpoints_[next_].size != out_.events) {
      if (next_ < checkpoints_.size() && checkpoints_[next_].size < out_.events)
        return fault(span_front_, "unsigned", "a checkpoint is damaged");
      return true;
    }
    const Checkpoint& checkpoint = checkpoints_[next_++];
    const auto key = keys_.find(checkpoint.by);
    if (checkpoint.root != tree_.root())
      return fault(span_front_, "changed",
                   span_.size() == 1
                       ? "it is not what was signed"
                       : fmt::format("it or one of the {} behind it is not what was signed", span_.size() - 1));
    // Only the first person may vouch for himself.
    const bool vouches_for_himself = out_.checkpoints > 0 && added_.contains(checkpoint.by);
    if (key == keys_.end() || vouches_for_himself || checkpoint.by != span_.front())
      return fault(span_front_, "unsigned", kNotSigned);
    signatures_.add(
        {key->second, signed_text(checkpoint), checkpoint.signature, span_front_, out_.events, out_.checkpoints});
    ++out_.checkpoints;
    span_.clear();
    added_.clear();
    return true;
  }

  bool at_witness() {
    if (!against_ || against_->size != out_.events || against_->root == tree_.root()) return true;
    return fault(
        0, "changed",
        fmt::format("the first {} events are not those of the checkpoint that was kept elsewhere", out_.events));
  }

  std::vector<Checkpoint> checkpoints_;
  const std::optional<Checkpoint>& against_;
  std::size_t next_ = 0;
  crypto::MerkleRoot tree_;
  crypto::Digest last_hash_{};
  std::string last_at_;
  std::map<std::string, crypto::PublicKey> keys_;
  std::set<std::string> added_;    ///< persons, since the last checkpoint
  std::vector<std::string> span_;  ///< who wrote each event since the last checkpoint
  std::uint64_t span_front_ = 0;
  Verification out_;
  SignatureChecks signatures_;
};

}  // namespace

Result<Verification> verify_rows(std::vector<Checkpoint> checkpoints,
                                 const std::function<Status(const std::function<bool(const EventLog::Row&)>&)>& show,
                                 const std::optional<Checkpoint>& against) {
  Verifier verifier(std::move(checkpoints), against);
  SIDIK_CHECK(show([&](const EventLog::Row& row) { return verifier.add(row); }));
  return verifier.finish();
}

Result<Verification> verify(EventLog& log, const std::optional<Checkpoint>& against) {
  SIDIK_TRY(auto checkpoints, log.checkpoints());
  return verify_rows(std::move(checkpoints), [&](const auto& take) { return log.for_each(take); }, against);
}

}  // namespace sidik::casefile
