"""Clocks by the command line, with and without a case: deadlines worked out by hand, zones, holidays, what is open, what is refused.

Usage: clock.py PROGRAM.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

program = sys.argv[1]


def run(*words, code=0):
    done = subprocess.run([program, *map(str, words)], capture_output=True, text=True)
    assert done.returncode == code, f"{words}: {done.returncode}, {done.stdout}{done.stderr}"
    return done.stdout if code == 0 else done.stderr


def clocks(*words):
    return {clock["rule"]: clock for clock in json.loads(run("clock", "list", *words, "--format", "json"))["clocks"]}


# Permenkominfo 20/2016: fourteen days, Indonesia's wall clocks; UU PDP was not there yet.
then = clocks("--law", "id", "--event", "aware=2021-05-20T23:30+07:00", "--at", "2021-06-03 23:59 WIB")
assert then["id.pm20-28"]["due"] == "2021-06-03T16:59:59Z" and then["id.pm20-28"]["state"] == "running", then["id.pm20-28"]
assert then["id.pdp-46"]["state"] == "does not apply" and "2022-10-17" in then["id.pdp-46"]["why"]
late = clocks("--law", "id", "--event", "aware=2021-05-20T23:30+07:00", "--at", "2021-06-04 00:00 WIB")
assert late["id.pm20-28"]["state"] == "late"
# A bank's report in five working days: 26 May 2021 was Waisak.
assert then["id.ojk-report"]["due"] == "2021-05-28T16:59:59Z" and then["id.ojk-report"]["undecided"] == ["bank"]
assert any("unverified" in remark for remark in then["id.ojk-report"]["remarks"])
# UU PDP: 72 hours, wherever one is; the same moment written in three zones.
for aware in ("2025-03-10 09:00 WIB", "2025-03-10 10:00 WITA", "2025-03-10T02:00:00Z"):
    now = clocks("--law", "id", "--event", f"aware={aware}", "--at", "2025-03-12T00:00Z")
    assert now["id.pdp-46"]["due"] == "2025-03-13T02:00:00Z" and now["id.pdp-46"]["state"] == "running"
# Seventy-two hours across the change of the clock in Brussels; a denied risk ends the duty.
eu = clocks("--law", "eu", "--event", "aware=2021-03-26T18:00+01:00", "--at", "2021-03-29T00:00Z", "--is", "risk", "--is-not", "high_risk")
assert eu["eu.gdpr-33"]["due"] == "2021-03-29T17:00:00Z" and eu["eu.gdpr-34"]["state"] == "does not apply"
# Numbers: Singapore 500 persons, three calendar days after the assessment; HIPAA's media 500.
sg = clocks("--law", "sg", "--event", "assessed=2025-02-03T10:00+08:00", "--persons", 500, "--at", "2025-02-04T00:00Z")
assert sg["sg.pdpa-26d"]["due"] == "2025-02-06T15:59:59Z" and not sg["sg.pdpa-26d"]["undecided"]
us = clocks("--law", "us", "--event", "discovered=2025-01-01T12:00-05:00", "--persons", 499, "--is", "health_data", "--at", "2025-01-02T00:00Z")
assert us["us.hipaa-406"]["state"] == "does not apply" and us["us.hipaa-404"]["due"] == "2025-03-03T04:59:59Z"
# Brazil counts working days, and says that it does not know its holidays.
br = clocks("--law", "br", "--event", "aware=2025-05-02T09:00-03:00", "--at", "2025-05-03T00:00Z")
assert br["br.lgpd-48"]["due"] == "2025-05-08T02:59:59Z" and any("without holidays" in remark for remark in br["br.lgpd-48"]["remarks"])

for law in ("au", "br", "eu", "gb", "id", "in", "jp", "ke", "my", "ph", "sg", "th", "us", "za"):
    text = run("clock", "rules", "--law", law)
    assert "source:" in text, law
assert "there are: au, br" in run("clock", "rules", "--law", "xx", code=66)
assert "engine.clock_option" in run("clock", "list", "--law", "id", "--event", "aware=2021-05-20", code=64)
assert "engine.clock_option" in run("clock", "list", "--law", "id", "--event", "aware", code=64)
assert "engine.clock_option" in run("clock", "list", code=64)

with tempfile.TemporaryDirectory() as name:
    case = pathlib.Path(name) / "kasus"
    run("case", "open", case, "--law", "id", "--as", "rina")
    run("clock", "start", case, "aware", "--at", "2021-05-20 09:00 WIB")
    run("clock", "decide", "--case", case, "bank", "no")
    run("clock", "decide", case, "persons", "100002")
    at = ("--at", "2021-06-10T00:00Z")
    assert clocks(case, *at)["id.pm20-28"]["state"] == "late"
    run("clock", "met", case, "id.pm20-28", "--at", "2021-06-03 23:00 WIB", "--evidence", "letter 12")
    filed = clocks("--case", case, *at)
    assert filed["id.pm20-28"]["state"] == "met" and filed["id.ojk-report"]["state"] == "does not apply"
    assert "TERLAMBAT" not in run("clock", "list", case, *at, "--lang", "id")
    assert "engine.clock_rule" in run("clock", "met", case, "id.none", "--at", "2021-06-03 23:00 WIB", "--evidence", "x", code=66)
    assert "engine.clock_option" in run("clock", "decide", case, "bank", "perhaps", code=64)
    assert json.loads(run("case", "verify", case, "--format", "json"))["holds"]
    packs = pathlib.Path(name) / "packs"
    (packs / "id" / "law").mkdir(parents=True)
    (packs / "id" / "law" / "rules.toml").write_text('name = "x"\ntime_zone = "Asia/Jakarta"\n[[rule]]\nid = 7\n')
    message = run("clock", "rules", "--law", "id", "--packs", packs, code=65)
    assert "rules.toml" in message and "id" in message, message
print("clock: deadlines, zones, holidays, conditions, cases and refusals as they should be")
