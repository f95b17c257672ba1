"""Which of drafter's packs a report is of: by its title, else by its headings; the packs themselves tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from drafter.errors import Problem
from drafter.fields import Fields
from drafter.location import FileLocation
from drafter.pack.library import DEFAULT_PACK, builtin_pack_names, builtin_packs_folder
from drafter.pack.outline import Part
from drafter.pack.pack import Pack
from drafter.report import Report
from drafter.text.fold import fold
from drafter.yamlfile import read

_HEAD = "pack.yaml"
# So many of a kind's parts, word for word, tell it where the title tells nothing.
_FEWEST_PARTS = 3


@dataclass(frozen=True, slots=True)
class _Kind:
    """A pack with what its reports' titles hold, and the headings of each of its parts."""

    name: str
    titles: tuple[str, ...]
    parts: tuple[frozenset[str], ...]


def kind_of(report: Report, default: Pack) -> str | None:
    """Name the pack whose words a report's title holds, else whose headings it has.

    default: the pack that is taken otherwise, None is returned for it; only where its own words aren't
    in the title are the others looked at. A pack that extends another is the same kind of report.
    """
    title = _bare(report.title or "")
    if any(_bare(words) in title for words in default.titles):
        return None
    named = [(len(w), kind.name) for kind in _kinds() for w in kind.titles if _bare(w) in title]
    if named:
        return max(named)[1]
    headings = frozenset(_bare(section.heading) for section in report.sections)
    own = _shared(headings, _parts(default.outline.parts))
    counted = [(_shared(headings, kind.parts), kind.name) for kind in _kinds()]
    most, name = max(counted, default=(0, ""))
    return name if most >= max(_FEWEST_PARTS, own + 1) else None


def _bare(text: str) -> str:
    return "".join(fold(text).split())


def _shared(headings: frozenset[str], parts: tuple[frozenset[str], ...]) -> int:
    return sum(bool(headings & part) for part in parts)


def _parts(parts: Iterable[Part]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(_bare, (part.name, *part.aliases))) for part in parts)


@cache
def _kinds() -> tuple[_Kind, ...]:
    """Read the heads of the packs that extend none. Errors: YamlProblem."""
    names = (name for name in builtin_pack_names() if name != DEFAULT_PACK)
    kinds = (_kind(name, builtin_packs_folder() / name / _HEAD) for name in names)
    return tuple(kind for kind in kinds if kind.titles)


def _kind(name: str, path: Path) -> _Kind:
    problems: list[Problem] = []
    head = Fields(read(path).root, (), problems, FileLocation(str(path)))
    if head.text("extends"):
        return _Kind(name, (), ())
    parts = [Fields(node, (), problems, node.location) for node in head.items("parts")]
    words = ((part.text("name"), *part.texts("aliases")) for part in parts)
    return _Kind(name, head.texts("titles"), tuple(frozenset(map(_bare, own)) for own in words))
