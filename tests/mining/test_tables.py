from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.mining.assemble import Assembled, Own, assemble
from drafter.mining.grids import as_grid
from drafter.mining.offices import office_of
from drafter.pack.loader import load_pack
from drafter.pack.sealing import seal
from drafter.pack.writing import Evidence, write_pack
from drafter.report import Table
from tests.mining.reports import LATEST, parse, standard

KINDS = Table(
    (
        ("类型", "受理数", "调解成功率"),
        ("邻里", "107件", "96.3%"),
        ("合同", "93件", "98.9%"),
    ),
    caption="青石桥街道办事处2024年纠纷类型表",
)


def _mined(table: Table, foreign: bool = False) -> Assembled:
    """Mine the report with a table under (二)."""
    report = parse(LATEST.replace("办结率、好评率", "按类型分如下：\n办结率、好评率"))
    first, *rest = report.sections
    one, two = first.sections
    blocks = (*two.blocks[:1], table, *two.blocks[1:])
    changed = replace(first, sections=(one, replace(two, blocks=blocks)))
    spine = replace(report, sections=(changed, *rest))
    own = [Own(spine, 2024, "2024.txt", foreign)]
    return assemble(own, office_of(spine), standard(), "ours", lambda _: {})


def _loaded(found: Assembled, folder: Path) -> None:
    beside = Evidence(tables=found.tables.source)
    files = {name: text.encode() for name, text in write_pack(found.pack, beside).items()}
    for path in standard().pack.folder.glob("*.yaml"):
        files.setdefault(path.name, path.read_bytes())
    for name, data in seal(files).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    loaded = load_pack(folder)
    assert found.pack.forms == loaded.forms
    assert list(found.pack.indicators.by_key) == list(loaded.indicators.by_key)


def test_every_cell_of_a_table_of_figures_is_an_indicator(tmp_path: Path) -> None:
    found = _mined(KINDS)
    (form,) = found.pack.forms
    assert form.keys == ("邻里.受理数", "邻里.调解成功率_2", "合同.受理数", "合同.调解成功率_2")
    assert (form.name, form.rows[0]) == ("纠纷类型表", ("类型", "受理数（件）", "调解成功率（%）"))
    assert found.tables.lost == ()
    _loaded(found, tmp_path)


def test_caption_of_a_form_is_printed_with_this_years_names() -> None:
    (form,) = _mined(KINDS).pack.forms
    assert form.caption == "{单位}{年度}年纠纷类型表"


@pytest.mark.parametrize(
    "rows",
    [
        (("做法", "效果"), ("上门调解", "群众满意")),
        (("类型", "2023年", "2024年"), ("邻里", "93件", "107件")),
        (("类型", "件数", "同比"), ("邻里", "93件", "3%")),
        (("类型", "得分"), ("邻里", "93")),
        (("类型", "受理"), ("邻里", "约93件")),
    ],
)
def test_table_that_is_no_form_leaves_a_mark_in_its_place(
    rows: tuple[tuple[str, ...], ...], tmp_path: Path
) -> None:
    found = _mined(Table(rows, caption="纠纷表"))
    assert "【更新：表格，纠纷表】" in found.pack.templates["mediation.j2"].source
    assert (found.pack.forms, found.tables.lost) == ((), ("纠纷表",))
    _loaded(found, tmp_path)


def test_total_is_computed_only_where_it_is_one() -> None:
    rows = (("类型", "件数"), ("邻里", "3"), ("合同", "4"), ("合计", "7"))
    grid = as_grid(Table(rows), (), ())
    assert grid is not None and [line.is_total for line in grid.rows] == [False, False, True]
    wrong = as_grid(Table((*rows[:-1], ("合计", "8"))), (), ())
    assert wrong is not None and not any(line.is_total for line in wrong.rows)


def test_column_of_units_and_of_numbers_become_part_of_the_labels() -> None:
    rows = (("序号", "领域", "单位", "检查"), ("1", "消防", "家次", "12"), ("2", "燃气", "户", "9"))
    grid = as_grid(Table(rows), (), ())
    assert grid is not None
    assert [(line.label, line.name, line.unit) for line in grid.rows] == [
        ("1.消防（家次）", "消防", "家次"),
        ("2.燃气（户）", "燃气", "户"),
    ]


def test_table_of_another_office_is_a_mark() -> None:
    found = _mined(KINDS, foreign=True)
    source = found.pack.templates["mediation.j2"].source
    assert found.pack.forms == () and "【更新：表格，" in source
