#include "identify/header_promise.hpp"

#include <gtest/gtest.h>

#include "identify/test_table.hpp"

namespace sidik::identify {
namespace {

struct Promise {
  const char* header;
  const char* meaning;
  const char* identifier;
};

TEST(HeaderPromise, TakesTheNamedIdentifierThenTheHintThenTheOnlyOne) {
  static constexpr Promise kCases[] = {{"NIK", "id.national", "id.nik"},
                                       {"no_ktp", "id.national", "id.nik"},
                                       {"ssn", "id.national", "us.ssn"},
                                       {"NPWP", "id.tax", "id.npwp15"},
                                       {"NIP", "id.employee", "id.nip"},
                                       {"employee_id", "id.employee", ""},
                                       {"kartu_kredit", "payment.card", "global.card"},
                                       {"no_bpjs", "id.member", "id.bpjs_card"},
                                       {"member_id", "id.member", ""},
                                       {"passport", "id.passport", ""},
                                       {"steuernummer", "id.tax", ""},
                                       {"nama", "person.name", ""},
                                       {"nik_ibu", "id.national_mother", "id.nik"}};
  for (const Promise& given : kCases)
    EXPECT_EQ(identifier_promised_by(given.header, given.meaning, test_pack()), given.identifier) << given.header;
}

TEST(HeaderPromise, FindsContradictionsBetweenFamiliesOnly) {
  EXPECT_TRUE(contradicts("id.national", "birth.date"));
  EXPECT_TRUE(contradicts("contact.phone", "id.national"));
  EXPECT_TRUE(contradicts("person.name", "contact.email"));
  EXPECT_FALSE(contradicts("id.national", "id.family"));
  EXPECT_FALSE(contradicts("birth.date", "record.created"));
  EXPECT_FALSE(contradicts("credential.password", "credential.hash"));
  EXPECT_FALSE(contradicts("text.note", "contact.phone"));
  EXPECT_FALSE(contradicts("contact.phone", "unknown"));
}

}  // namespace
}  // namespace sidik::identify
