"""Collection sheets: what each office is asked for, as rows that Excel and CSV files hold alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.collecting.answers import answer_of, typed_text
from drafter.collecting.offices import asked_figures, by_office
from drafter.pack.indicators import Indicator
from drafter.profile.profile import Entry, Profile

KEY, NAME, UNIT, LAST, BASE, VALUE, DEFINITION, NOTE = COLUMNS = (
    "编号", "指标", "单位", "上年", "台账现有", "本年", "口径说明", "备注",
)  # fmt: skip
OFFICE_LABEL = "填报科室："
HOW_TO = (
    "只填“本年”一列（黄色格）：没有发生填0；本单位没有这项工作填不适用；还没有数就空着；"
    "不要填无、—或/。确为约数的可写6万余。要补报别的指标，写在表后的空行里。"
)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One figure that is asked for. base: what the profile holds now, as typed; "" where it is open."""

    indicator: Indicator
    last_year: str
    base: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The texts of its cells, in the order of COLUMNS; 本年 begins with what the profile holds."""
        one = self.indicator
        units = one.units[0]
        return (
            one.key, one.name, units, self.last_year, self.base, self.base, one.definition, "",
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet of one office. unit: who collects; period: 全年 or 截至11月30日."""

    office: str
    unit: str
    year: int
    period: str
    rows: tuple[SheetRow, ...]
    subject: str

    @property
    def head(self) -> tuple[str, ...]:
        """The lines above the table: title, who fills it in, how."""
        title = f"{self.year}年度{self.subject}数据填报表（{self.period}）"
        return (title, f"{OFFICE_LABEL}{self.office}", f"汇总单位：{self.unit}", HOW_TO)


def make_sheets(profile: Profile, optional: bool = False) -> tuple[Sheet, ...]:
    """Make a sheet for every office that supplies figures; optional: ask for those not listed too."""
    return tuple(
        Sheet(
            tasks.office,
            profile.unit.name,
            profile.year,
            _period(profile),
            tuple(_rows(tasks.entries)),
            profile.pack.subject,
        )
        for tasks in by_office(asked_figures(profile, optional), profile)
    )


def _rows(entries: tuple[Entry, ...]) -> Iterator[SheetRow]:
    for entry in entries:
        units = entry.indicator.units
        now, last = answer_of(entry), entry.last_year
        yield SheetRow(
            entry.indicator, typed_text(last, units) if last else "", now.text if now else ""
        )


def _period(profile: Profile) -> str:
    day = profile.as_of
    return f"截至{day.month}月{day.day}日" if day else "全年"
