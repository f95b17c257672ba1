"""Match: one printed figure with its place and the indicator it belongs to."""

from __future__ import annotations

from typing import Literal, NamedTuple

from drafter.figure import Figure
from drafter.location import Place
from drafter.report import Span
from drafter.text.figures import PrintedFigure

Certainty = Literal["certain", "possible"]
# whole: of the whole unit and the report year. part: of one place, period, campaign or member.
# last_year: the value of the year before. each: a rule or a mean (每季度1次, 人均12件).
Scope = Literal["whole", "part", "last_year", "each"]
Column = Literal["this_year", "last_year", "change"]


class Match(NamedTuple):
    """One printed figure in a report.

    key: 主题.指标 it belongs to, None where no indicator or several equally could be meant.
    certainty: `certain` if by words and unit it is one indicator only, and states this year's value
        of the whole; `possible` for anything less; None without any candidate.
    also: keys of further indicators that share the number (办结率、好评率均达100%).
    candidates: every key it could be, the likeliest first. outline: key of the pack's section that
        its own section is, None if unknown. column: for a table cell what its column shows.
        in_form: it stands in a table that the pack prescribes, which states its figures.
    """

    span: Span
    printed: PrintedFigure
    key: str | None = None
    certainty: Certainty | None = None
    candidates: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    scope: Scope = "whole"
    outline: str | None = None
    column: Column | None = None
    in_form: bool = False

    @property
    def figure(self) -> Figure:
        """The printed value."""
        return self.printed.figure

    @property
    def place(self) -> Place:
        """Where the figure stands."""
        return self.span.place(self.printed.start, self.printed.end)

    @property
    def keys(self) -> tuple[str, ...]:
        """All indicators it belongs to."""
        return (self.key, *self.also) if self.key else self.also

    @property
    def in_table(self) -> bool:
        """Whether it stands in a table."""
        return self.span.element == "table"

    @property
    def is_stating(self) -> bool:
        """Whether its place can state a value: a table alone states nothing, unless it is prescribed."""
        return not self.in_table or self.in_form
