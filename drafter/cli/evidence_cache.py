"""A cache of evidence by content, in the user's cache folder: an interrupted run goes on where it was.

An entry's name holds the file's own bytes, its name, the state of drafter's code and the pack's data,
so that an old entry is never taken for a new one; each holds a digest of itself, and a damaged one
counts as none.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable
from pathlib import Path

from drafter.cache import digest, own_folder, put
from drafter.cli.machine import this_machine

_FOLDER = "mine"
_SIZE = len(digest())


class EvidenceCache:
    """Entries made with one standard pack; without a folder of one's own it holds nothing."""

    def __init__(self, pack_folders: Iterable[Path]) -> None:
        """Use the user's cache folder. pack_folders: of the pack and those it extends."""
        folder = own_folder()
        self._folder = folder / _FOLDER if folder else None
        self._salt = _salt(pack_folders)

    def key(self, name: str, data: bytes) -> str:
        """Name the entry of a file with these bytes under this name."""
        total = hashlib.blake2b(data, digest_size=20, key=self._salt)
        total.update(name.encode())
        return total.hexdigest()

    def load(self, key: str) -> bytes | None:
        """Return packed evidence, None if it isn't known."""
        if self._folder is None:
            return None
        try:
            entry = self._path(self._folder, key).read_bytes()
        except OSError:
            return None
        packed = entry[_SIZE:]
        return packed if entry[:_SIZE] == digest(packed) else None

    def save(self, key: str, packed: bytes) -> None:
        """Keep packed evidence; a full or read-only disk is no reason to stop."""
        if self._folder is None:
            return
        target = self._path(self._folder, key)
        with contextlib.suppress(OSError):
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            put(target, digest(packed) + packed)

    def _path(self, folder: Path, key: str) -> Path:
        return folder / key[:2] / key[2:]


def _salt(pack_folders: Iterable[Path]) -> bytes:
    """Digest what evidence depends on besides the report: code, libraries, the pack's lexicon."""
    here = this_machine()
    files = (path for folder in pack_folders for path in sorted(folder.glob("*.yaml")))
    state = repr((here.version, here.code, here.libraries)).encode()
    return digest(state, *(path.read_bytes() for path in files))
