"""Years, units and dated terms in a text become the plain names that templates print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.mining.offices import Office
from drafter.mining.slots import Replacement
from drafter.pack.pack import Pack

_YEAR = re.compile(r"(?<![\d—－-])(20\d\d)(?=年(?!以来|(?:至|到|—|－|-)20))")
MEETING = "会议精神"
_CONGRESS = re.compile(r"党的(?P<number>[一二三四五六七八九十]+)[大届]")
_SPIRIT = re.compile(r"党的[一二三四五六七八九十]+大精神")
_STUDYING = re.compile(r"(?:贯彻|落实|学习|领会|宣传)(?:好|了)?$")
_PERIOD = re.compile(r"(?:^|(?<=[，。；：、]))全年(?![度性工龄])")


@dataclass(frozen=True, slots=True)
class Speller:
    """Knows one report's year and office, and the pack's terms that depend on the year."""

    year: int | None
    office: Office
    terms: tuple[tuple[str, str], ...]

    def is_meeting(self, before: str, words: str) -> bool:
        """Tell whether words mean the spirit of the meetings that the pack's term means this year.

        before: what stands before them; behind 贯彻 and its like 精神 may be left out.
        """
        term = next((words for name, words in self.terms if name == MEETING), "")
        congress = _CONGRESS.search(term)
        numbers = [f"{congress['number']}{kind}" for kind in "大届"] if congress else []
        is_spirit = words.endswith("精神") or bool(_STUDYING.search(before))
        return is_spirit and any(words.removeprefix("党的").startswith(n) for n in numbers)

    def congresses(self, text: str) -> Iterator[Replacement]:
        """Yield where the spirit of a congress alone (党的二十大精神) means those meetings."""
        for found in _SPIRIT.finditer(text):
            if self.is_meeting("", found[0]):
                yield Replacement(found.start(), found.end(), slot(MEETING))

    def replacements(self, text: str) -> Iterator[Replacement]:
        """Yield the stretches that templates print by name: dated terms, units, years, 全年."""
        for name, words in self.terms:
            yield from _all(text, words, name)
        for name, words in self._names():
            yield from _all(text, words, name)
        for found in _YEAR.finditer(text):
            year = self._year_name(int(found[1]))
            if year and not _is_in_brackets(text, found.start()):
                yield Replacement(found.start(), found.end(), slot(year))
        for found in _PERIOD.finditer(text):
            yield Replacement(found.start(), found.end(), slot("期间"))

    def heading(self, text: str) -> str:
        """Write a heading's wording: {年度} and its like, nothing else."""
        text = _YEAR.sub(self._wording_year, text)
        for name, words in self._names():
            text = text.replace(words, f"{{{name}}}")
        return text

    def _wording_year(self, found: re.Match[str]) -> str:
        name = self._year_name(int(found[1]))
        return f"{{{name}}}" if name else found[0]

    def _names(self) -> Iterator[tuple[str, str]]:
        office = self.office
        for name, words in (("单位", office.name), ("简称", office.short)):
            if len(words) >= 3 or (words.endswith(("镇", "乡")) and len(words) >= 2):
                yield name, words
        if len(office.superior) >= 2:
            yield "上级", office.superior

    def _year_name(self, year: int) -> str | None:
        if self.year is None:
            return None
        return {0: "年度", 1: "次年", -1: "上年"}.get(year - self.year)


def speller(pack: Pack, year: int | None, office: Office) -> Speller:
    """Make the speller of a report; of the terms only those count that change with the year."""
    terms = []
    for name, wording in pack.terms.names.items():
        dated = any(variant.first_year or variant.last_year for variant in wording.variants)
        words = wording.resolve(year, office.kind) if dated and year else None
        if words and len(words) >= 4:
            terms.append((name, words))
    return Speller(year, office, tuple(sorted(terms, key=lambda term: -len(term[1]))))


def slot(name: str) -> str:
    """Write an output of a template."""
    return f"{{{{ {name} }}}}"


def _all(text: str, words: str, name: str) -> Iterator[Replacement]:
    at = text.find(words)
    while at >= 0:
        yield Replacement(at, at + len(words), slot(name))
        at = text.find(words, at + len(words))


def _is_in_brackets(text: str, place: int) -> bool:
    opened = text.rfind("（", 0, place)
    return opened >= 0 and "）" not in text[opened:place]
