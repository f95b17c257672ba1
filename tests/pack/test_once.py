from __future__ import annotations

from dataclasses import dataclass

from drafter.pack.once import once_for


@dataclass(frozen=True)
class Thing:
    words: tuple[str, ...]

    def __hash__(self) -> int:
        raise AssertionError("hashed")


def test_a_thing_is_built_once_and_never_hashed() -> None:
    built: list[Thing] = []

    @once_for
    def ask(thing: Thing) -> int:
        built.append(thing)
        return len(thing.words)

    first, equal = Thing(("甲", "乙")), Thing(("甲", "乙"))
    assert [ask(first), ask(first), ask(equal), ask(first)] == [2, 2, 2, 2]
    assert [id(thing) for thing in built] == [id(first), id(equal)]
