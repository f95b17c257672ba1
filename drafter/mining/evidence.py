"""Evidence: what one report adds to what many have in common, small enough to keep of thousands.

A heading with its topic, and every whole clause with its years, numbers and the office's own names
masked; two reports share a clause where their masked words are the same.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.extraction.sections import headings_of
from drafter.mining.offices import office_of
from drafter.mining.topics import Topics
from drafter.report import Report, Span, walk, walk_sections
from drafter.text.ordinals import find_points
from drafter.text.sentences import split_clauses, split_sentences

PREAMBLE = ""
_YEAR = re.compile(r"20\d\d")
_CHANGING = re.compile(r"“[^“”]*”|《[^《》]*》|(?P<year>20\d\d)(?=年)|\d[\d,.]*\d|\d")
_HAN = re.compile(r"[\u3400-\u9fff]")
_END = "，；。：！？,;:!?"
SHORTEST = 6
LONGEST = 120
_FEWEST_CLAUSES = 8


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its topic ("" if unknown), level, and words with years and names masked."""

    topic: str
    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A whole clause or sentence. code: 64-bit hash of its masked words; topic: of its section."""

    code: int
    topic: str
    paragraph: int
    masked: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one report gives. digest: of its whole text, so that copies are known."""

    name: str
    digest: str
    office: str
    year: int | None
    headings: tuple[Heading, ...]
    clauses: tuple[Clause, ...]


def gather(report: Report, name: str, topics: Topics) -> Evidence:
    """Gather the evidence of one normalised report; name: of its file."""
    office = office_of(report, name, topics.outline.subjects)
    texts = [span.text for span in walk(report)]
    digest = hashlib.blake2b("\n".join(texts).encode(), digest_size=12).hexdigest()
    names = tuple(word for word in (office.name, office.stem) if word)
    sections = topics_of_sections(report, topics)
    headings = tuple(_headings(report, names, sections))
    by_path = {key: topic or "" for key, topic in sections.items()}
    clauses = tuple(_clauses(report, names, by_path))
    year = report.year or year_in(name)
    return Evidence(name, digest, office.name or office.stem, year, headings, clauses)


def _headings(
    report: Report, names: tuple[str, ...], topics: dict[tuple[str, ...], str | None]
) -> Iterator[Heading]:
    """Yield the headings that count; one that combines parts counts for each, or for its children's."""
    for path in walk_sections(report):
        topic, section = topics[headings_of(path)], path[-1]
        if topic is None or ("+" in topic and section.sections):
            continue
        words = _with_years(mask(section.heading, names), section.heading, report.year)
        for one in topic.split("+"):
            yield Heading(one, section.level, words)


def _with_years(masked: str, heading: str, year: int | None) -> str:
    """Name the year of a heading by what it is to the report's: {年} {次年} {上年}."""
    found = _YEAR.search(heading)
    if found is None or year is None:
        return masked
    name = {1: "{次年}", -1: "{上年}"}.get(int(found[0]) - year)
    return masked.replace("{年}", name, 1) if name else masked


def is_report(evidence: Evidence) -> bool:
    """Tell whether a text is one: something with clauses and sections, not a note beside reports."""
    return len(evidence.clauses) >= _FEWEST_CLAUSES and bool(evidence.headings)


def year_in(name: str) -> int | None:
    """Find the year in a file's name."""
    found = re.search(r"(?<!\d)20\d\d(?!\d)", name)
    return int(found[0]) if found else None


def topics_of_sections(report: Report, topics: Topics) -> dict[tuple[str, ...], str | None]:
    """Name every section's topic: None inside a prescribed part but of what was done, "" if unknown.

    A section whose own heading tells nothing belongs to the topic of the one above it.
    """
    found: dict[tuple[str, ...], str | None] = {}
    done = topics.outline.parts_for("done")
    for path in walk_sections(report):
        key = headings_of(path)
        above = next((s.part for s in reversed(path[:-1]) if s.part), None)
        if above and above not in done:
            found[key] = None
        else:
            parent = found.get(key[:-1]) or ""
            inherited = "" if parent in done or "+" in parent else parent
            found[key] = topics.of_heading(path[-1].heading) or inherited
    return found


def mask(text: str, names: tuple[str, ...]) -> str:
    """Put what differs from year to year and office to office aside: {年} {单位} #."""
    for name in names:
        text = text.replace(name, "{单位}")
    return _CHANGING.sub(_masked, text)


def _masked(found: re.Match[str]) -> str:
    """Leave what stands in quotes and titles of documents (“12345”, 《…（2021—2025年）》) as it is."""
    if found[0][0] in "“《":
        return found[0]
    return "{年}" if found["year"] else "#"


def code_of(masked: str) -> int:
    """Hash masked words to 64 bits, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(masked.encode(), digest_size=8).digest(), "big")


def _clauses(
    report: Report, names: tuple[str, ...], topics: dict[tuple[str, ...], str]
) -> Iterator[Clause]:
    seen: set[int] = set()
    for span in walk(report):
        if span.element != "body" or span.paragraph is None:
            continue
        topic = topics.get(headings_of(span.path), PREAMBLE)
        for masked in _pieces(_text(span), names):
            code = code_of(masked)
            if code not in seen:
                seen.add(code)
                yield Clause(code, topic, span.paragraph, masked)


def _text(span: Span) -> str:
    section = span.section
    if section and section.run_in and span.text.startswith(section.line):
        return span.text[len(section.line) :].lstrip("。：")
    return span.text


def _pieces(text: str, names: tuple[str, ...]) -> Iterator[str]:
    """Yield the masked clauses of a paragraph, and its sentences of several clauses."""
    markers = {(point.start, point.end) for point in find_points(text)}
    for start, end in sorted(markers, reverse=True):
        text = f"{text[:start]}{text[end:]}"
    for first, last in split_sentences(text):
        sentence = text[first:last]
        clauses = split_clauses(sentence)
        pieces = [sentence[a:b] for a, b in clauses]
        for piece in (*pieces, *((sentence,) if len(pieces) > 1 else ())):
            masked = mask(piece, names).strip().rstrip(_END)
            if SHORTEST <= len(masked) <= LONGEST and len(_HAN.findall(masked)) >= SHORTEST:
                yield masked


def known_office(evidence: Evidence) -> str:
    """Return whose report it is; one that tells nobody's name counts as an office of its own."""
    return evidence.office or evidence.digest
