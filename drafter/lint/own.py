"""What unit a draft is of: its 类型 and its name, from the profile or from the text itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.lint.places import TOWN_SUFFIXES, PlaceName, find_places
from drafter.profile.profile import Unit
from drafter.report import Report, Span

_GOVERNMENT = re.compile(r"(?:区|县|市|旗)(?:人民)?政府")
# Of a name that no list helps to find, what follows tells the kind: …镇人民政府, …街道2025年.
_KIND = re.compile(
    r"(街道|(?<![城乡村])[镇乡])(?=办事处|党?工委|工作委员会|党委|委员会|(?:人民)?政府|(?:关于)?20\d\d年)"
)
_ORGAN = re.compile(r"[\u4e00-\u9fff]{2,12}(?:局|委员会|分局)")


@dataclass(frozen=True, slots=True)
class Own:
    """kind: 类型 as in profiles. stem, suffix: of the name of a street, town or township, else ""."""

    kind: str
    stem: str = ""
    suffix: str = ""


def unit_of_profile(unit: Unit) -> Own:
    """Take the unit a profile names."""
    found = _town([unit.name])
    return Own(unit.kind, found.stem, found.suffix) if found else Own(unit.kind)


def unit_of_text(report: Report, opening: Span | None) -> Own | None:
    """Tell whose draft it is; None where neither title, 署名 and red head nor the opening say.

    Several towns in the same words leave it open.
    """
    fixed = [text for text in (report.title, *report.organs, report.red_head) if text]
    if fixed:
        return _town(fixed) or _kind(fixed) or _other(fixed)
    return _town([opening.text] if opening else [])


def _town(texts: list[str]) -> Own | None:
    towns = (town for text in texts for town in _towns(text))
    named = {(town.name.removesuffix(town.suffix), town.suffix) for town in towns}
    if len(named) != 1:
        return None
    ((stem, suffix),) = named
    return Own(suffix, stem, suffix)


def _towns(text: str) -> list[PlaceName]:
    """List the streets, towns and townships that a text names."""
    return [place for place in find_places(text) if place.suffix in TOWN_SUFFIXES]


def _kind(texts: list[str]) -> Own | None:
    """Tell the kind of a unit whose name isn't found; None where several kinds are named."""
    if any(_towns(text) for text in texts):
        return None
    kinds = {found[1] for text in texts for found in _KIND.finditer(text)}
    return Own(kinds.pop()) if len(kinds) == 1 else None


def _other(texts: list[str]) -> Own | None:
    for text in texts:
        if _towns(text):
            return None
        if _GOVERNMENT.search(text):
            return Own("县区政府")
        if _ORGAN.search(text):
            return Own("部门")
    return None
