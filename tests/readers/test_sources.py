from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from drafter.errors import FileProblem
from drafter.readers import expand, read_source

TEXT = "一、工作情况\n街道把依法行政列入年度重点，按月调度、按季通报，全年没有发生被纠错的案件。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "报告" / "往年").mkdir(parents=True)
    (tmp_path / "报告" / "2025.txt").write_text(TEXT, "utf-8")
    (tmp_path / "报告" / "往年" / "2024.txt").write_bytes(TEXT.encode("gb18030"))
    (tmp_path / "报告" / "~$2025.docx").write_text("锁", "utf-8")
    (tmp_path / "报告" / "图.png").write_bytes(b"png")
    return tmp_path / "报告"


def names(folder: Path, *paths: Path | str) -> list[str]:
    return [Path(source.name).relative_to(folder).as_posix() for source in expand(paths)]


def test_a_folder_gives_its_reports_sorted_and_once(folder: Path) -> None:
    assert names(folder, folder, folder / "2025.txt") == ["2025.txt", "往年/2024.txt"]


def test_a_pattern_gives_what_it_matches(folder: Path) -> None:
    assert names(folder, str(folder / "**" / "*4.txt")) == ["往年/2024.txt"]


def test_names_in_an_archive_may_be_gbk(folder: Path) -> None:
    archive = folder / "往年.zip"
    gbk = "二〇二三年报告.txt"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("说明.png", b"x")
        made.writestr("x" * len(gbk.encode("gb18030")), TEXT.encode("gb18030"))
    # zipfile writes UTF-8 names; old programs for Windows wrote their own.
    stored = ("x" * len(gbk.encode("gb18030"))).encode()
    archive.write_bytes(archive.read_bytes().replace(stored, gbk.encode("gb18030")))
    (source,) = expand([archive])
    assert source.name == f"{archive}/{gbk}"
    assert [section.heading for section in read_source(source).sections] == ["工作情况"]


def test_what_holds_no_report_is_a_sentence(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    with pytest.raises(FileProblem, match="没有能读的报告"):
        expand([tmp_path / "空"])
    with pytest.raises(FileProblem, match="找不到"):
        expand([folder / "无.docx"])
    (folder / "坏.zip").write_bytes(b"PK\x03\x04broken")
    with pytest.raises(FileProblem, match="压缩包"):
        expand([folder / "坏.zip"])
