"""Choose the indicator that a figure's words name, and tell whether they name it for certain.

Of words inside one another the longest counts, of several the nearest. They are sure only if they
fill the figure's own noun phrase but for words that say nothing, and no modifier speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from drafter.extraction.lexicon import Lexicon, Occurrence
from drafter.extraction.match import Match
from drafter.extraction.windows import Window
from drafter.pack.pack import Pack
from drafter.text.figure_words import VERB
from drafter.text.figures import PrintedFigure
from drafter.text.gates import characters_of

# The topic whose indicators are what the plan aims at; nothing else can be stated by a target.
TARGETS = "下年目标"

_TAIL = re.compile(
    r"(?:工作|活动|案件|事项|情况|数量|总数|总量|件数|次数|人数|人次|场次|份数|总额|金额|业务|信息"
    r"|累计|共计|合计|总计|共|达到|达|为|约|已|均|分别|\([^()]*\)|[ \"])*+"
)
# What may stand between the beginning of the noun phrase and a noun that names an indicator.
_FRONT = re.compile(
    r"(?:街道|全街|全镇|镇|乡|司法所|综合行政执法队|执法队|便民服务中心|各社区|社区|村居|村\(社区\)|辖区"
    r"|各类|各项|各级|有关|相关|所有|全部|共|累计|已|均|又|还|先后|另|另有|现有|共有|有|在册|现|全程|同步|集中|依法"
    r"|及时|主动|全年|本级|本年度?|今年|年内|以[^,;。]{2,8}为被申请人的|作为被告的|其中|包括|含|\d{5}|\"|、| )*+"
)
_DONE_TO = re.compile(
    r"(?:作出|办理|完成|实施|开展|组织|举办|举行|召开|进行|参加|参与|受理的?|组建|建成|建有|设有|设|发生|收到|接到"
    r"|申请|安排|提出|列明|运行|登记|处理|履行|承接|有|共|配合|向|对|为|由|经|在|按|到|年|了|的|中)$"
)
# A word that begins with a doing names the figure whoever stands before it (主要负责人调研…).
_DOING = re.compile(
    rf"(?:{VERB}|调研|讲授|参加|完成|申请|追回|清退|推广|旁听|帮办|代办|代收|出庭|成功|带队|应|经|按|录入|线上|公开|登记|协调|推动|征求|解答)"
)
_DONE = characters_of(_DONE_TO)
# Words that name nothing by themselves: what 涉及金额 is the sum of, the figures before it say.
_OF_OTHERS = re.compile(r"(?:涉及|涉案)?(?:总?金额|资金|人数|人员|面积)")
_BREAK = re.compile("[的中向对为由将]")
_SHARES = frozenset({"%", "个百分点", "百分点", "倍"})


class Choice(NamedTuple):
    """The indicators that words can mean, the likeliest first.

    is_sure: they mean the first and no other. is_tie: the first is no likelier than the second.
    """

    keys: tuple[str, ...]
    is_sure: bool = False
    is_tie: bool = False


class Chooser(NamedTuple):
    """Chooses for the figures of one text; outline: key of the pack's section it stands in."""

    lexicon: Lexicon
    pack: Pack
    outline: str | None

    def choose(
        self, window: Window, printed: PrintedFigure, earlier: Sequence[Match]
    ) -> Choice | None:
        """Choose by the words of a window; None where no indicator's words stand in it.

        earlier: the matches of the figures before, whose topics break ties.
        """
        words = self.lexicon.find(window.text)
        kept = self._kept(words, window, printed) if words else None
        if not kept:
            return None
        kept.sort(key=lambda word: (-word.end, word.start))
        nearest, others = _joined(kept), kept[1:]
        if len(nearest.keys) == 1 and not others:
            return Choice(nearest.keys, self._is_sure(nearest, others, words, window, earlier))
        ranked = sorted(nearest.keys, key=lambda key: -self._score(key, earlier))
        keys = tuple(dict.fromkeys((*ranked, *(key for word in others for key in word.keys))))
        if len(ranked) > 1:
            is_tie = self._score(ranked[0], earlier) == self._score(ranked[1], earlier)
            return Choice(keys, is_tie=is_tie)
        return Choice(keys, self._is_sure(nearest, others, words, window, earlier))

    def _kept(
        self, words: Iterable[Occurrence], window: Window, printed: PrintedFigure
    ) -> list[Occurrence]:
        """Keep the words whose indicators can have this figure, without those inside longer ones."""
        fitting: list[Occurrence] = []
        for word in words:
            keys = self._fitting(word.keys, printed)
            if keys:
                fitting.append(word if keys == word.keys else word._replace(keys=keys))
        kept = _longest(fitting)
        if kept and self.lexicon.is_modified(window.text):
            kept = [word for word in kept if not self._is_blocked(word, window)]
        if not printed.target:
            return kept
        aims = [word._replace(keys=keys) for word in kept if (keys := _aims(word.keys))]
        return aims or kept

    def _fitting(self, keys: tuple[str, ...], printed: PrintedFigure) -> tuple[str, ...]:
        """Keep the indicators that can have this figure: by unit, and targets by themselves."""
        unit, fits = printed.figure.unit, self.lexicon.fits
        is_share = printed.kind == "change" and unit in _SHARES
        return tuple(
            [
                key
                for key in keys
                if (printed.target or not is_aim(key)) and (is_share or fits(key, unit))
            ]
        )

    def _score(self, key: str, earlier: Sequence[Match]) -> int:
        """Score an indicator by section, then by the topics of the figures before."""
        indicator = self.pack.indicators.by_key[key]
        score = 2 if self.outline and indicator.section == self.outline else 0
        return score + (1 if indicator.topic in _topics(earlier) else 0)

    def _is_blocked(self, word: Occurrence, window: Window) -> bool:
        around = _around(word, window)
        return all(self.lexicon.conflict(key, around) is True for key in word.keys)

    def _is_sure(
        self,
        word: Occurrence,
        others: Sequence[Occurrence],
        words: Iterable[Occurrence],
        window: Window,
        earlier: Sequence[Match],
    ) -> bool:
        """Tell whether a word alone names the figure."""
        if word.word in self.lexicon.parts:
            return False
        tail = window.text[word.end : window.tail]
        topic = word.keys[0].partition(".")[0]
        if _OF_OTHERS.fullmatch(word.word) and topic not in _topics(earlier):
            return False
        if _TAIL.fullmatch(tail.replace(topic, "")) is None:
            return False
        if any(_contains(longer, word) and longer.keys != word.keys for longer in words):
            return False
        if word.start > window.head:
            if any(other.start >= window.head and other.keys != word.keys for other in others):
                return False
            if not _is_open(window.text[window.head : word.start], word.word):
                return False
        if not self.lexicon.is_modified(window.text):
            return True
        return self.lexicon.conflict(word.keys[0], _around(word, window)) is False


def _topics(matches: Sequence[Match]) -> set[str]:
    return {match.key.partition(".")[0] for match in matches if match.key}


def is_aim(key: str) -> bool:
    """Tell whether an indicator is what the plan aims at."""
    return key.startswith(TARGETS)


def _aims(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(is_aim, keys))


def _around(word: Occurrence, window: Window) -> str:
    """Return what stands beside a word in the figure's noun phrase and may modify it."""
    tail = window.text[word.end : window.tail]
    if _DOING.match(word.word):
        return tail
    front = window.text[min(window.head, word.start) : word.start]
    return _BREAK.split(front)[-1] + "|" + tail


def _is_open(front: str, word: str) -> bool:
    """Tell whether the stretch before a word leaves its meaning as it is."""
    if front[-1:] in _DONE and _DONE_TO.search(front):
        return True
    return _FRONT.fullmatch(front) is not None or _DOING.match(word) is not None


def _joined(kept: Sequence[Occurrence]) -> Occurrence:
    """Join the nearest word with one of its indicator that runs into it (办理行政诉讼 + 行政诉讼案件)."""
    nearest = kept[0]
    starts = [w.start for w in kept[1:] if w.keys == nearest.keys and w.end > nearest.start]
    return nearest._replace(start=min(starts)) if starts else nearest


def _longest(words: list[Occurrence]) -> list[Occurrence]:
    """Drop words that stand inside a longer one."""
    if len(words) < 2:
        return words
    return [word for word in words if not any(_contains(other, word) for other in words)]


def _contains(longer: Occurrence, word: Occurrence) -> bool:
    return (
        longer.start <= word.start
        and word.end <= longer.end
        and longer.end - longer.start > word.end - word.start
    )
