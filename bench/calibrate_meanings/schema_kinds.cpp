#include "rehearsed_table.hpp"

namespace sidik::bench {
namespace {

constexpr SchemaKind kKinds[] = {
    {"registry", false, "0",
     "national|family_card|full_name|sex|birth_place|birth_date|religion|marital|occupation|address|family_role",
     "blood|education|mother_name|father_name|village|district|city|region|nationality|row_number|created|record_"
     "status|tax"},
    {"insurance", false, "0", "member|full_name|national|birth_date|sex|phone|member_status|office|start_day",
     "end_day|tax|email|blood|marital|religion|created|updated|author|editor|family_role|member|birth_place|row_number|"
     "address"},
    {"shop", false, "11234567", "customer|given_name|surname|email|phone|address|city|postcode|country",
     "region|created|updated|amount|method|title|birth_date|flag|landline|employer|sex|note|language|quantity"},
    {"accounts", false, "01234567", "row_number|user_name|email|password_hash|created|ip",
     "password|salt|last_login|role|account_status|full_name|phone|birth_date|country|token|agent|url|uuid|nickname|"
     "language|zone|updated|social"},
    {"bank", false, "0117", "account|full_name|birth_date|phone|email|bank|amount",
     "card|card_kind|expiry|security_code|iban|income|national|tax|mother_name|address|city|occupation|pin|office|"
     "office_name|marital|code_of_few|record_status|passport"},
    {"employees", false, "0112367", "employee|full_name|department|occupation|start_day|email|income",
     "sex|birth_date|education|marital|landline|end_day|office_name|national|title|account|bank|religion|given_name|"
     "surname|code_of_few|city|age"},
    {"orders", false, "0123457", "random_number|event_day|product|quantity|amount",
     "product_code|customer|full_name|email|method|pay_status|percentage|seller|color|note|address|postcode|rating|"
     "barcode|phone|city|calendar_year|record_status|flag"},
    {"goods", false, "01", "product_code|product|amount|quantity",
     "barcode|measure|percentage|color|calendar_year|rating|seller|file_name|big_number|code_of_few|version|short_code|"
     "json_bit|word|two_words|flag|hex_key|updated|url"},
    {"network", false, "014", "log_moment|ip|agent|url",
     "mac|domain|user_name|hex_key|uuid|big_number|duration|json_bit|epoch|imei|device|version|latitude|longitude|"
     "short_code|code_of_few|row_number|country"},
    {"anything", false, "01234567", "", "*"},
    {"patients", true, "011237", "patient|full_name|birth_date|sex|diagnosis|event_day",
     "age|blood|height|weight|phone|address|medication|department|national|member|religion|row_number|note|city|spouse_"
     "name|created|author|occupation|marital|postcode"},
    {"subscribers", true, "007", "phone|national|family_card|operator|created",
     "imei|device|product|full_name|birth_date|birth_place|city|region|latitude|longitude|updated|record_status|amount|"
     "epoch|address|district|random_number|office|quantity"},
    {"students", true, "0012356", "student|full_name|birth_date|sex|birth_place",
     "mother_name|father_name|address|religion|phone|email|department|calendar_year|rating|measure|nickname|national|"
     "village|district|height|weight|row_number|title|birth_year"},
    {"europe", true, "2345667", "surname|given_name|address|postcode|city",
     "title|email|phone|birth_date|iban|country|customer|created|middle_name|landline|note|employer|occupation|birth_"
     "place|nationality|national|age|amount|language|messenger|plate"},
    {"travel", true, "0123457", "full_name|passport|nationality|birth_date|start_day",
     "end_day|sex|email|phone|card|expiry|amount|random_number|short_code|country|plate|coordinates|messenger|social|"
     "latitude_north|two_words|age|uuid|json_bit|duration"},
};

}  // namespace

std::span<const SchemaKind> schema_kinds() { return kKinds; }

}  // namespace sidik::bench
