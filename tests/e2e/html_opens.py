"""The HTML report: no script, nothing loaded from anywhere, and Debian's Chromium opens it and shows the verdict."""
import html
import html.parser
import pathlib
import re
import shutil
import sys
import tempfile

import harness

program = sys.argv[1]
chromium = shutil.which("chromium")
if chromium is None:
    print("skipped: chromium is not installed")
    sys.exit(harness.SKIPPED)
failures = harness.Failures("html_opens")
SHOWN = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--virtual-time-budget=2000"]


class Attributes(html.parser.HTMLParser):
    """Collects what a page would load or run by its attributes; text that only looks like a tag is no tag."""

    def __init__(self):
        super().__init__()
        self.suspects = []

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            value = (value or "").strip().lower()
            loads = name in ("src", "href", "xlink:href", "action", "data", "srcset", "poster", "formaction") and not value.startswith(("#", "data:"))
            if loads or name.startswith("on") or value.startswith("javascript:") or tag in ("script", "iframe", "object", "embed", "link", "base", "form"):
                self.suspects.append(f"<{tag} {name}>")


def suspects_of(page):
    reader = Attributes()
    reader.feed(page)
    return reader.suspects


def words_of(page):
    page = re.sub(r"<(style|title)\b.*?</\1>", " ", page, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    dump = folder / "dump.csv"
    # A header that tries to break out of the page.
    rows = "".join(f"{number},Nusa Rimba {number},nusa{number}@example.test\n" for number in range(2000))
    dump.write_text('id,"<script>alert(1)</script><img src=http://example.test/x>",email\n' + rows, encoding="utf-8")
    for language in ("en", "id"):
        page = folder / f"report_{language}.html"
        outcome = harness.run([program, "examine", dump, "--parts", "scan", "--claim", "sample=3000", "--html", page, "--lang", language])
        if not failures.check(outcome.code == 0 and page.exists(), f"{language}: exit {harness.describe(outcome.code)}: {outcome.error_text.strip()}"):
            continue
        text = page.read_text(encoding="utf-8")
        failures.check(not re.search(r"<script\b", text, re.IGNORECASE), f"{language}: a script element stands in the page")
        failures.check(not suspects_of(text), f"{language}: the page loads or runs something: {suspects_of(text)[:5]}")
        failures.check(not re.search(r"url\(\s*[\"']?\s*(?:https?:)?//|@import", text, re.IGNORECASE), f"{language}: its style loads something")
        failures.check("Content-Security-Policy" in text, f"{language}: no Content-Security-Policy")
        failures.check(f'lang="{language}"' in text, f"{language}: the page does not say its language")
        shown = harness.run([chromium, *SHOWN, f"--user-data-dir={folder / ('profile_' + language)}", "--dump-dom", page.as_uri()], seconds=60)
        if not failures.check(shown.code == 0, f"{language}: chromium exit {harness.describe(shown.code)}: {shown.error_text[-200:]}"):
            continue
        dom = shown.out.decode("utf-8", "replace")
        failures.check("<svg" in dom, f"{language}: no chart in the page")
        seen = words_of(dom)
        failures.check(re.search(r"2[.,\s]?000", seen) is not None, f"{language}: the number of records is not in the page: {seen[:200]!r}")
        failures.check(words_of(text)[:400] == seen[:400], f"{language}: what is shown differs from what is written")
failures.finish()
