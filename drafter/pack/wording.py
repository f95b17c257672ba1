"""Wordings that depend on the year or on the kind of unit, and the {名称} they know."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

BASE_NAMES = ("年度", "次年", "上年", "单位", "简称", "上级", "类型", "期间")
_NAME = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording with the report years (inclusive, None open) and kinds of unit it is for (empty: all)."""

    text: str
    first_year: int | None = None
    last_year: int | None = None
    kinds: tuple[str, ...] = ()

    def fits(self, year: int, kind: str) -> bool:
        """Tell whether this wording is for a report of that year by that kind of unit."""
        return (
            (self.first_year is None or self.first_year <= year)
            and (self.last_year is None or year <= self.last_year)
            and (not self.kinds or kind in self.kinds)
        )


@dataclass(frozen=True, slots=True)
class Wording:
    """A text with its variants; the first that fits stands."""

    variants: tuple[Variant, ...]

    def resolve(self, year: int, kind: str) -> str | None:
        """Return the first variant that fits, None where none does."""
        return next((v.text for v in self.variants if v.fits(year, kind)), None)

    @property
    def names(self) -> frozenset[str]:
        """All {名称} used by any variant."""
        return frozenset(name for v in self.variants for name in _NAME.findall(v.text))


def replace_names(text: str, value_of: Callable[[str], str]) -> str:
    """Replace each {名称} by `value_of(名称)`; nothing else in the text has a meaning."""
    return _NAME.sub(lambda found: value_of(found[1]), text)
