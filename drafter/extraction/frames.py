"""Frames: sentences of the pack's own templates, by which a report that follows them is read.

Words decide what a figure means; the most words one can have are a whole sentence. Where a
sentence of a report is one of the pack's templates but for figures and names, each figure belongs
to the indicator whose slot it fills, and to no other, whatever its nearest words could mean alone.
A sentence that is changed may still hold whole clauses; they count if no other template has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter import cache
from drafter.extraction.frame_reading import (
    CLOSE,
    LEAD,
    OPEN,
    Frame,
    FrameSet,
    Keys,
    frame_set,
    leads_of,
    read_stretch,
)
from drafter.pack.once import once_for
from drafter.pack.pack import Pack
from drafter.text.fold import fold
from drafter.text.sentences import split_clauses, split_sentences

Sources = tuple[tuple[str, str], ...]  # templates by file name
_Fields = tuple[str, str, tuple[Keys, ...], str, str]  # of a Frame
_Built = tuple[list[_Fields], list[_Fields], dict[tuple[str, str], str]]

_TAG = re.compile(r"\{\{\s*(.*?)\s*\}\}|\{%\s*(.*?)\s*%\}|\{#.*?#\}", re.DOTALL)
_FIGURE = re.compile(r"[^\s.]+\.[^\s.]+")
_EQUAL = re.compile(r"([^\s.]+\.[^\s.]+) == ([^\s.]+\.[^\s.]+)")
_GUARDED = re.compile(r"\{% if [^%]* %\}([^%]*)\{% endif %\}")
_MARK = re.compile(r"【(?:更新|待填)[^】]*】")
_CHECK = re.compile(r"【核对[^】]*】")
_ANYTHING = "[^。]{1,60}?"
_NAME = "[^,;。]{1,24}?"
_YEAR = r"\d{4}"
_POINT = "(?:[一二三四五六七八九十]{1,2}是)?"
# What stands for an output that is no figure; the pack's own terms are anything.
_PATTERNS = {
    "点": _POINT, "首点": _POINT, "年度": _YEAR, "次年": _YEAR, "上年": _YEAR,
    "期间": r"(?:全年|今年以来|今年|年内|截至\d{1,2}月\d{1,2}日)", "单位": _NAME, "简称": _NAME, "上级": _NAME,
}  # fmt: skip
_NUMERAL = re.compile(r"[\d零〇一二两三四五六七八九十百千万亿半几双]")
_HAN = re.compile(r"[\u3400-\u9fff]")
# A clause must hold this many Han characters besides its slots to name its figures.
_CLAUSE_WORDS = 4
# How many characters may stand between a figure and the one that follows it in the same way.
LONGEST_GAP = 14
# Private characters that stand for tags while a line is cut.
_FIRST = 0xE000
_SLOT = f"{OPEN}([^{CLOSE}]+){CLOSE}"
_MAYBE = f"[{OPEN}{CLOSE}]*"


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames of a pack: whole sentences, and clauses that are no other's.

    following: what comes behind an indicator's figure, by that indicator and the few words between
    (受理…件，办结…件), where the templates agree on it.
    """

    sentences: FrameSet
    clauses: FrameSet
    following: Mapping[tuple[str, str], str]

    def read(
        self, text: str, figures: Sequence[tuple[int, int]], template: str
    ) -> tuple[Mapping[int, Keys], Mapping[int, Keys]]:
        """Find the figures of one paragraph that fill a slot: index in `figures` to keys.

        Returns those of whole sentences, and those of clauses in sentences that are no template's.

        text: as it stands; figures: half-open places. template: that of the paragraph's own section,
        which is preferred where two have the same sentence.
        """
        whole: dict[int, Keys] = {}
        part: dict[int, Keys] = {}
        folded = fold(text)
        plain, leads = folded.replace(" ", ""), leads_of(folded, figures)
        sentences = self.sentences.fitting(plain, leads, template)
        clauses = self.clauses.fitting(plain, leads, template)
        if not sentences and not clauses:
            return whole, part
        for stretch, inside in _parted(split_sentences(text), figures):
            read = read_stretch(folded, stretch, sentences, figures, inside)
            whole.update(read)
            if read or not clauses:
                continue
            start = stretch[0]
            pieces = ((start + a, start + b) for a, b in split_clauses(text[slice(*stretch)]))
            for piece, held in _parted(pieces, figures, inside[0]):
                part.update(read_stretch(folded, piece, clauses, figures, held))
        return whole, part


def _parted(
    stretches: Iterable[tuple[int, int]], figures: Sequence[tuple[int, int]], index: int = 0
) -> Iterator[tuple[tuple[int, int], list[int]]]:
    """Yield the stretches that hold figures, each with theirs; what stands across an end is in none.

    index: of the first figure that stands in them.
    """
    for start, end in stretches:
        inside: list[int] = []
        while index < len(figures) and figures[index][0] < end:
            if start <= figures[index][0] and figures[index][1] <= end:
                inside.append(index)
            index += 1
        if inside:
            yield (start, end), inside


@once_for
def frames_of(pack: Pack) -> Frames:
    """Build the frames of a pack's templates (the same pack gives the same object)."""
    sources = tuple(sorted((name, template.source) for name, template in pack.templates.items()))
    known = frozenset(pack.indicators.by_key)
    words = repr((sources, sorted(known))).encode()
    key = cache.digest(cache.code_state("extraction", "text"), words)
    made = cache.kept(cache.named("frames", pack.folder), key, lambda: _build(sources, known))
    sentences, clauses, following = made
    return Frames(_set_of(sentences), _set_of(clauses), following)


def _set_of(frames: Iterable[_Fields]) -> FrameSet:
    return frame_set(Frame(*fields) for fields in frames)


def _build(sources: Sources, known: frozenset[str]) -> _Built:
    """Make plain data of all frames, which is what is kept: whole sentences, clauses, what follows."""
    sentences: list[_Fields] = []
    clauses: dict[str, list[_Fields]] = {}
    following: dict[tuple[str, str], set[str]] = {}
    for name, source in sources:
        for line in _lines_of(source):
            sentence = _frame(line.text, line.tags, line.shared, name, known)
            if sentence and sentence.keys:
                sentences.append(_fields(sentence))
            for pair, key in _gaps(line, known):
                following.setdefault(pair, set()).add(key)
            for start, end in split_clauses(line.text):
                frame = _frame(line.text[start:end], line.tags, line.shared, name, known)
                if frame and frame.keys and len(_HAN.findall(frame.anchor)) >= _CLAUSE_WORDS:
                    clauses.setdefault(frame.source, []).append(_fields(frame))
    single = [group[0] for group in clauses.values() if len({fields[2] for fields in group}) == 1]
    agreed = {pair: next(iter(keys)) for pair, keys in following.items() if len(keys) == 1}
    return sentences, single, agreed


def _fields(frame: Frame) -> _Fields:
    return frame.source, frame.anchor, frame.keys, frame.template, frame.lead


@dataclass(frozen=True, slots=True)
class _Line:
    """A line whose tags are private characters; shared: keys that the branch says are equal."""

    text: str
    tags: Mapping[str, str]
    shared: Mapping[str, Keys]


def _lines_of(source: str) -> Iterator[_Line]:
    """Yield every line of text; tags on lines of their own only tell which indicators are equal."""
    shared: dict[str, Keys] = {}
    for raw in source.splitlines():
        guarded = _GUARDED.fullmatch(raw.strip())
        line = guarded[1] if guarded else raw.strip()
        if line.startswith("{%") and line.endswith("%}") and line.count("{%") == 1:
            equal = _EQUAL.findall(line)
            shared = {left: tuple(right for _, right in equal) for left, _ in equal}
        elif line and "{%" not in line:
            tags: dict[str, str] = {}
            yield _Line(_TAG.sub(lambda tag, t=tags: _keep(tag, t), line), tags, shared)


def _gaps(line: _Line, known: frozenset[str]) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield what stands between two figures of a line, with the indicators on both sides."""
    pieces = re.split(r"([\ue000-\uf8ff])", line.text)
    for left, gap, right in zip(pieces[1::2], pieces[2::2], pieces[3::2], strict=False):
        before, after = line.tags[left], line.tags[right]
        if before in known and after in known and 1 <= len(gap) <= LONGEST_GAP and "【" not in gap:
            yield (before, fold(gap).replace(" ", "")), after


def _keep(tag: re.Match[str], tags: dict[str, str]) -> str:
    if tag[1] is None:
        return ""
    character = chr(_FIRST + len(tags))
    tags[character] = tag[1]
    return character


def _frame(
    text: str,
    tags: Mapping[str, str],
    shared: Mapping[str, Keys],
    template: str,
    known: frozenset[str],
) -> Frame | None:
    """Make the pattern of a stretch; None where it has no fixed words."""
    pieces: list[str] = []
    keys: list[Keys] = []
    words: list[str] = [""]
    lead = before = ""  # the fixed characters before the first slot, and before the next piece
    for part in re.split(r"(【[^】]*】|[\ue000-\uf8ff])", text):
        if part in tags:
            name = tags[part]
            is_figure = bool(_FIGURE.fullmatch(name)) and name in known
            if is_figure:
                lead = lead if keys else before
                keys.append((name, *shared.get(name, ())))
            before = ""
            pieces.append(_SLOT if is_figure else _PATTERNS.get(name, _ANYTHING))
        elif _CHECK.fullmatch(part):
            before = ""
        elif _MARK.fullmatch(part):
            before = ""
            pieces.append(_ANYTHING)
        else:
            bare = fold(part).replace(" ", "")
            before = bare[-LEAD:]
            has_numeral = _NUMERAL.search(bare) is not None
            spaced = _MAYBE.join(("", *map(re.escape, bare), ""))
            pieces.append(spaced if has_numeral else re.escape(bare))
            words += _NUMERAL.split(bare)
    anchor = max(words, key=len).rstrip(",;。")
    if len(_HAN.findall("".join(words))) < 2 or not anchor:
        return None
    body = "".join(pieces).rstrip(",;。")
    source = rf"{body}[,;。]?(?:\[核对[^\]]*\])?[,;。]?"
    return Frame(source, anchor, tuple(keys), template, lead)
