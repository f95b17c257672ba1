"""`drafter lint --fix`: safe mends into copies of the drafts, or shown as differences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from drafter.cli.annotating import targets_of, write_all
from drafter.cli.drafts import Batch, ReadDraft
from drafter.errors import DrafterError
from drafter.lint.fixing.report import mend_number, mend_span
from drafter.lint.fixing.working import Mend, mended
from drafter.lint.formatters.place import format_place
from drafter.location import TextChange
from drafter.readers.locating import Located, Locations
from drafter.writers.docx.mend import DocxMender
from drafter.writers.plain import mend_text

_AROUND = 12


@dataclass(frozen=True, slots=True)
class Fixed:
    """A draft mended: the new bytes, what was mended how often, the differences as lines."""

    name: str
    data: bytes
    counts: Counter[str]
    differences: tuple[str, ...]

    def summary(self, verb: str) -> str:
        """Say in a clause what was mended, or can be."""
        parts = "、".join(f"{kind} {count} 处" for kind, count in self.counts.most_common())
        return f"{verb} {self.counts.total()} 处：{parts}" if parts else "没有可以直接改的"


def show_or_write(batch: Batch, out: str | None, force: bool) -> bool:
    """Show the differences, or write the mended drafts and sum up; tell whether one could not be mended.

    Errors: DrafterError before anything is written.
    """
    targets = targets_of(batch, out) if out else (None,) * len(batch.drafts)
    written: list[tuple[Path, bytes]] = []
    lines: list[str] = []
    failed = False
    for draft, target in zip(batch.drafts, targets, strict=True):
        try:
            fixed = fix(draft)
        except DrafterError as error:
            click.echo(str(error), err=True)
            failed = True
            continue
        if target is None:
            lines += [*fixed.differences, f"{fixed.name}: {fixed.summary('可以直接改')}。"]
        else:
            written.append((target, fixed.data))
            lines.append(f"{fixed.name}: {fixed.summary('改了')}；另存为 {target}。")
    write_all(written, force)
    click.echo("\n".join(lines))
    return failed


def fix(draft: ReadDraft) -> Fixed:
    """Mend a draft. Errors: DrafterError for a form that can't be mended."""
    locations = draft.locations()
    data = draft.data()
    word = DocxMender(data, draft.name) if data.startswith(b"PK") else None
    changes: list[TextChange] = []
    counts: Counter[str] = Counter()
    differences: list[str] = []
    for located, mends in _mends(locations):
        placed = [(one, _changes(locations, located, one)) for one in mends]
        kept = [
            (one, found)
            for one, found in placed
            if found and (word is None or all(word.can_change(c.place) for c in found))
        ]
        if kept:
            changes += (change for _, found in kept for change in found)
            counts.update(kind for one, _ in kept for kind in one.kinds)
            differences += _shown(draft.name, located, tuple(one for one, _ in kept))
    new = word.mend(changes) if word else mend_text(data, locations.text, changes)
    return Fixed(draft.name, new, counts, tuple(differences))


def _mends(locations: Locations) -> Iterator[tuple[Located, tuple[Mend, ...]]]:
    if locations.number:
        yield locations.number, mend_number(locations.number.span.text)
    for located in locations:
        yield located, mend_span(located.span)


def _changes(locations: Locations, located: Located, one: Mend) -> tuple[TextChange, ...]:
    """Turn a mend into changes of the file: all new characters in the first place; () if it isn't there."""
    ranges = locations.ranges(located, one.start, one.end)
    if sum(r.end - r.start for r in ranges) != one.end - one.start:
        return ()
    return tuple(TextChange(r, one.text if n == 0 else "") for n, r in enumerate(ranges))


def _shown(name: str, located: Located, mends: tuple[Mend, ...]) -> Iterator[str]:
    kinds = "、".join(dict.fromkeys(kind for one in mends for kind in one.kinds))
    yield f"{name}:{format_place(located.span.place())}: {kinds}"
    text = located.span.text
    for group in _near(mends):
        start = max(0, group[0].start - _AROUND)
        end = min(len(text), group[-1].end + _AROUND)
        moved = tuple(Mend(m.start - start, m.end - start, m.text, m.kinds) for m in group)
        before = text[start:end]
        head, tail = "…" if start else "", "…" if end < len(text) else ""
        yield f"  - {head}{before}{tail}"
        yield f"  + {head}{mended(before, moved)}{tail}"


def _near(mends: tuple[Mend, ...]) -> Iterator[tuple[Mend, ...]]:
    """Gather mends that stand so near that one line shows them."""
    group: list[Mend] = []
    for one in mends:
        if group and one.start - group[-1].end > 2 * _AROUND:
            yield tuple(group)
            group = []
        group.append(one)
    if group:
        yield tuple(group)
