from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.cli import asking
from tests.cli.calling import Ask, Caller
from tests.external import TOP
from tests.pack.small import PROFILE

FIGURES = f"""\
模板: small
{PROFILE}数据:
  执法: {{检查次数: 635, 处罚件数: 12}}
"""
LISTS = """\
做法:
  执法:
  # - 在某地推行某项做法，办成某事。
案例:
问题:
# - 表现:
#   原因:
其他: []
"""
TEXT = FIGURES + LISTS


def lists(profile: Path) -> str:
    return profile.read_text(encoding="utf-8").removeprefix(FIGURES)


def test_lists_are_asked_for_item_by_item(ask: Ask, profile: Path) -> None:
    called = ask("", "人手不足", "编制少", "账目不清", "", "", "另有三项", "", "q")
    assert called.status == 0
    assert lists(profile) == """\
做法:
  执法:
  # - 在某地推行某项做法，办成某事。
案例:
问题:
- 表现: 人手不足
  原因: 编制少
- 表现: 账目不清
  原因:
# - 表现:
#   原因:
其他:
  - 另有三项
"""  # fmt: skip
    assert "问题（印在“不足”一节，每项写表现、原因）\n  第1项 表现：" in called.out
    assert called.out.endswith(
        "写了4条文字，都已存好；还有0项待填。\n"
        "各节还没有写本年的做法；要写的：drafter fill 台账.yaml --texts\n"
        "开始填之前的内容存在 台账.yaml.bak\n"
    )
    assert Path("台账.yaml.bak").read_text(encoding="utf-8") == TEXT


def test_what_was_left_open_is_asked_for_the_next_time(ask: Ask, profile: Path) -> None:
    ask("", "人手不足", "", "q")
    again = ask("", "编制少", "q")
    assert (
        "问题（印在“不足”一节，每项写表现、原因）\n  1. 表现：人手不足；原因：（空着）\n"
        in again.out
    )
    assert "\n  第1项 原因：" in again.out
    assert "问题:\n- 表现: 人手不足\n  原因: 编制少\n# - 表现:" in lists(profile)
    third = ask("", "q")
    assert "人手不足" not in third.out
    assert "其他（印在“其他”一节）\n  第1条：" in third.out


def test_a_section_that_is_named_takes_more(ask: Ask, profile: Path) -> None:
    ask("", "人手不足", "编制少", "q")
    called = ask("账目不清", "没有公开", "", "本节的话", "", options=("--section", "不足"))
    assert "  1. 表现：人手不足；原因：编制少\n" in called.out
    assert "- 表现: 人手不足\n  原因: 编制少\n- 表现: 账目不清\n  原因: 没有公开\n" in lists(
        profile
    )
    assert (
        "做法:\n  执法:\n  # - 在某地推行某项做法，办成某事。\n  不足:\n    - 本节的话\n"
        in lists(profile)
    )


def test_texts_alone_are_all_that_can_be_said(ask: Ask, profile: Path) -> None:
    text = TEXT.replace("处罚件数: 12", "处罚件数: ").replace(
        "问题:\n", "问题:\n- {表现: 甲, 原因: 乙}\n"
    )
    profile.write_text(text, encoding="utf-8")
    called = ask("在镇口设一处窗口", "", "", options=("--texts",))
    assert "待填。" in called.out and "处罚件数" not in called.out
    names = re.findall(r"^(\S+)（印在“(\S+)”一节", called.out, re.MULTILINE)
    assert names == [("做法", "执法"), ("案例", "调解"), ("做法", "调解")]
    assert "  执法:\n  - 在镇口设一处窗口\n" in lists(profile)


def test_offices_supply_no_texts(ask: Ask) -> None:
    called = ask(options=("--texts", "--office", "执法队"))
    assert called.status == 2
    assert "--texts 和 --office 不能一起用：科室只供数。" in called.err


def test_figures_of_an_office_bring_no_texts(ask: Ask) -> None:
    assert "文字" not in ask(options=("--office", "执法队")).out


@pytest.mark.parametrize(
    ("lines", "said", "standing"),
    [
        (("人手不足", "<", "人手紧"), "现为：人手不足", "- 表现: 人手紧\n  原因:\n"),
        (("人手不足", "<", ""), "现为：人手不足", "- 表现: 人手不足\n  原因:\n"),
        (("人手不足", "编制少", "<", "<", "", "编制紧"), "现为：编制少", "- 表现: 人手不足\n  原因: 编制紧\n"),
        (("人手\x1b[D", "人手不足"), "按了方向键就会这样", "- 表现: 人手不足\n  原因:\n"),
        (("?", "人手不足"), "q：停下", "- 表现: 人手不足\n  原因:\n"),
        (("- 甲: 乙 # 丙",), "", "- 表现: |\n    - 甲: 乙 # 丙\n  原因:\n"),
        (("<", "", "人手不足"), "案例（", "- 表现: 人手不足\n  原因:\n"),
    ],
)  # fmt: skip
def test_an_answer_can_be_given_again(
    ask: Ask, profile: Path, lines: tuple[str, ...], said: str, standing: str
) -> None:
    called = ask("", *lines, "q")
    assert said in called.out
    assert f"问题:\n{standing}# - 表现:" in profile.read_text(encoding="utf-8")


def test_what_stands_is_kept_and_never_asked_for_again(ask: Ask, profile: Path) -> None:
    standing = TEXT.replace(
        "问题:\n", "问题:\n- 表现: 人手不足\n  原因: 编制少\n- 表现:\n  原因:\n"
    )
    profile.write_text(standing, encoding="utf-8")
    called = ask("", "", "", "q")
    assert "  2. 表现：（空着）；原因：（空着）\n  第2项 表现：" in called.out
    assert profile.read_text(encoding="utf-8") == standing


def test_a_list_in_brackets_is_left_to_people(ask: Ask, profile: Path) -> None:
    text = TEXT.replace("问题:\n", "问题: [{表现: 甲, 原因: }]\n")
    profile.write_text(text, encoding="utf-8")
    called = ask(options=("--section", "不足"))
    assert "这里写在方括号、花括号里，请直接在台账里加。" in called.out
    assert profile.read_text(encoding="utf-8") == text


def test_an_item_someone_else_writes_meanwhile_stays(
    drafter: Caller, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = TEXT.replace("问题:\n", "问题:\n- 表现: 别人的\n  原因:\n")
    answers = iter(("", "我的", "我的原因", "q"))

    def answer(_: str) -> str:
        typed = next(answers)
        if typed == "我的":
            profile.write_text(theirs, encoding="utf-8")
        return typed

    monkeypatch.setattr(asking, "prompt", answer)
    called = drafter("fill", profile)
    assert "这份台账刚才被别人改过" in called.out
    assert "问题:\n- 表现: 别人的\n  原因: 我的原因\n- 表现: 我的\n  原因:\n" in lists(profile)


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT])
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_nothing_is_lost_when_the_terminal_goes(profile: Path, end: signal.Signals) -> None:
    command = [sys.executable, "-m", "drafter", "fill", str(profile), "--section", "不足"]
    environment = {"PYTHONPATH": str(TOP), "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment) as child:
        assert child.stdin
        assert child.stdout
        child.stdin.write("人手不足\n".encode())
        child.stdin.flush()
        said = b""
        while "原因：".encode() not in said:
            byte = child.stdout.read(1)
            assert byte, said.decode()
            said += byte
        child.send_signal(end)
        child.communicate()
    assert "问题:\n- 表现: 人手不足\n  原因:\n# - 表现:" in lists(profile)
