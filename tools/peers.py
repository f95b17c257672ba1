"""The peers of `make bench`: the sample report again, by docxtpl and by python-docx, from YAML.

Both get what they are best at: a finished template (docxtpl), style objects looked up once
(python-docx); figures and texts come out of YAML files, read by ruamel.yaml's safe loader in C.
This module imports nothing of drafter, so that the peers do not pay for it.
Run as a script it makes one document: python -m tools.peers docxtpl|python-docx FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

Item = tuple[str, str]  # style name, text with {{ f1 }} for figures; a table row has style "row"


def load(path: Path) -> Any:
    """Read one YAML file as a script of the field would."""
    return YAML(typ="safe", pure=False).load(path)


def write_python_docx(items: list[Item], target: Path) -> None:
    """Write styled texts by python-docx."""
    from docx import Document

    document = Document()
    styles = {style.name: style for style in document.styles}
    table = None
    for style, text in items:
        if style != "row":
            table = None
            document.add_paragraph(text, styles[style])
            continue
        cells = text.split("\t")
        table = table or document.add_table(0, len(cells))
        for cell, shown in zip(table.add_row().cells, cells, strict=True):
            cell.text = shown
    document.save(str(target))


def draft_by_python_docx(folder: Path) -> None:
    """Fill in the texts and write them paragraph by paragraph."""
    values = {f"{{{{ {name} }}}}": text for name, text in load(folder / "values.yaml").items()}
    items = []
    for style, text in load(folder / "content.yaml"):
        for slot in slots_in(text):
            text = text.replace(slot, values[slot])
        items.append((style, text))
    write_python_docx(items, folder / "python-docx.docx")


def slots_in(text: str) -> Iterator[str]:
    """Yield the slots of one text, in order."""
    start = text.find("{{")
    while start >= 0:
        end = text.index("}}", start) + 2
        yield text[start:end]
        start = text.find("{{", end)


def draft_by_docxtpl(folder: Path) -> None:
    """Render the template with the values."""
    from docxtpl import DocxTemplate

    template = DocxTemplate(folder / "template.docx")
    template.render(load(folder / "values.yaml"))
    template.save(folder / "docxtpl.docx")


PEERS = {"docxtpl": draft_by_docxtpl, "python-docx": draft_by_python_docx}

if __name__ == "__main__":
    PEERS[sys.argv[1]](Path(sys.argv[2]))
