#include "ingest/unpack/decoder_process.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <thread>

#include <gtest/gtest.h>

#include "ingest/reading_for_test.hpp"
#include "ingest/unpack/sandbox.hpp"

namespace sidik::ingest {
namespace {

struct Outcome {
  std::string bytes;  ///< behind the first frame
  std::string how;
  bool is_filtered = false;
};

/// Runs `run` in a helper process that is fed with `feed`, to its end.
Outcome run_shut_in(std::function<void(DecoderInput&, FrameWriter&)> run, const std::string& feed = {},
                    DecoderTerms terms = {}) {
  MemorySource source(feed);
  DecoderBytes bytes;
  bytes.feed = &source;
  const auto decoder =
      start_decoder_process(DecoderBody{nullptr, std::move(run)}, std::uint64_t{1} << 27, bytes, terms).value();
  std::string all;
  std::vector<char> buffer(100000);
  while (true) {
    const auto got = decoder->read(buffer);
    if (!got || *got == 0) break;
    all.append(buffer.data(), *got);
  }
  Outcome out;
  out.how = decoder->how_it_ended();
  out.is_filtered = all.size() > 1 && all[1] == 1;
  out.bytes = all.size() > kFrameHeadBytes ? all.substr(kFrameHeadBytes) : "";
  return out;
}

constexpr const char* kForbidden = "the reader of the archive was stopped: it made a system call that is not allowed";

TEST(DecoderProcess, GivesWhatItWritesWhileItIsFed) {
  std::string text;
  for (int i = 0; i < 1000000; ++i) text += std::to_string(i);
  const auto out = run_shut_in(
      [](DecoderInput& input, FrameWriter& frames) {
        (void)frames.member("", 0, false);
        while (true) {
          const auto got = input.read(frames.room());
          if (!got || *got == 0 || !frames.data(*got, 0)) break;
        }
        (void)frames.member_end({});
      },
      text);
  EXPECT_EQ(out.how, "");
  EXPECT_GT(out.bytes.size(), text.size()) << "five times what both pipes hold";
  EXPECT_EQ(out.is_filtered, can_filter_system_calls());
}

TEST(DecoderProcess, CannotOpenAFile) {
  if (!can_filter_system_calls()) GTEST_SKIP() << "a sanitizer build is not shut in";
  const auto out = run_shut_in([](DecoderInput&, FrameWriter& frames) {
    (void)::open("/etc/passwd", O_RDONLY);
    (void)frames.tick(1);
  });
  EXPECT_EQ(out.how, kForbidden);
  EXPECT_EQ(out.bytes, "");
}

TEST(DecoderProcess, CannotReachTheNetworkNorAnotherProcess) {
  if (!can_filter_system_calls()) GTEST_SKIP() << "a sanitizer build has no filter of system calls";
  const std::vector<std::pair<const char*, std::function<void()>>> calls = {
      {"socket", [] { (void)::socket(AF_INET, SOCK_STREAM, 0); }},
      {"fork", [] { (void)::fork(); }},
      {"kill", [] { (void)::kill(1, 0); }},
      {"unlink", [] { (void)::unlink("/tmp/sidik-nothing"); }},
      {"memfd", [] { (void)::memfd_create("x", 0); }},
      {"write to another descriptor", [] { (void)!::write(2, "x", 1); }},
      {"read from another descriptor",
       [] {
         char byte = 0;
         (void)!::read(0, &byte, 1);
       }},
      {"memory that runs",
       [] { return ::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); }},
      {"a file as memory", [] { return ::mmap(nullptr, 4096, PROT_READ, MAP_PRIVATE, kInputDescriptor, 0); }}};
  for (const auto& forbidden : calls) {
    EXPECT_EQ(run_shut_in([&forbidden](DecoderInput&, FrameWriter&) { forbidden.second(); }).how, kForbidden)
        << forbidden.first;
  }
}

TEST(DecoderProcess, HasNoMoreMemoryThanAllowed) {
  if (!can_filter_system_calls()) GTEST_SKIP() << "a sanitizer build has no limit on addresses";
  const auto hoard = [](DecoderInput&, FrameWriter& frames) {
    std::vector<std::vector<char>> kept;
    kept.reserve(1000);
    for (int i = 0; i < 1000; ++i) kept.emplace_back(std::size_t{1} << 20, 'x');
    (void)frames.tick(kept.size());
  };
  constexpr const char* kTooMuch = "the reader of the archive was stopped: it asked for more memory than allowed";
  EXPECT_EQ(run_shut_in(hoard).how, kTooMuch);
  std::vector<char> left;
  std::jthread([&left] { left.resize(1000); }).join();
  EXPECT_EQ(run_shut_in(hoard).how, kTooMuch) << "malloc turns to what the thread left";
}

TEST(DecoderProcess, ThatCrashesIsToldAndNeverWaitedFor) {
  const auto crash = run_shut_in([](DecoderInput&, FrameWriter& frames) {
    (void)frames.tick(1);
    std::signal(SIGSEGV, SIG_DFL);
    ::raise(SIGKILL);
  });
  EXPECT_TRUE(crash.how.starts_with("the reader of the archive was stopped")) << crash.how;
  DecoderTerms terms;
  terms.silent_seconds = 0;
  const auto silent = run_shut_in(
      [](DecoderInput&, FrameWriter&) {
        while (true) asm volatile("");
      },
      {}, terms);
  EXPECT_EQ(silent.how, "the reader of the archive was stopped: it gave nothing for 0 seconds");
}

TEST(DecoderProcess, EndsWhenTheWorkIsCancelledOrNobodyWantsIt) {
  CancelToken cancel;
  cancel.cancel();
  DecoderTerms terms;
  terms.cancel = &cancel;
  const auto endless = [](DecoderInput&, FrameWriter& frames) {
    while (frames.tick(0)) {
    }
  };
  EXPECT_EQ(run_shut_in(endless, {}, terms).how, "reading was stopped");
  MemorySource nothing("");
  DecoderBytes bytes;
  bytes.feed = &nothing;
  {
    const auto dropped = start_decoder_process(DecoderBody{nullptr, endless}, 1 << 27, bytes, {}).value();
  }
  SUCCEED() << "its end is not waited for";
}

/// A second archive is opened while the crew that counts the first one's records is at work.
TEST(DecoderProcess, StartsWhileOtherThreadsAllocateAndThrow) {
  if (!can_filter_system_calls()) GTEST_SKIP() << "a sanitizer's own malloc need not survive a fork among threads";
  std::atomic<bool> is_over = false;
  std::vector<std::jthread> busy;
  busy.reserve(3);
  for (int t = 0; t < 3; ++t) {
    busy.emplace_back([&is_over] {
      std::size_t size = 1;
      while (!is_over) {
        try {
          const std::string text(size = size * 7 % 100003 + 1, 'x');
          if (size % 64 == 0) throw std::length_error(text.substr(0, 8));
        } catch (const std::length_error&) {
          size += 1;
        }
      }
    });
  }
  DecoderTerms terms;
  terms.silent_seconds = 30;
  for (int i = 0; i < 40; ++i) {
    MemorySource nothing("");
    DecoderBytes bytes;
    bytes.feed = &nothing;
    const DecoderBody body{[] { prepare_decoding(ContainerKind::zip); },
                           [](DecoderInput&, FrameWriter& frames) {
                             const std::vector<std::string> texts(1000, std::string(100, 'x'));
                             (void)frames.tick(texts.size());
                           }};
    const auto decoder = start_decoder_process(body, std::uint64_t{1} << 27, bytes, terms).value();
    std::vector<char> buffer(1000);
    while (decoder->read(buffer).value_or(0) > 0) {
    }
    EXPECT_EQ(decoder->how_it_ended(), "");
  }
  is_over = true;
}

TEST(DecoderProcess, IsToldWhatToSkip) {
  MemorySource nothing("");
  DecoderBytes bytes;
  bytes.feed = &nothing;
  const auto endless = [](DecoderInput&, FrameWriter& frames) {
    (void)frames.member("", 0, false);
    while (!frames.is_member_skipped()) {
      if (!frames.data(100, 0)) return;
    }
    (void)frames.member_end({});
  };
  const auto decoder = start_decoder_process(DecoderBody{nullptr, endless}, 1 << 27, bytes, {}).value();
  decoder->skip(1);
  std::vector<char> buffer(100000);
  while (true) {
    const auto got = decoder->read(buffer);
    if (!got || *got == 0) break;
  }
  EXPECT_EQ(decoder->how_it_ended(), "");
}

}  // namespace
}  // namespace sidik::ingest
