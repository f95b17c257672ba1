"""The questions for texts in `drafter fill`: list by list, item by item, each stored when it is typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import click

from drafter.cli import asking
from drafter.cli.asking import BACK, HELP, QUIT, Desk
from drafter.collecting.fill_texts import OWN, TextList, open_fields, read_text
from drafter.errors import clip
from drafter.figure import ValueProblem
from drafter.profile.list_editing import (
    PLAIN,
    TextPlace,
    is_writable,
    standing_items,
    write_text,
)

_KEYS = (
    "一条写一行，照原样印进报告；直接回车：这一条先空着，新的一项空着就是这一类写完了；"
    "<：回到上一条；q：停下，以后接着写；?：再看说明。"
)
_QUIT, _BACK, _DONE = 0, -1, 1


class TextDialogue:
    """Asks for the texts of lists; what stands is shown, and only what was typed here can change."""

    def __init__(self, desk: Desk) -> None:
        """Keep the file that the answers go into."""
        self.desk = desk

    def run(self, lists: tuple[TextList, ...]) -> None:
        """Ask for one list after the other; < at the first place goes back to the list before."""
        if lists:
            click.echo(f"\n文字。{_KEYS}")
        at = 0
        while at < len(lists):
            step = _ListDialogue(self.desk, lists[at]).run()
            if step == _QUIT:
                return
            at = max(0, at + step)


class _ListDialogue:
    """One list: places left open so far, those asked for before, and those < led back from."""

    def __init__(self, desk: Desk, asked: TextList) -> None:
        self.desk = desk
        self.list = asked
        self.left: set[TextPlace] = set()
        self.been: list[TextPlace] = []
        self.ahead: list[TextPlace] = []

    def run(self) -> int:
        """Ask until the list is done; returns how many lists to go on, 0 to end."""
        click.echo("\n".join(_explanation(self.list, self._items())))
        place: TextPlace | None = None
        while True:
            place = place or self._next()
            if not is_writable(self.desk.file, place):
                click.echo("  这里写在方括号、花括号里，请直接在台账里加。")
                return _DONE
            typed = self._ask(place)
            if typed in QUIT:
                return _QUIT
            if typed in BACK:
                if not self.been:
                    return _BACK
                if not self._is_new(place):
                    self.ahead.append(place)
                place = self.been.pop()
            elif not typed and self._is_new(place):
                return _DONE
            else:
                self._take(place, typed)
                place = self.ahead.pop() if self.ahead else None

    def _items(self) -> tuple[Mapping[str, str], ...]:
        return standing_items(self.desk.file, self.list.path, self.list.fields)

    def _next(self) -> TextPlace:
        """Return the first open field that wasn't left, else the first of a new item."""
        still = (p for p in open_fields(self.list, self.desk.file) if p not in self.left)
        return next(still, None) or TextPlace(
            self.list.path, len(self._items()), self.list.asked[0]
        )

    def _is_new(self, place: TextPlace) -> bool:
        return place.item >= len(self._items())

    def _ask(self, place: TextPlace) -> str:
        """Ask for a text until one can be stored, or for a word that leads elsewhere."""
        standing = self._standing(place)
        if standing:
            click.echo(f"    现为：{standing}")
        while True:
            typed = asking.prompt(self._words(place))
            if typed in HELP:
                click.echo("\n".join([*_explanation(self.list, self._items()), f"  {_KEYS}"]))
                continue
            try:
                return read_text(typed)
            except ValueProblem as problem:
                click.echo(f"    {problem.what}{problem.mend}")

    def _words(self, place: TextPlace) -> str:
        number = f"  第{place.item + 1}{'项' if self.list.fields else '条'}"
        if place.field == PLAIN:
            return number
        goes_on = bool(self.been) and self.been[-1].item == place.item
        # 第 and 项 are two columns wide each
        return f"{' ' * (len(number) + 2)} {place.field}" if goes_on else f"{number} {place.field}"

    def _standing(self, place: TextPlace) -> str:
        return _text_at(place, self._items())

    def _take(self, place: TextPlace, typed: str) -> None:
        """Store a text where it was asked for; an empty one leaves what stands."""
        self.been.append(place)
        if not typed:
            self.left |= self._left_by(place)
            return
        before = self._items()
        self.desk.refresh()
        found = self._found_again(place, before)
        if found is None:
            click.echo("    这一项刚才被别人删了或改了，没有存。")
            return
        self.been[-1] = found
        standing = self._standing(found)
        if standing == typed or not self._is_wanted(standing, _text_at(place, before)):
            return
        new = write_text(self.desk.file, found, typed, self.list.fields)
        self.desk.store(new, found)

    def _is_wanted(self, standing: str, known: str) -> bool:
        if standing == known:
            return True
        return asking.confirms(f"别人已经写了“{clip(standing)}”，换成这一条吗")

    def _left_by(self, place: TextPlace) -> set[TextPlace]:
        """Return what an empty answer leaves: of an item without any text, all of it."""
        item = self._items()[place.item]
        fields = (place.field,) if any(item.values()) else self.list.asked
        return {TextPlace(place.path, place.item, field) for field in fields}

    def _found_again(
        self, place: TextPlace, before: tuple[Mapping[str, str], ...]
    ) -> TextPlace | None:
        """Find a place again after others have written: a new item stays the last one."""
        now = self._items()
        if place.item >= len(before):
            return TextPlace(place.path, len(now), place.field)
        same = [n for n, item in enumerate(now) if item == before[place.item]]
        if not same:
            wanted = _rest(before[place.item], place.field)
            same = [
                n for n, item in enumerate(now) if wanted and _rest(item, place.field) == wanted
            ]
        if place.item in same:
            return place
        return TextPlace(place.path, same[0], place.field) if len(same) == 1 else None


def _text_at(place: TextPlace, items: tuple[Mapping[str, str], ...]) -> str:
    return items[place.item][place.field] if place.item < len(items) else ""


def _rest(item: Mapping[str, str], field: str) -> tuple[str, ...]:
    """Return what tells an item from others when a field is left out; nothing where all is open."""
    texts = tuple(text for name, text in item.items() if name != field)
    return texts if any(texts) else ()


def _explanation(asked: TextList, items: tuple[Mapping[str, str], ...]) -> Iterator[str]:
    """Say what a list is for, and show what stands in it."""
    where = f"印在“{asked.section}”一节" if asked.section else "印在文中"
    what = f"，每项写{'、'.join(asked.fields)}" if asked.fields else ""
    if asked.name == OWN:
        what = "，写明地点、举措、效果"
    yield f"\n{asked.name}（{where}{what}）"
    for number, item in enumerate(items, 1):
        yield f"  {number}. {'；'.join(_shown(*pair) for pair in item.items())}"


def _shown(field: str, text: str) -> str:
    words = clip(text).rstrip("。") or "（空着）"
    return words if field == PLAIN else f"{field}：{words}"
