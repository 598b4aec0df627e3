"""A statement by the command line: drafted, refused for bare numbers and for facts that do not stand, rendered, printed, filed, and filed again.

Usage: statement.py PROGRAM.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

program = sys.argv[1]


def run(*words, code=0):
    done = subprocess.run([program, *map(str, words)], capture_output=True, text=True)
    assert done.returncode == code, f"{words}: {done.returncode}, {done.stdout}{done.stderr}"
    return done.stdout if code == 0 else done.stdout + done.stderr


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    case, text = folder / "kasus", folder / "pernyataan.txt"
    run("case", "open", case, "--law", "id", "--as", "rina")
    run("case", "person", "add", case, "budi")

    def fact(key, value):
        run("case", "fact", case, key, value, "--definition", f"what {key} means", "--source", "letter")
        for person in ("rina", "budi"):
            run("case", "approve", case, key, "--as", person)

    def faults(words):
        text.write_text(words)
        run("statement", "check", text, "--case", case, code=77)
        done = subprocess.run([program, "statement", "check", text, "--case", case, "--format", "json"], capture_output=True, text=True)
        return [(fault["line"], fault["column"], fault["code"]) for fault in json.loads(done.stdout)["faults"]]

    fact("confirmed", 100002)
    run("case", "fact", case, "claimed", "279000000", "--definition", "what the seller claims")
    assert faults("The insurer confirmed\n100002 records.") == [(2, 1, "bare_number")]
    assert faults("Satu juta orang, lima persen") == [(1, 6, "number_word"), (1, 18, "number_word"), (1, 23, "number_word")]
    assert faults("{{fact:claimed}}") == [(1, 1, "not_approved")]
    assert faults("{{fact:other}} and {{date:20 May}}") == [(1, 1, "unknown_fact"), (1, 20, "bad_placeholder")]
    assert faults("All links are down.") == [(1, 1, "unproven_down")]
    text.write_text("Pada {{date:2021-05-21}}: {{fact:confirmed@3}} rekaman.\n")
    shown = run("statement", "check", text, "--case", case, "--lang", "id", "--html", folder / "p.html")
    assert "Pada 2021-05-21: 100.002 [1] rekaman." in shown and "what confirmed means (letter)" in shown, shown
    page = (folder / "p.html").read_text()
    assert "100.002" in page and "Yang belum diketahui" in page and "<script" not in page
    if shutil.which("chromium"):
        run("statement", "check", text, "--case", case, "--pdf", folder / "p.pdf")
        assert (folder / "p.pdf").read_bytes().startswith(b"%PDF-")
    run("statement", "issue", text, "--case", case, "--lang", "id")

    fact("confirmed", 100005)
    message = run("statement", "check", text, "--case", case, code=77)
    assert "superseded by event" in message, message
    assert "superseded" in run("statement", "issue", text, "--case", case, code=77)
    draft = folder / "draft.txt"
    run("statement", "draft", "--case", case, "--lang", "en", "--out", draft)
    rendered = run("statement", "check", draft, "--case", case)
    assert "100,005" in rendered and "279" not in rendered, rendered
    run("statement", "issue", draft, "--case", case, "--as", "budi")
    show = run("case", "show", case)
    assert "changed: confirmed 100,005, before 100.002" in show, show
    statements = json.loads(run("case", "show", case, "--format", "json"))["statements"]
    assert [each["by"] for each in statements] == ["rina", "budi"] and "100.002" in statements[0]["text"]
    assert json.loads(run("case", "verify", case, "--format", "json"))["holds"]
    assert "engine.not_found" in run("statement", "check", folder / "none", "--case", case, code=66)
print("statement: refused, rendered, printed, filed twice, the difference shown")
