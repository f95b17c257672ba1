"""Topics: what a heading is about, by an ordered lexicon that is data of the pack (topics.yaml).

The topic whose word stands first in the heading wins, since headings of two clauses lead with
their matter; of words at the same place the topic that stands first in the file. Prescribed parts
are told by the pack's own aliases (`pack.headings`) before any topic.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import PackProblem, Problem
from drafter.fields import Fields
from drafter.location import FileLocation
from drafter.pack.headings import parts_of_heading
from drafter.pack.outline import Outline
from drafter.text.fold import fold
from drafter.yamlfile import read

TOPICS_FILE = "topics.yaml"
_NAMES = re.compile(r"\{[^{}]*\}年?度?")  # {年度}年
_FEWEST = 2
_NOISE = re.compile(r"\d{4}年度?|[\s\"'《》<>]+")


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of headings. section: key of the standard section it belongs to, "" for none."""

    key: str
    name: str
    section: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Topics:
    """The ordered lexicon together with the outline whose parts come first."""

    topics: tuple[Topic, ...]
    outline: Outline

    def of_heading(self, heading: str) -> str | None:
        """Return the key of the part or topic a heading is about; None where no word of it is known.

        A heading that combines parts (存在问题及下一步工作举措) is named by both, joined with +.
        """
        bare = _NOISE.sub("", fold(heading))
        parts = parts_of_heading(heading, self.outline)
        places = [
            (match.start(), number, topic.key)
            for number, topic in enumerate(self.topics)
            if (match := topic.pattern.search(bare))
        ]
        found = min(places)[2] if places else None
        if parts and (
            found is None or found in parts or not self.outline.parts_for("done").issuperset(parts)
        ):
            return "+".join(parts)
        return found

    def named(self, key: str) -> Topic | None:
        """Find a topic by key."""
        return next((topic for topic in self.topics if topic.key == key), None)


def load_topics(folder: Path, outline: Outline) -> Topics:
    """Load topics.yaml of a pack's folder. Errors: PackProblem, YamlProblem, FileProblem."""
    path = folder / TOPICS_FILE
    problems: list[Problem] = []
    root = Fields(read(path).root, (), problems, FileLocation(str(path)))
    topics = []
    for key, node in root.entries():
        fields = Fields(node, ("name", "section", "words"), problems, key.location)
        words = "|".join(fields.texts("words"))
        try:
            pattern = re.compile(words or "(?!)")
        except re.error:
            what, mend = f"“{key.text}”的 words 里有一个词不能用来查找。", "请检查括号是否成对。"
            problems.append(Problem(fields.place("words"), what, mend))
            continue
        topics.append(Topic(key.text, fields.required("name"), fields.text("section"), pattern))
    if problems:
        raise PackProblem(*problems)
    return Topics(tuple(topics), outline)


def topics_of_outline(outline: Outline) -> Topics:
    """Take the sections themselves as topics, by their names, headings and aliases."""
    topics = []
    for path in outline.walk():
        section = path[-1]
        variants = (_NAMES.sub("", variant.text) for variant in section.heading.variants)
        words = (_NOISE.sub("", fold(word)) for word in (section.name, *variants, *section.aliases))
        pattern = "|".join(re.escape(word) for word in dict.fromkeys(words) if len(word) >= _FEWEST)
        if section.template and not section.part:
            topics.append(
                Topic(section.key, section.name, section.key, re.compile(pattern or "(?!)"))
            )
    return Topics(tuple(topics), outline)
