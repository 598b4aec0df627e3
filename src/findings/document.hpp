#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// The document that an examination yields: what is printed, kept and sent on. docs/findings.schema.json defines its
/// JSON; names are stable, more may be added. No value of a dump stands in it except masked.
namespace sidik::findings {

/// An estimate never stands without its interval.
struct Estimate {
  double value = 0;
  double low = 0;
  double high = 0;
  double level = 0.95;
};

struct Bytes {
  std::uint64_t total = 0;  ///< bytes of the member before transcoding; the sum of the five below
  std::uint64_t header = 0;
  std::uint64_t records = 0;
  std::uint64_t rejected = 0;
  std::uint64_t blank = 0;
  std::uint64_t other = 0;  ///< byte order mark, preamble, comments, brackets and commas between JSON objects
};

struct RejectCount {
  std::string reason;
  std::uint64_t count = 0;
  std::uint64_t first_offset = 0;
};

struct Column {
  std::uint32_t position = 0;       ///< from 1
  std::string name;                 ///< as written in the header; empty without a header
  std::string meaning = "unknown";  ///< a word of packs/global/meanings.toml, or unknown
  double confidence = 0;            ///< of the meaning, 0 to 1
  std::string identifier;           ///< the pack's identifier that validates it, for example id.nik; may be empty
  std::string decided_by;           ///< header, values, both, user
  std::uint64_t filled = 0;         ///< not empty as written
  std::uint64_t valid = 0;          ///< of the filled, passes the checks of the meaning; = filled where there are none
  bool checked = false;             ///< whether the meaning has checks at all
  std::uint64_t distinct = 0;       ///< distinct non-empty values
  bool distinct_exact = true;
  std::string shape;                            ///< the most frequent shape class
  std::map<std::string, std::uint64_t> faults;  ///< reason -> count, over the filled that are not valid or noticed
  std::vector<std::string> examples_masked;     ///< some masked values
};

struct Coherence {
  std::string rule;
  std::string says;           ///< the rule in words, English
  std::uint64_t checked = 0;  ///< records where every column of the rule was usable
  std::uint64_t agree = 0;
};

struct Table {
  std::string name;
  std::string format;    ///< delimited, json_lines, json_array, sql_insert, sql_copy, sqlite, xlsx
  std::string encoding;  ///< UTF-8, UTF-16LE, windows-1252, ...
  std::string delimiter;
  std::string quote;
  std::string escape;   ///< double, backslash, none
  std::string newline;  ///< LF, CRLF, CR, mixed
  bool header = false;
  std::map<std::string, std::string>
      decided_by;  ///< delimiter, quote, escape, header, encoding, format -> guessed | user | bom
  std::uint64_t records = 0;
  std::uint64_t rejected = 0;
  std::uint64_t lines = 0;          ///< line ends, plus one for a last line without one
  std::uint64_t padded = 0;         ///< short records that were padded
  std::uint64_t invalid_bytes = 0;  ///< bytes that are no text in the encoding
  std::uint64_t nul_bytes = 0;
  std::uint64_t mixed_lines = 0;  ///< records with a field read in another encoding than the text's
  Bytes bytes;
  std::vector<RejectCount> rejects;
  std::vector<Column> columns;
  std::vector<Coherence> coherence;
};

struct Skipped {
  std::string name;
  std::uint64_t bytes = 0;
  std::string reason;
};

struct Exhibit {
  std::string path;
  std::string sha256;       ///< of the file as it lies, in hex; of the bytes read when standard input
  std::uint64_t bytes = 0;  ///< of the file as it lies
  bool complete = true;     ///< false: the file was cut off, unreadable in part, or reading was stopped
  std::string incomplete_because;
  std::vector<Skipped> skipped;
  std::vector<Table> tables;
};

/// A step of the ledger. bytes, lines, records_and_rejects, records, exact_duplicates, distinct_records,
/// distinct_national_id, persons, confirmed; in this order; the last ones when known.
struct LedgerStep {
  std::string step;
  std::uint64_t count = 0;
  std::string defined_as;
};

struct Claim {
  std::string subject;  ///< sample or total
  std::uint64_t claimed = 0;
  std::uint64_t found = 0;
  std::string verdict;  ///< supported, refuted, not_testable
  std::string says;
};

struct Alarm {
  std::string kind;  ///< tool_limit, header_inside, trailer_line, cut_off, sold_but_absent, lying_header,
                     ///< leading_zeros_lost, ...
  std::string says;
};

/// How a column of a stratum is written.
struct StratumWriting {
  std::uint32_t position = 0;  ///< from 1
  std::string name;
  std::string written_as;  ///< in words: digits 13; date day first; code, upper
  double share = 0;        ///< of the stratum's filled fields
  std::string example_masked;
};

struct StratumColumn {
  std::uint32_t position = 0;  ///< from 1
  std::string name;
  double filled = 0;  ///< share of the stratum's records
};

/// A stretch of the table in which a stratum is found.
struct StratumBlock {
  std::uint64_t from = 0;  ///< records, from 1, both included
  std::uint64_t to = 0;
  double share = 0;  ///< of the stratum's records
};

/// A stretch of a stratum that was taken out on one day, and the days between which that was.
struct ExtractedCopy {
  std::uint64_t first_record = 0;  ///< from 1, as far as a sample tells
  std::uint64_t last_record = 0;
  std::string from;
  std::string to;
};

/// When the data was taken out, at the earliest and at the latest; days, as far as they are known.
struct StratumWindow {
  std::optional<std::string> from;
  std::optional<std::string> to;
  std::vector<std::string> because;   ///< the evidence in words, English
  std::vector<ExtractedCopy> copies;  ///< when it was put together of copies of several days, in file order
};

/// A piece of evidence for or against a proposition.
struct Evidence {
  std::string group;  ///< columns, formats, codes, key_ranges, links, volume, variety, containment, others; of
                      ///< authenticity its traits
  double log10_lr = 0;
  std::string says;
};

/// H1: taken from a real register. H2: made up.
struct Authenticity {
  double log10_lr = 0;
  std::string support;  ///< as of an origin
  std::vector<Evidence> evidence;
};

/// Records of a stratum that stand in another file as well.
struct SeenIn {
  std::string with;  ///< the file, as the analyst calls it
  std::string kind;  ///< leak, published
  std::uint64_t records = 0;
};

/// Records that one system wrote, as far as their form tells.
struct Stratum {
  std::string id;  ///< as --rows writes it
  std::string table;
  std::uint64_t records = 0;
  double share = 0;                       ///< of all records
  std::optional<std::uint64_t> persons;   ///< when they are known
  std::vector<StratumWriting> signature;  ///< of the columns that it fills
  std::vector<StratumColumn> columns_filled;
  std::vector<StratumBlock> blocks;
  std::optional<std::string> origin;  ///< the id of a profile, or unknown, when it was looked for
  std::optional<double> log10_lr;
  std::optional<Authenticity> authenticity;  ///< when it could be asked
  StratumWindow window;
  std::vector<SeenIn> seen_in;  ///< of the files it was compared with
};

/// A candidate for where a stratum comes from. H1: its records come from this system. H2: they come from another.
struct Origin {
  std::string candidate;  ///< the id of a profile, or unknown
  std::string stratum;
  std::string kind;  ///< institution, archetype (a kind of system, never an institution), unknown
  double log10_lr = 0;
  std::string support;                  ///< ENFSI 2015; `against: ` in front where the ratio is below 1
  std::uint64_t columns_not_held = 0;   ///< columns of the stratum that the candidate does not hold
  std::vector<std::string> never_held;  ///< meanings among them that it is known never to hold
  std::vector<Evidence> evidence;
};

/// What a dump shares with another file, in one respect.
struct Overlap {
  std::string with;     ///< the file, as the analyst calls it
  std::string kind;     ///< leak, published
  std::string field;    ///< row: the columns that both have; else a meaning
  std::string counted;  ///< records, for rows; values: distinct ones
  std::uint64_t shared = 0;
  double share_here = 0;   ///< of the dump's records or distinct values
  double share_there = 0;  ///< of the file's distinct rows or values
  std::uint64_t new_here = 0;
  std::optional<std::uint64_t> columns;  ///< that rows were compared in
};

/// What of a dump was seen before, in all files together.
struct Novelty {
  std::string field;    ///< as of an overlap
  std::string counted;  ///< as of an overlap
  std::uint64_t total = 0;
  std::uint64_t recycled = 0;   ///< in an earlier leak
  std::uint64_t published = 0;  ///< lawfully published and in no earlier leak
  std::uint64_t fresh = 0;      ///< in none of the files; `new` in JSON
};

/// What is known of one recipient of a register's copies.
struct CopyRecipient {
  std::string name;
  std::optional<std::uint64_t> decoys_planted;
  std::optional<std::uint64_t> decoys_found;
  std::optional<std::uint64_t> rows_against;  ///< that another copy explains and this one does not
  double false_accusation_bound = 1;          ///< the chance that so much is found of an innocent one
  bool is_named = false;
};

/// Whose copy leaked. H1: the dump was made from the copies of those named. H2: it was made from something else.
struct Copies {
  std::string verdict;             ///< named, cannot_tell, not_from_these
  std::string by;                  ///< decoys, differences, or empty
  std::vector<std::string> named;  ///< several: together
  double false_accusation_bound =
      1;  ///< the chance of such findings were those named innocent, at most, under what `says` states
  std::uint64_t rows = 0;
  std::optional<std::uint64_t> rows_explained;  ///< by any copy
  std::vector<CopyRecipient> recipients;
  std::string says;
};

struct Severity {
  std::string method = "ENISA 2013";
  double dpc = 0;
  double ei = 0;
  double cb = 0;
  double score = 0;
  std::string level;  ///< low, medium, high, very high
  std::vector<std::string> flags;
  std::vector<std::string> because;
};

/// What put records together: a valid identifier that agrees, likeness of several fields, ...
struct LinkedBy {
  std::string how;          ///< identical, identifier, likeness
  std::uint64_t pairs = 0;  ///< that it put together
};

struct RecordsPerPerson {
  std::uint64_t records = 0;
  std::uint64_t persons = 0;  ///< that have so many records
};

struct HouseholdSize {
  std::uint64_t persons = 0;
  std::uint64_t households = 0;  ///< of so many persons
};

struct BlockingPass {
  std::vector<std::string> by;  ///< the keys that two records share to be compared in it
  std::uint64_t pairs = 0;      ///< compared in it, each pair in the first pass that yields it
  double recall = 0;            ///< share of pairs of one person that it yields, 0 to 1
};

/// What an agreement is worth.
struct MatchWeight {
  std::string field;  ///< a meaning, or the name of the column
  std::string level;  ///< exact, near, close, similar, weak, crossed, different
  double m = 0;       ///< probability among pairs of one person
  double u = 0;       ///< the same among pairs of two
  double bits = 0;    ///< log2(m / u): above 0 for one person, below against
};

struct PersonExample {
  std::uint64_t records = 0;          ///< of the person
  std::vector<std::string> writings;  ///< some of them, masked
};

/// Persons that have records in two exhibits, or in two sources, as they are linked.
struct SharedPersons {
  std::string of;  ///< exhibit, source
  std::string left;
  std::string right;
  std::uint64_t persons = 0;
};

/// Distinct persons and their households.
struct People {
  std::optional<Estimate> persons;  ///< nothing: no column is fit to tell persons apart
  std::string not_linked_because;   ///< then why, English
  std::optional<Estimate> households;
  std::vector<LinkedBy> linked_by;
  std::optional<Estimate> precision;  ///< share of linked pairs that are one person
  std::optional<Estimate> recall;     ///< share of pairs of one person that are linked
  std::vector<RecordsPerPerson> records_per_person;
  std::vector<HouseholdSize> household_sizes;
  std::vector<BlockingPass> blocking;
  std::vector<MatchWeight> weights;
  std::uint64_t not_compared = 0;  ///< pairs of blocks that were too large
  std::vector<PersonExample> examples;
  std::vector<SharedPersons> shared;
};

struct Run {
  std::string version;
  std::string command;  ///< the sub-command and its options, without values from a dump
  std::string started;  ///< RFC 3339, UTC
  double seconds = 0;
  std::uint64_t peak_rss_bytes = 0;
  std::optional<std::string> unmasked_because;  ///< the reason given with --unmask
};

struct Document {
  Run sidik;
  std::vector<Exhibit> exhibits;
  std::vector<LedgerStep> ledger;
  std::vector<Claim> claims;
  std::vector<Alarm> alarms;
  std::optional<Authenticity> authenticity;  ///< of the largest stratum
  std::optional<Severity> severity;
  std::optional<People> people;
  std::vector<Stratum> strata;  ///< by table, the largest first
  std::vector<Origin> origins;  ///< by stratum, the best first, `unknown` among them
  std::vector<Overlap> overlaps;
  std::vector<Novelty> novelty;
  std::optional<Copies> copies;  ///< when it was traced
};

}  // namespace sidik::findings
