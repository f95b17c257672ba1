"""Load calendar.yaml and terms.yaml: what depends on time, and names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.fields import Fields
from drafter.pack.calendar import Calendar, Deadline, Framework, Law, Meeting
from drafter.pack.loading_outline import load_wording
from drafter.pack.terms import Terms
from drafter.yamlfile import Scalar, Sequence

_LAW_KEYS = (
    "name", "short", "adopted", "in_force", "revised", "repealed", "successor", "source",
)  # fmt: skip


def load_calendar(root: Fields) -> Calendar:
    """Load meetings, frameworks, laws and deadlines."""
    return Calendar(
        meetings=tuple(_load_meetings(root)),
        frameworks=tuple(
            Framework(
                f.required("name"), f.number("from", 0), f.number("to", 9999), f.texts("short")
            )
            for f in _records(root, "frameworks", ("name", "short", "from", "to", "source"))
        ),
        laws=tuple(_load_law(f) for f in _records(root, "laws", _LAW_KEYS)),
        deadlines=tuple(
            Deadline(f.required("what"), *_month_day(f))
            for f in _records(root, "deadlines", ("what", "date", "source"))
        ),
    )


def _load_meetings(root: Fields) -> Iterator[Meeting]:
    for fields in _records(root, "meetings", ("name", "aliases", "date", "years", "source")):
        day = fields.date("date")
        if day:
            yield Meeting(fields.required("name"), day, fields.texts("aliases"))


def _load_law(fields: Fields) -> Law:
    return Law(
        name=fields.required("name"),
        short=fields.texts("short"),
        in_force=fields.date("in_force"),
        repealed=fields.date("repealed"),
        successor=fields.text("successor") or None,
        source=fields.text("source"),
    )


def _month_day(fields: Fields) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,2})-(\d{1,2})", fields.text("date"))
    if found is None:
        fields.problem(fields.place("date"), "期限应写成 03-01 的样子。")
        return 1, 1
    return int(found[1]), int(found[2])


def _records(root: Fields, key: str, known: tuple[str, ...]) -> Iterator[Fields]:
    for node in root.items(key):
        yield Fields(node, known, root.problems, node.location)


def load_terms(root: Fields) -> Terms:
    """Load names, set phrases and groups of modifiers."""
    names = root.fields("terms")
    groups = []
    for node in root.items("modifiers"):
        members = node.items if isinstance(node, Sequence) else ()
        groups.append(tuple(item.text for item in members if isinstance(item, Scalar)))
    return Terms(
        names={key.text: load_wording(node, names) for key, node in names.entries()},
        protected=root.texts("protected"),
        modifiers=tuple(groups),
    )
