"""Names of laws in a text, held against the pack's list: known, wrong, repealed or replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from drafter.pack.calendar import Law
from drafter.pack.once import once_for
from drafter.text.blanking import blank_out
from drafter.text.fold import fold

STATE = "中华人民共和国"
_TITLE = re.compile(r"《([^《》]{2,40})》")
_SUFFIX = re.compile(r"\([^()]*\)$")
_ENDING = re.compile(
    r"(?<!执|司|办|方|做|普|守|依|学|用|违|合|立|说|书|手|看|想)法|条例|总则|通则|办法"
)
# Behind a name these make another word: 合同法律, 继承法治.
GOES_ON = frozenset("律规学治庭院官务制人定理系域统典令条官宝援盲眼")
_CLOSE = 0.8


@dataclass(frozen=True, slots=True)
class Cited:
    """A law's name in a text, half-open, without 《》; name: as printed; quoted: it stands in 《》."""

    name: str
    start: int
    end: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class LawNames:
    """The laws by their names without 中华人民共和国.

    known: by name and short name; wrong: by the names they are mistaken for. judged: names that
    are judged wherever they stand, in 《》 or not: wrong, repealed, replaced. lengths: of all names,
    the longest first.
    """

    known: Mapping[str, Law]
    wrong: Mapping[str, Law]
    judged: frozenset[str]
    lengths: tuple[int, ...]

    def gone(self, law: Law) -> date | None:
        """Tell from when on a law is repealed or replaced; None for one in force."""
        if law.repealed:
            return law.repealed
        after = self.known.get(bare_name(law.successor)) if law.successor else None
        return after.in_force if after else None

    def nearest(self, name: str) -> str:
        """Return the full name most like a name, "" if none is like it."""
        from difflib import get_close_matches  # only where something is wrong

        close = get_close_matches(name, self.known, n=1, cutoff=_CLOSE)
        return self.known[close[0]].name if close else ""


def bare_name(name: str) -> str:
    """Return a law's name as texts shorten it: folded, without 中华人民共和国 and version in brackets."""
    return _SUFFIX.sub("", fold(name).replace(" ", "")).removeprefix(STATE)


@once_for
def law_names(laws: tuple[Law, ...]) -> LawNames:
    """Index a pack's laws (the same laws give the same object)."""
    known = {bare_name(n): law for law in laws for n in (law.name, *law.short)}
    wrong = {bare_name(n): law for law in laws for n in law.wrong if bare_name(n) not in known}
    gone = (name for name, law in known.items() if law.repealed or law.successor)
    lengths = sorted({len(name) for name in (*known, *wrong)}, reverse=True)
    return LawNames(known, wrong, frozenset((*wrong, *gone)), tuple(lengths))


def find_titles(text: str) -> Iterator[Cited]:
    """Yield what stands in 《》."""
    for found in _TITLE.finditer(text):
        yield Cited(found[1], found.start(1), found.end(1), quoted=True)


def find_bare(text: str, names: LawNames) -> Iterator[Cited]:
    """Yield judged names outside 《》, unless they are the end of a longer known name.

    text: with titles in 《》 blanked out.
    """
    for found in _ENDING.finditer(text):
        end = found.end()
        if text[end : end + 1] in GOES_ON:
            continue
        for length in names.lengths:
            name = text[end - length : end] if length <= end else ""
            if name in names.judged:
                yield Cited(name, end - length, end, quoted=False)
            if name in names.judged or name in names.known:
                break


def blank_titles(text: str) -> str:
    """Return a text of the same length without what stands in 《》."""
    return blank_out(text, _TITLE)
