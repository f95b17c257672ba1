"""The samples are what their sources give, and their annotations fit their texts."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tools.make_samples import TOP, make_all
from tools.samples.relations import check_relation
from tools.samples.source import parse_line, parse_marks

ANNOTATIONS = sorted((TOP / "annotations").glob("*.json"))


def _load(path: Path) -> tuple[dict[str, Any], list[str]]:
    annotation: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return annotation, (TOP / annotation["text"]).read_text("utf-8").split("\n")


def test_files_on_disk_are_what_the_sources_give() -> None:
    differing = [
        name for name, content in make_all().items() if (TOP / name).read_bytes() != content
    ]
    assert differing == []


@pytest.mark.parametrize("path", ANNOTATIONS, ids=lambda path: path.stem)
def test_every_annotated_place_stands_in_the_text(path: Path) -> None:
    annotation, lines = _load(path)
    for heading in annotation["headings"]:
        assert lines[heading["line"] - 1].startswith(heading["number"] + heading["text"])
    for figure in annotation["figures"]:
        text = lines[figure["line"] - 1]
        if figure["element"] == "table":
            text = text.split("\t")[figure["cell"][2] - 1]
        assert text[figure["start"] : figure["end"]] == figure["printed"]


@pytest.mark.parametrize("path", ANNOTATIONS, ids=lambda path: path.stem)
def test_size_of_reports_and_files(path: Path) -> None:
    annotation, lines = _load(path)
    assert 2000 <= sum(len(line) for line in lines) <= 4500
    assert 30 <= len(annotation["figures"]) <= 100
    assert (TOP / annotation["file"]).stat().st_size < 200_000


def test_archive_names_are_gbk() -> None:
    (path,) = (TOP / "archives").glob("*.zip")
    with zipfile.ZipFile(path) as archive:
        names = [info.filename.encode("cp437").decode("gbk") for info in archive.infolist()]
        assert archive.testzip() is None
    assert "石门镇历年报告/2022年法治政府建设情况报告.pdf" in names


def test_a_digit_without_mark_is_refused() -> None:
    with pytest.raises(ValueError, match="digits without annotation"):
        parse_line("全年开展行政检查635次。")


def test_words_of_approximation_beside_a_mark_belong_to_it() -> None:
    text, (mark,) = parse_marks("全年不少于{30场次|普法活动|target}。")
    assert (text[mark.start : mark.end], mark.approx, mark.target) == (
        "不少于30场次",
        "不少于",
        True,
    )


def test_yue_in_a_treaty_is_no_approximation() -> None:
    text, (mark,) = parse_marks("起草居民公约{9份|居民公约}")
    assert (text[mark.start : mark.end], mark.approx) == ("9份", None)


@pytest.mark.parametrize(
    "relation", ["8件 / 9件 = 88.8%", "2件 + 2件 = 5件", "9件 <= 8件", "9件 from 8件 = 下降12.5%"]
)
def test_a_relation_that_does_not_hold_is_refused(relation: str) -> None:
    printed = frozenset({"2件", "5件", "8件", "9件", "88.8%", "12.5%"})
    with pytest.raises(ValueError, match="does not hold"):
        check_relation(relation, printed)
