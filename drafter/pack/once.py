"""What is built of a pack once: found again by the very object, since hashing a pack takes longer than most answers."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Generic, TypeVar, cast

Thing = TypeVar("Thing")
Made = TypeVar("Made")
_MOST = 16  # packs at work at the same time, and more


class _Same(Generic[Thing]):
    """A thing that is equal to itself alone."""

    __slots__ = ("thing",)

    def __init__(self, thing: Thing) -> None:
        self.thing = thing

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.thing is other.thing


def once_for(build: Callable[[Thing], Made]) -> Callable[[Thing], Made]:
    """Let a function of a pack, or of a part of one, work once for each object."""

    @functools.lru_cache(maxsize=_MOST)
    def remembered(same: object) -> Made:
        return build(cast("_Same[Thing]", same).thing)

    @functools.wraps(build)
    def ask(thing: Thing) -> Made:
        return remembered(_Same(thing))

    return ask
