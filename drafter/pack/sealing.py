"""The seal of a pack: pack.yaml holds a digest of every file, so that a person's edits are known later.

A file whose digest no longer fits is someone's work; so is one that has none. Without a seal the
whole folder is.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

HEAD = "pack.yaml"
_SEAL = re.compile(r"^digest:\n(?:  .*\n)*\Z", re.MULTILINE)
_LINE = re.compile(r'^  "(.+)": ([0-9a-f]{16})$', re.MULTILINE)


def seal(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of a pack with the seal at the end of pack.yaml."""
    head = files[HEAD].decode()
    lines = [f'  "{name}": {_digest(data)}' for name, data in sorted(files.items())]
    return {**files, HEAD: f"{head}digest:\n{chr(10).join(lines)}\n".encode()}


def edited_files(folder: Path) -> frozenset[str] | None:
    """Name the files of a pack's folder that a person changed or added, or deleted; None without a seal."""
    head = folder / HEAD
    text = head.read_bytes().decode(errors="replace") if head.is_file() else ""
    found = _SEAL.search(text)
    if found is None:
        return None
    sealed = dict(_LINE.findall(found[0]))
    present = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    present[HEAD] = text[: found.start()].encode()
    names = sealed.keys() | present.keys()
    return frozenset(
        name for name in names if name not in present or sealed.get(name) != _digest(present[name])
    )


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
