"""Measure how the samples are read through the files they are stored in, against their annotations.

Usage: python -m tools.accuracy_samples
Headings, points, parts, furniture and paragraphs are counted as for real reports (tools/accuracy.py);
beside them the front (title, 署名, 文号 …), tables, and every figure at its own place in its paragraph.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from drafter.extraction.match import Match
from drafter.extraction.matching import match
from drafter.pack.loader import load_pack
from drafter.pack.pack import Pack
from drafter.readers import read
from drafter.report import Annex, Block, Report, Section, Table
from tools.accuracy import PACK, Annotated, Score, found, score, squeeze
from tools.accuracy_figures import heads_agree, value_of_entry

SAMPLES = Path(__file__).parent.parent / "samples"
MEASURES = (
    "headings", "headings precise", "points", "parts", "furniture kept out", "paragraphs whole",
    "front", "tables", "figures", "figures precise", "indicator heads",
)  # fmt: skip


def annotated_samples() -> Iterator[Annotated]:
    """Read the samples' annotations; their text is what the stored file should read as."""
    for path in sorted((SAMPLES / "annotations").glob("*.json")):
        gold: dict[str, Any] = json.loads(path.read_text("utf-8"))
        yield Annotated(path.stem, (SAMPLES / gold["text"]).read_text("utf-8"), gold)


def measure_sample(item: Annotated, pack: Pack) -> dict[str, Score]:
    """Read one sample's file and score it."""
    report = read(SAMPLES / item.gold["file"], pack.outline)
    scores = score(report, bare(item))
    matches = match(report, pack)
    wanted = Counter(_figure_keys(item.gold))
    printed = Counter(_printed_key(one) for one in matches)
    scores |= {
        "front": _front(report, item.gold),
        "tables": _tables(report, item.gold),
        "figures": found(_listed(wanted), _listed(printed)),
        "figures precise": found(_listed(printed), _listed(wanted)),
        "indicator heads": _heads(item.gold, matches),
    }
    return scores


def measure_samples(pack: Pack) -> dict[str, dict[str, Score]]:
    """Score every sample; keys are the names of their files."""
    return {item.gold["file"]: measure_sample(item, pack) for item in annotated_samples()}


def bare(item: Annotated) -> Annotated:
    """Leave what stands before and behind the body, and tables, out of the text's paragraphs."""
    gold, lines = item.gold, item.text.rstrip("\n").split("\n")
    outside = {squeeze(f"{gold['addressee']}：")} if gold["addressee"] else set()
    outside |= {squeeze(name) for name in (gold["issuer"] or "").split("、")}
    outside |= {squeeze(table["caption"]) for table in gold["tables"] if table["caption"]}
    titles = {squeeze(line) for line in gold["title_lines"]}
    kept = []
    for number, line in enumerate(lines):
        title = number < len(gold["title_lines"]) and squeeze(line) in titles
        date = gold["date_from"] == "closing" and number == len(lines) - 1
        gone = title or date or "\t" in line or squeeze(line) in outside
        kept.append("" if gone else line)
    return Annotated(item.name, "\n".join(kept), {**gold, "title_lines": []})


def _front(report: Report, gold: dict[str, Any]) -> Score:
    dated = gold["date_from"] in ("closing", "boilerplate")
    pairs = {
        "title": (gold["title"], report.title),
        "issuer": (gold["issuer"], "、".join(report.organs) or None),
        "red_head": (gold["red_head"], report.red_head),
        "doc_number": (gold["doc_number"], report.doc_number),
        "signers": ("、".join(gold["signers"]), "、".join(report.signers)),
        "addressee": (gold["addressee"], report.addressee),
        "copy_to": (gold["copy_to"], report.copy_to),
        "note": (gold["note"], report.note),
        "date": (gold["date"] if dated else None, str(report.issued) if report.issued else None),
        "year": (str(gold["year"]), str(report.year)),
    }
    wrong = [
        f"{name}: {wanted} <> {read}"
        for name, (wanted, read) in pairs.items()
        if squeeze(wanted or "") != squeeze(read or "")
    ]
    return Score(len(pairs) - len(wrong), len(pairs), wrong)


def _tables(report: Report, gold: dict[str, Any]) -> Score:
    wanted = [_table_key(table["caption"], table["rows"]) for table in gold["tables"]]
    return found(wanted, [_table_key(table.caption, table.rows) for table in tables_of(report)])


def _table_key(caption: str | None, rows: Any) -> str:
    return squeeze(f"{caption or ''}:" + "/".join("|".join(row) for row in rows))


def tables_of(report: Report) -> tuple[Table, ...]:
    """Return all tables of a report in reading order."""

    def below(section: Section | Annex) -> Iterator[Block]:
        yield from section.blocks
        for child in section.sections if isinstance(section, Section) else ():
            yield from below(child)

    holders: tuple[Section | Annex, ...] = (*report.sections, *report.annexes)
    blocks = (*report.preamble, *(block for holder in holders for block in below(holder)))
    return tuple(block for block in blocks if isinstance(block, Table))


def _figure_keys(gold: dict[str, Any]) -> Iterator[str]:
    for entry in gold["figures"]:
        place = entry.get("cell") or [entry["element"], entry.get("paragraph")]
        value, unit, approximate = value_of_entry(entry)
        yield f"{place} {entry['start']}-{entry['end']} {value.normalize():f}{unit} {approximate}"


def _printed_key(one: Match) -> str:
    place, figure = one.place, one.printed.figure
    where = list(place.cell) if place.cell else [place.element, place.paragraph]
    value = f"{figure.value.normalize():f}{figure.unit}"
    return f"{where} {place.start}-{place.end} {value} {figure.approximate}"


def _listed(counts: Counter[str]) -> list[str]:
    return list(counts.elements())


def _heads(gold: dict[str, Any], matches: tuple[Match, ...]) -> Score:
    """Compare the noun phrases of the figures found in texts; tables name theirs by row and column."""
    by_place = {_printed_key(one): one for one in matches if not one.in_table}
    result = Score()
    for entry, key in zip(gold["figures"], _figure_keys(gold), strict=True):
        one = by_place.get(key)
        if one is None:
            continue
        result.asked += 1
        if heads_agree(one.printed.indicators, entry):
            result.right += 1
        else:
            result.misses.append(f"{entry['text']}: {'|'.join(one.printed.indicators)}")
    return result


def main() -> int:
    """Print the counts of each sample, with the misses."""
    pack = load_pack(PACK)
    show = partial(print, "   ")
    for name, scores in measure_samples(pack).items():
        print(f"{name}: " + ", ".join(f"{n} {s.right}/{s.asked}" for n, s in scores.items()))
        for measure, result in scores.items():
            for miss in result.misses:
                show(f"{measure}: {miss[:110]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
