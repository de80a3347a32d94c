"""Reads a Word file with python-docx, has LibreOffice open and save it, and reads it again: headings, numbers, tables and content
controls are the same before and after. Usage: word_round_trip.py FILE.docx...

Ends with 0 when all is well, 1 when something was lost, 77 when python-docx or LibreOffice is not there."""
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

try:
    import docx
    from docx.oxml.ns import qn
except ImportError:
    print("skipped: python-docx is not installed")
    sys.exit(77)
if not shutil.which("soffice"):
    print("skipped: LibreOffice is not installed")
    sys.exit(77)


def style_numbers(document):
    """The list of each style, by its id."""
    found = {}
    for style in document.styles.element.iter(qn("w:style")):
        number = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if number is not None:
            found[style.get(qn("w:styleId"))] = number
    return found


def level_of(paragraph, numbers):
    """The level of the number of a paragraph; nothing when it has none."""
    own = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    own = own if own is not None else numbers.get(style.get(qn("w:val")) if style is not None else None)
    if own is None:
        return None
    value = lambda name: next((int(node.get(qn("w:val"))) for node in own.findall(qn(name))), 0)
    return value("w:ilvl") if value("w:numId") else None


def text_of(node):
    return "".join(text.text or "" for text in node.iter(qn("w:t")))


def reading(path):
    """What a Word file holds, as far as it must stay."""
    document = docx.Document(str(path))
    body, numbers = document.element.body, style_numbers(document)
    names = {style.style_id: style.name for style in document.styles}
    headings, controls = [], []
    for paragraph in body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        name = names.get(style.get(qn("w:val")), "") if style is not None else ""
        if name.lower().startswith("heading") or name == "Title":
            headings.append((name.lower(), level_of(paragraph, numbers), text_of(paragraph)))
    for control in body.iter(qn("w:sdt")):
        # The name is tag and alias; LibreOffice keeps the alias of a control around paragraphs, and drops the tag.
        alias = control.find(f"{qn('w:sdtPr')}/{qn('w:alias')}")
        if alias is not None:
            paragraph = next(control.iter(qn("w:p")), None)
            paragraph = paragraph if paragraph is not None else next(control.iterancestors(qn("w:p")))
            controls.append((alias.get(qn("w:val")), level_of(paragraph, numbers), text_of(control)))
    tables = [([cell.text for row in table.rows for cell in row.cells], sum(1 for _ in table._tbl.iter(qn("w:tblHeader")))) for table in document.tables]
    comments = [comment.text for comment in document.comments]
    return {"headings": headings, "content controls": controls, "tables": tables, "comments": comments, "title and language": properties(path)}


def properties(path):
    """Title and language. The part is read as it is: LibreOffice 7 names it in a way that python-docx does not find."""
    with zipfile.ZipFile(path) as package:
        core = ElementTree.fromstring(package.read("docProps/core.xml"))
    return tuple(core.findtext(f"{{http://purl.org/dc/elements/1.1/}}{name}") for name in ("title", "language"))


def saved_again(path, folder):
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(folder), str(path)], check=True, timeout=300, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return Path(folder) / Path(path).name


lost = False
for file in sys.argv[1:]:
    with tempfile.TemporaryDirectory() as folder:
        before, after = reading(file), reading(saved_again(file, folder))
    for what, said in before.items():
        same = said == after[what]
        count = len(said) if isinstance(said, list) else said
        print(f"{file}: {what}: {count}, {'kept' if same else 'LOST'}")
        if not same:
            lost = True
            if isinstance(said, list):
                pairs = [pair for pair in zip(said, after[what]) if pair[0] != pair[1]][:3]
                print(f"  before {len(said)}, after {len(after[what])}; first differences: {pairs}")
            else:
                print(f"  before {said}, after {after[what]}")
    if not before["headings"] or not before["tables"]:
        print(f"{file}: it has no heading or no table, so that nothing is shown")
        lost = True
sys.exit(1 if lost else 0)
