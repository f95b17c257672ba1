"""Two years side by side: figures with their change, sections gained and lost, text used again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher

from drafter.errors import UsageProblem
from drafter.extraction.harvest import Harvest
from drafter.extraction.sections import headings_of, outline_keys
from drafter.figure import Figure, agrees, unit_group
from drafter.location import FileLocation
from drafter.pack.indicators import Indicator
from drafter.pack.pack import Pack
from drafter.profile.change import RATE_UNIT, describe_change
from drafter.profile.profile import Entry, Profile, State
from drafter.report import Report, Span, walk, walk_sections
from drafter.text.fold import fold
from drafter.text.passages import Passage, Seen, passages

_LIKE = 0.85  # as lint's reused-from-last-year
_SAME_HEADING = 0.6
_NOISE = re.compile(r"\d{4}年度?|[\s,.:;!?、。\"'()<>《》-]+")
_FULL_YEAR = (12, 31)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two years. last_year: what it says itself of the year before (上年).

    typed: whether it is a profile; as_of: its 截至. report: the document, of a profile its draft.
    has_same_period: its 上年 values end on the same day of last year.
    """

    name: str
    year: int | None
    unit: str
    figures: Mapping[str, Figure]
    report: Report
    last_year: Mapping[str, Figure] = field(default_factory=dict)
    typed: bool = False
    as_of: date | None = None
    has_same_period: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One figure in both years. change: 同比 in words, None where there is none; why says the reason."""

    indicator: Indicator
    last: Figure | None
    now: Figure | None
    difference: Decimal | None = None
    change: str | None = None
    why: str = ""

    @property
    def percent(self) -> Decimal | None:
        """The change in %, for charts; a rate's is in its points."""
        if self.change is None or self.last is None or self.difference is None:
            return None
        if self.indicator.units[0] == RATE_UNIT:
            return self.difference
        return self.difference * 100 / self.last.value if self.last.value else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that two years have and don't have in common.

    gained, lost: headings. reused: percent of this year's text that stands in last year's report, None
    where one of them is no report. notes: Chinese sentences for a person.
    """

    last: Side
    now: Side
    lines: tuple[Line, ...]
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    reused: int | None
    notes: tuple[str, ...]


def side_of_profile(profile: Profile, draft: Report) -> Side:
    """Take a year from a profile. draft: its rendering, for the sections."""
    entries = profile.entries.values()
    return Side(
        str(profile.path),
        profile.year,
        profile.unit.name,
        {e.key: e.figure for e in entries if e.figure},
        draft,
        {e.key: e.last_year for e in entries if e.last_year},
        typed=True,
        as_of=profile.as_of,
        has_same_period=profile.last_year_is_same_period,
    )


def side_of_report(name: str, report: Report, found: Harvest) -> Side:
    """Take a year from a report: what is certainly read, `found`, and nothing else."""
    return Side(
        name,
        report.year,
        report.organ or "",
        {key: reading.typed.figure for key, reading in found.this_year.items()},
        report,
        {key: reading.typed.figure for key, reading in found.last_year.items()},
    )


def compare(last: Side, now: Side, pack: Pack) -> Comparison:
    """Compare two years. Errors: UsageProblem where the first is the later one."""
    if last.year and now.year and last.year > now.year:
        what = f"前一份是{last.year}年度的，后一份是{now.year}年度的，次序反了。"
        raise UsageProblem.of(last.name, what, "请把早的一年写在前面。")
    is_one_period = _period(last) == _period(now)
    own = now.last_year if not is_one_period and now.has_same_period else {}
    before = {**last.figures, **own}
    lines = tuple(
        _line(indicator, before.get(key), now.figures.get(key), is_one_period or key in own)
        for key, indicator in pack.indicators.by_key.items()
        if key in before or key in now.figures
    )
    gained, lost = _sections(last.report, now.report, pack)
    are_reports = not (last.typed or now.typed)
    reused = _reused(last.report, now.report, pack) if are_reports else None
    notes = tuple(_notes(last, now, is_one_period))
    return Comparison(last, now, lines, gained, lost, reused, notes)


def _period(side: Side) -> tuple[int, int]:
    return (side.as_of.month, side.as_of.day) if side.as_of else _FULL_YEAR


def _line(
    indicator: Indicator, last: Figure | None, now: Figure | None, is_one_period: bool
) -> Line:
    if last is None or now is None:
        return Line(indicator, last, now, why="上年没有" if last is None else "本年没有")
    if unit_group(last.unit) != unit_group(now.unit):
        return Line(indicator, last, now, why="单位不同")
    if last.approximate or now.approximate:
        return Line(indicator, last, now, why="约数")
    if not is_one_period and now.unit != RATE_UNIT:
        return Line(indicator, last, now, why="两年的起止不同")
    entry = Entry(indicator, State.VALUE, FileLocation(""), now, last)
    change = describe_change(entry)
    why = "" if change else "上年为0"
    return Line(indicator, last, now, now.value - last.value, change, why)


def _notes(last: Side, now: Side, is_one_period: bool) -> Iterator[str]:
    if last.unit and now.unit and last.unit != now.unit:
        yield f"两份的单位不同：{last.unit}、{now.unit}。"
    if not is_one_period and now.has_same_period:
        yield f"两年的起止日期不同，上年用{now.name}里写的同期数；没有同期数的，件数一类不算同比。"
        return
    if not is_one_period:
        yield "两年的起止日期不同，件数一类不算同比。"
        return
    for key, said in now.last_year.items():
        stood = last.figures.get(key)
        if stood and not (agrees(said, stood) or agrees(stood, said)):
            yield f"{key}：{now.name}的上年写“{said.text}”，{last.name}是“{stood.text}”。"


def _sections(last: Report, now: Report, pack: Pack) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the headings of sections gained and lost; a heading reworded is neither."""
    before, after = _named(last, pack), _named(now, pack)
    gained = {name: heading for name, heading in after.items() if name not in before}
    lost = {name: heading for name, heading in before.items() if name not in after}
    for name in list(gained):
        twin = next((other for other in lost if _is_like(name, other)), None)
        if twin is not None:
            del gained[name], lost[twin]
    return tuple(gained.values()), tuple(lost.values())


def _named(report: Report, pack: Pack) -> dict[str, str]:
    """Map what tells a section (its outline key, else its heading) to its heading as printed."""
    keys = outline_keys(report, pack.outline)
    found: dict[str, str] = {}
    for path in walk_sections(report):
        headings = headings_of(path)
        key, above = keys.get(headings), keys.get(headings[:-1])
        bare = _NOISE.sub("", fold(path[-1].heading))
        found.setdefault(key if key and key != above else bare, path[-1].heading)
    return found


def _is_like(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SAME_HEADING


def _reused(last: Report, now: Report, pack: Pack) -> int:
    """Return how much of this year's text stands in last year's, in percent of its characters."""
    least = pack.thresholds.repeated_characters
    known: Seen[Span] = Seen(_passages(last, least))
    whole = reused = 0
    for passage in _passages(now, least):
        twin = known.twin(passage, _LIKE)
        whole += len(passage.bare)
        if twin is not None and twin.likeness >= _LIKE:
            reused += len(passage.bare)
    return round(100 * reused / whole) if whole else 0


def _passages(report: Report, least: int) -> Iterator[Passage[Span]]:
    for span in walk(report):
        if span.element == "body":
            yield from passages(span.text, span, least)


def by_topic(lines: Sequence[Line]) -> Mapping[str, tuple[Line, ...]]:
    """Sort lines by topic, both in the pack's order."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line.indicator.topic, []).append(line)
    return {topic: tuple(members) for topic, members in found.items()}


def printed_difference(line: Line) -> str:
    """Print a difference with its sign; of a rate in 个百分点."""
    if line.difference is None:
        return ""
    sign = "+" if line.difference > 0 else ""
    unit = "个百分点" if line.indicator.units[0] == RATE_UNIT else ""
    return f"{sign}{line.difference:f}{unit}"
