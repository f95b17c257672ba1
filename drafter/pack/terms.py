"""Terms: names that templates and headings may print, set phrases, and modifiers that keep indicators apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drafter.pack.wording import Wording


@dataclass(frozen=True, slots=True)
class Terms:
    """names: 称谓 by name. protected: set phrases that are neither figures nor leftovers.

    modifiers: groups of words; two indicators whose words differ in one group are different ones.
    """

    names: Mapping[str, Wording]
    protected: tuple[str, ...] = ()
    modifiers: tuple[tuple[str, ...], ...] = ()
