"""Update: make what was mined anew go with the files of a pack that a person edited.

An edited file stays as it is, so the others give way: an indicator that an edited template prints is
kept, what an edited outline has no section for is left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from drafter.errors import PackProblem, Problem
from drafter.fields import Fields
from drafter.location import FileLocation
from drafter.mining.standard import printed_keys
from drafter.pack.indicators import Indicator, Indicators, by_topic
from drafter.pack.loading_indicators import load_indicators
from drafter.pack.loading_outline import load_outline
from drafter.pack.outline import Outline
from drafter.pack.pack import Pack, Template
from drafter.relations import names
from drafter.yamlfile import read, read_sequence, read_text

HEAD, OUTLINE, INDICATORS = "pack.yaml", "outline.yaml", "indicators.yaml"
SECTIONS = "sections/"


def adapt(pack: Pack, edited: Collection[str], folder: Path, standard: Pack) -> Pack:
    """Return the mined pack as it goes with a folder's edited files.

    edited: names of files in `folder` that a person changed or added. standard: has the lists that an
    edited template may run through. Errors: PackProblem, YamlProblem where an edited file is broken.
    """
    outline = _outline(pack, folder) if OUTLINE in edited else pack.outline
    templates = dict(_templates(pack, outline, edited, folder))
    indicators = _indicators(pack, outline, templates, folder)
    used = "".join(template.source for template in templates.values())
    more = {n: f for n, f in standard.lists.items() if n not in pack.lists and f" in {n} " in used}
    return replace(
        pack,
        outline=outline,
        templates=templates,
        indicators=Indicators(indicators),
        lists={**pack.lists, **more},
    )


def _outline(pack: Pack, folder: Path) -> Outline:
    problems: list[Problem] = []
    place = FileLocation(str(folder / HEAD))
    head = Fields(read(folder / HEAD).root, (), problems, place)
    outline = load_outline(read_sequence(folder / OUTLINE), head, problems)
    if problems:
        raise PackProblem(*problems)
    return replace(outline, parts=pack.outline.parts, orders=pack.outline.orders)


def _templates(
    pack: Pack, outline: Outline, edited: Collection[str], folder: Path
) -> Iterator[tuple[str, Template]]:
    """Yield the templates the outline asks for: the edited ones, the new ones, else what was there."""
    wanted = [pack.preamble, *(path[-1].template for path in outline.walk())]
    for name in dict.fromkeys(name for name in wanted if name):
        path = folder / SECTIONS / name
        is_own = f"{SECTIONS}{name}" in edited and path.is_file()
        if is_own or (name not in pack.templates and path.is_file()):
            yield name, Template(name, read_text(path))
        elif name in pack.templates:
            yield name, pack.templates[name]


def _indicators(
    pack: Pack, outline: Outline, templates: Mapping[str, Template], folder: Path
) -> dict[str, Indicator]:
    """Join the new indicators with those of before that are printed still; each in a section there is."""
    before = _before(folder)
    known = {**before, **pack.indicators.by_key}
    places: dict[str, str] = {}
    keys = [path[-1].key for path in outline.walk()]
    for path in outline.walk():
        template = templates.get(path[-1].template or "")
        for key in printed_keys(template.source, known) if template else ():
            places.setdefault(key, path[-1].key)
    preamble = templates.get(pack.preamble or "")
    for key in printed_keys(preamble.source, known) if preamble else ():
        places.setdefault(key, keys[0])
    found: dict[str, Indicator] = {}
    for key, indicator in known.items():
        if indicator.section in keys and (key in places or key in pack.indicators.by_key):
            found[key] = indicator
        elif key in places:
            found[key] = replace(indicator, section=places[key])
    known_still = frozenset(found)
    return {key: _without(one, known_still) for key, one in by_topic(found.values()).items()}


def _before(folder: Path) -> Mapping[str, Indicator]:
    path = folder / INDICATORS
    if not path.is_file():
        return {}
    problems: list[Problem] = []
    fields = Fields(read(path).root, (), problems, FileLocation(str(path)))
    indicators = load_indicators(fields, problems)
    if problems:
        raise PackProblem(*problems)
    return indicators.by_key


def _without(indicator: Indicator, known: frozenset[str]) -> Indicator:
    """Leave out relations with what is no longer there."""
    checks = tuple(check for check in indicator.checks if known.issuperset(names(check)))
    derive = indicator.derive
    if derive is not None and not known.issuperset(names(derive)):
        return replace(indicator, checks=checks, derive=None, places=0)
    return replace(indicator, checks=checks)
