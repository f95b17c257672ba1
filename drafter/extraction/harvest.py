"""What a report says of each indicator: read for certain, open to doubt, or of no indicator at all.

Only certain matches are taken, and only where all that the report says of an indicator agrees; the
rest is told with its words, for a person to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from drafter.extraction.match import Match
from drafter.extraction.stated import is_certain
from drafter.extraction.typed import Typed, type_figure
from drafter.figure import BEFORE, BEHIND, Figure, agrees, may_state
from drafter.pack.pack import Pack
from drafter.text.figure_phrases import clause_end, clause_start
from drafter.text.figures import VALUES
from drafter.text.fold import fold

Side = Literal["value", "last_year"]
_QUOTED = 36


@dataclass(frozen=True, slots=True)
class Reading:
    """An indicator's value as a report prints it; matches: everywhere it stands, the best first."""

    key: str
    typed: Typed
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Figures that may be an indicator's, not taken; why is a Chinese clause for a person."""

    keys: tuple[str, ...]
    matches: tuple[Match, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Harvest:
    """All figures of one report.

    this_year: readings by key, in the pack's order. last_year: 上年 as tables print it beside.
    doubts: what a person must decide. candidates: figures of no indicator.
    """

    this_year: Mapping[str, Reading]
    last_year: Mapping[str, Reading]
    doubts: tuple[Doubt, ...]
    candidates: tuple[Match, ...]


def harvest(matches: Sequence[Match], pack: Pack) -> Harvest:
    """Gather what a report's matches (`match(report, pack)`) say of each indicator."""
    this_year, doubts = _read(matches, pack, "value")
    last_year, more = _read(matches, pack, "last_year")
    settled = {*this_year, *(key for doubt in doubts for key in doubt.keys)}
    return Harvest(
        this_year,
        last_year,
        (*doubts, *more, *_possible(matches, settled)),
        tuple(m for m in matches if _is_candidate(m)),
    )


def quote(match: Match) -> str:
    """Return the words around a figure: its clause, or a table's label with the cell."""
    printed, text = match.printed, match.span.text
    if match.in_table:
        label = printed.phrases[0].text if printed.phrases else ""
        return f"{label}|{text}" if label else text
    folded = fold(text)
    start = clause_start(folded, max(0, printed.start - _QUOTED), printed.start)
    end = clause_end(folded, printed.end, min(len(text), printed.end + _QUOTED))
    return text[start:end].strip()


def _read(
    matches: Sequence[Match], pack: Pack, side: Side
) -> tuple[dict[str, Reading], list[Doubt]]:
    found: dict[str, list[Match]] = {}
    for match in matches:
        if side == _side_of(match):
            for key in match.keys:
                found.setdefault(key, []).append(match)
    readings: dict[str, Reading] = {}
    doubts: list[Doubt] = []
    for key in pack.indicators.by_key:
        if key not in found:
            continue
        units = pack.indicators.by_key[key].units
        result = _settle(key, found[key], units, _bounds(key, pack))
        if isinstance(result, Reading):
            readings[key] = result
        else:
            doubts.append(result)
    return readings, doubts


def _side_of(match: Match) -> Side | None:
    """Tell which column of a profile a match fills for certain."""
    if is_certain(match):
        return "value"
    if not (match.in_table and match.certainty == "certain"):
        return None
    return {"this_year": "value", "last_year": "last_year"}.get(match.column or "")  # type: ignore[return-value]


def _bounds(key: str, pack: Pack) -> tuple[str, str]:
    """Return the words that the pack's own templates print around a figure (不低于, 以上)."""
    output = rf"\{{\{{ *{re.escape(key)} *\}}\}}"
    pattern = re.compile(rf"({'|'.join(BEFORE)})?{output}({'|'.join(BEHIND)})?")
    for template in pack.templates.values():
        if key in template.source:
            for before, behind in pattern.findall(template.source):
                if before or behind:
                    return before, behind
    return "", ""


def _unbound(figure: Figure, bounds: tuple[str, str]) -> Figure:
    """Leave out the words that the template will print: 不低于98.5% is typed as 98.5%."""
    before, behind = bounds
    words = "…".join(word for word in bounds if word)
    if not words or figure.approximate != words:
        return figure
    text = figure.text.removeprefix(before).removesuffix(behind)
    return replace(figure, approximate=None, text=text)


def _settle(
    key: str, matches: Sequence[Match], units: tuple[str, ...], bounds: tuple[str, str]
) -> Reading | Doubt:
    """Take the value that all matches agree with, exact ones and the text before tables."""
    ranked = sorted(matches, key=lambda m: (m.figure.approximate is not None, m.in_table))
    best = ranked[0]
    others = [m for m in ranked[1:] if not _are_one(m.figure, best.figure)]
    if others:
        shown = tuple(dict.fromkeys(m.figure.text for m in ranked))
        return Doubt((key,), (best, *others), f"报告里有不同的数：{'、'.join(shown)}")
    typed = type_figure(_unbound(best.figure, bounds), units)
    if typed is None:
        why = f"“{best.figure.text}”不能准确换成“{'、'.join(units)}”"
        return Doubt((key,), (best,), why)
    return Reading(key, typed, tuple(ranked))


def _are_one(other: Figure, best: Figure) -> bool:
    return agrees(other, best) or may_state(other, best)


def _possible(matches: Sequence[Match], settled: set[str]) -> Iterator[Doubt]:
    """Yield what may be an indicator that is read nowhere for certain, first mention first."""
    found: dict[tuple[str, ...], list[Match]] = {}
    for match in matches:
        if match.certainty != "possible" or match.scope in ("each", "last_year"):
            continue
        if match.printed.kind not in VALUES or match.figure.value_to is not None:
            continue
        open_keys = tuple(key for key in match.candidates if key not in settled)
        if open_keys and match.candidates[0] not in settled:
            found.setdefault(open_keys, []).append(match)
    for keys, several in found.items():
        yield Doubt(keys, tuple(several), _why(several[0]))


def _why(match: Match) -> str:
    if match.scope == "part":
        return "像是一部分、一个时段或一处的数"
    if match.printed.target:
        return "像是计划数"
    if match.key is None:
        return "几个指标都说得通"
    return "像是它，但话里没有说全"


def _is_candidate(match: Match) -> bool:
    if match.candidates or match.printed.kind not in VALUES or match.column == "change":
        return False
    return bool(match.printed.phrases) and match.scope == "whole"
