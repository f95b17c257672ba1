"""Hold lint against the defects that readers annotated in real reports.

Usage: python -m tools.accuracy_lint [FOLDER]   (FOLDER: where reports/ and gold/ lie)
A defect counts as found if a finding of a rule for its kind speaks of its words, or of words of its
second place; a missing part, if the rule that answers it speaks. Prints k of n for the high and the medium
ones that a rule is for, each by line and kind; then those that none is for, and why.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drafter.diagnostic import Diagnostic
from drafter.lint.draft import Draft
from drafter.lint.linter import lint
from drafter.location import Place
from drafter.pack.loader import load_pack
from drafter.readers import read
from drafter.report import Span
from drafter.text.fold import fold

TOP = Path(__file__).parent.parent
PACK = TOP / "templates" / "law-based-government"
DEFAULT_FOLDER = TOP.parent / "shared"
# Kinds of the annotation, and the rules that look for them.
RULES_OF: Mapping[str, frozenset[str]] = {
    "contradiction": frozenset({"F003", "F004", "F005", "F007", "F008", "F009"}),
    "unit": frozenset({"F009"}),
    "approximation": frozenset({"F010"}),
    "missing_part": frozenset({"S001", "S004", "S012"}),
    "structure": frozenset({"S005", "S009"}),
    "unquantified": frozenset({"S011", "F013"}),
    "law_name": frozenset({"N002"}),
    "stale": frozenset({"Y001", "Y002", "Y003", "T010"}),
    "repetition": frozenset({"T003"}),
    "duplicate_word": frozenset({"T003"}),
    "punctuation": frozenset({"T005", "T007", "T009"}),
    "typo": frozenset({"T010"}),
    "term": frozenset({"T010"}),
    "authority": frozenset({"N004", "P006"}),
}
# Something missing has no words to be found at: which rule answers, by file and line.
MISSING: Mapping[tuple[str, int], str] = {
    ("000", 5): "S001",
    ("000", 23): "S004",
    ("002", 1): "S012",
    ("003", 51): "S004",
}
# Annotated defects whose kind has a rule, but which are another matter than the rule's: set apart by
# hand, so the count by kind alone is printed beside the other.
APART: Mapping[tuple[str, int, str], str] = {
    ("000", 29, "typo"): "a slip of one character outside fixed terms",
    ("000", 18, "typo"): "a character left out",
    (
        "000",
        18,
        "repetition",
    ): "a count said again in other words; to repeat a right count is no defect",
    ("000", 21, "punctuation"): "、 left out between two nouns",
    ("000", 31, "punctuation"): "a quotation mark that opens one word too early",
    ("003", 59, "punctuation"): "a comma left out between two clauses",
    ("003", 35, "duplicate_word"): "two verbs of one sense, no word written twice",
    ("003", 41, "duplicate_word"): "a noun again behind another, as 低收入居民收入 rightly has it",
    ("002", 13, "structure"): "a paragraph that belongs elsewhere",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One annotated defect; found: the codes that speak of it."""

    file: str
    line: int
    kind: str
    severity: str
    found: tuple[str, ...]

    @property
    def has_rule(self) -> bool:
        """Whether a rule looks for this."""
        return self.kind in RULES_OF and (self.file, self.line, self.kind) not in APART


def ask(gold: Mapping[str, Any], path: Path) -> Iterator[Asked]:
    """Yield every high and medium defect of one annotation with the rules that found it."""
    pack = load_pack(PACK)
    draft = Draft(path.name, read(path, pack.outline), pack)
    findings = lint(draft).diagnostics
    for issue in gold["issues"]:
        if issue["severity"] == "low":
            continue
        rules = RULES_OF.get(issue["type"], frozenset())
        quotes = [issue["quote"], *(also["quote"] for also in issue.get("also", ()))]
        found = tuple(
            finding.code
            for finding in findings
            if finding.code in rules and _answers(finding, issue, path.name[:3], quotes, draft)
        )
        yield Asked(path.name[:3], issue["line"], issue["type"], issue["severity"], found)


def _answers(
    finding: Diagnostic, issue: Mapping[str, Any], file: str, quotes: list[str], draft: Draft
) -> bool:
    if issue["type"] == "missing_part":
        return finding.code == MISSING.get((file, issue["line"]))
    return any(speaks(finding, quote, draft) for quote in quotes)


def speaks(finding: Diagnostic, quote: str, draft: Draft) -> bool:
    """Tell whether a finding or one of its related places touches quoted words, or heads their section."""
    wanted = fold(quote)
    for span in draft.spans:
        start = fold(span.text).find(wanted)
        if start < 0:
            continue
        for place in (finding.place, *finding.related):
            if _touches(place, span, start, start + len(quote)):
                return True
    return False


def _touches(place: Place, span: Span, start: int, end: int) -> bool:
    own = span.place()
    if place.element == "heading":
        return own.section[: len(place.section)] == place.section
    same = (place.element, place.paragraph, place.cell) == (own.element, own.paragraph, own.cell)
    return same and place.start < end and start < place.end


def main(arguments: list[str]) -> None:
    """Print what was found and what wasn't."""
    folder = Path(arguments[0]) if arguments else DEFAULT_FOLDER
    golds = sorted((folder / "gold").glob("[0-9]*.json"))
    if not golds:
        sys.exit(f"找不到标注：{folder / 'gold'}。")
    asked: list[Asked] = []
    for gold in golds:
        path = next((folder / "reports").glob(f"{gold.stem}_*.txt"))
        asked += ask(json.loads(gold.read_text(encoding="utf-8")), path)
    for severity in ("high", "medium"):
        graded = [one for one in asked if one.severity == severity]
        own = [one for one in graded if one.has_rule]
        kin = [one for one in graded if one.kind in RULES_OF]
        print(f"{severity}, by kind alone: {sum(bool(one.found) for one in kin)} of {len(kin)}")
        print(f"{severity}: {sum(bool(one.found) for one in own)} of {len(own)} that a rule is for")
        for one in own:
            shown = ", ".join(dict.fromkeys(one.found)) or "missed"
            print(f"  {one.file} line {one.line} {one.kind}: {shown}")
        for one in graded:
            if not one.has_rule:
                why = APART.get((one.file, one.line, one.kind), "no rule for this kind")
                print(f"  ({one.file} line {one.line} {one.kind}: {why})")


if __name__ == "__main__":
    main(sys.argv[1:])
