"""`make style`: how the drafted samples read beside real reports, in figures.

One row per report: first the samples of profiles/, then those of a folder of real reports where it
lies beside the checkout. Columns, all over headings and body (title, tables, annexes left out):

characters   without blanks.
figures      per 1,000 characters, as `parse_figures` finds them in the body.
sentence     characters of a sentence, median and ninth decile; a run-in heading is no sentence.
opening      share of sentences whose first four characters open another sentence of the same report
             too (counted behind 一是, 二是 and the like).
empty        share of sentences with neither a figure nor a fact. A fact is a date, a 《title》, a
             “proper name”, or a name of at least two characters before one of UNIT_ENDINGS that does
             not end in a word of GENERAL (各村, 深入社区, 重点路).

Both definitions are crude on purpose: they judge samples and real reports alike.
Usage: python -m tools.style [REPORT ...]   (without reports: the three of ../shared/reports)
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from drafter.readers import read
from drafter.report import Report, Span, walk
from drafter.text.figures import parse_figures
from drafter.text.sentences import split_sentences

TOP = Path(__file__).parent.parent
REAL = TOP.parent / "shared" / "reports"

UNIT_ENDINGS = (
    "社区|新村|小区|片区|广场|老街|大道|街道办事处|办事处|司法所|派出所|律师事务所|人民法庭|法院|"
    "检察院|中心|工作站|调解室|委员会|执法队|中队|大队|支队|协会|商会|小学|中学|学校|公司|街|路|村|"
    "所|局|办|队|站|镇|乡"
)
GENERAL = (
    *"各全本该进入在到向由对和与及个级",
    *("基层", "辖区", "所有", "相关", "有关", "主管", "职能", "重点", "试点", "示范"),
)

_NAME = (
    "[一-鿿]{2}"
    + "".join(f"(?<!{word})" for word in GENERAL)
    + f"(?:{UNIT_ENDINGS})(?=[与和及等的开举组]|[^一-鿿]|$)"
)
_FACT = re.compile(rf"《|“[^”]{{2,}}”|\d{{4}}年|\d{{1,2}}月(?:\d{{1,2}}日)?|{_NAME}")
_POINT = re.compile(
    r"^(?:[一二三四五六七八九十]+是(?:要)?|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、])"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One report in figures; lengths in characters, shares from 0 to 1."""

    name: str
    characters: int
    figures_per_1000: float
    sentences: int
    median: float
    ninth_decile: float
    shared_openings: float
    without_fact: float


def body_spans(report: Report) -> tuple[Span, ...]:
    """Return headings and body paragraphs, those of annexes left out."""
    without_annexes = replace(report, annexes=())
    return tuple(span for span in walk(without_annexes) if span.element in ("heading", "body"))


def sentences_of(span: Span) -> tuple[str, ...]:
    """Cut a body paragraph into sentences, without a run-in heading and without 一是 before it."""
    text = span.text
    section = span.section
    if section is not None and section.run_in and text.startswith(section.line):
        text = text[len(section.line) :].lstrip("。：: ")
    cut = (text[start:end].strip() for start, end in split_sentences(text))
    return tuple(sentence for sentence in (_POINT.sub("", piece) for piece in cut) if sentence)


def is_empty(sentence: str) -> bool:
    """Tell whether a sentence states neither a figure nor a fact."""
    return not parse_figures(sentence) and not _FACT.search(sentence)


def read_style(name: str, report: Report) -> Reading:
    """Measure one report."""
    spans = body_spans(report)
    body = [span for span in spans if span.element == "body"]
    characters = sum(len("".join(span.text.split())) for span in spans)
    figures = sum(len(parse_figures(span.text)) for span in body)
    sentences = [sentence for span in body for sentence in sentences_of(span)]
    lengths = [len(sentence) for sentence in sentences]
    openings = Counter(sentence[:4] for sentence in sentences)
    return Reading(
        name=name,
        characters=characters,
        figures_per_1000=1000 * figures / characters,
        sentences=len(sentences),
        median=statistics.median(lengths),
        ninth_decile=statistics.quantiles(lengths, n=10)[8],
        shared_openings=sum(n for n in openings.values() if n > 1) / len(sentences),
        without_fact=sum(map(is_empty, sentences)) / len(sentences),
    )


def draft_samples(folder: Path) -> list[tuple[str, Path]]:
    """Draft every profile of profiles/ into the folder, by the command that clerks use."""
    drafted = []
    for profile in sorted((TOP / "profiles").glob("*.yaml")):
        target = folder / f"{profile.stem}.docx"
        command = [sys.executable, "-m", "drafter", "draft", str(profile), "-o", str(target)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        drafted.append((profile.stem, target))
    return drafted


def print_table(readings: list[Reading]) -> None:
    """Print one row per report."""
    print(
        "characters  figures/1000  sentences  median  p90  same opening  no figure or fact  report"
    )
    for r in readings:
        print(
            f"{r.characters:10}  {r.figures_per_1000:12.1f}  {r.sentences:9}  {r.median:6.0f}"
            f"  {r.ninth_decile:3.0f}  {r.shared_openings:12.1%}  {r.without_fact:17.1%}  {r.name}"
        )


def main() -> int:
    """Measure the samples, then the reports named or, without names, the real ones at hand."""
    real = [Path(name) for name in sys.argv[1:]] or sorted(REAL.glob("*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        named = draft_samples(Path(folder)) + [(path.stem, path) for path in real]
        print_table([read_style(name, read(path, None)) for name, path in named])
    if not real:
        print("(no folder of real reports beside the checkout)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
