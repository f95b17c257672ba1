"""Put in what an office never wrote: prescribed parts, with their basis, from the standard pack."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.pack.indicators import Indicator
from drafter.pack.outline import OutlineSection
from drafter.pack.pack import Pack, Template
from drafter.relations import names
from drafter.report import Paragraph, Report

_SEVERAL = 3


@dataclass(frozen=True, slots=True)
class Completed:
    """The outline with what was put in: keys of sections added, their templates and indicators."""

    sections: tuple[OutlineSection, ...]
    added: tuple[str, ...]
    templates: Mapping[str, Template]
    indicators: Mapping[str, Indicator]


def complete(
    sections: Sequence[OutlineSection],
    parts: frozenset[str] | None,
    pack: Pack,
    used: Mapping[str, frozenset[str]],
) -> Completed:
    """Add the standard section of every prescribed part that the spine has not.

    parts: those that the spine has; None means reports of another kind, which are left as they
    are. used: the indicators that each standard template prints.
    Sections at the top without a part (systems as 一、二、三) are what was done, together: several
    of them, or whatever there is where no section carries a part.
    """
    standard = {path[-1].part: path[-1] for path in pack.outline.walk() if path[-1].part}
    wanted = [p.key for p in pack.outline.parts if parts is not None and p.key not in parts]
    result = list(sections)
    least = _SEVERAL if parts else 1
    done = next((key for key in wanted if key in pack.outline.parts_for("done")), None)
    if done and sum(1 for section in sections if section.part is None) >= least:
        wanted.remove(done)
        result = [replace(s, part=done) if s.part is None else s for s in sections]
    keys = {section.key for section in _walk(sections)}
    names_taken = {section.name for section in _walk(sections)}
    templates: dict[str, Template] = {}
    indicators: dict[str, Indicator] = {}
    added: list[str] = []
    for key in wanted:
        section = standard.get(key)
        if section is None:
            continue
        own = _renamed(section, keys, names_taken)
        result.insert(_place(result, key, pack), own)
        added.append(own.key)
        if section.template and own.template:
            templates[own.template] = replace(pack.templates[section.template], path=own.template)
            for name in _with_operands(used.get(section.template, frozenset()), pack):
                indicator = pack.indicators.by_key[name]
                indicators[name] = replace(indicator, section=own.key)
    return Completed(tuple(result), tuple(added), templates, indicators)


def _renamed(
    section: OutlineSection, keys: Container[str], names_taken: Container[str]
) -> OutlineSection:
    """Take a standard section alone, under a key of its own where the office has one of its topic."""
    key, name, number = section.key, section.name, 2
    while key in keys or name in names_taken:
        key, name, number = f"{section.key}_{number}", f"{section.name}_{number}", number + 1
    template = f"{key}.j2" if section.template and key != section.key else section.template
    return replace(section, key=key, name=name, template=template, sections=())


def is_about(report: Report, pack: Pack) -> bool:
    """Tell whether title or opening say what such reports are about."""
    opening = (block.text for block in report.preamble if isinstance(block, Paragraph))
    words = (pack.subject, *pack.titles)
    return any(word in text for text in (report.title or "", *opening) for word in words if word)


def _with_operands(keys: frozenset[str], pack: Pack) -> Iterator[str]:
    """Yield indicators with those they are derived from, in the pack's order."""
    wanted = set(keys)
    for key in keys:
        derive = pack.indicators.by_key[key].derive
        wanted |= set(names(derive)) if derive else set()
    return (key for key in pack.indicators.by_key if key in wanted)


def _place(sections: Sequence[OutlineSection], part: str, pack: Pack) -> int:
    """Find the place of a part among the sections: behind the last that stands before it in the order."""
    present = [s.part for s in sections]
    orders = pack.outline.orders or (tuple(p.key for p in pack.outline.parts),)
    order = next((o for o in orders if _keeps(o, present)), orders[0])
    before = set(order[: order.index(part)]) if part in order else set(order)
    places = [index for index, found in enumerate(present) if found in before]
    return places[-1] + 1 if places else (0 if part in order[:1] else len(sections))


def _keeps(order: Sequence[str], present: Sequence[str | None]) -> bool:
    places = [order.index(part) for part in present if part in order]
    return places == sorted(places)


def _walk(sections: Sequence[OutlineSection]) -> Iterator[OutlineSection]:
    for section in sections:
        yield section
        yield from _walk(section.sections)
