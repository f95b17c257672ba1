"""Measure how figures are read: annotated real reports, the samples, and sentences without figures.

Usage: python -m tools.accuracy_figures [FOLDER]   (FOLDER: where reports/ and gold/ lie)
Prints value+unit+approximation as P, R, F1 and indicator heads, with every miss.
A head matches if the last two characters of the phrase stand in the annotated name or its words,
or the name's in the phrase; phrases are whole noun phrases, names are the annotator's.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import Any

from drafter.extraction.matching import match
from drafter.pack.library import DEFAULT_PACK, find_pack
from drafter.pack.loader import load_pack
from drafter.readers import read
from drafter.text.figures import PrintedFigure, parse_figures

REPORTS = ("000", "002", "003")
SAMPLES = Path(__file__).parent.parent / "samples"
TRAPS = Path(__file__).parent.parent / "tests" / "text" / "traps.txt"
Value = tuple[Decimal, str, str | None]


def read_gold(folder: Path, name: str) -> tuple[list[str], dict[str, Any]]:
    """Read a report's lines and its annotations."""
    (path,) = (folder / "reports").glob(f"{name}_*.txt")
    gold: dict[str, Any] = json.loads((folder / "gold" / f"{name}.json").read_text("utf-8"))
    return path.read_text("utf-8").split("\n"), gold


def read_sample(annotation: Path) -> tuple[list[str], dict[str, Any]]:
    """Read a sample's lines and its annotations, whose figures stand in 〈text〉 without more words."""
    gold: dict[str, Any] = json.loads(annotation.read_text("utf-8"))
    text = (SAMPLES / gold["text"]).read_text("utf-8")
    return text.split("\n"), gold


def value_of(figure: PrintedFigure) -> Value:
    """Return what is compared: value, unit, approximation."""
    return figure.figure.value, figure.figure.unit, figure.figure.approximate


def value_of_entry(entry: dict[str, Any]) -> Value:
    """Return the same of an annotated figure."""
    return Decimal(str(entry["value"])), entry["unit"] or "", entry["approx"]


def compare(lines: list[str], gold: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (hit|missed|false|head|wrong head|wrong kind, words) for every figure of a report."""
    wanted: dict[int, list[dict[str, Any]]] = {}
    rows = {entry["line"] for entry in gold["figures"] if entry.get("element") == "table"}
    for entry in gold["figures"]:
        wanted.setdefault(entry["line"], []).append(entry)
    for number, line in enumerate(lines, 1):
        if number in rows:
            continue
        plan = any(entry["kind"] == "year_plan" for entry in wanted.get(number, []))
        found = list(parse_figures(line, plan=plan))
        for entry in wanted.get(number, []):
            yield from _compare_one(line, entry, found)
        for figure in found:
            yield "false", f"{number} {figure.figure.text}"


def compare_tables(gold: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield hit or missed for every annotated cell, read from the sample's own file."""
    cells = [entry for entry in gold["figures"] if entry.get("element") == "table"]
    if not cells:
        return
    pack = load_pack(find_pack(DEFAULT_PACK, Path()))
    found = match(read(SAMPLES / gold["file"], pack.outline), pack)
    values = {m.place.cell: (m.figure.value, m.figure.unit) for m in found if m.in_table}
    for entry in cells:
        value = (Decimal(str(entry["value"])), entry["unit"])
        right = values.get(tuple(entry["cell"])) == value
        yield ("hit" if right else "missed"), f"cell {entry['cell']} {entry['text']}"
        if right:
            yield "cell", entry["text"]


def _compare_one(
    line: str, entry: dict[str, Any], found: list[PrintedFigure]
) -> Iterator[tuple[str, str]]:
    start = line.index(entry["text"], max(0, entry.get("start", 0) - len(entry["text"])))
    stop = start + len(entry["text"])
    value = value_of_entry(entry)
    for figure in found:
        if value_of(figure) == value and figure.start < stop + 1 and start < figure.end:
            found.remove(figure)
            yield "hit", entry["text"]
            yield from _compare_head(entry, figure)
            yield from _compare_kind(entry, figure)
            return
    yield "missed", f"{entry['line']} {entry['text']}"


def _compare_head(entry: dict[str, Any], figure: PrintedFigure) -> Iterator[tuple[str, str]]:
    names = entry.get("indicators", [entry["indicator"]])
    good = heads_agree(figure.indicators, entry)
    shown = f"{entry['text']}: {'|'.join(figure.indicators)} <> {'|'.join(names)}"
    yield ("head" if good else "wrong head"), shown


def heads_agree(phrases: tuple[str, ...], entry: dict[str, Any]) -> bool:
    """Tell whether the noun phrases read for a figure name what its annotation names."""
    names = entry.get("indicators", [entry["indicator"]])
    return len(names) == len(phrases) and all(
        1 < len(phrase) <= 24
        and (_head(phrase) in name or _head(phrase) in entry["text"] or _head(name) in phrase)
        for phrase, name in zip(phrases, names, strict=True)
    )


def _head(phrase: str) -> str:
    return phrase.strip('“”"')[-2:]


def _compare_kind(entry: dict[str, Any], figure: PrintedFigure) -> Iterator[tuple[str, str]]:
    is_target = entry["kind"] == "year_plan"
    kind = entry.get("measure", entry["kind"])
    if (figure.kind, figure.target) != (kind, is_target):
        yield "wrong kind", f"{entry['text']}: {figure.kind} {figure.target} <> {kind} {is_target}"


def count_traps() -> tuple[int, list[str]]:
    """Count the trap sentences and list what was taken for a figure in them."""
    lines = [line for line in TRAPS.read_text("utf-8").splitlines() if line and line[0] != "#"]
    false = [
        f"{figure.figure.text}（{'|'.join(figure.indicators)}）: {line}"
        for line in lines
        for figure in parse_figures(line)
    ]
    return len(lines), false


def main(folder: Path) -> None:
    """Print the whole measurement."""
    if (folder / "gold").is_dir():
        report("seen: annotated real reports", {n: read_gold(folder, n) for n in REPORTS})
    annotations = sorted((SAMPLES / "annotations").glob("*.json"))
    report("samples", {path.stem: read_sample(path) for path in annotations})
    count, found = count_traps()
    print(f"traps: {count} sentences, {len(found)} false figures")
    print("\n".join(found))


def report(title: str, reports: dict[str, tuple[list[str], dict[str, Any]]]) -> Counter[str]:
    """Print one set's counts with every miss, and return them."""
    total: Counter[str] = Counter()
    print(f"== {title}")
    for name, (lines, gold) in reports.items():
        for what, words in chain(compare(lines, gold), compare_tables(gold)):
            total[what] += 1
            if what not in ("hit", "head", "cell"):
                print(f"  {name} {what}: {words}")
    hits, missed, false = total["hit"], total["missed"], total["false"]
    f1 = 2 * hits / (2 * hits + missed + false)
    print(f"value+unit+approximation: P {hits}/{hits + false} R {hits}/{hits + missed} F1 {f1:.3f}")
    named = hits - total["cell"]
    print(f"indicator heads {total['head']}/{named}; kind or target wrong {total['wrong kind']}")
    return total


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared")
