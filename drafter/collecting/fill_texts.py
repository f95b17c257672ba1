"""What texts to ask for: the pack's lists (问题, 下年安排 …), and the 做法 of a section that was named."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.collecting.fill import Choice
from drafter.figure import ValueProblem
from drafter.pack.outline import OutlineSection
from drafter.profile.list_editing import PLAIN, TextPlace, is_writable, standing_items
from drafter.profile.profile import Profile
from drafter.yamlfile import YamlFile

OWN = "做法"
_NO_TEXT = ("Cc", "Cs")
_MOST_BYTES = 4095  # what a terminal hands on of a line; the rest is lost without a word


@dataclass(frozen=True, slots=True)
class TextList:
    """A list of texts to ask for.

    path: its keys in the profile. name: as a clerk calls it. fields: of each item, none for plain
    texts. section: name of the section that prints it, "" for none.
    """

    path: tuple[str, ...]
    name: str
    fields: tuple[str, ...]
    section: str

    @property
    def asked(self) -> tuple[str, ...]:
        """The fields that are asked for one after the other."""
        return self.fields or (PLAIN,)


def find_lists(profile: Profile, file: YamlFile, choice: Choice) -> tuple[TextList, ...]:
    """Return the lists to ask for, in the outline's order; offices supply figures alone.

    Those that hold nothing or lack a field; of a named section all that it prints, and with `texts`
    all, the 做法 among them.
    """
    if choice.office is not None:
        return ()
    lists = tuple(_lists(profile, file))
    if choice.section is not None:
        return tuple(one for one in lists if one.section == _name_of(choice.section, profile))
    return tuple(
        one
        for one in lists
        if choice.texts or (one.name != OWN and (is_open(one, file) or open_fields(one, file)))
    )


def is_open(one: TextList, file: YamlFile) -> bool:
    """Tell whether a list holds no text at all."""
    items = standing_items(file, one.path, one.fields)
    return not any(text for item in items for text in item.values())


def open_fields(one: TextList, file: YamlFile) -> tuple[TextPlace, ...]:
    """Return the places of fields left open in items that stand, in order, where they can be written."""
    places = (
        TextPlace(one.path, number, field)
        for number, item in enumerate(standing_items(file, one.path, one.fields))
        for field in one.asked
        if not item[field]
    )
    return tuple(place for place in places if is_writable(file, place))


def read_text(typed: str) -> str:
    """Read a text as typed or pasted: blanks at the ends and characters that show nothing go.

    Errors: ValueProblem for what keys leave that a terminal doesn't know, and for what it cut off.
    """
    if len(typed.encode(errors="replace")) >= _MOST_BYTES:
        what = "这一条太长，命令行里收不全，没有存。"
        raise ValueProblem(what, "请分成几条写，或者直接写在台账里。")
    shown = "".join(c for c in typed.replace("\t", " ") if unicodedata.category(c) != "Cf").strip()
    if any(unicodedata.category(c) in _NO_TEXT or c in "\ufffe\uffff" for c in shown):
        what = "这一行里有显示不出来的字符（按了方向键就会这样），没有存。"
        raise ValueProblem(what, "请重新写这一条。")
    return shown


def _lists(profile: Profile, file: YamlFile) -> Iterator[TextList]:
    known: set[str] = set()
    for path in profile.pack.outline.walk():
        section = path[-1]
        for name in section.takes:
            if name not in known and name in profile.pack.lists:
                known.add(name)
                fields = profile.pack.lists[name]
                yield TextList((name,), name, fields, section.name)
        if section.template:
            yield TextList((OWN, _own_key(section, file)), OWN, (), section.name)
    for name, fields in profile.pack.lists.items():
        if name not in known:
            yield TextList((name,), name, fields, "")


def _own_key(section: OutlineSection, file: YamlFile) -> str:
    """Return the key a file has for a section's 做法: its name, else its ASCII key."""
    return section.name if standing_items(file, (OWN, section.key), ()) == () else section.key


def _name_of(section: str, profile: Profile) -> str:
    names = (path[-1].name for path in profile.pack.outline.walk() if path[-1].key == section)
    return next(names, section)
