"""A written .docx in other programs: python-docx, pandoc, the Open XML SDK, LibreOffice."""

from __future__ import annotations

import io
import json
import subprocess
from dataclasses import replace
from pathlib import Path

import docx as python_docx
import pytest

from drafter.report import Report, Section, Table, walk_sections
from tests.external import find_tool, office_convert
from tests.writers.samples import REPORT
from tests.writers.written import (
    bookmarked,
    listed,
    written,
)


def test_python_docx_opens_it_with_real_headings() -> None:
    opened = python_docx.Document(io.BytesIO(written()))
    headings = [
        (p.style.name, p.text)
        for p in opened.paragraphs
        if p.style is not None and (p.style.name or "").startswith("Heading")
    ]
    assert headings[:3] == [
        ("Heading 1", "一、主要举措和成效"),
        ("Heading 2", "（一）严格规范公正文明执法"),
        ("Heading 2", "（二）化解矛盾纠纷"),
    ]
    assert [cell.text for cell in opened.tables[0].rows[1].cells] == [
        "行政检查次数",
        "次",
        "635",
        "580",
        "9.5%",
    ]


@pytest.mark.needs("pandoc")
def test_pandoc_reads_the_heading_tree_back(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(written())
    done = subprocess.run(
        [find_tool("pandoc") or "pandoc", "-t", "json", str(path)], capture_output=True, check=True
    )
    blocks = json.loads(done.stdout)["blocks"]
    read = [(b["c"][0], _plain(b["c"][2])) for b in blocks if b["t"] == "Header"]
    own = [(path[-1].level, path[-1].line) for path in walk_sections(REPORT) if not path[-1].run_in]
    assert read == own


def _plain(inlines: list[dict[str, object]]) -> str:
    words = []
    for inline in inlines:
        content = inline.get("c")
        if inline["t"] == "Str":
            words.append(str(content))
        elif isinstance(content, list):
            words.append(_plain(content[-1]))
    return "".join(words)


@pytest.mark.needs("validator")
@pytest.mark.parametrize(
    "report",
    [
        REPORT,
        Report(),
        replace(REPORT, organs=("云溪区委办公室", "云溪区政府办公室"), note="此件公开发布"),
        replace(REPORT, doc_number="青办〔2026〕3号", annexes=(*REPORT.annexes, *REPORT.annexes)),
        Report(title="只有表", sections=(Section("一、", "表", 1, (Table((("甲", "乙"),)),)),)),
    ],
    ids=["sample", "empty", "joint", "numbered", "table-last"],
)
def test_open_xml_sdk_finds_nothing(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(written(report))
    done = subprocess.run(
        [find_tool("validator") or "ooxml-validator", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert json.loads(done.stdout)["errors"] == []


@pytest.mark.needs("soffice")
def test_figures_and_headings_survive_libreoffice(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(written())
    saved = office_convert(path, "docx", tmp_path / "saved").read_bytes()
    assert bookmarked(saved) == bookmarked(written())
    assert listed(saved) == listed(written())
    opened = python_docx.Document(io.BytesIO(saved))
    names = [p.style.name for p in opened.paragraphs if p.style is not None]
    before = [
        p.style.name for p in python_docx.Document(io.BytesIO(written())).paragraphs if p.style
    ]
    assert names == before
