"""Notices: X-ARF reports hold against the published schema, letters say what they must, and what must not leave does not.

Usage: takedown_notices.py PROGRAM. Everybody and every host here is invented.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import warnings

warnings.filterwarnings("ignore", category=DeprecationWarning)
import jsonschema

program = sys.argv[1]
KEY = "inventedkey"
schemas = pathlib.Path(__file__).resolve().parent / "xarf"


def run(*words, code=0):
    done = subprocess.run([program, *map(str, words)], capture_output=True, text=True, timeout=60)
    assert done.returncode == code, f"{words}: {done.returncode}, {done.stdout}{done.stderr}"
    assert KEY not in done.stderr, "the link is in standard error"
    return done.stdout if code == 0 else done.stderr


def validator():
    store = {}
    for path in schemas.rglob("*.json"):
        schema = json.loads(path.read_text())
        store[schema["$id"]] = schema
    schema = next(each for each in store.values() if each["$id"].endswith("content-exposed-data.json"))
    resolver = jsonschema.RefResolver(schema["$id"], schema, store=store)
    return jsonschema.Draft202012Validator(schema, resolver=resolver, format_checker=jsonschema.FormatChecker())


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    case = folder / "kasus"
    run("case", "open", case, "--law", "id", "--as", "rina", "--person-name", "Rina Rekaan")
    run("case", "person", "add", case, "budi", "--name", "Budi Rekaan")
    run("case", "fact", case, "confirmed", 100002, "--definition", "rows that the custodian confirmed")
    run("takedown", "add", case, f"https://files.example/f/abc#{KEY}")
    run("takedown", "add", case, "https://mega.nz/file/abc")
    common = ["--org", "Desk of Examples", "--contact", "desk@authority.example", "--data-type", "personal_information",
              "--data-type", "government_id", "--method", "forum_post", "--data-format", "csv", "--holds", "names",
              "--affected", "Invented Insurer", "--legal-basis", "UU PDP art. 65"]

    check = validator()
    report = json.loads(run("takedown", "notice", case, "L1", "--form", "xarf", *common))
    check.validate(report)
    assert report["url"].endswith(KEY) and "record_count" not in report, report
    for wrong in ({"data_types": []}, {"category": "copyright"}, {"report_id": None}, {"exposure_method": "magic"}):
        assert not check.is_valid({**report, **wrong}), f"the schema passes {wrong}, so it proves nothing"
    other = json.loads(run("takedown", "notice", case, "L1", "--form", "xarf", *common))
    assert other["report_id"] != report["report_id"]

    # A number leaves the house when two persons have approved it, and not before.
    number = ["--records-fact", "confirmed"]
    assert "engine.fact_not_usable" in run("takedown", "notice", case, "L1", "--form", "xarf", *common, *number, code=77)
    run("case", "approve", case, "confirmed")
    assert "engine.fact_not_usable" in run("takedown", "notice", case, "L1", "--form", "xarf", *common, *number, code=77)
    run("case", "approve", case, "confirmed", "--as", "budi")
    report = json.loads(run("takedown", "notice", case, "L1", "--form", "xarf", *common, *number))
    check.validate(report)
    assert report["record_count"] == 100002
    assert not {"_internal", "sample_records", "evidence"} & report.keys()

    # The key of a link goes to the operator only; a host that is blind is not told without it.
    for form in ("xarf", "email", "dsa"):
        text = run("takedown", "notice", case, "L1", "--form", form, "--scope", "registrar", "--to", "abuse@registrar.example", *common)
        assert KEY not in text and "files.example/f/abc" in text, form
    assert "casefile.notice_key_missing" in run("takedown", "notice", case, "L2", "--form", "xarf", *common, code=64)

    english = run("takedown", "notice", case, "L1", "--to", "abuse@files.example", *common, *number)
    indonesian = run("takedown", "notice", case, "L1", "--to", "abuse@files.example", "--lang", "id", *common, *number)
    for text in (english, indonesian):
        assert "100002" in text and "Rina Rekaan" in text and "To: abuse@files.example" in text
    assert "public archive" in english and "data pribadi" in indonesian
    dsa = run("takedown", "notice", case, "L1", "--form", "dsa", *common)
    assert all(f"16(2)({letter})" in dsa for letter in "abcd")
    assert "casefile.notice_field" in run("takedown", "notice", case, "L1", "--form", "xarf", code=64)

    # A draft changes nothing; what was sent is filed.
    assert json.loads(run("takedown", "list", case, "--format", "json"))["links"][0]["state"] == "seen"
    out = folder / "notice.eml"
    run("takedown", "notice", case, "L1", "--to", "abuse@files.example", "--out", out, *common)
    assert out.stat().st_mode & 0o077 == 0
    run("takedown", "sent", case, "L1", "--letter", out, "--to", "abuse@files.example", "--on", "2021-05-20 16:30 WIB", "--basis", "an invented rule",
        "--due", "2021-05-21 16:30 WIB")
    link = json.loads(run("takedown", "list", case, "--format", "json"))["links"][0]
    assert link["state"] == "noticed" and link["noticed_at"] == "2021-05-20T09:30:00Z", link

    # The notice is one of the numbered letters of the case, and the answer is filed against it.
    def letters():
        return json.loads(run("case", "show", case, "--format", "json"))["letters"]

    sent = letters()[-1]
    assert (sent["kind"], sent["party"], sent["to"]) == ("takedown", "host", "abuse@files.example"), sent
    assert (sent["sent"], sent["due"], sent["answered"]) == ("2021-05-20T09:30:00Z", "2021-05-21T09:30:00Z", None), sent
    before = len(letters())
    run("takedown", "answer", case, "L1", "--letter", out, "--from", "abuse@files.example", "--says", "acknowledged", "--on", "2021-05-20T12:00:00Z")
    answered = letters()[-1]
    assert len(letters()) == before and answered["id"] == sent["id"], answered
    assert (answered["answered"], answered["answer"]) == ("2021-05-20T12:00:00Z", "acknowledged"), answered
    assert "engine.letter_option" in run("takedown", "sent", case, "L1", "--letter", out, "--to", "x", "--on", "yesterday", code=64)
    assert len(letters()) == before

print("notices hold against the published schema")
