"""Hold lint against reports whose authors didn't know its rules: python -m tools.accuracy_blind [--write].

tests/lint/blind/ holds four sets of six whole reports, all fictional. Their authors were told what such
reports are and which slips real ones have, and nothing of drafter; each report is there as a careful office
would print it (clean/) and with the slips of a hurried one (defect/), which defects.jsonl lists.
A slip counts as found if a finding that the clean copy doesn't have points at its words or right beside
them (by its place or a related one), or, where something is missing, at the section it is missing from.
--write puts the counts into docs/accuracy.md.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from drafter.diagnostic import Diagnostic
from drafter.lint.draft import Draft
from drafter.lint.linter import lint
from drafter.location import Place
from drafter.pack.loader import load_pack
from drafter.pack.pack import Pack
from drafter.readers import read
from drafter.text.fold import fold
from tools.marked_section import replaced

TOP = Path(__file__).parent.parent
FOLDER = TOP / "tests" / "lint" / "blind"
SETS = ("a", "b", "c", "d")
MARKS = "<!-- blind: python -m tools.accuracy_blind --write -->", "<!-- /blind -->"
_SEVERITIES = ("high", "medium", "low")
_BESIDE = 12  # characters
# What answers something that isn't there.
_ABSENT = frozenset({"S001", "S003", "S004", "S012"})


class Slip(NamedTuple):
    """A slip put into a report; found: the codes that speak of it."""

    file: str
    line: int
    quote: str
    kind: str
    severity: str
    found: tuple[str, ...]


class Judged(NamedTuple):
    """One set: its slips, and how often each rule speaks of the clean copies."""

    slips: tuple[Slip, ...]
    clean: Counter[str]


@cache
def _pack() -> Pack:
    return load_pack(TOP / "templates" / "law-based-government")


def judge(name: str) -> Judged:
    """Lint both copies of every report of a set."""
    folder = FOLDER / name
    slips: list[Slip] = []
    clean: Counter[str] = Counter()
    listed = [
        json.loads(line) for line in (folder / "defects.jsonl").read_text("utf-8").splitlines()
    ]
    for path in sorted((folder / "clean").glob("*.txt")):
        known = lint(_draft(path)).diagnostics
        clean.update(one.code for one in known)
        draft = _draft(folder / "defect" / path.name)
        said = {(one.code, one.message) for one in known}
        new = [one for one in lint(draft).diagnostics if (one.code, one.message) not in said]
        for slip in (one for one in listed if one["file"] == path.stem):
            found = tuple(one.code for one in new if _speaks(one, slip["quote"], draft))
            slips.append(
                Slip(path.stem, slip["line"], slip["quote"], slip["kind"], slip["severity"], found)
            )
    return Judged(tuple(slips), clean)


def _draft(path: Path) -> Draft:
    pack = _pack()
    return Draft(path.name, read(path, pack.outline), pack)


def _speaks(finding: Diagnostic, quote: str, draft: Draft) -> bool:
    """Tell whether a finding points at quoted words, or at the section where something is missing."""
    wanted = fold(quote)
    for span in draft.spans:
        start = fold(span.text).find(wanted)
        if start < 0:
            continue
        own = span.place(start, start + len(quote))
        if any(_meet(place, own, finding.code) for place in (finding.place, *finding.related)):
            return True
    return False


def _meet(place: Place, own: Place, code: str) -> bool:
    if code in _ABSENT and place.section[:1] == own.section[:1] != ():
        return True
    same = (place.element, place.section) == (own.element, own.section)
    if own.element in ("title", "heading", "closing", "addressee"):
        return same
    same = same and (place.paragraph, place.cell) == (own.paragraph, own.cell)
    return same and place.start < own.end + _BESIDE and own.start - _BESIDE < place.end


def report(sets: Sequence[str] = SETS) -> Iterator[str]:
    """Yield the page's section: counts by set, then what is missed, by the authors' kinds."""
    yield "| set | found | high | medium | low | findings on the six clean copies |"
    yield "|---|---:|---:|---:|---:|---|"
    for name in sets:
        slips, clean = judge(name)
        by_grade = [_share([s for s in slips if s.severity == grade]) for grade in _SEVERITIES]
        spoken = ", ".join(f"{code} {number}" for code, number in sorted(clean.items()))
        yield f"| {name} | {_share(slips)} | {' | '.join(by_grade)} | {clean.total()}: {spoken} |"
    missed = [slip for name in sets for slip in judge(name).slips if not slip.found]
    kinds = Counter(f"{slip.severity} {slip.kind}" for slip in missed)
    yield ""
    yield "Missed, by the authors' kinds:"
    yield ", ".join(f"{kind} {number}" for kind, number in sorted(kinds.items())) + "."


def _share(slips: Sequence[Slip]) -> str:
    return f"{sum(bool(slip.found) for slip in slips)} of {len(slips)}"


def main(arguments: Sequence[str]) -> None:
    """Print the counts, or write them into docs/accuracy.md."""
    text = "\n".join(report())
    if "--write" not in arguments:
        print(text)
        return
    page = TOP / "docs" / "accuracy.md"
    whole = replaced(page.read_text(encoding="utf-8"), MARKS, f"\n\n{text}\n\n")
    page.write_text(whole, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
