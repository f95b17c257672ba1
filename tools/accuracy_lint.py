"""Hold lint against the defects that readers annotated in real reports.

Usage: python -m tools.accuracy_lint [--write] [FOLDER]   (FOLDER: where reports/ and gold/ lie)
A defect counts as found if a finding of a rule for its kind speaks of its words, or of words of its
second place; a missing part, if the rule that answers it speaks. Prints k of n for the high and the medium
ones that a rule is for, each by line and kind; then those that none is for, and why; then how many
findings real reports and the samples have. --write puts it into docs/accuracy.md.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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
from tools.false_alarms import documents, judge, rules_for
from tools.marked_section import replaced

TOP = Path(__file__).parent.parent
PACK = TOP / "templates" / "law-based-government"
DEFAULT_FOLDER = TOP.parent / "shared"
MARKS = "<!-- lint: python -m tools.accuracy_lint --write -->", "<!-- /lint -->"
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
    "repetition": frozenset({"T003", "F015"}),
    "duplicate_word": frozenset({"T003", "T014"}),
    "punctuation": frozenset({"T005", "T007", "T009"}),
    "typo": frozenset({"T010", "T013"}),
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
    ("000", 21, "punctuation"): "、 left out between two nouns",
    ("000", 31, "punctuation"): "a quotation mark that opens one word too early",
    ("003", 59, "punctuation"): "a comma left out between two clauses",
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


def measure(folder: Path) -> list[Asked]:
    """Hold lint against every annotation of a folder.

    Errors: FileNotFoundError where there is none.
    """
    golds = sorted((folder / "gold").glob("[0-9]*.json"))
    if not golds:
        raise FileNotFoundError(folder / "gold")
    asked: list[Asked] = []
    for gold in golds:
        path = next((folder / "reports").glob(f"{gold.stem}_*.txt"))
        asked += ask(json.loads(gold.read_text(encoding="utf-8")), path)
    return asked


def defects(asked: Sequence[Asked]) -> Iterator[str]:
    """Yield the section on annotated defects: counts, then each with what found it or why nothing does."""
    for severity in ("high", "medium"):
        graded = [one for one in asked if one.severity == severity]
        own = [one for one in graded if one.has_rule]
        kin = [one for one in graded if one.kind in RULES_OF]
        yield (
            f"* {severity}: {_share(own)} that a rule is for; by the annotation's kinds alone {_share(kin)}"
        )
        for one in own:
            shown = ", ".join(dict.fromkeys(one.found)) or "missed"
            yield f"  * {one.file} line {one.line} {one.kind}: {shown}"
        for one in graded:
            if not one.has_rule:
                why = APART.get((one.file, one.line, one.kind), "no rule for this kind")
                yield f"  * ({one.file} line {one.line} {one.kind}: {why})"


def _share(asked: Sequence[Asked]) -> str:
    return f"{sum(bool(one.found) for one in asked)} of {len(asked)}"


def findings(folder: Path) -> Iterator[str]:
    """Yield how many findings each document has, as a table by folder."""
    pack = load_pack(PACK)
    yield "| documents | findings | at most in one | by rule |"
    yield "|---|---:|---:|---|"
    for name, place in (
        ("reports", folder / "reports"),
        ("samples/text", TOP / "samples" / "text"),
    ):
        by_kind: dict[str, list[Counter[str]]] = {}
        for kind, path in documents(place):
            outcome = judge(path, pack, rules_for(kind))
            codes = Counter(found.code for found in outcome.diagnostics)
            by_kind.setdefault(kind, []).append(codes)
        for kind, counted in by_kind.items():
            total = sum(counted, Counter[str]())
            shown = ", ".join(f"{code} {number}" for code, number in sorted(total.items()))
            most = max(codes.total() for codes in counted)
            where = name if kind == "年度报告" else f"{name}/{kind}"
            yield f"| {where}: {len(counted)} | {total.total()} | {most} | {shown} |"


def main(arguments: list[str]) -> None:
    """Print what was found and what wasn't, or write it into docs/accuracy.md."""
    rest = [argument for argument in arguments if argument != "--write"]
    folder = Path(rest[0]) if rest else DEFAULT_FOLDER
    if not (folder / "gold").is_dir():
        sys.exit(f"找不到标注：{folder / 'gold'}。")
    text = "\n".join((*defects(measure(folder)), "", *findings(folder)))
    if len(rest) == len(arguments):
        print(text)
        return
    page = TOP / "docs" / "accuracy.md"
    whole = replaced(page.read_text(encoding="utf-8"), MARKS, f"\n\n{text}\n\n")
    page.write_text(whole, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
