"""Match every printed figure of a report to an indicator: from words to value, never back.

A figure belongs to the indicator whose words stand beside it and whose units are of its unit's
group. Of words inside one another the longest counts, of several in a clause the nearest. It is
certain only if the words fill the figure's own noun phrase but for words that say nothing
(开展…共), no modifier speaks against it, and the figure is this year's and the whole unit's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.extraction.lexicon import Lexicon, Occurrence, lexicon_of
from drafter.extraction.match import Match
from drafter.extraction.scope import scope_of
from drafter.extraction.sections import headings_of, outline_keys
from drafter.extraction.tables import match_table
from drafter.figure import unit_group
from drafter.pack.pack import Pack
from drafter.report import Report, Span, walk
from drafter.text.figure_phrases import clause_end, clause_start
from drafter.text.figure_words import VERB
from drafter.text.figures import PrintedFigure, parse_figures
from drafter.text.fold import fold

_TAIL = re.compile(
    r"(?:工作|活动|案件|事项|情况|数量|总数|总量|件数|次数|人数|人次|场次|份数|总额|金额|业务|信息"
    r"|累计|共计|合计|总计|共|达到|达|为|约|已|均|分别|\([^()]*\)|[ \"])*"
)
# What may stand between the beginning of the noun phrase and a noun that names an indicator.
_FRONT = re.compile(
    r"(?:街道|全街|全镇|镇|乡|司法所|综合行政执法队|执法队|便民服务中心|各社区|社区|村居|村\(社区\)|辖区"
    r"|各类|各项|各级|有关|相关|所有|全部|共|累计|已|均|又|还|先后|另|另有|现有|共有|有|在册|现|全程|同步|集中|依法"
    r"|及时|主动|全年|本级|本年度?|今年|年内|以[^,;。]{2,8}为被申请人的|作为被告的|其中|包括|含|\"|、| )*"
)
_DONE_TO = re.compile(
    r"(?:作出|办理|完成|实施|开展|组织|举办|举行|召开|进行|参加|参与|受理的?|组建|建成|建有|设有|设|发生|收到|接到"
    r"|申请|安排|提出|列明|运行|登记|处理|履行|承接|有|共|配合|向|对|为|由|经|在|按|到|年|了|的|中)$"
)
# A word that begins with a doing names the figure whoever stands before it (主要负责人调研…).
_DOING = re.compile(
    rf"(?:{VERB}|调研|讲授|参加|完成|申请|追回|清退|推广|旁听|帮办|代办|代收|出庭|成功|带队|应|经|按|录入|线上|公开|登记|协调|推动|征求|解答)"
)
_BREAK = re.compile("[的中向对为由将]")
_PART_OF = re.compile(r"其中|含|包括")
_PLAN = "next_year"
# The topic whose indicators are what the plan aims at; nothing else can be stated by a target.
_TARGETS = "下年目标"
_PERSONS = frozenset({"人", "人次"})


def match(report: Report, pack: Pack) -> tuple[Match, ...]:
    """Match the figures of a report in reading order; titles, addressee and closing hold none."""
    lexicon = lexicon_of(pack)
    outline = outline_keys(report, pack.outline)
    found: list[Match] = []
    table: list[Span] = []
    for span in walk(report):
        if span.element == "table":
            if table and span.cell and table[-1].cell and span.cell[0] != table[-1].cell[0]:
                found.extend(match_table(table, pack))
                table = []
            table.append(span)
            continue
        if table:
            found.extend(match_table(table, pack))
            table = []
        if span.element in ("body", "heading"):
            key = outline.get(headings_of(span.path))
            found.extend(_Paragraph(span, report.year, lexicon, pack, key).matches())
    found.extend(match_table(table, pack))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Window:
    """The words that can name a figure: the stretch left of it, and the noun right of it behind that.

    head: where the figure's own noun phrase begins in `text`; tail: where it ends.
    """

    text: str
    head: int
    tail: int


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """One text whose figures are matched."""

    span: Span
    year: int | None
    lexicon: Lexicon
    pack: Pack
    outline: str | None

    def matches(self) -> Iterator[Match]:
        """Yield its figures; a figure's candidates may depend on those before it."""
        figures = parse_figures(self.span.text, plan=self.span.part == _PLAN)
        if not figures:
            return
        folded = fold(self.span.text)
        found: list[Match] = []
        for index, printed in enumerate(figures):
            before = figures[index - 1] if index else None
            after = figures[index + 1] if index + 1 < len(figures) else None
            found.append(self._match(folded, printed, before, after, found))
        yield from found

    def _match(
        self,
        folded: str,
        printed: PrintedFigure,
        before: PrintedFigure | None,
        after: PrintedFigure | None,
        earlier: Sequence[Match],
    ) -> Match:
        bare = Match(self.span, printed, outline=self.outline)
        if printed.kind == "rank":
            return bare
        sentence_start = folded.rfind("。", 0, printed.start) + 1
        floor = max(before.end if before else 0, sentence_start)
        start = clause_start(folded, floor, printed.start)
        clause = folded[start : printed.start]
        scope = scope_of(folded[sentence_start : printed.start], clause, self.year)
        bare = replace(bare, scope=scope)
        window = _window(folded, printed, start)
        choice = self._choose(window, printed, earlier)
        if choice is None:
            choice = self._choose_behind(folded, printed, after, earlier)
        if choice is None:
            return self._continue(bare, earlier)
        candidates, is_sure = choice
        also = self._shared(folded, printed, start, earlier) if len(printed.phrases) > 1 else ()
        is_part = bool(_PART_OF.search(clause)) and any(
            candidates[0] == other.key and other.printed.start >= sentence_start
            for other in earlier
        )
        is_aim = printed.target and candidates[0].startswith(_TARGETS)
        is_plain = scope == "whole" and not is_part and not printed.target
        is_plain = (is_plain or is_aim) and printed.kind != "change"
        return replace(
            bare,
            key=candidates[0] if len(candidates) == 1 or is_sure is not None else None,
            certainty="certain" if is_sure and is_plain else "possible",
            candidates=candidates,
            also=tuple(key for key in also if key != candidates[0]),
            scope="part" if is_part else scope,
        )

    def _shared(
        self, folded: str, printed: PrintedFigure, start: int, earlier: Sequence[Match]
    ) -> tuple[str, ...]:
        """Find the indicators of the other items that share a number."""
        keys: list[str] = []
        for phrase in printed.phrases[:-1]:
            begin = min(start, phrase.start)
            text = folded[begin : phrase.end]
            window = _Window(text, phrase.start - begin, len(text))
            chosen = self._choose(window, printed, earlier)
            if chosen and chosen[1]:
                keys.append(chosen[0][0])
        return tuple(keys)

    def _choose(
        self, window: _Window, printed: PrintedFigure, earlier: Sequence[Match]
    ) -> tuple[tuple[str, ...], bool | None] | None:
        """Choose the indicators a window names: candidates, and whether the first is sure.

        None for sureness: several are equally likely.
        """
        words = list(self.lexicon.find(window.text))
        fitting = [
            replace(word, keys=keys)
            for word in words
            if (keys := tuple(k for k in word.keys if self._fits(k, printed)))
        ]
        kept = [word for word in _longest(fitting) if not self._blocked(word, window)]
        if not kept:
            return None
        if printed.target and any(key.startswith(_TARGETS) for w in kept for key in w.keys):
            kept = [word for word in kept if word.keys[0].startswith(_TARGETS)]
        kept.sort(key=lambda word: (-word.end, word.start))
        nearest = _joined(kept)
        others = [key for word in kept[1:] for key in word.keys]
        ranked = self._rank(nearest.keys, earlier)
        candidates = tuple(dict.fromkeys((*ranked, *others)))
        if len(nearest.keys) > 1:
            is_first = self._prefers(ranked[0], earlier) > self._prefers(ranked[1], earlier)
            return candidates, False if is_first else None
        return candidates, self._is_sure(nearest, kept[1:], words, window)

    def _choose_behind(
        self,
        folded: str,
        printed: PrintedFigure,
        after: PrintedFigure | None,
        earlier: Sequence[Match],
    ) -> tuple[tuple[str, ...], bool | None] | None:
        """Choose by the words behind a figure: 31名完成书面述法; sure only where it counts persons."""
        ceiling = after.start if after else min(len(folded), printed.end + 40)
        end = clause_end(folded, printed.end, ceiling)
        text = folded[printed.end : end]
        chosen = self._choose(_Window(text, 0, len(text)), printed, earlier)
        if chosen is None or unit_group(printed.figure.unit) in _PERSONS:
            return chosen
        return chosen[0], chosen[1] and False

    def _fits(self, key: str, printed: PrintedFigure) -> bool:
        """Tell whether an indicator can have this figure: by unit, and targets by themselves."""
        if key.startswith(_TARGETS) and not printed.target:
            return False
        return self.lexicon.fits(key, printed.figure.unit)

    def _blocked(self, word: Occurrence, window: _Window) -> bool:
        around = _around(word, window)
        return all(self.lexicon.conflict(key, around) is True for key in word.keys)

    def _is_sure(
        self,
        word: Occurrence,
        others: Sequence[Occurrence],
        words: Iterable[Occurrence],
        window: _Window,
    ) -> bool:
        """Tell whether a word alone names the figure."""
        if _TAIL.fullmatch(window.text, word.end, window.tail) is None:
            return False
        if any(_contains(longer, word) for longer in words):
            return False
        if word.start > window.head:
            if any(other.start >= window.head and other.keys != word.keys for other in others):
                return False
            if not _is_open(window.text[window.head : word.start], word.word):
                return False
        return self.lexicon.conflict(word.keys[0], _around(word, window)) is False

    def _rank(self, keys: tuple[str, ...], earlier: Sequence[Match]) -> tuple[str, ...]:
        return tuple(sorted(keys, key=lambda key: -self._prefers(key, earlier)))

    def _prefers(self, key: str, earlier: Sequence[Match]) -> int:
        """Score an indicator by section, then by the topic of the figures before."""
        indicator = self.pack.indicators.by_key[key]
        score = 2 if self.outline and indicator.section == self.outline else 0
        topics = {other.key.partition(".")[0] for other in earlier if other.key}
        return score + (1 if indicator.topic in topics else 0)

    def _continue(self, bare: Match, earlier: Sequence[Match]) -> Match:
        """Guess for a clause that only says what was done to the figure before (已整改642条)."""
        phrases = bare.printed.indicators
        before = earlier[-1] if earlier else None
        if not phrases or before is None or before.key is None or len(phrases[0]) > 6:
            return bare
        if bare.printed.start - before.printed.end > 16:
            return bare
        topic = before.key.partition(".")[0]
        phrase = fold(phrases[0])
        candidates = tuple(
            indicator.key
            for indicator in self.pack.indicators.topics.get(topic, ())
            if self.lexicon.fits(indicator.key, bare.figure.unit)
            and indicator.key != before.key
            and any(phrase in fold(word) for word in (indicator.label, indicator.name))
        )
        if not candidates:
            return bare
        key = candidates[0] if len(candidates) == 1 else None
        return replace(bare, key=key, certainty="possible", candidates=candidates)


def _window(folded: str, printed: PrintedFigure, start: int) -> _Window:
    """Lay out the words that can name a figure."""
    phrase = printed.phrases[-1] if printed.phrases else None
    if phrase is None:
        return _Window(folded[start : printed.start], 0, printed.start - start)
    if phrase.start >= printed.end:
        left = folded[start : printed.start]
        noun = folded[phrase.start : phrase.end]
        return _Window(left + noun, len(left), len(left) + len(noun))
    if phrase.end <= start:  # inherited from the figure before
        start = clause_start(folded, max(0, phrase.start - 40), phrase.start)
        return _Window(folded[start : phrase.end], phrase.start - start, phrase.end - start)
    return _Window(folded[start : printed.start], phrase.start - start, printed.start - start)


def _joined(kept: Sequence[Occurrence]) -> Occurrence:
    """Join the nearest word with one of the same indicator that runs into it (办理行政诉讼 + 行政诉讼案件)."""
    nearest = kept[0]
    starts = [w.start for w in kept[1:] if w.keys == nearest.keys and w.end > nearest.start]
    return replace(nearest, start=min(starts)) if starts else nearest


def _around(word: Occurrence, window: _Window) -> str:
    """Return what stands beside a word in the figure's noun phrase and may modify it."""
    tail = window.text[word.end : window.tail]
    if _DOING.match(word.word):
        return tail
    front = window.text[min(window.head, word.start) : word.start]
    return _BREAK.split(front)[-1] + "|" + tail


def _is_open(front: str, word: str) -> bool:
    """Tell whether the stretch before a word leaves its meaning as it is."""
    return bool(_FRONT.fullmatch(front) or _DONE_TO.search(front) or _DOING.match(word))


def _longest(words: list[Occurrence]) -> list[Occurrence]:
    """Drop words that stand inside a longer one."""
    return [word for word in words if not any(_contains(other, word) for other in words)]


def _contains(longer: Occurrence, word: Occurrence) -> bool:
    return (
        longer.start <= word.start
        and word.end <= longer.end
        and longer.end - longer.start > word.end - word.start
    )
