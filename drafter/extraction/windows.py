"""The words that can name a printed figure: a stretch of its clause, laid out for the lexicon."""

from __future__ import annotations

from typing import NamedTuple

from drafter.text.figure_phrases import Phrase, clause_end, clause_start
from drafter.text.figures import PrintedFigure

# How far back an inherited noun phrase, and how far on a phrase behind the figure, is looked for.
_REACH = 40


class Window(NamedTuple):
    """A text whose end is where the figure stands.

    head, tail: where the figure's own noun phrase begins and ends in it.
    """

    text: str
    head: int
    tail: int


def window_of(folded: str, printed: PrintedFigure, start: int) -> Window:
    """Lay out the words left of a figure, and the noun right of it behind them.

    start: where the figure's clause begins, or where the figure before ends.
    """
    if not printed.phrases:
        return Window(folded[start : printed.start], 0, printed.start - start)
    phrase = printed.phrases[-1]
    if phrase.start >= printed.end:  # 受理823件矛盾纠纷 is read as 受理矛盾纠纷
        left, noun = folded[start : printed.start], folded[phrase.start : phrase.end]
        return Window(left + noun, len(left), len(left) + len(noun))
    if phrase.end <= start:  # inherited from the figure before
        return window_of_phrase(folded, phrase)
    return Window(folded[start : printed.start], phrase.start - start, printed.start - start)


def window_of_phrase(folded: str, phrase: Phrase) -> Window:
    """Lay out a noun phrase with its clause before it, whatever follows."""
    start = clause_start(folded, max(0, phrase.start - _REACH), phrase.start)
    return Window(folded[start : phrase.end], phrase.start - start, phrase.end - start)


def window_of_item(folded: str, phrase: Phrase) -> Window:
    """Lay out one item of a list that shares a number, alone."""
    text = folded[phrase.start : phrase.end]
    return Window(text, 0, len(text))


def window_behind(folded: str, printed: PrintedFigure, after: PrintedFigure | None) -> Window:
    """Lay out the words right of a figure, to the end of its clause (31名完成书面述法)."""
    ceiling = after.start if after else min(len(folded), printed.end + _REACH)
    text = folded[printed.end : clause_end(folded, printed.end, ceiling)]
    return Window(text, 0, len(text))
