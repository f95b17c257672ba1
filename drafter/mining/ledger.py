"""The ledger of one report: every printed figure gets the indicator it will be filled in under.

A standard indicator keeps its key where the words are certain, or where they can mean nothing else;
everything else is named by its own noun phrase. One indicator has one value in one report: a second
value under the same words is another indicator.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from drafter.extraction.choosing import TARGETS
from drafter.extraction.lexicon import Lexicon, lexicon_of
from drafter.extraction.match import Match
from drafter.extraction.matching import match
from drafter.extraction.sections import headings_of
from drafter.figure import Figure, ValueProblem, parse_value, split_magnitude
from drafter.mining.naming import clean, is_empty, joined, shares_words, unused
from drafter.mining.plan import Plan
from drafter.pack.indicators import Indicator
from drafter.pack.outline import Requirement
from drafter.pack.pack import Pack
from drafter.report import Report, Span
from drafter.text.figure_phrases import clause_start
from drafter.text.figures import PrintedFigure
from drafter.text.fold import fold

_CHANGE = "增幅"
_LAST_YEAR = "上年"
_AGAINST_LAST_YEAR = re.compile(
    r"(?:[比较]上年|[比较]去年|同比)(?:同期)?(?:增长|下降|上升|减少|增加|提高|降低|提升)了?$"
)
_UNPRINTABLE = "这个数台账里填不成原样"


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure with the indicators it states: none where it stays text, several where they share it.

    reason: why it stays text ("" for a rank, which always does). base: the indicator whose change
    against last year it is, "" for anything else.
    """

    span: Span
    printed: PrintedFigure
    keys: tuple[str, ...] = ()
    reason: str = ""
    base: str = ""


@dataclass(slots=True)
class Ledger:
    """Indicators by key in order of appearance, with their first figure; and where each is stated."""

    indicators: dict[str, Indicator] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    stated: list[Stated] = field(default_factory=list)


def keep_ledger(report: Report, pack: Pack, plan: Plan) -> Ledger:
    """Give every figure of the body its indicators; pack: the standard one, plan: the mined sections."""
    matches = [found for found in match(report, pack) if found.span.element == "body"]
    keeper = _Keeper(pack, plan, lexicon_of(pack), Ledger())
    for found in matches:
        if found.certainty == "certain" and found.key:
            keeper.claims.setdefault(found.key, found.figure.text)
    before: list[Match] = []
    for found in matches:
        if before and before[-1].span.paragraph != found.span.paragraph:
            before = []
        keeper.enter(found, before)
        before.append(found)
    return keeper.ledger


def is_printable(figure: Figure) -> bool:
    """Tell whether a profile can hold the figure and print it in the form it has."""
    if figure.value_to is not None or not figure.unit:
        return False
    try:
        return parse_value(figure.text, _units(figure)).text == figure.text
    except ValueProblem:
        return False


@dataclass(slots=True)
class _Keeper:
    """Enters figures one after the other."""

    pack: Pack
    plan: Plan
    lexicon: Lexicon
    ledger: Ledger
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    claims: dict[str, str] = field(default_factory=dict)

    def enter(self, found: Match, before: list[Match]) -> None:
        """Enter one figure; before: those before it in its paragraph."""
        figure = found.figure
        if found.printed.kind == "rank":
            self.ledger.stated.append(Stated(found.span, found.printed))
        elif not is_printable(figure):
            reason = _UNPRINTABLE if re.search(r"\d", figure.text) else ""
            self.ledger.stated.append(Stated(found.span, found.printed, reason=reason))
        else:
            phrases = found.printed.indicators or ("",)
            keys = tuple(self._key(found, phrase, before) for phrase in phrases)
            stated = Stated(found.span, found.printed, tuple(dict.fromkeys(keys)))
            self.ledger.stated.append(replace(stated, base=self._base(found)))

    def _base(self, found: Match) -> str:
        """Find the indicator a change belongs to: the figure right before, whose words it shares."""
        if found.printed.kind != "change" or found.figure.unit not in {"%", "个百分点"}:
            return ""
        text, start = found.span.text, found.printed.start
        before = next((s for s in reversed(self.ledger.stated) if s.span == found.span), None)
        if before is None or not before.keys or before.printed.kind == "change":
            return ""
        same = before.printed.phrases == found.printed.phrases or found.key in before.keys
        near = "。" not in text[before.printed.end : start]
        return before.keys[0] if same and near and _AGAINST_LAST_YEAR.search(text[:start]) else ""

    def _key(self, found: Match, phrase: str, before: list[Match]) -> str:
        standard = self._standard_key(found, phrase)
        if standard and self._is_free(standard, found.figure):
            if standard not in self.ledger.indicators:
                self._declare(self._adopted(standard, found), found.figure)
            return standard
        return self._own_key(found, phrase, before)

    def _is_free(self, key: str, figure: Figure) -> bool:
        """Tell whether a key has no other value, nor is claimed for one by surer words further on."""
        known = self.ledger.figures.get(key)
        if known is not None:
            return known.text == figure.text
        return self.claims.get(key, figure.text) == figure.text

    def _standard_key(self, found: Match, phrase: str) -> str | None:
        """Return the standard indicator that the words certainly mean."""
        printed = found.printed
        if len(printed.phrases) > 1:
            return self._exact(phrase, found)
        if printed.target or found.scope != "whole" or printed.kind == "change":
            return found.key if printed.target and found.certainty == "certain" else None
        if found.certainty == "certain":
            return found.key
        if found.key is None or len(found.candidates) != 1:
            return None
        indicator = self.pack.indicators.by_key[found.key]
        words = tuple(map(fold, (indicator.label, *indicator.aliases)))
        same = shares_words(fold(phrase), words, self.lexicon, found.key)
        return found.key if same else None

    def _exact(self, phrase: str, found: Match) -> str | None:
        keys = self.lexicon.words.get(fold(phrase), ())
        if len(keys) == 1 and self.lexicon.fits(keys[0], found.figure.unit):
            is_aim = keys[0].startswith(TARGETS)
            return keys[0] if is_aim == found.printed.target else None
        return None

    def _adopted(self, key: str, found: Match) -> Indicator:
        """Take a standard indicator over, in the section where this office states it."""
        indicator = self.pack.indicators.by_key[key]
        units = tuple(dict.fromkeys((*_units(found.figure)[:1], *indicator.units)))
        return replace(indicator, units=units, section=self._section(found))

    def _own_key(self, found: Match, phrase: str, before: list[Match]) -> str:
        topic, name = self._topic(found, before), self._name(found, phrase, before)
        figure = found.figure
        known = self.names.get((topic, name))
        if known and self.ledger.figures[known].text == figure.text:
            return known
        taken = {i.name for i in self.ledger.indicators.values() if i.topic == topic}
        if topic in self.pack.indicators.topics:
            taken |= {i.name for i in self.pack.indicators.topics[topic]}
        own = unused(name, figure.unit, taken)
        words = clean(phrase) if own == name else own
        label = phrase if len(words) >= 4 and own == name else own
        indicator = Indicator(
            topic=topic, name=own, label=label, units=_units(figure), required=Requirement(),
            section=self._section(found),
        )  # fmt: skip
        self._declare(indicator, figure)
        self.names.setdefault((topic, name), indicator.key)
        return indicator.key

    def _declare(self, indicator: Indicator, figure: Figure) -> None:
        self.ledger.indicators[indicator.key] = indicator
        self.ledger.figures[indicator.key] = figure

    def _name(self, found: Match, phrase: str, before: list[Match]) -> str:
        name = clean(phrase)
        if is_empty(name):
            name = joined(self._name_before(found, before), name)
        if found.printed.kind == "change":
            name = joined(name, _CHANGE)
        elif found.scope == "last_year":
            name = clean(_LAST_YEAR + name)[:14]
        return name or f"数{len(self.ledger.indicators) + 1}"

    def _name_before(self, found: Match, before: list[Match]) -> str:
        """Name what a bare figure belongs to: the figure before in its sentence, else its clause.

        A figure before that was bare itself lends the name it was entered under.
        """
        text = found.span.text
        sentence = text.rfind("。", 0, found.printed.start)
        near = [m for m in before if m.printed.start > sentence]
        for other in reversed(near):
            named = [c for phrase in other.printed.indicators if not is_empty(c := clean(phrase))]
            if named:
                return named[0]
            entered = self._entered(other)
            if entered:
                return entered
        begin = clause_start(fold(text), max(0, found.printed.start - 40), found.printed.start)
        return clean(text[begin : found.printed.start])

    def _entered(self, other: Match) -> str:
        """Return the name of the own indicator that a figure before was entered under, "" for none."""
        keys = next(
            (
                one.keys
                for one in reversed(self.ledger.stated)
                if one.span == other.span and one.printed.start == other.printed.start
            ),
            (),
        )
        own = [key for key in keys if key not in self.pack.indicators.by_key]
        return own[0].partition(".")[2] if own else ""

    def _topic(self, found: Match, before: list[Match]) -> str:
        if found.printed.target:
            return TARGETS
        near = [m.key.partition(".")[0] for m in before[-2:] if m.key and m.certainty == "certain"]
        if near and near[-1] != TARGETS:
            return near[-1]
        return self.plan.topic_of(headings_of(found.span.path))

    def _section(self, found: Match) -> str:
        return self.plan.key_of(headings_of(found.span.path))


def _units(figure: Figure) -> tuple[str, ...]:
    """List the units of a figure: amounts with their 万 or 亿 first, since clerks type them so."""
    head = figure.text
    for magnitude in ("万亿", "亿", "万"):
        if f"{magnitude}{figure.unit}" in head and figure.unit in {"元", "美元"}:
            return (f"{magnitude}{figure.unit}", figure.unit)
    return (split_magnitude(figure.unit)[1] or figure.unit,)
