"""Print a place for people: 第37段（三、>（一））."""

from __future__ import annotations

from drafter.location import Place

_ELEMENTS = {"title": "标题", "addressee": "主送", "heading": "小标题", "closing": "落款"}
_SHORT = 12


def format_place(place: Place) -> str:
    """Name a place by paragraph and by the ordinals of its headings.

    A heading without ordinal stands with its first words. What is absent stands “after” its section.
    """
    path = ">".join(_names(place))
    if place.element is None:
        return f"{path}之后" if path else "全文"
    if place.element == "body":
        where = f"第{place.paragraph}段"
    elif place.cell is not None:
        table, row, column = place.cell
        where = f"第{table}张表第{row}行第{column}列"
    else:
        where = _ELEMENTS[place.element]
    return f"{where}（{path}）" if path else where


def _names(place: Place) -> list[str]:
    ordinals = place.ordinals or ("",) * len(place.section)
    return [
        ordinal or (heading if len(heading) <= _SHORT else heading[:_SHORT] + "…")
        for ordinal, heading in zip(ordinals, place.section, strict=True)
    ]
