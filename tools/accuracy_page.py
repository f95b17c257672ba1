"""Write what reading is worth into docs/accuracy.md, and hold it: counts with every miss, and floors.

Usage: python -m tools.accuracy_page            measure and print, write nothing
       python -m tools.accuracy_page --write    write the section "Reading" of docs/accuracy.md
       python -m tools.accuracy_page --update   write tests/readers/baseline.json; refuses to lower a floor
The real reports beside the checkout are measured where they are; floors that need them stay otherwise.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from drafter.pack.loader import load_pack
from drafter.pack.pack import Pack
from drafter.readers.office import find_office
from tools.accuracy import CONVERTED, PACK, Annotated, Score, annotated, measure, read_copy, score
from tools.accuracy import MEASURES as STRUCTURE
from tools.accuracy_figures import (
    REPORTS,
    SAMPLES,
    compare,
    compare_tables,
    count_traps,
    read_gold,
    read_sample,
)
from tools.accuracy_samples import annotated_samples, bare, measure_samples
from tools.degrade import DEGRADERS
from tools.marked_section import replaced

TOP = Path(__file__).parent.parent
PAGE = TOP / "docs" / "accuracy.md"
BASELINE = TOP / "tests" / "readers" / "baseline.json"
SHARED = TOP.parent / "shared"
MARKS = "<!-- reading: python -m tools.accuracy_page --write -->", "<!-- /reading -->"
Scores = dict[str, dict[str, Score]]


def stored_samples(pack: Pack) -> Scores:
    """Score the samples through the files they are stored in."""
    return {f"sample {name}": scores for name, scores in measure_samples(pack).items()}


def degraded_samples(pack: Pack) -> Scores:
    """Score damaged copies of the samples' texts; those with tables are left out, text has none."""
    items = [item for item in annotated_samples() if not item.gold["tables"]]
    return _asked({f"samples, {kind}": _copies(items, kind, pack) for kind in DEGRADERS})


def _copies(items: list[Annotated], kind: str, pack: Pack) -> dict[str, Score]:
    total = {name: Score() for name in STRUCTURE}
    for item in items:
        wanted = bare(Annotated(item.name, item.text, {**item.gold, "boilerplate": []}))
        for name, one in score(read_copy(item.text, kind, pack.outline), wanted).items():
            one.misses = [f"{item.name}: {miss}" for miss in one.misses]
            total[name].add(one)
    return total


def real_reports(pack: Pack) -> Scores:
    """Score the annotated real reports, as they are and damaged; nothing where they aren't there."""
    if not (SHARED / "gold").is_dir():
        return {}
    items = list(annotated(SHARED))
    kinds = (*DEGRADERS, *(CONVERTED if find_office() else ()))
    return _asked({f"seen, {kind}": measure(items, kind, pack.outline) for kind in kinds})


def figures() -> Scores:
    """Score figures on plain texts: the samples, the annotated real reports, the traps."""
    paths = sorted((SAMPLES / "annotations").glob("*.json"))
    found = {"figures, samples": _figures({path.stem: read_sample(path) for path in paths})}
    if (SHARED / "gold").is_dir():
        seen = {name: read_gold(SHARED, name) for name in REPORTS}
        found["figures, seen"] = _figures(seen)
    count, false = count_traps()
    words = [line.partition("）: ")[0] for line in false]
    return {**found, "traps": {"without a figure": Score(count - len(false), count, words)}}


def _figures(reports: Mapping[str, tuple[list[str], dict[str, object]]]) -> dict[str, Score]:
    counts: Counter[str] = Counter()
    misses: dict[str, list[str]] = {}
    for name, (lines, gold) in reports.items():
        for what, words in chain(compare(lines, gold), compare_tables(gold)):
            counts[what] += 1
            misses.setdefault(what, []).append(f"{name}: {words}")
    hits, named = counts["hit"], counts["hit"] - counts["cell"]
    return {
        "recall": Score(hits, hits + counts["missed"], misses.get("missed", [])),
        "precision": Score(hits, hits + counts["false"], misses.get("false", [])),
        "indicator heads": Score(counts["head"], named, misses.get("wrong head", [])),
        "kind and target": Score(hits - counts["wrong kind"], hits, misses.get("wrong kind", [])),
    }


def _asked(scores: Scores) -> Scores:
    """Leave out what a copy can't hold: a page glued into one line says nowhere where paragraphs end."""
    return {
        name: {m: s for m, s in found.items() if m != "paragraphs whole" or "glued" not in name}
        for name, found in scores.items()
    }


def everything() -> Scores:
    """Measure all there is."""
    pack = load_pack(PACK)
    return stored_samples(pack) | degraded_samples(pack) | real_reports(pack) | figures()


def floors_of(scores: Scores) -> dict[str, dict[str, list[int]]]:
    """Return what is kept of scores: right and asked of each measure that asks something."""
    return {
        name: {measure: [s.right, s.asked] for measure, s in found.items() if s.asked}
        for name, found in scores.items()
    }


def sunk(
    floors: dict[str, dict[str, list[int]]], now: dict[str, dict[str, list[int]]]
) -> list[str]:
    """Name each measure that is below its floor, or asks for something else than when it was set."""
    return [
        f"{name}, {measure}: {now[name].get(measure, [0, 0])} was {floor}"
        for name, wanted in floors.items()
        if name in now
        for measure, floor in wanted.items()
        if not _holds(floor, now[name].get(measure, [0, 0]))
    ]


def _holds(floor: list[int], now: list[int]) -> bool:
    return now[1] > 0 and now[0] * floor[1] >= floor[0] * now[1]


def page(scores: Scores) -> str:
    """Write the section: tables of k of n, then the misses, real sentences never quoted."""
    stored = {n.removeprefix("sample "): s for n, s in scores.items() if n.startswith("sample ")}
    copies = {n: s for n, s in scores.items() if n.startswith(("samples, ", "seen, "))}
    rest = {n: s for n, s in scores.items() if n.startswith(("figures, ", "traps"))}
    return "\n".join(
        [
            *(
                "### (a) The samples, each through the file it is stored in",
                "",
                *_table(stored),
                "",
            ),
            *("### (b) (c) As they are, and in damaged copies", "", *_table(copies), ""),
            *("### Figures on plain text, and sentences without any", "", *_table(rest), ""),
            *("### Every miss", "", *_misses(scores)),
        ]
    )


def _table(scores: Scores) -> Iterator[str]:
    names = list(dict.fromkeys(name for found in scores.values() for name in found))
    yield f"| | {' | '.join(names)} |"
    yield "|---" * (len(names) + 1) + "|"
    for name, found in scores.items():
        cells = [_cell(found.get(column)) for column in names]
        yield f"| {name} | {' | '.join(cells)} |"


def _cell(found: Score | None) -> str:
    return f"{found.right} of {found.asked}" if found and found.asked else ""


def _misses(scores: Scores) -> Iterator[str]:
    for name, found in scores.items():
        for name_of, one in found.items():
            for miss in one.misses:
                yield f"* {name}, {name_of}: {_short(name, miss)}"


def _short(name: str, miss: str) -> str:
    """Quote a miss: eight characters of a real report at most, a line of a sample."""
    report, colon, words = miss.partition(": ")
    most = 8 if "seen" in name else 60
    return f"{report}{colon}{words[:most]}" if colon else miss[:60]


def write(scores: Scores) -> None:
    """Put the section between its marks in the page."""
    PAGE.write_text(replaced(PAGE.read_text("utf-8"), MARKS, f"\n\n{page(scores)}\n"), "utf-8")


def update(scores: Scores, *, allow_regression: bool) -> int:
    """Write the floors; refuse where one would sink, unless that is asked for by name."""
    floors = json.loads(BASELINE.read_text("utf-8")) if BASELINE.is_file() else {}
    now = floors_of(scores)
    lower = sunk(floors, now)
    if lower and not allow_regression:
        print("these would sink; mend reading, or say --allow-regression:", *lower, sep="\n  ")
        return 1
    text = json.dumps(floors | now, ensure_ascii=False, indent=1)
    BASELINE.write_text(text + "\n", "utf-8")
    return 0


def main(arguments: list[str]) -> int:
    """Measure, then do what is asked."""
    scores = everything()
    if "--update" in arguments:
        return update(scores, allow_regression="--allow-regression" in arguments)
    if "--write" in arguments:
        write(scores)
        return 0
    print(page(scores))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
