"""Measure how reports are read against their annotations: headings, points, parts, furniture, paragraphs.

Usage: python -m tools.accuracy [FOLDER]   (FOLDER: where reports/ and gold/ lie)
Every annotated report is read as it is and in damaged copies (tools/degrade.py), and, where
LibreOffice is installed, as PDF, .doc and .docx. Prints k of n, with each miss. Texts are compared
without blanks.
The figures' part is tools/accuracy_figures.py.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from drafter.pack.loader import load_pack
from drafter.pack.outline import Outline
from drafter.readers import read
from drafter.readers.office import find_office
from drafter.report import Report, walk, walk_sections
from drafter.text.fold import fold
from drafter.text.points import points_of
from tools.degrade import DEGRADERS

TOP = Path(__file__).parent.parent
PACK = TOP / "templates" / "law-based-government"
MEASURES = (
    "headings",
    "headings precise",
    "points",
    "parts",
    "furniture kept out",
    "paragraphs whole",
)


_WORD = 8
CONVERTED = ("pdf", "doc", "docx")


@dataclass(slots=True)
class Score:
    """Right and asked of one measure, with what was missed."""

    right: int = 0
    asked: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Add another report's score."""
        self.right += other.right
        self.asked += other.asked
        self.misses += other.misses


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report's text with its annotation."""

    name: str
    text: str
    gold: dict[str, Any]


def annotated(folder: Path) -> Iterator[Annotated]:
    """Read the annotated reports of a folder."""
    for path in sorted((folder / "gold").glob("[0-9]*.json")):
        gold: dict[str, Any] = json.loads(path.read_text("utf-8"))
        yield Annotated(path.stem, (folder / "reports" / gold["file"]).read_text("utf-8"), gold)


def score(report: Report, item: Annotated) -> dict[str, Score]:
    """Compare a report as read with its annotation."""
    gold = item.gold
    read_headings = [
        f"{s.level} {squeeze(s.line)}" for path in walk_sections(report) for s in path[-1:]
    ]
    wanted = [f"{h['level']} {squeeze(h['number'] + h['text'])}" for h in gold["headings"]]
    points = [squeeze(p.marker + p.lead) for text in _texts(report) for p in points_of(text)]
    wanted_points = [f"{p['marker']}{squeeze(p['lead'])}" for p in gold["points"]]
    furniture = [squeeze(line) for line in gold["boilerplate"] if squeeze(line)]
    texts = [squeeze(text) for text in _all_texts(report)]
    return {
        "headings": found(wanted, read_headings),
        "headings precise": found(read_headings, wanted),
        "points": found(wanted_points, points),
        "parts": _parts(report, gold),
        "furniture kept out": _absent(furniture, texts),
        "paragraphs whole": found(_paragraphs(item), [squeeze(t) for t in _texts(report)]),
    }


def squeeze(text: str) -> str:
    """Take blanks out, widths folded."""
    return "".join(fold(text).split())


def _texts(report: Report) -> list[str]:
    return [span.text for span in walk(report) if span.element == "body"]


def _all_texts(report: Report) -> list[str]:
    return [span.text for span in walk(report)]


def found(wanted: list[str], present: list[str]) -> Score:
    """Count how many of the wanted are there, each as often as it is wanted."""
    left = Counter(present)
    result = Score(asked=len(wanted))
    for text in wanted:
        if left[text]:
            left[text] -= 1
            result.right += 1
        else:
            result.misses.append(text)
    return result


def _absent(lines: list[str], texts: list[str]) -> Score:
    """Count furniture that stands nowhere: a short word counts as kept where it is a text of its own."""
    everything, alone = "".join(texts), set(texts)
    kept = [line for line in lines if line in (everything if len(line) > _WORD else alone)]
    return Score(len(lines) - len(kept), len(lines), kept)


def _parts(report: Report, gold: dict[str, Any]) -> Score:
    carried = {
        (section.part, squeeze(section.line))
        for path in walk_sections(report)
        for section in path[-1:]
        if section.part
    }
    wanted = {
        (part, squeeze(heading["number"] + heading["text"]))
        for part, said in gold["parts"].items()
        if said
        for heading in said["headings"]
    }
    wrong = [f"{part}: {heading}" for part, heading in sorted(wanted ^ carried)]
    return Score(len(wanted & carried), len(wanted | carried), wrong)


def _paragraphs(item: Annotated) -> list[str]:
    """The body paragraphs as they stand: every line that is no title, heading, furniture or blank."""
    gold = item.gold
    skipped = {
        squeeze(line) for line in [*gold["boilerplate"], *gold.get("boilerplate_optional", ())]
    }
    lines = item.text.split("\n")
    alone = {h["line"] for h in gold["headings"] if not h["run_in"]}
    titles = set(gold.get("title_lines") or ())
    return [
        squeeze(line)
        for number, line in enumerate(lines, 1)
        if number not in alone | titles and squeeze(line) and squeeze(line) not in skipped
    ]


def read_copy(text: str, kind: str, outline: Outline) -> Report:
    """Write a damaged copy to a file and read it."""
    ending = ".md" if kind == "OCR marks" else ".txt"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"copy{ending}"
        path.write_text(DEGRADERS[kind](text), "utf-8")
        return read(path, outline)


def read_converted(
    items: list[Annotated], form: str, office: str, outline: Outline
) -> list[Report]:
    """Let LibreOffice make PDF or Word files of the texts, and read those."""
    with tempfile.TemporaryDirectory() as folder:
        sources = [Path(folder) / f"{item.name}.txt" for item in items]
        for item, source in zip(items, sources, strict=True):
            source.write_text(item.text, "utf-8")
        command = [
            office, "--headless", f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}",
            "--infilter=Text (encoded):UTF8,LF,,,", "--convert-to", form, "--outdir", folder,
        ]  # fmt: skip
        subprocess.run([*command, *map(str, sources)], check=True, capture_output=True)
        return [read(source.with_suffix(f".{form}"), outline) for source in sources]


def measure(items: list[Annotated], kind: str, outline: Outline) -> dict[str, Score]:
    """Score all reports in one kind of copy: a degrader's name, or pdf, doc, docx."""
    office = find_office() if kind in CONVERTED else None
    reports = (
        read_converted(items, kind, office, outline)
        if office
        else [read_copy(item.text, kind, outline) for item in items]
    )
    total = {name: Score() for name in MEASURES}
    for item, report in zip(items, reports, strict=True):
        for name, counted in score(report, item).items():
            counted.misses = [f"{item.name}: {miss}" for miss in counted.misses]
            total[name].add(counted)
    return total


def main(arguments: list[str]) -> int:
    """Print the table and the misses."""
    folder = Path(arguments[0]) if arguments else TOP.parent / "shared"
    if not (folder / "gold").is_dir():
        print(f"no annotated reports below {folder}")
        return 0
    outline = load_pack(PACK).outline
    items = list(annotated(folder))
    kinds = (*DEGRADERS, *(CONVERTED if find_office() else ()))
    for kind in kinds:
        scores = measure(items, kind, outline)
        print(f"{kind}: " + ", ".join(f"{n} {s.right}/{s.asked}" for n, s in scores.items()))
        for name, counted in scores.items():
            for miss in counted.misses:
                print(f"    {name}: {miss[:100]}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
