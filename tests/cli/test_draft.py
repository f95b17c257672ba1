from __future__ import annotations

import errno
import json
import re
import tempfile
from datetime import date
from pathlib import Path

import pytest

from drafter.cli.new import default_year
from drafter.profile.load import load_profile
from tests.cli.calling import Caller
from tests.external import TOP
from tests.pack.small import FULL, PROFILE, write_pack

SAMPLE = TOP / "profiles" / "qingshiqiao-2026.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a blank in its name that holds the small pack and 台账.yaml."""
    work = tmp_path / "我的 工作"
    write_pack(work / "模板 甲")
    write_profile(work / "台账.yaml")
    (tmp_path / "别处").mkdir()
    monkeypatch.chdir(tmp_path / "别处")
    return work


def write_profile(path: Path, text: str = FULL) -> Path:
    path.write_text("模板: 模板 甲\n" + PROFILE + text, encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def test_a_report_is_written_beside_its_profile_from_any_folder(
    drafter: Caller, folder: Path
) -> None:
    called = drafter("draft", folder / "台账.yaml")
    assert (called.status, called.err) == (0, "")
    assert called.out.startswith(f"已生成 {folder / '2026年街道小报告.docx'}：正文约")
    assert names(folder) == ["2026年街道小报告.docx", "台账.yaml"]


def test_drafting_tells_what_waits_and_what_was_left_out(drafter: Caller, folder: Path) -> None:
    write_profile(folder / "台账.yaml", "数据: {执法: {处罚件数: 2}}\n")
    called = drafter("draft", folder / "台账.yaml", "-f", "md")
    assert called.status == 0
    assert called.out.splitlines()[1:] == [
        "  有3项待填：检查次数、合计件数、问题",
        "  没有内容、未印的选报章节：调解、其他",
    ]


def test_a_profile_nobody_has_filled_in_yet_is_told_in_two_lines(
    drafter: Caller, folder: Path
) -> None:
    drafter("new", "新")
    called = drafter("draft", "新/profile.yaml")
    waiting = called.out.splitlines()[1]
    assert re.match(r"  有[4-9]\d项待填：单位名称、", waiting)
    assert waiting.endswith(f"等；由谁填、在第几行，见 drafter check {Path('新/profile.yaml')}")
    assert waiting.count("、") < 16


@pytest.mark.parametrize(
    ("out", "form", "expected"),
    [
        ("稿.md", None, "稿.md"),
        ("稿.docx", None, "稿.docx"),
        ("稿", None, "稿.docx"),
        ("稿", "md", "稿.md"),
        ("新 夹/", None, "新 夹/2026年街道小报告.docx"),
        ("新 夹/", "md", "新 夹/2026年街道小报告.md"),
        ("深/层/稿.md", "md", "深/层/稿.md"),
    ],
)
def test_where_a_report_goes(
    drafter: Caller, folder: Path, out: str, form: str | None, expected: str
) -> None:
    options = ("-f", form) if form else ()
    called = drafter("draft", folder / "台账.yaml", "-o", out, *options)
    assert (called.status, called.err) == (0, "")
    assert Path(expected).is_file()


@pytest.mark.parametrize(
    ("out", "form", "said"),
    [
        (
            "稿.pdf",
            None,
            "稿.pdf: 错误: 输出文件的扩展名是“.pdf”，没有这种格式。\n    请先生成 .docx",
        ),
        ("稿.md", "docx", "稿.md: 错误: 输出文件的扩展名是“.md”，与 -f docx 不一致。"),
    ],
)
def test_a_format_that_does_not_fit_is_refused(
    drafter: Caller, folder: Path, out: str, form: str | None, said: str
) -> None:
    options = ("-f", form) if form else ()
    called = drafter("draft", folder / "台账.yaml", "-o", out, *options)
    assert called.status == 2
    assert called.err.startswith(said)
    assert not Path(out).exists()


def test_several_profiles_go_into_a_folder_and_one_that_fails_stops_no_other(
    drafter: Caller, folder: Path
) -> None:
    write_profile(folder / "乙.yaml", "数居:\n")
    called = drafter("draft", folder / "乙.yaml", folder / "台账.yaml", "-o", "稿")
    assert called.status == 2
    assert "没有“数居”这个键。" in called.err
    assert names(Path("稿")) == ["2026年街道小报告.docx"]


def test_two_reports_of_one_name_are_refused_before_anything_is_written(
    drafter: Caller, folder: Path
) -> None:
    write_profile(folder / "乙.yaml")
    called = drafter("draft", folder / "台账.yaml", folder / "乙.yaml", "-o", "稿")
    assert called.status == 2
    assert "有两份要写到同一个文件。" in called.err
    assert not Path("稿").exists()


def test_someones_file_is_kept_unless_forced(drafter: Caller, folder: Path) -> None:
    target = Path("稿.md")
    target.write_text("别人写的\n", encoding="utf-8")
    called = drafter("draft", folder / "台账.yaml", "-o", target)
    assert called.status == 2
    assert called.err.startswith("稿.md: 错误: 已有同名文件，而且不是 drafter 写的")
    assert target.read_text(encoding="utf-8") == "别人写的\n"
    assert drafter("draft", folder / "台账.yaml", "-o", target, "--force").status == 0
    assert "青石桥街道办事处" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", ["docx", "md"])
def test_drafters_own_file_is_replaced_until_somebody_changes_it(
    drafter: Caller, folder: Path, suffix: str
) -> None:
    target = Path(f"稿.{suffix}")
    for _ in range(2):
        assert drafter("draft", folder / "台账.yaml", "-o", target).status == 0
    target.write_bytes(target.read_bytes() + b"\n")
    if suffix == "md":
        target.write_bytes(target.read_bytes().replace("人手".encode(), "人员".encode()))
        assert drafter("draft", folder / "台账.yaml", "-o", target).status == 2


def test_a_file_open_in_word_is_a_sentence(drafter: Caller, folder: Path) -> None:
    Path("~$稿.docx").write_bytes(b"x")
    called = drafter("draft", folder / "台账.yaml", "-o", "稿.docx")
    assert called.status == 2
    assert called.err.startswith("稿.docx: 错误: 文件正在别的程序里打开着。")
    assert not Path("稿.docx").exists()


def test_an_output_that_cannot_be_written_is_a_sentence(drafter: Caller, folder: Path) -> None:
    Path("文件").write_bytes(b"")
    called = drafter("draft", folder / "台账.yaml", "-o", "文件/稿.docx")
    assert called.status == 2
    assert "建不了这个文件夹" in called.err
    called = drafter("draft", folder / "台账.yaml", "-o", f"{'长' * 200}.docx")
    assert called.status == 2
    assert "文件名太长。" in called.err
    assert names(Path()) == ["文件"]


def test_a_folder_without_the_right_to_write_is_a_sentence(
    drafter: Caller, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> tuple[int, str]:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    called = drafter("draft", folder / "台账.yaml", "-o", "稿.docx")
    assert called.status == 2
    assert called.err.startswith("稿.docx: 错误: 写不进去：没有权限")
    assert names(Path()) == []


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (
            "模板 甲/sections/other.j2",
            "{{ 单位.__class__ }}\n",
            "other.j2:1: 错误: 不能取“单位.__class__”。",
        ),
        ("模板 甲/sections/other.j2", "{% if 单位 %}\n", "other.j2:1: 错误: 模板写法有误"),
        ("模板 甲/layout.yaml", "page: 3\n", "layout.yaml:1:7: 错误: "),
        ("模板 甲/pack.yaml", "name：甲\n", "pack.yaml:1:5: 错误: “name”后面用了全角冒号“：”。"),
        ("台账.yaml", "年度：2026\n", "台账.yaml:1:3: 错误: “年度”后面用了全角冒号“：”。"),
    ],
)
def test_nothing_is_written_where_pack_or_profile_is_wrong(
    drafter: Caller, folder: Path, file: str, text: str, said: str
) -> None:
    (folder / file).write_text(text, encoding="utf-8")
    called = drafter("draft", folder / "台账.yaml", "-o", "稿.docx")
    assert (called.status, called.out) == (2, "")
    assert said in called.err
    assert not Path("稿.docx").exists()


def test_new_writes_a_profile_once(drafter: Caller, folder: Path) -> None:
    called = drafter("new", "新 夹", "--year", 2026)
    assert called.status == 0
    path = Path("新 夹") / "profile.yaml"
    assert load_profile(path).year == 2026
    path.write_text("我填的\n", encoding="utf-8")
    again = drafter("new", "新 夹")
    assert again.status == 2
    assert again.err.startswith(f"{path}: 错误: 这个文件夹里已有台账。")
    assert path.read_text(encoding="utf-8") == "我填的\n"
    drafted = drafter("draft", path)
    assert drafted.status == 2


def test_new_from_last_year_carries_unit_and_figures_over(drafter: Caller, folder: Path) -> None:
    assert drafter("new", "新", "--from", SAMPLE).status == 0
    loaded, last = load_profile(Path("新/profile.yaml")), load_profile(SAMPLE)
    assert (loaded.year, loaded.unit) == (2027, last.unit)
    for key, entry in last.entries.items():
        if entry.figure is not None and entry.indicator.derive is None:
            assert loaded.entries[key].last_year == entry.figure


def test_new_with_a_pack_of_ones_own_names_it_from_the_new_folder(
    drafter: Caller, folder: Path
) -> None:
    called = drafter("new", "新", "--pack", folder / "模板 甲", "--year", 2026)
    assert (called.status, called.err) == (0, "")
    assert load_profile(Path("新/profile.yaml")).pack.name == "small"
    assert drafter("draft", "新/profile.yaml").status == 0


@pytest.mark.parametrize(
    ("today", "expected"),
    [(date(2026, 11, 25), 2026), (date(2027, 2, 1), 2026), (date(2026, 7, 1), 2026)],
)
def test_the_year_is_the_one_being_reported(today: date, expected: int) -> None:
    assert default_year(today) == expected


def test_check_counts_names_and_shows_what_does_not_hold(drafter: Caller, folder: Path) -> None:
    write_profile(
        folder / "台账.yaml",
        "数据:\n  执法: {检查次数: 635, 处罚件数: }\n  纠纷: {受理件数: 40, 成功件数: 41}\n来源: {执法: 执法队}\n",
    )
    called = drafter("check", folder / "台账.yaml")
    assert called.status == 1
    assert called.out.replace(f"{folder}/", "").splitlines() == [
        "台账.yaml：青石桥街道办事处，2026年度，3/4 已填。",
        "执法：1/2 已填",
        "  待填：执法.处罚件数（执法队，第5行）",
        "  未列（选报）：罚没金额",
        "调解：2/2 已填",
        "台账.yaml:6:24: 错误: 纠纷：“成功件数 <= 受理件数”不成立：成功件数为“41件”，"
        "受理件数为“40件”（左边 41，右边 40）。",
        "    请核对台账，改正其中一个数。",
        "台账.yaml:6:3: 错误: “纠纷.成功率”为“102.5%”，比例不能超过100%。",
        "    请核对分子和分母。",
        "数之间的关系：成立0条，不成立2条，未核0条。",
    ]


def test_check_of_a_full_profile_finds_nothing(drafter: Caller, folder: Path) -> None:
    called = drafter("check", folder / "台账.yaml")
    assert called.status == 0
    assert "5/5 已填。" in called.out


def test_lint_of_ones_own_draft_is_clean_and_json_has_its_shape(
    drafter: Caller, folder: Path
) -> None:
    full = FULL.replace("人手不足", "执法队年初以来人手不足，夜间和周末没有人在窗口值守")
    write_profile(folder / "台账.yaml", full)
    assert drafter("draft", folder / "台账.yaml", "-o", "稿.docx").status == 0
    clean = drafter("lint", "稿.docx", "--profile", folder / "台账.yaml")
    assert (clean.status, clean.err) == (0, "")
    write_profile(folder / "台账.yaml", full.replace("处罚件数: 12", "处罚件数: "))
    assert drafter("draft", folder / "台账.yaml", "-o", "稿.docx").status == 0
    called = drafter("lint", "稿.docx", "--profile", folder / "台账.yaml", "-f", "json")
    assert called.status == 1
    found = json.loads(called.out)
    assert sorted({finding["code"] for finding in found}) == ["T001"]
    assert set(found[0]) == {
        "file", "code", "rule", "severity", "message", "mend", "section", "element", "paragraph",
        "cell", "start", "end", "related",
    }  # fmt: skip
    options = ("--fail-on", "warning", "--ignore", "leftover-placeholder")
    assert drafter("lint", "稿.docx", "--profile", folder / "台账.yaml", *options).status == 0


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04short",
        bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600,
        b"\x89PNG\r\n\x1a\n" + b"\0" * 600,
    ],
    ids=["empty", "truncated", "password or .doc", "a picture"],
)
def test_what_is_no_word_file_is_a_sentence(drafter: Caller, folder: Path, data: bytes) -> None:
    Path("稿.docx").write_bytes(data)
    called = drafter("lint", "稿.docx")
    assert called.status == 2
    assert called.err.startswith("稿.docx: 错误: ")
    assert "Traceback" not in called.err
