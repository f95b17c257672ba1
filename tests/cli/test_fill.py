from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.cli import asking
from tests.cli.calling import Ask, Caller
from tests.external import TOP
from tests.pack.small import PROFILE

TEXT = f"""\
模板: small
{PROFILE}数据:
  执法:
    检查次数: {{值: , 上年: 580}}  # 次
    处罚件数:
  纠纷:
    受理件数: 40
    成功件数:
来源: {{执法: 执法队, 纠纷: 司法所}}
"""


def values(profile: Path) -> list[str]:
    lines = profile.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.startswith("    ")]


def test_each_answer_goes_to_its_place(ask: Ask, profile: Path) -> None:
    called = ask("635", "不适用", "39", "q")
    assert called.status == 0
    assert values(profile) == [
        "检查次数: {值: 635, 上年: 580}  # 次", "处罚件数: 不适用", "受理件数: 40", "成功件数: 39",
    ]  # fmt: skip
    assert "[1/2] 单位：次、家次  上年：580次  来源：执法队\n" in called.out
    assert called.out.endswith(
        "填了3项，都已存好；还有0项待填。\n接着填：drafter fill 台账.yaml\n还没有写的文字：问题\n"
        "各节还没有写本年的做法；要写的：drafter fill 台账.yaml --texts\n"
        "开始填之前的内容存在 台账.yaml.bak\n"
    )
    assert Path("台账.yaml.bak").read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize(
    ("lines", "said", "first"),
    [
        (("无", "0"), "“无”看不出是 0 还是不适用。", "检查次数: {值: 0, 上年: 580}  # 次"),
        (("3.5", "3"), "“次”不能有小数。", "检查次数: {值: , 上年: 580}  # 次"),
        (("9999", "", "600"), "相差悬殊", "检查次数: {值: 600, 上年: 580}  # 次"),
        (("9999", "y"), "相差悬殊", "检查次数: {值: 9999, 上年: 580}  # 次"),
        (("", "q"), "还有3项待填", "检查次数: {值: , 上年: 580}  # 次"),
        (("600", "<", "601", "q"), "现为：600次", "检查次数: {值: 601, 上年: 580}  # 次"),
        (("?", "600", "q"), "直接回车：跳过", "检查次数: {值: 600, 上年: 580}  # 次"),
    ],
)
def test_an_answer_is_checked_at_once(
    ask: Ask, profile: Path, lines: tuple[str, ...], said: str, first: str
) -> None:
    called = ask(*lines)
    assert called.status == 0
    assert said in called.out
    assert values(profile)[0] == first


def test_an_answer_that_breaks_a_relation_is_asked_about(ask: Ask, profile: Path) -> None:
    called = ask("", "", "41", "", "q")
    assert "纠纷：“成功件数 <= 受理件数”不成立" in called.out
    assert profile.read_text(encoding="utf-8") == TEXT


def test_the_end_of_the_input_keeps_what_was_answered(ask: Ask, profile: Path) -> None:
    called = ask("635")
    assert called.out.endswith(
        "填了1项，都已存好；还有2项待填。\n接着填：drafter fill 台账.yaml\n"
        "还没有写的文字：问题\n"
        "各节还没有写本年的做法；要写的：drafter fill 台账.yaml --texts\n"
        "开始填之前的内容存在 台账.yaml.bak\n"
    )
    again = ask("12", "q")
    assert again.out.startswith("台账.yaml：2项待填。")
    assert values(profile)[:2] == ["检查次数: {值: 635, 上年: 580}  # 次", "处罚件数: 12"]


@pytest.mark.parametrize(
    ("options", "keys"),
    [
        (("--section", "调解"), ["成功件数"]),
        (("--section", "enforcement"), ["检查次数", "处罚件数"]),
        (("--office", "司法所"), ["成功件数"]),
        (("--section", "执法", "--optional"), ["检查次数", "处罚件数", "罚没金额"]),
    ],
)
def test_questions_can_be_chosen(ask: Ask, options: tuple[str, ...], keys: list[str]) -> None:
    called = ask(*[""] * 6, options=options)
    assert [
        key
        for key in ("检查次数", "处罚件数", "罚没金额", "成功件数")
        if f"  {key}：" in called.out
    ] == keys


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--section", "调节"), "没有“调节”这一节。\n    是否为“调解”？"),
        (("--office", "执法对"), "没有哪个数由“执法对”提供。"),
    ],
)
def test_unknown_names_are_a_sentence(ask: Ask, options: tuple[str, ...], said: str) -> None:
    called = ask(options=options)
    assert called.status == 2
    assert said in called.err


def test_what_someone_else_wrote_meanwhile_is_shown_and_kept(
    drafter: Caller, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = TEXT.replace("处罚件数:", "处罚件数: 14").replace("值: ,", "值: 640,")

    def answer(words: str) -> str:
        if words.strip() == "检查次数" and profile.read_text(encoding="utf-8") == TEXT:
            profile.write_text(theirs, encoding="utf-8")
            return "635"
        return "" if "记下" in words else "q"

    monkeypatch.setattr(asking, "prompt", answer)
    called = drafter("fill", profile)
    assert called.status == 0
    assert (
        "    这份台账刚才被别人改过：\n      -     检查次数: {值: , 上年: 580}  # 次\n"
        in called.out
    )
    assert profile.read_text(encoding="utf-8") == theirs


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT, signal.SIGHUP])
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_nothing_is_lost_when_the_terminal_goes(profile: Path, end: signal.Signals) -> None:
    command = [sys.executable, "-m", "drafter", "fill", str(profile)]
    environment = {"PYTHONPATH": str(TOP), "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment) as child:
        assert child.stdin
        assert child.stdout
        child.stdin.write(b"635\n")
        child.stdin.flush()
        said = b""
        while "  处罚件数：".encode() not in said:
            byte = child.stdout.read(1)
            assert byte, said.decode()
            said += byte
        child.send_signal(end)
        child.communicate()
    assert values(profile)[:2] == ["检查次数: {值: 635, 上年: 580}  # 次", "处罚件数:"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_the_form_of_the_file_stays(ask: Ask, profile: Path, encoding: str) -> None:
    text = TEXT.replace("\n", "\r\n")
    profile.write_bytes(text.encode(encoding))
    ask("635", "q")
    assert profile.read_bytes() == text.replace("值: ,", "值: 635,").encode(encoding)
