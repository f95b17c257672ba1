from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.cli.calling import Caller
from tests.pack.small import PROFILE, write_pack

DATA = (
    "数据:\n  执法: {检查次数: 635, 处罚件数: }\n  纠纷: {受理件数: , 成功件数: {值: , 上年: 3}}\n"
)
SOURCES = "来源: {执法: 执法队, 纠纷: 司法所、执法队}\n"


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    write_pack(tmp_path / "small")
    text = f"模板: small\n{PROFILE}{DATA}{SOURCES}"
    Path("台账.yaml").write_text(text, encoding="utf-8")
    return "台账.yaml"


def test_what_is_missing_is_listed_by_office_and_several_offices_are_all_asked(
    drafter: Caller, profile: str
) -> None:
    called = drafter("check", profile, "--by-office")
    assert called.status == 1
    assert called.out.splitlines()[1:8] == [
        "执法队：缺3项",
        "  执法.处罚件数（件、宗）  第5行",
        "  纠纷.受理件数（件）  第6行",
        "  纠纷.成功件数（件）  第6行",
        "司法所：缺2项",
        "  纠纷.受理件数（件）  第6行",
        "  纠纷.成功件数（件）  第6行",
    ]


def test_the_list_is_written_as_excel(drafter: Caller, profile: str) -> None:
    called = drafter("check", profile, "-o", "待填.xlsx")
    assert called.out.endswith("待填的数按科室写在 待填.xlsx。\n")
    sheet = openpyxl.load_workbook("待填.xlsx").active
    rows = [[cell for cell in row if cell] for row in sheet.iter_rows(values_only=True)]
    assert rows[0] == ["青石桥街道办事处2026年度小报告待填数据"]
    assert rows[2:5] == [
        ["执法队（3项）"],
        ["序号", "指标", "单位", "上年", "本年", "口径说明"],
        ["1", "执法：处罚件数", "件、宗"],
    ]
    assert sheet.print_area == f"'待填数据'!$A$1:$F${sheet.max_row}"


def test_the_list_is_written_as_word(drafter: Caller, profile: str) -> None:
    drafter("check", profile, "-o", "待填.docx")
    document = docx.Document("待填.docx")
    assert [p.text for p in document.paragraphs][2:] == ["执法队（3项）", "司法所（2项）"]
    cells = [[cell.text for cell in row.cells] for row in document.tables[1].rows]
    assert cells[2] == ["2", "纠纷：成功件数", "件", "3件", "", ""]


@pytest.mark.parametrize("name", ["待填.xlsx", "待填.docx"])
def test_the_same_profile_gives_the_same_bytes_and_work_is_kept(
    drafter: Caller, profile: str, name: str
) -> None:
    drafter("check", profile, "-o", name)
    before = Path(name).read_bytes()
    drafter("check", profile, "-o", name)
    assert Path(name).read_bytes() == before
    touch(Path(name))
    called = drafter("check", profile, "-o", name)
    assert called.status == 2
    assert "已有同名文件" in called.err
    assert drafter("check", profile, "-o", name, "--force").status == 1
    assert Path(name).read_bytes() == before


def touch(path: Path) -> None:
    """Change a part of a package, as an office program does when it saves."""
    buffer = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr("more.xml", "<x/>")
    path.write_bytes(buffer.getvalue())


def test_nothing_missing_writes_no_list(drafter: Caller, profile: str) -> None:
    full = "数据:\n  执法: {检查次数: 635, 处罚件数: 1}\n"
    Path(profile).write_text(f"模板: small\n{PROFILE}{full}", encoding="utf-8")
    called = drafter("check", profile, "-o", "待填.xlsx")
    assert (called.status, called.out.splitlines()[-1]) == (0, "没有待填的数，没有写 待填.xlsx。")
    assert not Path("待填.xlsx").exists()


def test_json_holds_the_same(drafter: Caller, profile: str) -> None:
    other = f"模板: small\n{PROFILE}数据:\n  执法: {{检查次数: 636}}\n"
    Path("年报.yaml").write_text(other, encoding="utf-8")
    called = drafter("check", profile, "-f", "json", "--against", "年报.yaml")
    found = json.loads(called.out)
    assert (called.status, found["year"], found["settled"], found["asked"]) == (1, 2026, 1, 4)
    assert found["sections"][0]["missing"] == [
        {
            "key": "执法.处罚件数",
            "units": ["件", "宗"],
            "offices": ["执法队"],
            "last_year": None,
            "line": 5,
        }
    ]
    assert [(f["kind"], f["key"], f["line"]) for f in found["findings"]] == [
        ("against", "执法.检查次数", 5)
    ]
    assert found["offices"][1] == {
        "office": "司法所",
        "missing": ["纠纷.受理件数", "纠纷.成功件数"],
    }


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--today", "明天"), "--today: 错误: “明天”不是一个日期。"),
        (("-o", "待填.pdf"), "没有这种格式"),
        (("--against", "没有.yaml"), "没有这个文件"),
    ],
)
def test_a_call_that_cannot_be_done_says_why(
    drafter: Caller, profile: str, options: tuple[str, ...], said: str
) -> None:
    called = drafter("check", profile, *options)
    assert called.status == 2
    assert said in called.err
