from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.cli.main import COMMANDS
from tests.cli.calling import Caller


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_chinese(drafter: Caller, command: str) -> None:
    called = drafter(*command.split(), "--help")
    assert (called.status, called.err) == (0, "")
    assert called.out.startswith(f"用法：{' '.join(['drafter', command]).strip()} ")
    assert "显示这段说明。" in called.out
    assert not re.search(
        r"Usage|Options|Show this|Commands|Arguments|default:|required|OPTIONS|INTEGER", called.out
    )


def test_every_command_has_a_short_help(drafter: Caller) -> None:
    lines = drafter("--help").out.partition("命令：\n")[2].splitlines()
    assert [line.split()[0] for line in lines] == list(COMMANDS)
    assert all(len(line.split()) == 2 for line in lines)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("drat", "错误: 没有“drat”这个命令。是否为“draft”？\n    用 drafter --help 查看用法。\n"),
        ("draft", "错误: 缺少“台账”。\n    用 drafter draft --help 查看用法。\n"),
        (
            "lint 稿 --selct 甲",
            "错误: 没有“--selct”这个选项。是否为“--select”？\n    用 drafter lint --help 查看用法。\n",
        ),
        (
            "new 甲 --year 26",
            "错误: “--year”写得不对。应当是2000到2099的整数。\n    用 drafter new --help 查看用法。\n",
        ),
        (
            "check 甲 乙",
            "错误: 多写了“乙”；名称里有空格的，请用引号括起来。\n    用 drafter check --help 查看用法。\n",
        ),
        ("draft -o", "错误: “-o”后面要写内容。"),
        ("draft 甲 --force=是", "错误: “--force”后面不要写内容。"),
        (
            "lint 稿 --fail-on 全部",
            "错误: “--fail-on”写得不对。可用的有：info、warning、error。\n"
            "    用 drafter lint --help 查看用法。\n",
        ),
    ],
)
def test_a_mistake_in_a_call_is_told_in_chinese(
    drafter: Caller, arguments: str, expected: str
) -> None:
    called = drafter(*arguments.split())
    assert (called.status, called.out) == (2, "")
    assert called.err.startswith(expected)


def test_without_a_command_the_help_is_shown(drafter: Caller) -> None:
    called = drafter()
    assert called.status == 2
    assert called.err.startswith("用法：drafter ")


@pytest.mark.parametrize(
    ("command", "said"),
    [("draft", "没有这个文件。"), ("check", "没有这个文件。"), ("lint", "没有")],
)
def test_an_absent_file_is_a_sentence(
    drafter: Caller, tmp_path: Path, command: str, said: str
) -> None:
    called = drafter(command, tmp_path / "没有.yaml")
    assert called.status == 2
    assert said in called.err
    assert "Traceback" not in called.err


def test_rules_are_listed_and_explained(drafter: Caller) -> None:
    lines = drafter("rules").out.splitlines()
    assert [line.split()[0] for line in lines][:2] == ["S001", "S002"]
    page = drafter("rules", "y001").out
    assert page == drafter("rules", "stale-year").out
    assert all(word in page for word in ("检查什么", "为什么", "反例", "正例", "怎么改", "依据"))
    called = drafter("rules", "stale-yaer")
    assert (called.status, called.err) == (
        2,
        "stale-yaer: 错误: 没有“stale-yaer”这条规则。\n    是否为“stale-year”？\n",
    )
