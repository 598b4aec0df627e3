"""Workbooks written by hand: every cell as a spreadsheet shows it, the bytes of each sheet's XML add up, damage is told."""
import pathlib
import random
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape, quoteattr

import harness

program, reader = sys.argv[1:3]
failures = harness.Failures("xlsx_files")
folder = pathlib.Path(tempfile.mkdtemp(prefix="sidik-xlsx-"))
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def letters(column):
    out = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        out = chr(65 + rest) + out
    return out


class Workbook:
    """The parts of a workbook; a cell is a text (shared), None, or the XML behind its reference: ` t="b"><v>1</v>`."""

    def __init__(self, formats=(), since_1904=False):
        self.sheets, self.strings, self.order = [], {}, []
        self.formats, self.since_1904 = formats, since_1904

    def shared(self, text):
        if text not in self.strings:
            self.strings[text] = len(self.order)
            self.order.append(f'<si><t xml:space="preserve">{escape(text)}</t></si>')
        return self.strings[text]

    def row(self, number, cells):
        out = f'<row r="{number}">'
        for column, cell in enumerate(cells):
            if cell is None:
                continue
            inner = cell if cell.startswith((" ", ">")) and "<" in cell else f' t="s"><v>{self.shared(cell)}</v>'
            out += f'<c r="{letters(column)}{number}"{inner}</c>'
        return out + "</row>"

    def add(self, name, rows, state=None, raw=None):
        data = raw if raw is not None else "".join(self.row(number, cells) for number, cells in enumerate(rows, 1))
        xml = f'{HEAD}<worksheet xmlns="{MAIN}"><dimension ref="A1"/><sheetData>{data}</sheetData><pageMargins left="0.7"/></worksheet>'
        self.sheets.append((name, state, xml))
        return self

    def parts(self):
        sheets = "".join(f'<sheet name={quoteattr(name)} sheetId="{n}"{f" state={quoteattr(state)}" if state else ""} r:id="rId{n}"/>'
                         for n, (name, state, _) in enumerate(self.sheets, 1))
        links = "".join(f'<Relationship Id="rId{n}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in range(1, len(self.sheets) + 1))
        links += f'<Relationship Id="rIdS" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rIdT" Type="{RELATIONS}/styles" Target="/xl/styles.xml"/>'
        custom = "".join(f'<numFmt numFmtId="{164 + n}" formatCode={quoteattr(code)}/>' for n, code in enumerate(self.formats) if isinstance(code, str))
        chosen = "".join(f'<xf numFmtId="{164 + n if isinstance(code, str) else code}"/>' for n, code in enumerate(self.formats))
        parts = {"[Content_Types].xml": HEAD + "<Types/>", "_rels/.rels": HEAD + "<Relationships/>",
                 "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><workbookPr date1904="{int(self.since_1904)}"/><sheets>{sheets}</sheets></workbook>',
                 "xl/_rels/workbook.xml.rels": f"{HEAD}<Relationships>{links}</Relationships>"}
        for n, (_, _, xml) in enumerate(self.sheets, 1):
            parts[f"xl/worksheets/sheet{n}.xml"] = xml
        parts["xl/styles.xml"] = f'{HEAD}<styleSheet><numFmts>{custom}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>{chosen}</cellXfs></styleSheet>'
        parts["xl/sharedStrings.xml"] = f'{HEAD}<sst xmlns="{MAIN}">{"".join(self.order)}</sst>'
        return parts

    def write(self, path, change=None):
        parts = self.parts()
        if change:
            change(parts)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in parts.items():
                archive.writestr(name, text)
        return path


def number(text, style=None):
    return (f' s="{style}"' if style else " ") + f"><v>{text}</v>"


def account(path, where, code=0):
    outcome = harness.examine(program, path)
    if not failures.outcome_is_known(outcome, where) or not failures.check(outcome.code == code, f"{where}: exit {outcome.code} {outcome.error_text}"):
        return None
    if code:
        return None
    document = outcome.document()
    for table in harness.tables_of(document):
        parts = table["bytes"]
        summed = sum(parts[part] for part in ("header", "records", "rejected", "blank", "other"))
        failures.check(summed == parts["total"], f"{where}/{table['name']}: parts {summed}, total {parts['total']}")
        failures.check(table["format"] == "xlsx", f"{where}: format {table['format']}")
    return document


# Every kind of cell.
book = Workbook(formats=[14, 22, "dd/mm/yyyy", "[h]:mm:ss", "0000000000000000", 20, '"d" 0.00', "[$-421]d mmmm yyyy;@"])
book.order.append("<si><r><rPr><b/></rPr><t>Rich </t></r><r><t xml:space=\"preserve\">text &amp; more</t></r><rPh sb=\"0\" eb=\"1\"><t>not this</t></rPh></si>")
book.strings["rich"] = 0
cells = [
    ("rich", "Rich text & more"), ("Ani Wijaya", "Ani Wijaya"), (" blanks ", " blanks "), ("a_x000D_b_x005F_x_xZZZZ_", "a\rb_x_xZZZZ_"), ("🙂\nline", "🙂\nline"),
    (' t="inlineStr"><is><t>inline</t></is>', "inline"), (' t="inlineStr"><is><r><t>in </t></r><r><t>runs</t></r></is>', "in runs"),
    (' t="str"><f>A1&amp;"x"</f><v>formula</v>', "formula"), (' t="b"><v>1</v>', "TRUE"), (' t="b"><v>0</v>', "FALSE"), (' t="e"><v>#N/A</v>', "#N/A"),
    (' t="d"><v>2021-05-20</v>', "2021-05-20"), (number("42"), "42"), (number("-7.5"), "-7.5"), (number("0.10000000000000001"), "0.1"), (number("1.1000000000000001E-3"), "0.0011"),
    (number("3.17E+15"), "3170000000000000"), (number("3173000000000000"), "3173000000000000"), (number("1E+2"), "100"), (number("-2.5E3"), "-2500"),
    (number("44336", 1), "2021-05-20"), (number("44336.75", 2), "2021-05-20 18:00:00"), (number("44336.5", 1), "2021-05-20 12:00:00"), (number("59", 3), "1900-02-28"),
    (number("60", 3), "1900-02-29"), (number("61", 3), "1900-03-01"), (number("1", 3), "1900-01-01"), (number("2958465", 3), "9999-12-31"), (number("2958466", 3), "2958466"),
    (number("-1", 3), "-1"), (number("1.5", 4), "36:00:00"), (number("812345", 5), "0000000000812345"), (number("0.25", 6), "06:00:00"), (number("5", 7), "5"),
    (number("44336", 8), "2021-05-20"), (None, ""), (' s="1"/', None),
]
cells = [cell for cell in cells if cell[1] is not None]
book.add("Every kind", [[f"kind {n}" for n in range(len(cells))]] + [[cell for cell, _ in cells]] * 3 + [[], ["sparse", None, None, "D"]])
path = book.write(folder / "kinds.xlsx")
tables = harness.read_tables(reader, path, "--header")
failures.check([name for name, _, _ in tables] == ["kinds.xlsx/Every kind"], f"kinds: tables {[name for name, _, _ in tables]}")
_, columns, records = tables[0]
failures.check(columns == [f"kind {n}" for n in range(len(cells))][:len(columns)], f"kinds: columns {columns}")
for number_of, (cell, truth) in enumerate(cells):
    shown = records[0][number_of] if number_of < len(records[0]) else None
    failures.check(shown == truth, f"kinds: {cell!r} is shown as {shown!r}, truth {truth!r}")
failures.check(len(records) == 4 and records[3][:4] == ["sparse", "", "", "D"], f"kinds: last record {records[-1][:4]}")
document = account(path, "kinds")
if document:
    table = harness.tables_of(document)[0]
    failures.check(table["bytes"]["total"] == len(book.parts()["xl/worksheets/sheet1.xml"].encode()), f"kinds: total {table['bytes']}")
    failures.check(table["bytes"]["blank"] == len('<row r="5"></row>'), f"kinds: blank {table['bytes']}")

# Sheets come as the workbook lists them, wherever their parts lie; the second of two parts of one name is read too.
book = Workbook()
for n in range(70):
    book.add(f"Sheet {n}", [["id", "name"]] + [[number(n), "Ani"], [number(n + 1), "Budi"]])
for where, change in (("as usual", lambda names: names), ("reversed", lambda names: names[::-1]), ("mixed", lambda names: names[3::2] + names[::2] + names[1:3:2])):
    path = book.write(folder / "order.xlsx", lambda parts: [parts.update({name: parts.pop(name)}) for name in change(list(parts))])
    names = [name for name, _, _ in harness.read_tables(reader, path)]
    wanted = [f"order.xlsx/Sheet {n}" for n in range(70)]
    failures.check(sorted(names) == sorted(wanted), f"order, {where}: {len(names)} sheets")
    failures.check(names[:60] == wanted[:60], f"order, {where}: {names[:8]}")

# 1904, and the order of parts: shared texts first, or sheets before the workbook.
book = Workbook(formats=[14], since_1904=True).add("S", [["day", "name"]] + [[number("0", 1), "Ani"], [number("42874", 1), "Budi"]])
for where, order in (("as usual", lambda parts: None), ("reversed", lambda parts: [parts.update({name: parts.pop(name)}) for name in reversed(list(parts))])):
    path = book.write(folder / "since.xlsx", order)
    _, columns, records = harness.read_tables(reader, path)[0]
    failures.check((columns, records) == (["day", "name"], [["1904-01-01", "Ani"], ["2021-05-20", "Budi"]]), f"1904, {where}: {columns} {records}")

# Several sheets, one hidden, one empty; a title above the table; a wider row further down.
people = [[f"Orang {n}", number(str(1000 + n)), f"Jalan {n}", f"kota {n % 7}"] for n in range(1, 2501)]
book = Workbook().add("People", [["A report of 2021"], [], ["name", "number", "street", "town"]] + people[:1200] + [people[1200] + ["more"]] + people[1201:])
book.add("Hidden & more", [["id", "nama"]] + [[number(str(n)), f"nama {n}"] for n in range(20)], state="hidden").add("Empty", [])
path = book.write(folder / "several.xlsx")
tables = harness.read_tables(reader, path)
failures.check([name for name, _, _ in tables] == ["several.xlsx/People", "several.xlsx/Hidden & more"], f"several: {[name for name, _, _ in tables]}")
name, columns, records = tables[0]
failures.check(columns == ["name", "number", "street", "town"], f"several: columns {columns}")
truth = [[cells[0], str(1000 + n), cells[2], cells[3]] for n, cells in enumerate(people, 1)]
failures.check([record[:4] for record in records] == truth, "several: the records differ")
failures.check(records[1200][4:] == ["more"], f"several: the wider record {records[1200]}")
document = account(path, "several")
if document:
    exhibit = document["exhibits"][0]
    failures.check(exhibit["complete"] and [one["name"] for one in exhibit["skipped"]] == ["several.xlsx/Empty"], f"several: skipped {exhibit['skipped']}")

# The same from standard input, inside a zip, and without data of its length in front.
whole = path.read_bytes()
for where, words, how in (("stdin", ["-"], {"feed": lambda pipe: pipe.write(whole)}), ("in a zip", [folder / "outer.zip"], {})):
    with zipfile.ZipFile(folder / "outer.zip", "w") as archive:
        archive.write(path, "inner/several.xlsx")
    outcome = harness.examine(program, *words, **how)
    if failures.outcome_is_known(outcome, where) and failures.check(outcome.code == 0, f"{where}: exit {outcome.code} {outcome.error_text}"):
        failures.check(harness.records_of(outcome.document()) == 2520, f"{where}: {harness.records_of(outcome.document())} records")

# Identifiers that a spreadsheet kept as numbers: shown in all digits, and noticed.
chance = random.Random(3)
cut = lambda: number(f"{chance.choice([3171, 3273, 3578])}{chance.randrange(1, 29):02}{chance.randrange(1, 29):02}{chance.randrange(10**7):07}0")
rows = [["nik", "nama"]] + [[cut() if n % 3 else number(f"3.17{chance.randrange(10**9):09}E+15"), f"Nama {n}"] for n in range(400)]
document = account(Workbook().add("S", rows).write(folder / "cut.xlsx"), "cut numbers")
if document:
    alarms = [alarm["says"] for alarm in document["alarms"] if alarm["kind"] == "spreadsheet_damage"]
    failures.check(any("400 numbers in column 1" in says for says in alarms), f"cut numbers: alarms {document['alarms']}")
rows = [["nik", "nama"]] + [[number(f"3171{n % 28 + 1:02}0190{n:06}"), f"Nama {n}"] for n in range(400)]
document = account(Workbook().add("S", rows).write(folder / "whole.xlsx"), "whole numbers")
if document:
    failures.check(not any(alarm["kind"] == "spreadsheet_damage" for alarm in document["alarms"]), f"whole numbers: alarms {document['alarms']}")

# Hostile and damaged parts.
plain = lambda: Workbook().add("S", [["id", "nama"]] + [[number(str(n)), f"nama {n}"] for n in range(50)])
LAUGHS = HEAD + '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
sheet = "xl/worksheets/sheet1.xml"
document = account(plain().write(folder / "tail.xlsx", lambda parts: parts.update({sheet: parts[sheet][:-400]})), "cut sheet")
if document:
    table = harness.tables_of(document)[0]
    failures.check(not document["exhibits"][0]["complete"] and table["rejected"] == 1, f"cut sheet: {table['rejected']} rejects")
    failures.check(table["rejects"][0]["reason"] == "record_damaged", f"cut sheet: {table['rejects']}")
account(plain().write(folder / "dtd.xlsx", lambda parts: parts.update({sheet: parts[sheet].replace(HEAD, LAUGHS)})), "DTD in the sheet", 65)
document = account(plain().write(folder / "dtd2.xlsx", lambda parts: parts.update({"xl/sharedStrings.xml": LAUGHS + "<sst><si><t>&b;</t></si></sst>"})), "DTD in the texts", 65)
account(plain().write(folder / "none.xlsx", lambda parts: parts.update({"xl/workbook.xml": "<workbook/>"})), "no sheet", 65)
account(plain().write(folder / "deep.xlsx", lambda parts: parts.update({sheet: "<a>" * 5000})), "deep", 65)
account(plain().write(folder / "long.xlsx", lambda parts: parts.update({sheet: '<worksheet a="' + "x" * 5_000_000})), "long tag", 65)
document = account(plain().write(folder / "index.xlsx", lambda parts: parts.update({sheet: parts[sheet].replace("<v>5</v></c></row>", "<v>99999</v></c></row>", 1)})), "no such text")
if document:
    failures.check(harness.tables_of(document)[0]["rejected"] == 1, "no such text: not one reject")
document = account(plain().write(folder / "far.xlsx", lambda parts: parts.update({sheet: parts[sheet].replace('"B9"', '"ZZZZ9"')})), "far column")
if document:
    failures.check(harness.tables_of(document)[0]["rejects"][0]["reason"] == "too_many_fields", "far column: no reject")
bomb = Workbook().add("S", [["id"]])
parts = bomb.parts()
with zipfile.ZipFile(folder / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
    before, behind = parts.pop(sheet).split("</sheetData>")
    for name, text in parts.items():
        archive.writestr(name, text)
    with archive.open(sheet, "w") as member:  # piece by piece: this process's memory would count as the program's
        member.write(f'{before}<row><c t="inlineStr"><is><t>'.encode())
        for _ in range(300):
            member.write(b"x" * 1_000_000)
        member.write(f"</t></is></c></row></sheetData>{behind}".encode())
outcome = harness.examine(program, folder / "bomb.xlsx")
failures.outcome_is_known(outcome, "bomb")
failures.check(outcome.code in (65, 75) and outcome.peak_rss < 250 << 20, f"bomb: exit {outcome.code}, {outcome.peak_rss >> 20} MiB, {outcome.error_text}")
book = Workbook().add("S", [["id"]] + [[number("1")]] * 5)
book.order.extend(f"<si><t>{n:0100}</t></si>" for n in range(250_000))
outcome = harness.examine(program, book.write(folder / "texts.xlsx"), "--memory", "64MiB")
failures.outcome_is_known(outcome, "many texts")
failures.check(outcome.code == 75 and "--memory" in outcome.error_text, f"many texts: exit {outcome.code} {outcome.error_text}")

# Any damage to the archive ends in a known outcome.
for attempt in range(30):
    damaged = bytearray(whole)
    for _ in range(chance.choice([1, 5, 100])):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    (folder / "broken.xlsx").write_bytes(damaged)
    outcome = harness.examine(program, folder / "broken.xlsx")
    failures.outcome_is_known(outcome, f"damage {attempt}")
(folder / "half.xlsx").write_bytes(whole[: len(whole) // 2])
failures.outcome_is_known(harness.examine(program, folder / "half.xlsx"), "half an archive")

# What is forced and is not there is refused; a zip that is no workbook stays a zip.
for words in (["--table-format", "sqlite"], ["--table-format", "xlsx"]):
    (folder / "text.csv").write_text("id,name\n1,Ani\n2,Budi\n")
    outcome = harness.examine(program, *words, folder / "text.csv")
    failures.check(outcome.code == 65 and outcome.error_code == "ingest.other_format", f"{words}: exit {outcome.code} {outcome.error_text}")
with zipfile.ZipFile(folder / "wrong.xlsx", "w") as archive:
    archive.write(folder / "text.csv", "text.csv")
outcome = harness.examine(program, folder / "wrong.xlsx")
failures.check(outcome.code == 0 and harness.records_of(outcome.document()) == 2, f"a zip named xlsx: exit {outcome.code} {outcome.error_text}")

subprocess.run(["rm", "-r", str(folder)], check=False)
failures.finish()
