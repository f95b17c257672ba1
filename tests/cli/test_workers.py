from __future__ import annotations

import pytest

from drafter.cli.machine import Machine
from drafter.cli.workers import compare
from drafter.errors import UsageProblem

HERE = Machine("1.2", "code", (("Python", "3.11"), ("lxml", "6.1")), True)
OTHERS = Machine("1.2", "code", (("Python", "3.11"), ("lxml", "5.9")), False)
ELSEWHERE = "dask://10.0.0.5:8786"


def notes(*machines: object, needs_office: bool = False) -> list[str]:
    answers = {f"tcp://10.0.0.{number}:9": one for number, one in enumerate(machines, 1)}
    return list(compare(answers, HERE, ELSEWHERE, needs_office=needs_office))


def test_equal_machines_need_no_word() -> None:
    assert notes(HERE, HERE, needs_office=True) == []


def test_other_libraries_are_told() -> None:
    assert notes(HERE, OTHERS) == [
        "提示: 工作进程 tcp://10.0.0.2:9 上的lxml是5.9，这里是6.1，结果可能有细微差别。"
    ]


def test_a_worker_without_libreoffice_is_told_where_there_are_old_word_files() -> None:
    assert notes(HERE, OTHERS, needs_office=True)[1:] == [
        "提示: 工作进程 tcp://10.0.0.2:9 上没有LibreOffice，分到那里的.doc和.wps读不了。"
    ]


def test_a_worker_that_has_gone_is_none() -> None:
    assert notes(HERE, OSError("gone")) == []


def test_of_many_workers_without_drafter_a_few_are_named() -> None:
    with pytest.raises(UsageProblem) as raised:
        notes(*(ModuleNotFoundError("No module named 'drafter'") for _ in range(5)))
    assert str(raised.value) == (
        "--engine dask://10.0.0.5:8786: 错误: 工作进程 tcp://10.0.0.1:9、tcp://10.0.0.2:9、"
        "tcp://10.0.0.3:9等5个 上没有drafter，或版本太旧。\n"
        "    请在各台机器上装好 drafter 1.2，再重新启动工作进程。"
    )
