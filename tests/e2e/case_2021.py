"""The rehearsal of May 2021 played into a case: what a reader of `case show` sees on each day. Usage: case_2021.py PROGRAM."""
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


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    case = folder / "kasus"
    run("rehearse", "bpjs-2021", "--out", folder / "r", "--rows", 20000, "--seed", 1, "--case", case)
    truth = json.loads((folder / "r" / "truth.json").read_text())["ledger"]

    def on(day):
        return json.loads(run("case", "show", case, "--format", "json", "--at", f"2021-{day} 23:59 WIB"))

    first, second, third, last = on("05-20"), on("05-21"), on("05-22"), on("10-25")

    # Three counts of one file, and what lies between them.
    facts = {fact["name"]: fact for fact in last["facts"] if fact["superseded_by"] is None}
    for step in ("lines", "records_and_rejects", "records", "distinct_records", "exact_duplicates"):
        assert facts[f"E1.{step}"]["value"] == truth[step], step
    assert facts["confirmed"]["value"] == truth["confirmed"] and facts["confirmed"]["usable"]
    shown = run("case", "show", case)
    for gap in ("lines - records and rejects", "records and rejects - records", "records - distinct records"):
        assert gap in shown, gap
    origins = [fact["value"] for fact in facts.values() if ".origin." in fact["name"]]
    assert any(value.startswith("id.bpjs-kesehatan, very strong") for value in origins), origins

    # Two links down and one not on the 21st, all three on the 22nd, each of its kind, and said to be invented.
    states = lambda view: [link["state"] for link in view["links"]]
    assert states(first) == ["seen"] * 3, states(first)
    assert states(second) == ["removed_at_source", "removed_at_source", "seen"], states(second)
    assert states(third) == ["removed_at_source", "removed_at_source", "blocked_in_country"], states(third)
    assert third["links"][2]["blocked_in"] == ["ID"]
    assert any("invented too" in note["text"] for note in first["notes"])

    # Clocks: fourteen days to the data owners, missed; the act of 2022 never runs.
    clocks = lambda view: {clock["rule"]: clock for clock in view["clocks"]}
    assert clocks(third)["id.pm20-28"]["state"] == "running"
    assert clocks(last)["id.pm20-28"]["state"] == "late" and clocks(last)["id.pm20-28"]["due"] == "2021-06-03T16:59:59Z"
    assert "id.pdp-46" not in clocks(last) and "id.pp71-14" in clocks(last)

    # Summoned by office; claimed against found; the statement of each day stays, with the difference.
    summoned = [letter["to"] for letter in last["letters"] if letter["kind"] == "summons"]
    assert summoned == ["board of directors of the insurer", "directors of the vendors of the insurer"], summoned
    claims = [(claim["subject"], claim["claimed"], claim["found"]) for claim in last["actors"][0]["claims"]]
    assert ("persons", 279000000, None) in claims and ("sample", 1000000, truth["confirmed"]) in claims, claims
    assert len(first["statements"]) == 1 and len(second["statements"]) == 2 and len(third["statements"]) == 3
    grouped = f"{truth['confirmed']:,}".replace(",", ".")
    assert grouped not in first["statements"][0]["text"] and grouped in second["statements"][1]["text"]
    assert "dihapus di sumbernya" in third["statements"][2]["text"] and "diblokir di dalam negeri, ID" in third["statements"][2]["text"], third["statements"][2]["text"]
    assert "changed: link.L3" in shown

    verified = json.loads(run("case", "verify", case, "--format", "json"))
    assert verified["holds"] and not verified["remarks"], verified
    run("case", "show", case, "--at", "yesterday", code=64)
    assert "engine.case_unfit" in run("rehearse", "sim-2022", "--out", folder / "s", "--rows", 100, "--case", folder / "other", code=64)
print("case of 2021: counts, origin, links, clocks, letters, claims and statements as they should be")
