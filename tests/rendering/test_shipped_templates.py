"""Every shipped template with each figure, and each pair of figures, 不适用 and 0.

Only the template itself is rendered, with the figures it needs and not the report around it: pairs are
thousands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from drafter.figure import Figure
from drafter.pack.indicators import Indicator, Indicators
from drafter.pack.library import builtin_pack_names
from drafter.pack.pack import Pack
from drafter.pack.wording import BASE_NAMES
from drafter.profile.derive import derive_all
from drafter.profile.profile import KINDS, Entry, Item, Profile, State
from drafter.relations import names
from drafter.rendering.checking import TemplateChecker
from drafter.rendering.environment import (
    CompiledTemplate,
    TemplateEnvironment,
    compile_template,
    parse_template,
)
from drafter.rendering.names import plain_names
from drafter.rendering.sections import Drafting
from drafter.report import Paragraph, walk_sections
from drafter.text.sentences import split_sentences
from tests.external import TOP
from tests.shipped import PROFILES, pack_of, profile_of, renderer_of

BRACKETS = dict(zip("（(“‘《〈【「『[", "）)”’》〉】」』]", strict=True))
NA, ZERO = State.NOT_APPLICABLE, State.VALUE
Case = Mapping[str, State]


TEMPLATES = [
    (name, template)
    for name in builtin_pack_names()
    for template in sorted(pack_of(name).templates)
]


def flaws(text: str) -> Iterator[str]:
    """Yield what no sentence of an official text may have."""
    if re.search(r"[，；。、：！？,;]{2}", text):
        yield "doubled marks"
    if re.match(r"[，；。、：！？）”》]", text) or re.search(r"[（“《][，；。、：！？]", text):
        yield "a leading mark"
    if not text.endswith(("。", "！", "？", "”", "：", "】")):
        yield "no end mark"
    if not is_balanced(text):
        yield "unbalanced brackets"
    for start, end in split_sentences(text):
        sentence = text[start:end].strip()
        if "分别" in sentence and len(re.findall(r"\d[\d.,]*", sentence)) < 2:
            yield "分别 with one number"
        if sentence.startswith("其中"):
            yield "其中 without its whole"
    if re.search(r"[\ue000-\uf8ff]|[\U000f0000-\U0010ffff]|None|False|True|[{}]", text):
        yield "what only programs write"


def without_own(paragraph: Paragraph) -> str:
    """Put 某事 where a clerk's own words stand; the mark they end with stays."""
    text = paragraph.text
    for mark in reversed(paragraph.marks):
        if mark.kind == "own":
            words = text[mark.start : mark.end]
            text = (
                text[: mark.start]
                + "某事"
                + words[len(words.rstrip("。！？")) :]
                + text[mark.end :]
            )
    return text


def is_balanced(text: str) -> bool:
    opened: list[str] = []
    for character in text:
        if character in BRACKETS:
            opened.append(BRACKETS[character])
        elif character in BRACKETS.values() and (not opened or opened.pop() != character):
            return False
    return not opened


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲，，乙。", ["doubled marks"]),
        ("，甲。", ["a leading mark"]),
        ("甲（，乙）。", ["a leading mark"]),
        ("甲", ["no end mark"]),
        ("甲（乙。", ["unbalanced brackets"]),
        ("甲乙分别为3件。", ["分别 with one number"]),
        ("甲。其中乙3件。", ["其中 without its whole"]),
        ("甲False。", ["what only programs write"]),
        ("甲“乙”，丙丁分别为3件、5件，其中戊1件。", []),
    ],
)
def test_each_flaw_is_found(text: str, expected: list[str]) -> None:
    assert list(flaws(text)) == expected


@dataclass(frozen=True, slots=True)
class Bench:
    """One template with the entries it needs; everything else of the profile stands."""

    profile: Profile
    name: str
    compiled: Mapping[str, CompiledTemplate]
    keys: tuple[str, ...]
    full: Mapping[str, Entry]
    plain: Mapping[str, str]

    def paragraphs(self, case: Case) -> tuple[Paragraph, ...]:
        entries = {key: state_of(entry, case.get(key)) for key, entry in self.full.items()}
        derived, _ = derive_all(entries)
        profile = replace(self.profile, entries=derived)
        return Drafting(profile, self.compiled, self.plain).paragraphs(self.name, ())

    def cases(self) -> Iterator[Case]:
        """Yield every state of one and of two figures; a total is in a state by all it sums up."""
        states = (NA, ZERO)
        groups = [group for key in self.keys if (group := self.group(key))]
        yield {}
        for state in states:
            yield dict.fromkeys((key for group in groups for key in group), state)
            yield from (dict.fromkeys(group, state) for group in groups)
            yield from (
                dict.fromkeys(
                    (key for other in groups if other is not group for key in other), state
                )
                for group in groups
            )
        for first, second in combinations(groups, 2):
            yield from (
                {**dict.fromkeys(first, x), **dict.fromkeys(second, y)}
                for x in states
                for y in states
            )

    def group(self, key: str) -> tuple[str, ...]:
        """Return the typed figures that put one in a state; none where they are printed themselves."""
        below = leaves(self.full[key].indicator, self.profile.pack)
        return below if below == (key,) or not set(below) & set(self.keys) else ()


def state_of(entry: Entry, state: State | None) -> Entry:
    if state is NA:
        return replace(entry, state=NA, figure=None)
    return replace(entry, figure=number(entry.indicator, 0)) if state is ZERO else entry


def number(indicator: Indicator, value: int) -> Figure:
    return Figure(Decimal(value), indicator.units[0], text=f"{value}{indicator.units[0]}")


def bench(pack_name: str, template_name: str) -> Bench:
    pack = pack_of(pack_name)
    template = pack.templates[template_name]
    environment, checker = TemplateEnvironment(), TemplateChecker(pack, BASE_NAMES)
    assert list(checker.check(template, parse_template(environment, template))) == []
    keys = tuple(key for key in pack.indicators.by_key if key in checker.used)
    profile = shipped_profile(pack)
    needed = {operand for key in keys for operand in operands(pack.indicators.by_key[key], pack)}
    known = {key: i for key, i in pack.indicators.by_key.items() if key in needed}
    return Bench(
        profile=replace(profile, pack=replace(pack, indicators=Indicators(known))),
        name=template_name,
        compiled={
            template_name: CompiledTemplate(environment, compile_template(environment, template))
        },
        keys=keys,
        full={key: filled(profile.entries[key]) for key in known},
        plain=plain_names(profile),
    )


def shipped_profile(pack: Pack) -> Profile:
    return profile_of(newest_profiles()[pack.name])


@cache
def newest_profiles() -> Mapping[str, Path]:
    """Return the newest shipped profile of each pack."""
    return {profile_of(path).pack.name: path for path in PROFILES}


def operands(indicator: Indicator, pack: Pack) -> tuple[str, ...]:
    below = names(indicator.derive) if indicator.derive else ()
    further = (key for one in below for key in operands(pack.indicators.by_key[one], pack))
    return (indicator.key, *further)


def leaves(indicator: Indicator, pack: Pack) -> tuple[str, ...]:
    found = dict.fromkeys(operands(indicator, pack))
    return tuple(key for key in found if pack.indicators.by_key[key].derive is None)


def filled(entry: Entry) -> Entry:
    if entry.indicator.derive is not None:
        return replace(entry, state=State.UNREPORTED, figure=None, derived=False)
    is_value = entry.figure is not None and not entry.figure.is_zero
    return replace(
        entry, state=State.VALUE, figure=entry.figure if is_value else number(entry.indicator, 3)
    )


@pytest.mark.parametrize(("pack", "template"), TEMPLATES)
def test_no_state_of_one_or_two_figures_leaves_a_fragment(pack: str, template: str) -> None:
    tested = bench(pack, template)
    found = {
        (flaw, paragraph.text): case
        for case in tested.cases()
        for paragraph in tested.paragraphs(case)
        for flaw in flaws(without_own(paragraph))
    }
    assert found == {}


@pytest.mark.parametrize(("pack", "template"), TEMPLATES)
def test_a_full_profile_prints_every_figure_and_a_missing_one_its_placeholder(
    pack: str, template: str
) -> None:
    tested = bench(pack, template)
    assert printed(tested.paragraphs({})) == set(tested.keys)
    for key in tested.keys:
        entry = tested.full[key]
        if entry.indicator.derive is None:
            waiting = {**tested.full, key: replace(entry, state=State.MISSING, figure=None)}
            marks = replace(tested, full=waiting).paragraphs({})
            assert key in printed(marks)


def printed(paragraphs: tuple[Paragraph, ...]) -> set[str]:
    return {mark.key for paragraph in paragraphs for mark in paragraph.marks if mark.key}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("state", [NA, ZERO, State.MISSING, None])
@pytest.mark.parametrize("pack", builtin_pack_names())
def test_a_whole_report_of_any_kind_of_unit_has_no_empty_section(
    pack: str, state: State | None, kind: str
) -> None:
    profile = shipped_profile(pack_of(pack))
    entries, _ = derive_all(
        {key: in_state(filled(entry), state) for key, entry in profile.entries.items()}
    )
    unit = replace(profile.unit, kind=kind)
    nothing: Mapping[str, tuple[Item, ...]] = dict.fromkeys(profile.lists, ())
    changed = replace(profile, unit=unit, entries=entries, own={}, lists=nothing)
    report = renderer_of(pack).render(changed).report
    found = [
        (flaw, paragraph.text)
        for section in (path[-1] for path in walk_sections(report))
        for paragraph in section.blocks
        if isinstance(paragraph, Paragraph)
        for flaw in flaws(paragraph.text)
    ]
    assert found == []
    empty = [
        path[-1] for path in walk_sections(report) if not (path[-1].blocks or path[-1].sections)
    ]
    assert empty == []


def in_state(entry: Entry, state: State | None) -> Entry:
    if state is State.MISSING and entry.indicator.derive is None:
        return replace(entry, state=state, figure=None)
    return entry if entry.indicator.derive is not None else state_of(entry, state)


def test_there_are_templates_to_test() -> None:
    assert len(TEMPLATES) > 10
    assert Path(TOP / "profiles").is_dir()
