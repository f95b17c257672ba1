"""Hold the parts of a pack against each other: every name used is declared somewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from drafter.errors import Problem
from drafter.fields import nearest
from drafter.location import FileLocation
from drafter.pack.indicators import Indicator
from drafter.pack.pack import Pack
from drafter.pack.wording import BASE_NAMES, Variant, Wording
from drafter.relations import names


def find_contradictions(pack: Pack) -> Iterator[Problem]:
    """Yield every name that is used but not declared, and every key declared twice."""
    yield from _check_outline(pack)
    for indicator in pack.indicators.by_key.values():
        yield from _check_indicator(indicator, pack)
    yield from _check_circles(pack)
    yield from _check_forms(pack)
    yield from _check_wordings(pack)


def _check_outline(pack: Pack) -> Iterator[Problem]:
    parts = [part.key for part in pack.outline.parts]
    sections = [path[-1] for path in pack.outline.walk()]
    keys = Counter(section.key for section in sections)
    section_names = Counter(section.name for section in sections)
    for section in sections:
        if section.part and section.part not in parts:
            yield Problem(
                section.location,
                f"没有“{section.part}”这一法定部分。",
                nearest(section.part, parts),
            )
        if keys[section.key] > 1 or section_names[section.name] > 1:
            yield Problem(
                section.location,
                f"章节“{section.key}”（{section.name}）的键或名重复。",
                "请改成不同的键和名。",
            )
        for name in section.takes:
            if name not in pack.lists:
                yield Problem(
                    section.location, f"没有“{name}”这一清单。", nearest(name, pack.lists)
                )
    for order in pack.outline.orders:
        for key in order:
            if key not in parts:
                yield Problem(
                    FileLocation(str(pack.folder / "pack.yaml")),
                    f"orders 里的“{key}”不是法定部分。",
                    nearest(key, parts),
                )


def _check_indicator(indicator: Indicator, pack: Pack) -> Iterator[Problem]:
    sections = [path[-1].key for path in pack.outline.walk()]
    if indicator.section not in sections:
        yield Problem(
            indicator.location,
            f"指标“{indicator.key}”所在章节“{indicator.section}”不在提纲里。",
            nearest(indicator.section, sections),
        )
    used = [name for check in indicator.checks for name in names(check)]
    used += names(indicator.derive) if indicator.derive else ()
    for key in used:
        if key not in pack.indicators.by_key:
            yield Problem(
                indicator.location,
                f"指标“{indicator.key}”的关系里用到了没有的“{key}”。",
                nearest(key, pack.indicators.by_key),
            )


def _check_forms(pack: Pack) -> Iterator[Problem]:
    sections = [path[-1].key for path in pack.outline.walk()]
    place = FileLocation(str(pack.folder / "tables.yaml"))
    for form in pack.forms:
        if form.section not in sections:
            what = f"表格“{form.name}”所在章节“{form.section}”不在提纲里。"
            yield Problem(place, what, nearest(form.section, sections))
        caption = Wording((Variant(form.caption),))
        yield from _unknown_names(caption, place, {*BASE_NAMES, *pack.terms.names})


def _check_circles(pack: Pack) -> Iterator[Problem]:
    """Find derived indicators that are computed from themselves, however far round."""
    known = pack.indicators.by_key
    for key, indicator in known.items():
        reached: list[str] = []
        waiting = [key]
        while waiting:
            current = known.get(waiting.pop())
            operands = names(current.derive) if current and current.derive else ()
            fresh = [name for name in operands if name not in reached]
            reached += fresh
            waiting += fresh
        if key in reached:
            what = f"指标“{key}”的算法（derive）绕了一圈又用到它自己。"
            yield Problem(indicator.location, what, "请改成由填报的指标计算。")


def _check_wordings(pack: Pack) -> Iterator[Problem]:
    plain = {*BASE_NAMES, *pack.terms.names}
    for path in pack.outline.walk():
        known = {*plain, *pack.indicators.by_key}
        yield from _unknown_names(path[-1].heading, path[-1].location, known)
    place = FileLocation(str(pack.folder / "pack.yaml"))
    for wording in (pack.title, pack.filename):
        yield from _unknown_names(wording, place, plain)


def _unknown_names(wording: Wording, location: FileLocation, known: set[str]) -> Iterator[Problem]:
    for name in sorted(wording.names - known):
        yield Problem(location, f"标题里的{{{name}}}没有定义。", nearest(name, sorted(known)))
