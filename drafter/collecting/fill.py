"""Questions for the figures that are missing, and what an answer would break."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.collecting.answers import Answer
from drafter.collecting.offices import asked_figures, offices_of
from drafter.collecting.scrutiny import find_jump
from drafter.errors import UsageProblem
from drafter.fields import nearest
from drafter.profile.editing import FigureChange, edited
from drafter.profile.examine import examine
from drafter.profile.load import load_from
from drafter.profile.profile import Entry, Profile, State
from drafter.yamlfile import YamlFile


@dataclass(frozen=True, slots=True)
class Question:
    """One figure to ask for; section: its name, number and count: its place among those of the section."""

    key: str
    section: str
    number: int
    count: int


@dataclass(frozen=True, slots=True)
class Choice:
    """What to ask for: by section (name or key) and office, None for all.

    optional: unlisted figures too. texts: no figures, but every text that more can be said of.
    """

    section: str | None = None
    office: str | None = None
    optional: bool = False
    texts: bool = False


def find_questions(profile: Profile, choice: Choice) -> tuple[Question, ...]:
    """Return the open figures by section, in the outline's order. Errors: UsageProblem for unknown names."""
    _check(profile, choice)
    if choice.texts:
        return ()
    found: list[Question] = []
    for path in profile.pack.outline.walk():
        section = path[-1]
        if choice.section not in (None, section.key, section.name):
            continue
        keys = [e.key for e in _open(profile, choice) if e.indicator.section == section.key]
        for number, key in enumerate(keys, 1):
            found.append(Question(key, section.name, number, len(keys)))
    return tuple(found)


def _open(profile: Profile, choice: Choice) -> Iterator[Entry]:
    states = (State.MISSING, State.UNREPORTED) if choice.optional else (State.MISSING,)
    for entry in asked_figures(profile, choice.optional):
        is_theirs = choice.office is None or choice.office in offices_of(entry, profile)
        if entry.state in states and is_theirs:
            yield entry


def _check(profile: Profile, choice: Choice) -> None:
    sections = [path[-1] for path in profile.pack.outline.walk()]
    names = [section.name for section in sections]
    if choice.section and choice.section not in (*names, *(s.key for s in sections)):
        what = f"没有“{choice.section}”这一节。"
        raise UsageProblem.of("--section", what, nearest(choice.section, names))
    figures = asked_figures(profile, optional=True)
    offices = dict.fromkeys(o for entry in figures for o in offices_of(entry, profile))
    if choice.office and choice.texts:
        what = "--texts 和 --office 不能一起用：科室只供数。"
        raise UsageProblem.of("--texts", what, "请去掉其中一个。")
    if choice.office and choice.office not in offices:
        what = f"没有哪个数由“{choice.office}”提供。"
        raise UsageProblem.of("--office", what, nearest(choice.office, offices))


def answered(file: YamlFile, key: str, answer: Answer) -> YamlFile:
    """Return the file with an answer written at its place."""
    return edited(file, {key: FigureChange(answer.text)})


def concerns(before: Profile, file: YamlFile, key: str) -> tuple[str, ...]:
    """Say what an answer breaks: relations that held or were open until now, and a jump against last year.

    file: with the answer written.
    """
    after = load_from(file, before.pack)
    known = {problem.what for problem in examine(before).contradictions}
    broken = [p.what for p in examine(after).contradictions if p.what not in known]
    jump = find_jump(after.entries[key], after)
    return (*broken, *([jump.what] if jump else []))


def open_texts(profile: Profile) -> tuple[str, ...]:
    """Name the lists that a prescribed part prints and that hold nothing yet."""
    return tuple(name for name in prescribed_lists(profile) if not profile.lists.get(name))


def prescribed_lists(profile: Profile) -> tuple[str, ...]:
    """Name the lists that make up a part which this kind of unit must have.

    What a part prints beside sections of its own (荣誉 above the themes) may be empty.
    """
    outline, kind = profile.pack.outline, profile.unit.kind
    required = {part.key for part in outline.parts if part.required.applies_to(kind)}
    sections = [path[-1] for path in outline.walk() if path[-1].part in required]
    names = (name for section in sections if not section.sections for name in section.takes)
    return tuple(dict.fromkeys(names))
