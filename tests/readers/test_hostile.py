"""Broken and hostile input: a sentence or a right result, in bounded time; never a traceback."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.errors import FileProblem
from drafter.readers import read
from drafter.readers.plain import read_text
from drafter.readers.structure import structure
from drafter.report import Report, walk
from tests.readers.docx_files import docx, p
from tests.readers.test_html import page
from tests.readers.trees import OUTLINE

BODY = "街道把依法行政列入年度重点，按月调度、按季通报，全年没有发生被纠错的案件。"
# Generous: a quadratic pass over such a text takes minutes.
SECONDS = 20.0

PIECES = st.sampled_from(
    [
        "一、", "二、", "（一）", "(二)", "1.", "（1）", "一是", "二是", "。", "，", "：", "；",
        "“", "”", "《", "（", "）",
        "\n", "\n\n", " ", "　", "\t",
        "报告", "青石桥街道", "2026年", "12月10日", "附件", "附件：", "抄送：", "签发人：",
        "各位代表：", "#", "**", "|", "---", "— 3 —", "发布时间：", "【待填：日期】", "\x00", "\x0c", "𠮷", "工作情况",
        "存在问题及下一步打算", BODY, "区政府", "〔2026〕3号", "文件", "<b>", "&nbsp;", "表1",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=60).map("".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_reads_and_its_places_count(text: str) -> None:
    report = structure(read_text(f"草稿正文{text}".encode(), "草稿.txt"), OUTLINE)
    for span in walk(report):
        assert "\n" not in span.text
        assert span.text == span.text.strip()


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(TEXTS, st.sampled_from([".md", ".txt", ".html", ".mht", ".docx", ".pdf", ".doc"]))
def test_any_text_under_any_name_is_a_report_or_a_sentence(
    tmp_path: Path, text: str, ending: str
) -> None:
    path = tmp_path / f"草稿{ending}"
    path.write_text(text, "utf-8")
    assert isinstance(read_or_refuse(path), (Report, str))


def read_or_refuse(path: Path) -> Report | str:
    try:
        return read(path, OUTLINE)
    except FileProblem as problem:
        assert problem.problems[0].mend
        return str(problem)


@pytest.mark.parametrize("kind", ["docx", "html", "txt"])
def test_files_with_flipped_bytes_are_a_report_or_a_sentence(tmp_path: Path, kind: str) -> None:
    chance = random.Random(20261110)
    whole = {
        "docx": docx("".join(p(text) for text in ("一、工作情况", BODY, "二、工作计划", BODY))),
        "html": page("paragraphs", "layout table").encode("gb18030"),
        "txt": f"一、工作情况\n{BODY}\n".encode() * 5,
    }[kind]
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.3:
            del data[chance.randrange(len(data)) :]
        path = tmp_path / f"坏.{kind}"
        path.write_bytes(bytes(data))
        assert isinstance(read_or_refuse(path), (Report, str))


@pytest.mark.parametrize(
    "text",
    [
        f"一、工作情况\n{BODY * 40_000}",
        f"一、工作情况\n{'一是抓落实，二是强队伍；' * 100_000}",
        f"一、工作情况\n{(BODY + chr(10)) * 50_000}",
        "（一）甲。乙丙丁\n" * 10_000,
        "一、工作\n" * 10_000,
        "街道推进依法行政工作情况很好\n" * 20_000,
        "　" * 2_000_000 + "一",
        "（《“" * 500_000,
        "一、" * 500_000,
        "1." * 500_000,
        "附件1\n名单\n" * 10_000,
        "2026年12月10日\n" * 20_000,
    ],
    ids=range(12),
)
def test_large_texts_take_bounded_time(text: str) -> None:
    started = time.perf_counter()
    structure(read_text(text.encode(), "草稿.txt"), OUTLINE)
    assert time.perf_counter() - started < SECONDS


@pytest.mark.parametrize(
    "body",
    [
        "<w:p/>" * 100_000,
        f"<w:p>{'<w:r><w:t>甲</w:t></w:r>' * 100_000}</w:p>",
        f"<w:p>{'<w:r><w:t>甲</w:t><w:br/></w:r>' * 50_000}</w:p>",
        f"<w:p>{'<w:r><w:rPr><w:b/></w:rPr><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r>' * 30_000}</w:p>",
        f"<w:tbl>{'<w:tr><w:tc><w:p/></w:tc></w:tr>' * 30_000}</w:tbl>",
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
    ],
    ids=range(6),
)
def test_large_documents_take_bounded_time(tmp_path: Path, body: str) -> None:
    path = tmp_path / "大.docx"
    path.write_bytes(docx(body))
    started = time.perf_counter()
    read_or_refuse(path)
    assert time.perf_counter() - started < SECONDS
