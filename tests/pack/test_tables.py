"""Prescribed tables as pack data: the grid they are printed in, the indicators and sums they declare."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.errors import PackProblem
from drafter.pack.loader import load_pack
from drafter.pack.pack import Pack
from drafter.pack.tables import cell_name, labels_of
from drafter.pack.word_slips import word_slips
from drafter.relations import names
from tests.external import TOP
from tests.pack.small import write_pack
from tests.pack.tabled import TABLES, tabled_pack


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return tabled_pack(tmp_path)


def problems_of(folder: Path, tables: str) -> str:
    write_pack(folder, {"tables.yaml": tables})
    with pytest.raises(PackProblem) as caught:
        load_pack(folder)
    return str(caught.value)


def test_labels_span_the_columns_and_rows_below_them(pack: Pack) -> None:
    form = pack.forms[0]
    assert form.rows[:4] == (
        ("合计要相等", "", "", "申请人", "", "", ""),
        ("", "", "", "个人", "单位", "", "总计"),
        ("", "", "", "", "企业", "其他", ""),
        ("一、新收", "", "", "", "", "", ""),
    )
    assert form.header_rows == 3
    assert {(0, 0, 3, 3), (0, 3, 1, 4), (1, 3, 2, 1), (1, 4, 1, 2), (1, 6, 2, 1)} < {*form.merged}
    assert {(3, 0, 1, 3), (4, 0, 4, 1), (4, 1, 1, 2), (5, 1, 2, 1)} < {*form.merged}


def test_no_cell_is_covered_twice_and_every_covered_one_is_empty(pack: Pack) -> None:
    for form in pack.forms:
        covered = [
            (y, x)
            for row, column, rows, columns in form.merged
            for y in range(row, row + rows)
            for x in range(column, column + columns)
        ]
        assert len(covered) == len(set(covered))
        corners = {(row, column) for row, column, _, _ in form.merged}
        hidden = set(covered) - corners
        assert all(not form.rows[y][x] and not form.cells[y][x] for y, x in hidden)


def test_rows_are_topics_and_columns_indicators(pack: Pack) -> None:
    form = pack.forms[0]
    assert form.cells[3] == ("", "", "", "新收.个人", "新收.企业", "新收.其他", "新收.总计")
    row, column = form.find("资料不全.企业") or pytest.fail("not shown")
    assert (row.label, column.label, column.path) == ("1.资料不全", "企业", ("申请人", "单位"))
    assert cell_name(row, column) == "1.资料不全·企业"


def test_a_block_without_rows_has_its_topics_in_the_head(pack: Pack) -> None:
    form = pack.forms[1]
    assert form.cells[-1] == ("复核.维持", "复核.纠正", "复核.总计")
    assert cell_name(*(form.find("复核.纠正") or pytest.fail("not shown"))) == "复核·纠正"


def test_a_narrow_block_reaches_to_the_edge_and_a_title_across(pack: Pack) -> None:
    form = pack.forms[1]
    assert form.rows[0] == ("收费", "", "")
    assert {(0, 0, 1, 3), (1, 1, 1, 2), (2, 1, 1, 2)} < {*form.merged}
    assert not form.repeats and form.header_rows == 1


def test_cells_are_ordinary_indicators(pack: Pack) -> None:
    one = pack.indicators.by_key["新收.个人"]
    assert (one.units, one.section, one.source) == (("件",), "enforcement", "窗口")
    assert one.required.everyone and one.derive is None
    assert pack.indicators.by_key["工本费.金额"].source == "财政所"
    assert list(pack.indicators.topics)[-4:] == ["办结", "结转", "工本费", "复核"]


def test_words_of_a_row_name_its_total_only(pack: Pack) -> None:
    by_key = pack.indicators.by_key
    assert by_key["新收.总计"].aliases == ("收到办件",)
    assert by_key["新收.个人"].aliases == ()


def test_totals_are_derived_from_all_others_below_their_label(pack: Pack) -> None:
    across = pack.indicators.by_key["新收.总计"].derive
    down = pack.indicators.by_key["办结.企业"].derive
    assert across and names(across) == ("新收.个人", "新收.企业", "新收.其他")
    assert down and names(down) == ("准予.企业", "资料不全.企业", "不归本级.企业")


def test_where_totals_cross_both_sums_are_checked(pack: Pack) -> None:
    checks = [check.source for check in pack.indicators.by_key["办结.总计"].checks]
    assert checks == [
        "办结.总计 = 办结.个人 + 办结.企业 + 办结.其他",
        "办结.总计 = 准予.总计 + 资料不全.总计 + 不归本级.总计",
    ]


def test_a_blocks_checks_hold_in_every_column(pack: Pack) -> None:
    sources = [c.source for i in pack.indicators.topics["新收"] for c in i.checks]
    assert "新收.个人 = 办结.个人 + 结转.个人" in sources
    assert "新收.总计 = 办结.总计 + 结转.总计" in sources


def test_labels_are_told_in_reading_order(pack: Pack) -> None:
    assert list(labels_of(pack.forms[1])) == [
        *("收费", "名目", "金额（单位：万元）", "工本费"),
        *("复核", "复核", "维持", "纠正", "总计"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("section: enforcement", "section: enforcements", "是否为“enforcement”？"),
        ("新收 = 办结 + 结转", "新收 = 办结 + 结存", "没有的一行“结存”"),
        ("新收 = 办结 + 结转", "新收 办结", "应有一个 <=、>= 或 ="),
        ("name: 资料不全", "name: 1资料", "“1资料”不能作键"),
        ("name: 结转", "name: 新收", "“新收.个人”写了两次"),
        ("    units: [件]\n    columns:\n    - label: 申请人", "    columns:\n    - label: 申请人",
         "没有写单位"),
        ("widths: [4, 2, 2]", "widths: [4, 2]", "表格有3列，widths 写了2个"),
        ("widths: [4, 2, 2]", "widths: [宽, 2, 2]", "“宽”不是宽度"),
        ("topic: 复核, ", "", "“维持”这一列的数没有主题"),
        ("topic: 复核, ", "topic: 复 核, ", "“复 核”不能作键"),
        ("total: true}\n    rows:", "totals: true}\n    rows:", "是否为“total”？"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_table_is_said(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in TABLES
    assert said in problems_of(tmp_path, TABLES.replace(old, new, 1))


def test_a_cell_that_an_indicator_declares_too_is_said(tmp_path: Path) -> None:
    assert "“执法.检查次数”写了两次" in problems_of(
        tmp_path,
        TABLES.replace("name: 结转", "name: 执法").replace("{label: 个人}", "{label: 检查次数}"),
    )


def test_a_pack_may_share_the_look_and_words_of_another_and_nothing_else(tmp_path: Path) -> None:
    write_pack(
        tmp_path / "small", {"wording.yaml": "slips:\n- {because: 错, words: {甲由: 甲有}}\n"}
    )
    write_pack(tmp_path / "other", {"tables.yaml": TABLES})
    for name in ("layout.yaml", "terms.yaml"):
        (tmp_path / "other" / name).unlink()
    head = (tmp_path / "other" / "pack.yaml").read_text(encoding="utf-8")
    (tmp_path / "other" / "pack.yaml").write_text(
        head.replace("name: small", "name: other\nshares: ../small"), encoding="utf-8"
    )
    (tmp_path / "small" / "tables.yaml").write_text("- 坏的\n", encoding="utf-8")
    other, small = load_pack(tmp_path / "other"), tmp_path / "small"
    assert other.layout == load_pack_without_tables(small).layout
    assert [form.key for form in other.forms] == ["cases", "money"]
    assert "甲由" in word_slips(other.folder, *other.parents, *other.shared).by_wrong


def load_pack_without_tables(folder: Path) -> Pack:
    (folder / "tables.yaml").unlink()
    return load_pack(folder)


def test_a_check_may_hold_a_row_against_last_years(tmp_path: Path) -> None:
    tables = TABLES.replace('checks: ["新收', 'checks: ["结转 = last(新收)", "新收', 1)
    write_pack(tmp_path, {"tables.yaml": tables})
    checks = {c.source for i in load_pack(tmp_path).indicators.topics["新收"] for c in i.checks}
    assert {"结转.个人 = last(新收.个人)", "结转.总计 = last(新收.总计)"} < checks


def test_the_table_in_the_documentation_is_one(tmp_path: Path) -> None:
    text = (TOP / "docs" / "tables.md").read_text(encoding="utf-8")
    (tables,) = [
        block for block in re.findall(r"```yaml\n(.*?)```", text, re.S) if "blocks:" in block
    ]
    write_pack(
        tmp_path, {"tables.yaml": tables.replace("section: requests", "section: enforcement")}
    )
    (form,) = load_pack(tmp_path).forms
    assert form.rows[0] == ("第一部分", "", "", "", "", "")
    assert form.cells[-1] == ("", "", "结转.个人", "结转.企业", "结转.其他", "结转.总计")
