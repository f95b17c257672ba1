"""The 【待填：…】 of a draft that have no mark, with what the profile now says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drafter.profile.printed import in_the_form_of
from drafter.profile.profile import Profile

_WAITING = re.compile(r"【待填：([^】]+)】")
_ENDS = "。！？；，、："


@dataclass(frozen=True, slots=True)
class Filled:
    """A placeholder in a text, half-open, with the words that take its place."""

    start: int
    end: int
    name: str
    words: str


def fill_waiting(text: str, profile: Profile) -> Iterator[Filled]:
    """Yield the placeholders of a text that the profile can fill: fields, texts of lists, figures."""
    if "【" not in text:
        return
    fields = _fields(profile)
    for found in _WAITING.finditer(text):
        words = fields.get(found[1]) or _figure(found, text, profile)
        if words:
            behind = text[found.end() : found.end() + 1]
            if behind and behind in _ENDS:
                words = words.rstrip(_ENDS)
            yield Filled(found.start(), found.end(), found[1], words)


def _figure(found: re.Match[str], text: str, profile: Profile) -> str | None:
    indicator = profile.pack.indicators.named(found[1])
    figure = profile.entries[indicator.key].figure if indicator else None
    if figure is None:
        return None
    return in_the_form_of(figure.text, found[0], text[found.end() :], figure)


def _fields(profile: Profile) -> Mapping[str, str]:
    """Map the names that placeholders print for fields and texts to their words."""
    document, unit = profile.document, profile.unit
    issued = document.issued
    found = {
        "单位名称": unit.name,
        "单位简称": unit.short,
        "上级": unit.superior,
        "主送": document.addressee or "",
        "文号": document.doc_number or "",
        "签发人": "、".join(document.signers),
        "抄送": document.copy_to or "",
        "成文日期": f"{issued.year}年{issued.month}月{issued.day}日" if issued else "",
    }
    for name, items in profile.lists.items():
        for number, item in enumerate(items, 1):
            for field, text in item.fields.items():
                if "\n" not in text.text:
                    found[f"{name}{number}的{field}"] = text.text
    return found
