#include "casefile/time_stamp.hpp"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

#include <array>
#include <ctime>
#include <memory>
#include <vector>

#include "casefile/event.hpp"
#include "crypto/sha256.hpp"

namespace sidik::casefile {
namespace {

template <auto Free>
struct Deleter {
  template <class T>
  void operator()(T* pointer) const {
    Free(pointer);
  }
};
template <class T, auto Free>
using Owned = std::unique_ptr<T, Deleter<Free>>;

using Bio = Owned<BIO, BIO_free>;
using Request = Owned<TS_REQ, TS_REQ_free>;
using Response = Owned<TS_RESP, TS_RESP_free>;
using Imprint = Owned<TS_MSG_IMPRINT, TS_MSG_IMPRINT_free>;
using Algorithm = Owned<X509_ALGOR, X509_ALGOR_free>;
using Number = Owned<ASN1_INTEGER, ASN1_INTEGER_free>;
using Certificate = Owned<X509, X509_free>;
using Store = Owned<X509_STORE, X509_STORE_free>;
using Context = Owned<TS_VERIFY_CTX, TS_VERIFY_CTX_free>;

constexpr std::size_t kMostBytes = std::size_t{1} << 20;

std::unexpected<Error> malformed(const char* what, const char* next) {
  return fail(ErrorKind::invalid_input, "casefile.stamp_malformed", what, next);
}

crypto::Digest imprint_of(const Checkpoint& checkpoint) {
  crypto::Sha256 hash;
  hash.update(signed_text(checkpoint));
  return hash.finish();
}

Bio memory_of(std::string_view bytes) { return Bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size()))); }

/// The trusted certificates; null when there is none.
Store store_of(std::string_view authority) {
  const Bio bio = memory_of(authority);
  Store store(X509_STORE_new());
  int count = 0;
  while (Certificate certificate{PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)})
    count += X509_STORE_add_cert(store.get(), certificate.get());
  if (count == 0) store.reset();
  return store;
}

std::string serial_of(const ASN1_INTEGER* number) {
  const Owned<BIGNUM, BN_free> big(ASN1_INTEGER_to_BN(number, nullptr));
  char* digits = big ? BN_bn2hex(big.get()) : nullptr;
  std::string text = digits != nullptr ? digits : "";
  OPENSSL_free(digits);
  return text;
}

}  // namespace

Result<std::string> stamp_request(const Checkpoint& checkpoint) {
  auto digest = imprint_of(checkpoint);
  const Request request(TS_REQ_new());
  const Imprint imprint(TS_MSG_IMPRINT_new());
  const Algorithm algorithm(X509_ALGOR_new());
  X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr);
  std::array<unsigned char, 8> bytes{};
  RAND_bytes(bytes.data(), static_cast<int>(bytes.size()));
  const Owned<BIGNUM, BN_free> big(BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
  const Number nonce(BN_to_ASN1_INTEGER(big.get(), nullptr));
  const bool is_made = TS_REQ_set_version(request.get(), 1) == 1 &&
                       TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()) == 1 &&
                       TS_MSG_IMPRINT_set_msg(imprint.get(), digest.data(), static_cast<int>(digest.size())) == 1 &&
                       TS_REQ_set_msg_imprint(request.get(), imprint.get()) == 1 &&
                       TS_REQ_set_nonce(request.get(), nonce.get()) == 1 && TS_REQ_set_cert_req(request.get(), 1) == 1;
  unsigned char* der = nullptr;
  const int length = is_made ? i2d_TS_REQ(request.get(), &der) : -1;
  if (length <= 0) return fail(ErrorKind::bug, "casefile.stamp_request", "the request for a time stamp cannot be made");
  std::string out(reinterpret_cast<const char*>(der), static_cast<std::size_t>(length));
  OPENSSL_free(der);
  return out;
}

Result<TimeStamp> check_stamp(std::string_view response, const Checkpoint& checkpoint, std::string_view authority) {
  if (response.size() > kMostBytes || authority.size() > kMostBytes)
    return malformed("a time stamp or its authority is longer than 1 MiB", "give the file that the authority sent");
  const auto* at = reinterpret_cast<const unsigned char*>(response.data());
  const Response read(d2i_TS_RESP(nullptr, &at, static_cast<long>(response.size())));
  if (!read) return malformed("this is no response of a time-stamping authority", "give the .tsr file as it came");
  Store store = store_of(authority);
  if (!store)
    return malformed("there is no certificate of the authority", "give its certificates as PEM with --authority");
  const Context context(TS_VERIFY_CTX_new());
  TS_VERIFY_CTX_set_flags(context.get(), TS_VFY_VERSION | TS_VFY_SIGNER | TS_VFY_SIGNATURE | TS_VFY_IMPRINT);
  TS_VERIFY_CTX_set_store(context.get(), store.release());
  const auto digest = imprint_of(checkpoint);
  auto* imprint = static_cast<unsigned char*>(OPENSSL_memdup(digest.data(), digest.size()));
  TS_VERIFY_CTX_set_imprint(context.get(), imprint, static_cast<long>(digest.size()));
  if (TS_RESP_verify_response(context.get(), read.get()) != 1) {
    return fail(ErrorKind::refused, "casefile.stamp_refused",
                "the time stamp is not of this checkpoint, was not given, or no trusted authority signed it",
                "ask for a stamp of the newest checkpoint, and name the authority's certificate");
  }
  TS_TST_INFO* info = TS_RESP_get_tst_info(read.get());
  std::tm time{};
  if (info == nullptr || ASN1_TIME_to_tm(TS_TST_INFO_get_time(info), &time) != 1)
    return malformed("the time stamp has no time", "give the .tsr file as it came");
  const auto seconds = std::chrono::system_clock::from_time_t(timegm(&time));
  return TimeStamp{time_text(seconds), serial_of(TS_TST_INFO_get_serial(info))};
}

}  // namespace sidik::casefile
