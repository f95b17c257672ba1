from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from drafter.cli.batch import expand_profiles, run
from drafter.cli.engines import BLOCK
from drafter.cli.progress import Progress
from tests.cli.calling import Caller
from tests.pack.small import FULL, PROFILE, write_pack


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("年度: 2026\n", encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["甲.yaml"], ["甲.yaml"]),
        (["乙 区/*.yaml"], ["乙 区/丙.yaml", "乙 区/丁.yaml"]),
        (["乙 区"], ["乙 区/丙.yaml", "乙 区/丁.yaml", "乙 区/深/戊.yml"]),
        (["甲.yaml", "*.yaml", "甲.yaml"], ["甲.yaml"]),
        (["没有.yaml"], ["没有.yaml"]),
        (["[己].yaml"], ["[己].yaml"]),
    ],
)
def test_names_folders_and_patterns_become_files_each_once(
    folder: Path, typed: list[str], expected: list[str]
) -> None:
    touch(folder, "甲.yaml", "乙 区/丙.yaml", "乙 区/丁.yaml", "乙 区/深/戊.yml", "乙 区/己.txt")
    touch(folder, "乙 区/模板/pack.yaml", "乙 区/模板/sections/x.yaml", "乙 区/.隐/庚.yaml")
    if typed == ["[己].yaml"]:
        touch(folder, "[己].yaml")
    paths, failed = expand_profiles(typed)
    assert ([Path(name) for name in sorted(expected)], []) == (sorted(paths), failed)


def test_what_names_nothing_is_told_and_stops_no_other(folder: Path) -> None:
    touch(folder, "甲.yaml")
    (folder / "空").mkdir()
    paths, failed = expand_profiles(["空", "甲.yaml", "*.yml"])
    assert paths == [Path("甲.yaml")]
    assert [str(problem).splitlines()[0] for problem in failed] == [
        "空: 错误: 文件夹里没有台账。",
        "*.yml: 错误: 没有这样的文件。",
    ]


def double(numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_inputs_from_any_number_of_processes(jobs: int) -> None:
    numbers = list(range(2 * BLOCK + 1))
    assert list(run(double, numbers, jobs, "算")) == [2 * number for number in numbers]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_shows_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream, is_shown in ((Terminal(), True), (io.StringIO(), False)):
        monkeypatch.setattr(sys, "stderr", stream)
        progress = Progress("起草", 2 * BLOCK)
        progress.shown -= 60
        for _ in range(BLOCK):
            progress.advance()
        progress.end()
        assert (f"起草 [##########----------] {BLOCK}/{2 * BLOCK}" in stream.getvalue()) is is_shown


def write_profile(path: Path, short: str, text: str) -> None:
    unit = PROFILE.replace("简称: 街道", f"简称: {short}")
    path.write_text(f"模板: 模板 甲\n{unit}{text}", encoding="utf-8")


def test_a_table_says_what_is_missing_where(drafter: Caller, folder: Path) -> None:
    write_pack(folder / "模板 甲")
    without = FULL.replace("处罚件数: 12", "处罚件数: ")
    write_profile(folder / "a.yaml", "甲街", without)
    write_profile(folder / "b.yaml", "乙街", FULL)
    write_profile(folder / "c.yaml", "丙街", "数居:\n")
    write_profile(folder / "d.yaml", "丁街", without)
    called = drafter("draft", "*.yaml", "-o", "稿", "-f", "md")
    assert called.status == 2
    assert called.err == "c.yaml:4:1: 错误: 没有“数居”这个键。\n    是否为“数据”？\n"
    assert called.out.splitlines()[3:] == [
        "共4份：生成3份，1份没有生成；2份有待填。",
        "台账    待填      缺什么",
        "a.yaml  2         处罚件数、合计件数",
        "c.yaml  没有生成",
        "d.yaml  2         处罚件数、合计件数",
        "缺得最多的：处罚件数（2份）、合计件数（2份）",
    ]
    assert len(list((folder / "稿").iterdir())) == 3


@pytest.mark.parametrize("jobs", [1, 2])
def test_drafts_are_judged_the_same_on_any_number_of_processes(
    drafter: Caller, folder: Path, jobs: int
) -> None:
    write_pack(folder / "模板 甲")
    write_profile(folder / "台账.yaml", "街道", FULL)
    assert drafter("draft", "台账.yaml", "-o", "稿/00.md").status == 0
    text = (folder / "稿" / "00.md").read_text(encoding="utf-8")
    for number in range(1, BLOCK + 1):
        year = text.replace("2026年度", "2025年度", number % 2)
        (folder / "稿" / f"{number:02}.md").write_text(year, encoding="utf-8")
    (folder / "稿" / "坏.docx").write_bytes(b"PK")
    called = drafter("lint", "稿", "--profile", "台账.yaml", "--jobs", jobs, "-f", "json")
    found = json.loads(called.out)
    assert called.status == 2
    assert called.err.startswith("稿/坏.docx: 错误: ")
    files = [Path(finding["file"]).stem for finding in found]
    assert files == sorted(files)
    assert {f"{n:02}" for n in range(1, BLOCK + 1, 2)} <= set(files)
