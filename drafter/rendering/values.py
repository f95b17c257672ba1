"""What a template sees: figures, topics, own words and markers of points, each printing itself as an output."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from drafter.profile.change import describe_change, is_comparable
from drafter.profile.profile import Entry, Item, OwnText, Profile, State
from drafter.rendering.outputs import Output, Outputs, without_private

OWN_WORDS = "做法"
FIGURE_TESTS = ("为零", "不适用", "待填", "有上年")
FIGURE_PARTS = ("值", "上年", "同比", "单位")


class FigureValue:
    """An indicator in a template: prints itself, answers 为零 不适用 待填 有上年."""

    def __init__(self, entry: Entry, profile: Profile, outputs: Outputs) -> None:
        """Keep the entry; the pack's indicators name it in a placeholder."""
        self._entry = entry
        self._indicators = profile.pack.indicators
        self._change = describe_change(entry) if is_comparable(entry, profile) else None
        self._outputs = outputs

    def __str__(self) -> str:
        """Print value and unit, a placeholder, or nothing that lets the clause stand."""
        return self._print(self._entry.figure.text if self._entry.figure else None)

    def __bool__(self) -> bool:
        """True where the figure is reported at all: a value (zero too) or still missing."""
        return self._entry.state in (State.VALUE, State.MISSING)

    def __eq__(self, other: object) -> bool:
        """Tell whether two indicators have one value that can be printed for both."""
        if not isinstance(other, FigureValue):
            return NotImplemented
        mine, theirs = self._entry.figure, other._entry.figure
        return mine is not None and theirs is not None and mine.text == theirs.text

    def __hash__(self) -> int:
        """Hash by the indicator."""
        return hash(self._entry.key)

    def part(self, name: str) -> str | bool:
        """Answer one of FIGURE_PARTS (as an output) or FIGURE_TESTS."""
        entry, figure = self._entry, self._entry.figure
        match name:
            case "为零":
                return figure is not None and figure.is_zero
            case "不适用":
                return not self
            case "待填":
                return entry.state is State.MISSING
            case "有上年":
                return entry.last_year is not None
            case "值":
                return self._print(figure.text.replace(figure.unit, "", 1) if figure else None)
            case "单位":
                return entry.indicator.units[0] if figure is None else figure.unit
            case "上年":
                return self._other("last_year", entry.last_year.text if entry.last_year else None)
            case "同比":
                return self._other("change", self._change)
        raise AttributeError(name)

    def _print(self, words: str | None) -> str:
        if words is not None:
            return self._outputs.add(Output("figure", words, self._entry.key))
        if self._entry.state is State.MISSING:
            name = self._indicators.short_name(self._entry.key)
            return self._outputs.add(placeholder(name, self._entry.key))
        return self._outputs.add(Output("absent", key=self._entry.key))

    def _other(self, kind: Literal["last_year", "change"], words: str | None) -> str:
        if words is None:
            return self._outputs.add(Output("absent", key=self._entry.key))
        return self._outputs.add(Output(kind, words, self._entry.key))


def placeholder(name: str, key: str = "") -> Output:
    """Make the output that waits for something: 【待填：name】."""
    return Output("placeholder", f"【待填：{name}】", key)


@dataclass(frozen=True, slots=True)
class WaitingName:
    """A plain name that the profile leaves open: prints its placeholder."""

    words: str
    outputs: Outputs

    def __str__(self) -> str:
        """Print 【待填：…】."""
        return self.outputs.add(Output("placeholder", self.words))


class TopicValue:
    """A topic in a template: its indicators by name."""

    def __init__(self, figures: Mapping[str, FigureValue]) -> None:
        """Keep the figures by indicator name."""
        self._figures = figures

    def figure(self, name: str) -> FigureValue:
        """Return the figure of a name. Errors: KeyError (the loader has checked the names)."""
        return self._figures[name]


class Words:
    """A text in own words: prints as it stands, never as Jinja. An open one prints a placeholder."""

    def __init__(self, text: OwnText, waits_for: str, outputs: Outputs) -> None:
        """Keep the text; `waits_for` names it where it is open."""
        self._text = text.text
        self._waits_for = waits_for
        self._outputs = outputs

    def __str__(self) -> str:
        """Print the words; lines of a block text become paragraphs."""
        if not self._text:
            return self._outputs.add(placeholder(self._waits_for))
        lines = (line.strip() for line in self._text.splitlines())
        clean = (without_private(line) for line in lines if line)
        return "\n\n".join(self._outputs.add(Output("own", line)) for line in clean)


class ItemValue:
    """An item of 案例, 荣誉 or 问题: its fields as Words."""

    def __init__(self, item: Item, label: str, outputs: Outputs) -> None:
        """Keep the fields; `label` (问题2) names the item in placeholders."""
        self._fields = {
            name: Words(text, f"{label}的{name}", outputs) for name, text in item.fields.items()
        }

    def field(self, name: str) -> Words:
        """Return a field. Errors: KeyError (the loader has checked the names)."""
        return self._fields[name]


@dataclass(slots=True)
class OwnWords:
    """做法 of one section: prints all its texts, one sentence each; remembers that it was printed."""

    texts: tuple[Words, ...]
    printed: bool = False

    def __str__(self) -> str:
        """Print every text on a line of its own."""
        self.printed = True
        return "\n".join(str(text) for text in self.texts)

    def __iter__(self) -> Iterator[Words]:
        """Go through the texts one by one."""
        self.printed = True
        return iter(self.texts)

    def __bool__(self) -> bool:
        """True where there is any text."""
        return bool(self.texts)


@dataclass(frozen=True, slots=True)
class Point:
    """点 and 首点: the next marker of the running series, or 一是 of a new one."""

    first: bool
    outputs: Outputs

    def __str__(self) -> str:
        """Print the character that is counted later."""
        return self.outputs.add(Output("first_point" if self.first else "point"))
