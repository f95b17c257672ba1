"""Load calendar.yaml and terms.yaml: what depends on time, and names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields as fields_of
from datetime import date

from drafter.fields import Fields, read_date
from drafter.pack.calendar import (
    Anniversary,
    Calendar,
    Campaign,
    CountedEvent,
    Deadline,
    Duty,
    Framework,
    Law,
    Meeting,
    Period,
)
from drafter.pack.loading_outline import load_wording
from drafter.pack.terms import Terms
from drafter.pack.thresholds import Thresholds
from drafter.yamlfile import Scalar, Sequence

_LAW_KEYS = (
    "name", "short", "wrong", "adopted", "in_force", "revised", "repealed", "successor", "source",
)  # fmt: skip
_FRAMEWORK_KEYS = ("name", "short", "from", "to", "successor", "source")
THRESHOLD_NAMES = tuple(field.name for field in fields_of(Thresholds))
_NAME_KEYS = ("name", "aliases", "source")
_DUTY_KEYS = ("duty", "words", "kinds", "except", "from", "basis")


def load_calendar(root: Fields, laws: Fields | None = None) -> Calendar:
    """Load meetings, frameworks, duties, deadlines, events, campaigns, and the laws of both files."""
    law_records = [*_records(root, "laws", _LAW_KEYS)]
    if laws is not None:
        law_records += _records(laws, "laws", _LAW_KEYS)
    return Calendar(
        meetings=tuple(_load_meetings(root)),
        frameworks=tuple(_load_framework(f) for f in _records(root, "frameworks", _FRAMEWORK_KEYS)),
        laws=tuple(_load_law(f) for f in law_records),
        duties=tuple(_load_duty(f) for f in _records(root, "duties", _DUTY_KEYS)),
        deadlines=tuple(
            Deadline(f.required("what"), *_month_day(f))
            for f in _records(root, "deadlines", ("what", "date", "source"))
        ),
        counted=tuple(
            CountedEvent(_names(f), f.number("first", 0), f.text("source"))
            for f in _records(root, "counted", (*_NAME_KEYS, "first"))
        ),
        anniversaries=tuple(
            Anniversary(_names(f), f.number("year", 0))
            for f in _records(root, "anniversaries", (*_NAME_KEYS, "year"))
        ),
        campaigns=tuple(
            Campaign(_names(f), _month(f, "from"), _month(f, "to"), f.text("source"))
            for f in _records(root, "campaigns", (*_NAME_KEYS, "from", "to"))
        ),
        periods=tuple(
            Period(_names(f), f.number("from", 0), f.number("to", 0) or None)
            for f in _records(root, "periods", (*_NAME_KEYS, "from", "to"))
        ),
    )


def _names(fields: Fields) -> tuple[str, ...]:
    return fields.required("name"), *fields.texts("aliases")


def _load_framework(fields: Fields) -> Framework:
    return Framework(
        fields.required("name"),
        fields.number("from", 0),
        fields.number("to", 9999),
        fields.texts("short"),
        fields.text("successor"),
    )


def _load_meetings(root: Fields) -> Iterator[Meeting]:
    for fields in _records(
        root, "meetings", ("name", "aliases", "wrong", "date", "years", "source")
    ):
        day = fields.date("date")
        if day:
            yield Meeting(
                fields.required("name"), day, fields.texts("aliases"), fields.texts("wrong")
            )


def _load_law(fields: Fields) -> Law:
    return Law(
        name=fields.required("name"),
        short=fields.texts("short"),
        in_force=fields.date("in_force"),
        repealed=fields.date("repealed"),
        successor=fields.text("successor") or None,
        source=fields.text("source"),
        wrong=fields.texts("wrong"),
        revised=tuple(
            day
            for text in fields.texts("revised")
            if (day := read_date(text, fields.place("revised"), fields.problems))
        ),
    )


def _load_duty(fields: Fields) -> Duty:
    return Duty(
        name=fields.required("duty"),
        words=fields.texts("words"),
        kinds=fields.texts("kinds"),
        exempt=fields.texts("except"),
        first_year=fields.number("from", 0),
        basis=fields.text("basis"),
    )


def load_thresholds(root: Fields | None) -> Thresholds:
    """Load the numbers of thresholds.yaml; what it leaves out, or all without it, are the defaults."""
    defaults = Thresholds()
    if root is None:
        return defaults
    return Thresholds(*(root.number(name, getattr(defaults, name)) for name in THRESHOLD_NAMES))


def _month_day(fields: Fields) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,2})-(\d{1,2})", fields.text("date"))
    if found is None:
        fields.problem(fields.place("date"), "期限应写成 03-01 的样子。")
        return 1, 1
    return int(found[1]), int(found[2])


def _month(fields: Fields, key: str) -> date:
    found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", fields.text(key))
    if found is None:
        fields.problem(fields.place(key), "月份应写成 2026-03 的样子。")
        return date(1, 1, 1)
    return date(int(found[1]), int(found[2]), 1)


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
