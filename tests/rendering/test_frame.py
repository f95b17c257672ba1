from __future__ import annotations

from pathlib import Path

import pytest

from drafter.rendering.renderer import Renderer
from drafter.report import Report, Table
from tests.pack.small import FULL, small_pack, small_profile


def render(folder: Path, text: str) -> Report:
    pack = small_pack(folder)
    return Renderer(pack).render(small_profile(folder, FULL + text, pack)).report


@pytest.mark.parametrize(
    ("field", "attribute", "mode", "filled", "expected"),
    [
        ("主送", "addressee", "普通", "区委：", "区委"),
        ("文号", "doc_number", "红头", "青办〔2026〕3号", "青办〔2026〕3号"),
        ("抄送", "copy_to", "红头", "区委办", "区委办"),
        ("签发人", "signers", "红头", "[张三]", ("张三",)),
        ("成文日期", "date_text", "普通", "2026-12-10", "2026年12月10日"),
    ],
)
def test_a_field_prints_waits_or_is_left_out(
    tmp_path: Path, field: str, attribute: str, mode: str, filled: str, expected: object
) -> None:
    def value(line: str) -> object:
        return getattr(render(tmp_path, f"文件:\n  版式: {mode}\n{line}"), attribute)

    waiting = f"【待填：{field}】"
    assert value(f"  {field}: {filled}\n") == expected
    assert value(f"  {field}:\n") == ((waiting,) if field == "签发人" else waiting)
    assert not value("")


def test_red_head_fields_belong_to_the_red_head_alone(tmp_path: Path) -> None:
    fields = "  文号: 青办〔2026〕3号\n  签发人: [张三]\n  抄送: 区委办\n"
    red = render(tmp_path, f"文件:\n  版式: 红头\n{fields}")
    plain = render(tmp_path, f"文件:\n  版式: 普通\n{fields}")
    assert red.red_head == "青石桥街道办事处"
    assert (plain.red_head, plain.doc_number, plain.signers, plain.copy_to) == (
        None,
        None,
        (),
        None,
    )


def test_a_public_report_has_no_addressee_but_a_note(tmp_path: Path) -> None:
    report = render(tmp_path, "文件:\n  版式: 公开\n  主送: 区委\n")
    assert (report.addressee, report.note) == (None, "此件公开发布")


def test_annexes_are_the_table_and_what_the_profile_names(tmp_path: Path) -> None:
    with_table = render(tmp_path, "文件:\n  附件: [清单]\n")
    without = render(tmp_path, "文件:\n  附件: [清单]\n  对照表: 否\n")
    assert [annex.name for annex in with_table.annexes] == ["对照表", "清单"]
    assert [annex.name for annex in without.annexes] == ["清单"]


def table(report: Report) -> tuple[tuple[str, ...], ...]:
    (block,) = report.annexes[0].blocks
    assert isinstance(block, Table)
    return block.rows


def test_the_table_shows_required_figures_and_what_derives_from_them(tmp_path: Path) -> None:
    pack = small_pack(tmp_path)
    text = "数据: {执法: {检查次数: {值: 90, 上年: 120}, 处罚件数: , 罚没金额: 3}, 纠纷: {受理件数: 1}}\n"
    report = Renderer(pack).render(small_profile(tmp_path, text, pack)).report
    assert table(report) == (
        ("指标", "上年", "本年", "同比"),
        ("检查", "120次", "90次", "下降25.0%"),
        ("处罚", "—", "【待填：处罚件数】", "—"),
        ("合计件数", "—", "【待填：合计件数】", "—"),
    )


@pytest.mark.parametrize(
    ("period", "header", "change"),
    [
        ("", ("指标", "上年", "本年", "同比"), "下降25.0%"),
        (
            "截至: 2026-11-30\n",
            ("指标", "上年（全年）", "本年（截至11月30日）"),
            None,  # eleven months say nothing against a year
        ),
        (
            "截至: 2026-11-30\n上年口径: 同期\n",
            ("指标", "上年同期", "本年（截至11月30日）", "同比"),
            "下降25.0%",
        ),
    ],
)
def test_the_table_compares_like_with_like(
    tmp_path: Path, period: str, header: tuple[str, ...], change: str | None
) -> None:
    pack = small_pack(tmp_path)
    text = period + "数据: {执法: {检查次数: {值: 90, 上年: 120}, 处罚件数: 不适用}}\n"
    report = Renderer(pack).render(small_profile(tmp_path, text, pack)).report
    row = ("检查", "120次", "90次", *([change] if change else []))
    assert table(report) == (header, row)


def test_a_column_of_the_table_stands_only_with_a_value(tmp_path: Path) -> None:
    pack = small_pack(tmp_path)
    text = "数据: {执法: {检查次数: 90, 处罚件数: }}\n"
    report = Renderer(pack).render(small_profile(tmp_path, text, pack)).report
    assert table(report) == (
        ("指标", "本年"),
        ("检查", "90次"),
        ("处罚", "【待填：处罚件数】"),
        ("合计件数", "【待填：合计件数】"),
    )
