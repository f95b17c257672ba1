"""Draft the sections of an outline: which stand, under which heading, with which paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from drafter.pack.outline import OutlineSection
from drafter.pack.wording import replace_names
from drafter.profile.profile import Profile
from drafter.rendering.environment import CompiledTemplate
from drafter.rendering.forms import build_forms, place_tables
from drafter.rendering.outputs import Outputs
from drafter.rendering.paragraphs import build_paragraphs
from drafter.rendering.values import (
    OWN_WORDS,
    FigureValue,
    ItemValue,
    OwnWords,
    Point,
    TopicValue,
    WaitingName,
    Words,
    placeholder,
)
from drafter.report import Block, Mark, Paragraph, Section, Table
from drafter.text.ordinals import format_ordinal

_PLAIN_ITEM = ""


class Drafting:
    """Drafts one profile; `dropped` collects the names of optional sections that were left out."""

    def __init__(
        self, profile: Profile, templates: Mapping[str, CompiledTemplate], names: Mapping[str, str]
    ) -> None:
        """Prepare what every template of this profile sees."""
        self.profile = profile
        self.names = names
        self.dropped: list[str] = []
        self._templates = templates
        self._outputs = Outputs()
        self._context = self._shared_context()

    def number(self, sections: Sequence[OutlineSection], level: int) -> tuple[Section, ...]:
        """Draft sections of one level and give those that stand their ordinals."""
        drafted = [section for s in sections if (section := self._section(s, level))]
        return tuple(
            replace(section, ordinal=format_ordinal(level, number))
            for number, section in enumerate(drafted, 1)
        )

    def paragraphs(self, template: str, own: tuple[Words, ...]) -> tuple[Paragraph, ...]:
        """Render one template; own words that it doesn't place follow its first paragraph."""
        words = OwnWords(own)
        rendered = self._templates[template].render({**self._context, OWN_WORDS: words})
        drafted = build_paragraphs(rendered, self._outputs)
        if words.printed or not words:
            return drafted
        own_paragraphs = build_paragraphs(str(words), self._outputs)
        return (*drafted[:1], *own_paragraphs, *drafted[1:])

    def _section(self, wanted: OutlineSection, level: int) -> Section | None:
        unit = self.profile.unit
        wording = wanted.heading.resolve(self.profile.year, unit.kind)
        if wording is None:
            self.dropped.append(wanted.name)
            return None
        own = tuple(Words(text, "", self._outputs) for text in self.profile.own.get(wanted.key, ()))
        blocks: tuple[Block, ...] = self.paragraphs(wanted.template, own) if wanted.template else ()
        blocks = place_tables(blocks, build_forms(wanted.key, self.profile, self._name))
        children = self.number(wanted.sections, level + 1)
        is_required = wanted.required.applies_to(unit.kind)
        if not is_required and not children and not _has_substance(blocks):
            self.dropped.append(wanted.name)
            return None
        if not children and (not blocks or (wanted.takes and not _has_substance(blocks))):
            blocks = (*blocks, *self._waiting(wanted))
        heading = replace_names(wording, self._name)
        marks = tuple(_placeholder_marks(heading))
        return Section("", heading, level, blocks, children, part=wanted.part, marks=marks)

    def _waiting(self, wanted: OutlineSection) -> tuple[Paragraph, ...]:
        """A section with nothing in it waits for its lists that are empty, else for its own words."""
        empty = [name for name in wanted.takes if not self.profile.lists[name]]
        return tuple(_waiting_paragraph(name) for name in empty or (wanted.name,))

    def _name(self, name: str) -> str:
        if name in self.names:
            return self.names[name]
        figure = self.profile.entries[name].figure
        return figure.text if figure else placeholder(name).words

    def _shared_context(self) -> dict[str, object]:
        outputs, profile = self._outputs, self.profile
        context: dict[str, object] = {
            name: WaitingName(words, outputs) if words.startswith("【") else words
            for name, words in self.names.items()
        }
        for topic, members in profile.pack.indicators.topics.items():
            figures = {
                i.name: FigureValue(profile.entries[i.key], profile, outputs) for i in members
            }
            context[topic] = TopicValue(figures)
        for name in profile.pack.lists:
            context[name] = tuple(self._items(name))
        return {**context, "点": Point(False, outputs), "首点": Point(True, outputs)}

    def _items(self, name: str) -> Iterator[Words | ItemValue]:
        for number, item in enumerate(self.profile.lists[name], 1):
            if self.profile.pack.lists[name]:
                yield ItemValue(item, f"{name}{number}", self._outputs)
            else:
                yield Words(item.fields[_PLAIN_ITEM], name, self._outputs)


def _has_substance(blocks: tuple[Block, ...]) -> bool:
    return any(isinstance(block, Table) or block.marks for block in blocks)


def _waiting_paragraph(name: str) -> Paragraph:
    words = placeholder(name).words
    return Paragraph(words, (Mark(0, len(words), "placeholder"),))


def _placeholder_marks(text: str) -> Iterator[Mark]:
    start = text.find("【待填")
    while start >= 0:
        end = text.find("】", start) + 1
        yield Mark(start, end, "placeholder")
        start = text.find("【待填", end)
