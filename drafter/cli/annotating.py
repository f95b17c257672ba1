"""`drafter lint --annotate`: findings as Word comments in copies of the drafts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from drafter.cli.drafts import Batch, ReadDraft
from drafter.cli.outputs import is_folder, make_folder, refuse_equal
from drafter.diagnostic import Diagnostic
from drafter.errors import DrafterError, UsageProblem
from drafter.lint.formatters.place import format_place
from drafter.lint.outcome import Outcome
from drafter.readers.locating import Locations
from drafter.writers.docx.annotate import annotate
from drafter.writers.docx.comments import Comment
from drafter.writers.files import check, save


def targets_of(batch: Batch, out: str) -> tuple[Path, ...]:
    """Name the files to write: `out` itself, or the drafts' own names in it as a folder.

    Errors: UsageProblem for two of the same name, or for a draft that would be overwritten;
    FileProblem for someone's file.
    """
    as_folder = is_folder(Path(out), out, batch.count)
    names = [draft.source.path.name for draft in batch.drafts]
    targets = tuple(Path(out) / name if as_folder else Path(out) for name in names)
    refuse_equal(targets)
    for draft, target in zip(batch.drafts, targets, strict=True):
        if draft.source.data is None and target.resolve() == draft.source.path.resolve():
            mend = "请用 -o 或 --annotate 写到另一个文件或文件夹。"
            raise UsageProblem.of(target, "不能写到文稿自己身上。", mend)
    return targets


def write_all(written: Sequence[tuple[Path, bytes]], force: bool) -> None:
    """Write files, none before all of them may be written; what stands there already is left.

    Errors: FileProblem.
    """
    changed = [(t, data) for t, data in written if not (t.is_file() and t.read_bytes() == data)]
    for target, _ in changed:
        make_folder(target.parent)
        check(target, force)
    for target, data in changed:
        save(target, data, force)


def annotate_all(batch: Batch, outcomes: Sequence[Outcome], out: str, force: bool) -> bool:
    """Write the drafts with comments and say where; tell whether one could not be written.

    Errors: DrafterError before anything is written.
    """
    written: list[tuple[Path, bytes]] = []
    failed = False
    targets = targets_of(batch, out)
    for draft, outcome, target in zip(batch.drafts, outcomes, targets, strict=True):
        try:
            written.append((target, annotated(draft, outcome)))
        except DrafterError as error:
            click.echo(str(error), err=True)
            failed = True
    write_all(written, force)
    for target, _ in written:
        click.echo(f"已写好带批注的 {target}。", err=True)
    return failed


def annotated(draft: ReadDraft, outcome: Outcome) -> bytes:
    """Return a copy of a draft with its findings as comments. Errors: DrafterError (no .docx)."""
    data = draft.data()
    if not data.startswith(b"PK"):
        what = "只有 .docx 能加批注。"
        mend = "请用WPS或Word打开后另存为.docx，再检查新存的这一份。"
        raise UsageProblem.of(draft.name, what, mend)
    locations = draft.locations()
    comments = [_comment(found, locations) for found in outcome.diagnostics]
    return annotate(data, draft.name, comments)


def _comment(found: Diagnostic, locations: Locations) -> Comment:
    return Comment(tuple(_lines(found)), locations.of(found.place, found.quote))


def _lines(found: Diagnostic) -> Iterator[str]:
    yield f"【{found.severity.label}】{found.message}"
    if found.related:
        places = "；".join(dict.fromkeys(format_place(place) for place in found.related))
        yield f"另见：{places}"
    if found.mend:
        yield found.mend
    yield f"规则：{found.code} {found.rule}"
