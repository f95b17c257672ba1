"""A report with prescribed tables through the commands: new, fill, sheets, collect, draft, lint, refresh."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from drafter.profile.load import load_profile
from drafter.profile.profile import State
from tests.cli.calling import Caller
from tests.external import TOP

KIND = "government-information-disclosure"
SAMPLE = TOP / "profiles" / "bailuwan-disclosure-2026.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("台账.yaml").write_text(SAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def opened(*lines: str) -> None:
    """Take the values out of some lines of the profile."""
    text = Path("台账.yaml").read_text(encoding="utf-8")
    for line in lines:
        assert f"\n  {line}:" in text
        text = re.sub(rf"(?m)^  {line}: (?:[^#\n]*)", f"  {line}: ", text, count=1)
    Path("台账.yaml").write_text(text, encoding="utf-8")


def test_the_pack_is_chosen_by_the_title(drafter: Caller, folder: Path) -> None:
    drafter("draft", "台账.yaml", "-o", "稿.docx")
    assert "［收到和处理政府信息公开申请情况］" in drafter("outline", "稿.docx").out
    assert "本年新收申请.总计" in drafter("figures", "稿.docx").out
    clean = drafter("lint", "稿.docx")
    assert (clean.status, "没有发现问题" in clean.out) == (0, True)
    assert drafter("extract", "稿.docx", "-o", "新.yaml").status == 0
    text = Path("新.yaml").read_text(encoding="utf-8")
    assert f"模板: {KIND}" in text
    assert "  本年新收申请: {自然人: 58, 商业企业: 5, 科研机构: 0, 社会公益组织: 0, " in text
    was, now = load_profile(Path("台账.yaml")), load_profile(Path("新.yaml"))
    told_in_words = {"监督保障.责任追究人数", "信息处理费.收费通知件数", "信息处理费.收取金额"}
    differing = {k for k, e in was.entries.items() if now.entries[k].figure != e.figure}
    assert differing == told_in_words
    assert {now.entries[key].state for key in told_in_words} == {State.MISSING}


def test_a_report_of_the_rule_of_law_keeps_its_own_pack(drafter: Caller, folder: Path) -> None:
    drafter("draft", str(TOP / "profiles" / "qingshiqiao-2026.yaml"), "-o", "法治.docx")
    assert "［主要举措和成效］" in drafter("outline", "法治.docx").out
    drafter("draft", "台账.yaml", "-o", "公开.docx")
    both = drafter("lint", "法治.docx", "公开.docx")
    assert both.status == 0


def test_a_named_pack_stands_against_the_title(drafter: Caller, folder: Path) -> None:
    drafter("draft", "台账.yaml", "-o", "稿.docx")
    found = drafter("lint", "稿.docx", "--pack", "law-based-government")
    assert "缺少规定的“党政主要负责人履行第一责任人职责情况”部分" in found.out


def test_rows_that_wait_are_named_once(drafter: Caller, folder: Path) -> None:
    opened("属于国家秘密", "行政许可")
    told = drafter("draft", "台账.yaml", "-o", "稿.docx").out
    assert "有3项待填：表格“行政许可”、表格“属于国家秘密”、表格“办理结果总计”" in told
    found = drafter("lint", "稿.docx", "--profile", "台账.yaml").out
    assert found.count("T001") == 2
    assert "表格的“属于国家秘密”还没有填：“自然人”“商业企业”" in found
    waiting = [one for one in drafter("check", "台账.yaml").out.splitlines() if "待填：" in one]
    assert waiting == [
        "  待填：行政许可.本年处理决定数量（便民服务中心，第44行）",
        "  待填：属于国家秘密的自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他（政务公开办公室，第53行）",
    ]


def test_late_figures_go_into_the_cells_of_an_edited_draft(drafter: Caller, folder: Path) -> None:
    opened("属于国家秘密", "行政许可")
    drafter("draft", "台账.yaml", "-o", "稿.docx")
    late = SAMPLE.read_text(encoding="utf-8").replace(
        "行政事业性收费: 0.86万元", "行政事业性收费: 12500元"
    )
    Path("台账.yaml").write_text(late, encoding="utf-8")
    told = drafter("refresh", "稿.docx", "--profile", "台账.yaml", "-o", "新.docx").out
    assert "行政许可.本年处理决定数量 “【待填】” → “37”" in told
    assert "属于国家秘密.总计 “【待填】” → “0”" in told
    assert "行政事业性收费.本年收费金额 “0.86” → “1.25”" in told
    assert "待填。" not in told
    left = drafter("lint", "新.docx", "--profile", "台账.yaml", "--ignore", "L007")
    assert left.status == 0


def test_figures_go_into_a_draft_without_marks_by_the_profile_it_was_made_of(
    drafter: Caller, folder: Path
) -> None:
    drafter("draft", "台账.yaml", "-o", "稿.docx")
    Path("旧.yaml").write_text(SAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    late = SAMPLE.read_text(encoding="utf-8").replace("行政许可: 37", "行政许可: 73")
    Path("台账.yaml").write_text(late, encoding="utf-8")
    without_marks("稿.docx", "无标记.docx")
    command = ("refresh", "无标记.docx", "--profile", "台账.yaml", "--was", "旧.yaml")
    told = drafter(*command, "-o", "新.docx").out
    assert "行政许可.本年处理决定数量 “37” → “73”" in told


def without_marks(source: str, target: str) -> None:
    """Let another program save a Word file: drafter's part is gone."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            if not entry.filename.startswith("customXml/"):
                new.writestr(entry, old.read(entry))


def test_each_open_cell_is_a_question(
    drafter: Caller, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened("属于国家秘密", "行政许可")
    # 1 for 自然人 breaks the balance of its column, which is asked about; the sixth is left open
    typed = ("41", "1", "y", "0", "0", "0", "0", "")
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
    told = drafter("fill", "台账.yaml")
    assert "7项待填" in told.out
    profile = load_profile(Path("台账.yaml"))
    texts = {k: e.figure.text for k, e in profile.entries.items() if e.figure}
    assert (texts["属于国家秘密.自然人"], texts["行政许可.本年处理决定数量"]) == ("1件", "41件")
    assert profile.entries["属于国家秘密.其他"].state is State.MISSING


def test_a_sheet_changes_a_cell_that_was_zero_as_a_row(drafter: Caller, folder: Path) -> None:
    assert drafter("sheets", "台账.yaml", "-o", "表").status == 0
    path = next(path for path in Path("表").iterdir() if "司法所" in path.name)
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.active
    heads = {cell.value: cell.column for row in sheet.iter_rows() for cell in row}
    for row in sheet.iter_rows():
        if row[0].value == "直接起诉.结果维持":
            sheet.cell(row[0].row, heads["本年"]).value = 2
    workbook.save(path)
    assert str(sheet["A1"].value).startswith("2026年度政府信息公开工作数据填报表")
    told = drafter("collect", "台账.yaml", "表", "--prefer", "司法所")
    assert "  直接起诉: {其余: 0, 结果维持: 2}" in Path("台账.yaml").read_text(encoding="utf-8"), (
        told.out
    )


def test_a_new_workspace_is_public_and_has_no_addressee(drafter: Caller, folder: Path) -> None:
    assert drafter("new", "新", "--pack", KIND, "--year", "2026").status == 0
    text = Path("新/profile.yaml").read_text(encoding="utf-8")
    assert "  版式: 公开" in text and "\n  主送:" not in text
    assert drafter("draft", "新/profile.yaml", "-o", "稿.docx").status == 0
