"""Change a person's file in place: what stood there is kept beside it, and nobody's work is lost."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

from drafter.errors import FileProblem
from drafter.writers.files import save
from drafter.yamlfile import YamlFile, read_text

BACKUP_SUFFIX = ".bak"
_MOST_LINES = 12


def replace_in_place(before: YamlFile, after: YamlFile, keep: bool = True) -> Path | None:
    """Write a changed profile over the one it was read from, in one step.

    before: as read; after: the same file with its new text. keep: False where the content to go back
    to is kept already. Returns where the old content is kept (the name with .bak behind it, replaced
    each time), None where nothing changed.
    Errors: FileProblem, also where the file on the disk is no longer the one that was read.
    """
    if after.text == before.text:
        return None
    path = before.path
    _refuse_changed(before)
    backup = path.with_name(path.name + BACKUP_SUFFIX)
    if keep:
        save(backup, path.read_bytes(), force=True)
    save(path, after.encode(after.text), force=True)
    return backup


def _refuse_changed(before: YamlFile) -> None:
    now = read_text(before.path)
    if now == before.text:
        return
    shown = "\n".join(f"    {line}" for line in differences(before.text, now))
    what = "读入以后，这个文件又被别人改过，没有写入。"
    mend = f"请再运行一次。改动是：\n{shown}"
    raise FileProblem.of(before.path, what, mend)


def differences(before: str, now: str) -> Iterator[str]:
    """Yield the lines that went (- ) and came (+ ), the first of them where there are many."""
    changed = [
        line
        for line in difflib.ndiff(before.splitlines(), now.splitlines())
        if line.startswith(("- ", "+ "))
    ]
    yield from changed[:_MOST_LINES]
    if len(changed) > _MOST_LINES:
        yield f"……共{len(changed)}行"
