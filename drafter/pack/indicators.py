"""Indicators: the definition of every figure that such a report carries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from drafter.location import FileLocation
from drafter.pack.outline import Requirement
from drafter.relations import Check, Expression


@dataclass(frozen=True, slots=True)
class Indicator:
    """One figure's definition.

    label: the words printed for it; aliases: other words reports use. units: accepted ones, the
    first being the default, 万元 allowed. section: the outline key where it is stated.
    derive: how it is computed from others, None if typed; places: decimals of a derived rate.
    """

    topic: str
    name: str
    label: str
    units: tuple[str, ...]
    required: Requirement
    section: str
    source: str = ""
    aliases: tuple[str, ...] = ()
    definition: str = ""
    derive: Expression | None = None
    places: int = 0
    checks: tuple[Check, ...] = ()
    location: FileLocation = field(default=FileLocation(""), compare=False)

    @property
    def key(self) -> str:
        """主题.指标, unique in the pack."""
        return f"{self.topic}.{self.name}"


def by_topic(indicators: Iterable[Indicator]) -> dict[str, Indicator]:
    """Put indicators under their keys, topic by topic in order of appearance: YAML holds each topic once."""
    topics = Indicators({one.key: one for one in indicators}).topics.values()
    return {one.key: one for members in topics for one in members}


@dataclass(frozen=True, slots=True)
class Indicators:
    """All indicators by key, in the order of the file."""

    by_key: Mapping[str, Indicator]

    def short_name(self, key: str) -> str:
        """The name that placeholders print: 行政检查次数, or 主题.指标 where two topics share the name."""
        name = self.by_key[key].name
        same = sum(1 for indicator in self.by_key.values() if indicator.name == name)
        return name if same == 1 else key

    def named(self, short_name: str) -> Indicator | None:
        """The indicator that a placeholder's name means; None for a field or list."""
        found = [i for i in self.by_key.values() if short_name in (i.key, i.name)]
        return found[0] if found else None

    @property
    def topics(self) -> Mapping[str, tuple[Indicator, ...]]:
        """Indicators by topic, both in the order of the file."""
        found: dict[str, list[Indicator]] = {}
        for indicator in self.by_key.values():
            found.setdefault(indicator.topic, []).append(indicator)
        return {topic: tuple(members) for topic, members in found.items()}
