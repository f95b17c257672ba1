"""Returned sheets as offices make them: written by drafter, then filled in and moved about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl

from drafter.collecting.collect import Collection
from drafter.collecting.grid import read_csv
from drafter.collecting.grid_xlsx import read_xlsx
from drafter.collecting.returned import Returned, read_returned
from drafter.collecting.sheet_xlsx import write_xlsx
from drafter.collecting.sheets import COLUMNS, VALUE, Sheet, make_sheets
from drafter.profile.load import load_from
from drafter.profile.profile import Profile
from drafter.yamlfile import YamlFile, parse
from tests.pack.small import PROFILE

TEXT = f"""\
{PROFILE}数据:
  执法:
    检查次数: {{值: , 上年: 580}}  # 次
    处罚件数: 12
    # 罚没金额:
  纠纷:
    受理件数:
    成功件数: 39
来源: {{执法: 执法队, 执法.处罚件数: 执法队、法制办, 纠纷: 司法所}}
"""


CHECKS, FINES, CASES = "执法.检查次数", "执法.处罚件数", "纠纷.受理件数"


def taken(done: Collection) -> dict[str, str]:
    """What a collection wrote, as typed."""
    return {one.key: one.claim.answer.text for one in done.taken}


def asked(one: Returned) -> list[tuple[str, str]]:
    """What is to be asked back, with its place."""
    return [(q.place, q.what) for q in one.questions]


def profile_file(text: str = TEXT) -> YamlFile:
    return YamlFile(Path("台账.yaml"), text, parse(text, "台账.yaml"))


def sheet_of(office: str, profile: Profile, optional: bool = False) -> Sheet:
    return next(s for s in make_sheets(profile, optional) if s.office == office)


def fill(
    path: Path, sheet: Sheet, values: Mapping[str, Any], *edits: Callable[[Any], None]
) -> Path:
    """Write a sheet, type values (by 主题.指标) into 本年, then change the page by `edits`."""
    path.write_bytes(write_xlsx(sheet))
    workbook = openpyxl.load_workbook(path)
    page = workbook.active
    column = COLUMNS.index(VALUE) + 1
    for row in range(len(sheet.head) + 2, page.max_row + 1):
        key = page.cell(row, 1).value
        if key in values:
            page.cell(row, column).value = values[key]
    for edit in edits:
        edit(page)
    workbook.save(path)
    return path


def returned(path: Path, profile: Profile) -> Returned:
    grids = read_csv(path) if path.suffix == ".csv" else read_xlsx(path)
    return read_returned(grids, path.name, path.stem, profile.pack)


def loaded(file: YamlFile, like: Profile) -> Profile:
    return load_from(file, like.pack)
