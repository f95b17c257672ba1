"""The forms a draft comes in: Markdown, plain text, Word with its runs split, Word saved by LibreOffice."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from drafter.readers import read
from drafter.report import Report
from drafter.writers import docx
from drafter.writers.properties import describe
from tests.external import office_convert
from tests.lint.builders import pack

LEAST_RUNS = 100


def read_markdown(text: str, folder: Path) -> Report:
    """Read a draft as Markdown."""
    path = folder / "draft.md"
    path.write_text(text, encoding="utf-8")
    return read(path, pack().outline)


def read_text(text: str, folder: Path) -> Report:
    """Read a draft as a text file, without marks and table."""
    body = text.partition("\n---\n")[0]
    plain = re.sub(r"^#+ |\*\*|\\(?=[^\w\s])|^<!--.*-->$", "", body, flags=re.MULTILINE)
    path = folder / "draft.txt"
    path.write_text(plain, encoding="utf-8")
    return read(path, pack().outline)


def read_word(text: str, folder: Path) -> Report:
    """Read a draft as a Word file each of whose runs was split in two."""
    return read(_word(text, folder), pack().outline)


def read_office(text: str, folder: Path) -> Report:
    """Read a draft as a Word file that LibreOffice has opened and saved."""
    saved = office_convert(_word(text, folder), "docx", folder / "saved")
    return read(saved, pack().outline)


FORMS: Mapping[str, Callable[[str, Path], Report]] = {
    "md": read_markdown,
    "txt": read_text,
    "docx": read_word,
}


def _word(text: str, folder: Path) -> Path:
    report = read_markdown(text, folder)
    path = folder / "draft.docx"
    path.write_bytes(split_runs(docx.write(report, pack().layout, describe(report))))
    return path


def split_runs(data: bytes) -> bytes:
    """Cut every text of a Word file in two runs, as editing in Word does."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename == "word/document.xml":
                content = _split(content.decode()).encode()
            new.writestr(item, content)
    return out.getvalue()


def _split(xml: str) -> str:
    run = re.compile(
        r"(<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)<w:t(?: [^>]*)?>([^<]{2,})</w:t></w:r>"
    )

    def cut(found: re.Match[str]) -> str:
        middle = len(found[2]) // 2
        if "&" in found[2]:
            return found[0]
        halves = (found[2][:middle], found[2][middle:])
        return "".join(f'{found[1]}<w:t xml:space="preserve">{h}</w:t></w:r>' for h in halves)

    split, count = run.subn(cut, xml)
    assert count > LEAST_RUNS
    return split
