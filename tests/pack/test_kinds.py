"""The pack of a report by its title: what the packs say of themselves, and nothing in code."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from drafter.pack.kinds import is_foreign, kind_of
from drafter.pack.library import DEFAULT_PACK, builtin_packs_folder, find_pack
from drafter.pack.loader import load_pack
from drafter.pack.pack import Pack
from drafter.report import Paragraph, Report, Section


@cache
def default() -> Pack:
    return load_pack(find_pack(DEFAULT_PACK, Path()))


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("青石桥街道2026年政府信息公开工作年度报告", "government-information-disclosure"),
        ("云溪区民政局２０２６年政府信息 公开年度报告", "government-information-disclosure"),
        ("青石桥街道2026年法治政府建设年度报告", None),
        ("云溪区2026年度推进法治政府建设和政府信息公开工作报告", None),
        ("青石桥街道2026年工作总结", None),
        ("", None),
        (None, None),
    ],
)
def test_the_title_tells_the_pack(title: str | None, kind: str | None) -> None:
    assert kind_of(Report(title=title), default()) == kind


def sections(*headings: str) -> Report:
    return Report(sections=tuple(Section("一、", heading, 1) for heading in headings))


def test_headings_tell_it_where_the_title_does_not() -> None:
    three = (
        "总体情况",
        "主动公开政府信息情况",
        "收到和处理政府信息公开申请情况",
        "其他需要报告的事项",
    )
    assert kind_of(sections(*three), default()) == "government-information-disclosure"
    assert kind_of(sections(*three[:2]), default()) is None
    mixed = ("总体情况", "存在的不足", "下一步工作打算", "其他需要报告的事项")
    assert kind_of(sections(*mixed), default()) is None


def test_only_packs_that_say_so_are_chosen() -> None:
    assert kind_of(Report(title="部门法治政府建设年度报告"), replace(default(), titles=())) is None


def test_the_head_of_the_other_packs_is_read_only_where_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse() -> None:
        raise AssertionError

    monkeypatch.setattr("drafter.pack.loading_kinds.load_kinds", refuse)
    assert kind_of(Report(title="青石桥街道2026年法治政府建设年度报告"), default()) is None
    assert (builtin_packs_folder() / "government-information-disclosure").is_dir()


@pytest.mark.parametrize(
    ("title", "headings", "expected"),
    [
        ("青石桥街道2026年政府工作报告", ("2026年工作回顾",), True),
        ("青石桥街道2026年工作总结", ("主要成效", "存在问题", "下一步工作打算"), False),
        ("青石桥街道依法行政情况", (), False),
        (None, ("2026年工作回顾",), False),
    ],
)
def test_a_report_of_no_known_kind_is_told(
    title: str | None, headings: tuple[str, ...], expected: bool
) -> None:
    assert is_foreign(replace(sections(*headings), title=title), default()) is expected


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("今年以来，我局围绕农业增产、农民增收，推广良种良法，建设高标准农田，" * 2, True),
        ("今年以来，我局围绕法治政府建设的各项任务，推广良种良法，建设高标准农田，" * 2, False),
        ("今年以来，我局推广良种。", False),
    ],
)
def test_without_a_title_the_opening_tells_it(opening: str, *, expected: bool) -> None:
    report = replace(sections("2026年工作回顾"), preamble=(Paragraph(opening),))
    assert is_foreign(report, default()) is expected
