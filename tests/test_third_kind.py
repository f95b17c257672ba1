"""Another kind of report is a folder of data: with one of a kind nobody ships, every command speaks of it alone."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.calling import Call, Caller
from tests.pack.safety import PROFILE, write_safety_pack

# What only the shipped kinds are about.
FOREIGN = re.compile(r"法治|依法行政|依法治|law-based|政府信息公开")


@pytest.fixture
def drafter(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Caller:
    """Return a function that runs `drafter …` in this process."""
    return Caller(monkeypatch, capsys)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_safety_pack(tmp_path / "safety")
    Path("台账.yaml").write_text(PROFILE, encoding="utf-8")
    return tmp_path


def foreign(*calls: Call, files: tuple[Path, ...] = ()) -> list[str]:
    """Return the lines that speak of another kind of report."""
    texts = [text for call in calls for text in (call.out, call.err)]
    texts += [text for path in files for text in _texts(path)]
    return [line for text in texts for line in text.splitlines() if FOREIGN.search(line)]


def _texts(path: Path) -> list[str]:
    if path.is_dir():
        return [text for below in sorted(path.rglob("*")) for text in _texts(below)]
    data = path.read_bytes()
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return [package.read(name).decode() for name in package.namelist()]
    return [data.decode()]


def test_a_draft_is_clean_and_speaks_of_its_own_kind(drafter: Caller, office: Path) -> None:
    drafted = drafter("draft", "台账.yaml", "-o", "稿.docx")
    linted = drafter("lint", "稿.docx", "--profile", "台账.yaml")
    assert (drafted.status, linted.status) == (0, 0), linted.out
    assert "没有发现问题" in linted.out
    outline = drafter("outline", "稿.docx", "--pack", "safety")
    for part in ("责任落实情况", "重点工作完成情况", "薄弱环节", "工作打算"):
        assert f"［{part}］" in outline.out
    figures = drafter("figures", "稿.docx", "--pack", "safety")
    assert "0个可能对得上" in figures.out
    others = [drafter("check", "台账.yaml"), drafter("sheets", "台账.yaml", "-o", "表/")]
    assert (
        foreign(drafted, linted, outline, figures, *others, files=(Path("稿.docx"), Path("表")))
        == []
    )


def test_a_draft_whose_pack_nobody_named_is_told_so(drafter: Caller, office: Path) -> None:
    drafter("draft", "台账.yaml", "-o", "稿.docx")
    said = "稿.docx：题目和标题都不像“法治政府建设年度报告”，暂且按它检查。\n"
    assert drafter("lint", "稿.docx").err.startswith(said)
    assert drafter("lint", "稿.docx", "--pack", "safety").err == ""
    assert drafter("lint", "稿.docx", "--profile", "台账.yaml").err == ""


def test_a_draft_without_a_part_is_told_its_own_part(drafter: Caller, office: Path) -> None:
    drafter("draft", "台账.yaml", "-o", "稿.md", "-f", "md")
    text = Path("稿.md").read_text(encoding="utf-8")
    cut = text[: text.index("## 三、")] + text[text.index("## 四、") :].replace(
        "## 四、", "## 三、"
    )
    Path("改.md").write_text(cut, encoding="utf-8")
    linted = drafter("lint", "改.md", "--pack", "safety")
    assert linted.status == 1
    assert "缺少规定的“薄弱环节”部分" in linted.out
    assert foreign(linted) == []


def test_an_empty_profile_waits_for_its_own_texts(
    drafter: Caller,
    office: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = drafter("new", "空", "--pack", "safety", "--year", "2026")
    drafted = drafter("draft", "空/profile.yaml", "-o", "空.docx")
    assert "领导带队" in drafted.out and "薄弱环节" in drafted.out
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n" * 20))
    filled = drafter("fill", "空/profile.yaml")
    assert "薄弱环节（印在“薄弱环节”一节，每项写表现、原因、措施）" in filled.out
    linted = drafter("lint", "空.docx", "--profile", "空/profile.yaml")
    assert "“检查企业家次”还没有填" in linted.out
    assert foreign(made, drafted, filled, linted, files=(Path("空"), Path("空.docx"))) == []


def test_past_reports_are_mined_into_a_pack_of_their_kind(drafter: Caller, office: Path) -> None:
    for year in ("2024", "2025", "2026"):
        told = PROFILE.replace("年度: 2026", f"年度: {year}").replace("346", f"3{year[-2:]}")
        Path("往年.yaml").write_text(told, encoding="utf-8")
        drafter("draft", "往年.yaml", "-o", f"往年/{year}.docx")
    mined = drafter("mine", "往年", "-o", "本单位", "--pack", "safety", "--report", "看.html")
    assert mined.status == 0, mined.err
    made = drafter("new", "明年", "--pack", "本单位", "--year", "2027")
    taken = drafter("extract", "往年/2026.docx", "--into", "明年/profile.yaml")
    assert "检查执法.检查企业家次的上年 = 326" in taken.out
    drafted = drafter("draft", "明年/profile.yaml", "-o", "明年.docx")
    outline = drafter("outline", "明年.docx", "--pack", "本单位")
    assert "安全生产薄弱环节　" in outline.out
    files = tuple(Path(name) for name in ("本单位", "看.html", "明年", "明年.docx"))
    assert foreign(mined, made, taken, drafted, outline, files=files) == []
