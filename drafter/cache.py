"""The user's cache folder: what drafter can make again, kept from one run to the next.

An entry holds the key it was made for and a checksum of itself, so that an old or damaged one counts as
none. Nothing here is ever needed: without a folder of one's own drafter works, only slower.
"""

from __future__ import annotations

import contextlib
import functools
import marshal
import os
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import drafter

try:  # `hashlib` brings OpenSSL, which takes longer to load than a run's keys take to make
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

Plain = TypeVar("Plain")

_SIZE, _WIDTH = 32, 4  # bytes of a key and of a checksum
_MOST = 64  # entries; the oldest go
_OTHERS_MAY_WRITE = 0o022


def cache_folder() -> Path | None:
    """Return the folder, made or not; None where DRAFTER_CACHE is set to nothing."""
    named = os.environ.get("DRAFTER_CACHE")
    if named is not None:
        return Path(named) if named else None
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "drafter"
    except RuntimeError:  # no home folder
        return None


def digest(*parts: bytes) -> bytes:
    """Make a key or a name of bytes, each with its length."""
    total = blake2b(digest_size=_SIZE)
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.digest()


def code_state(*rooms: str) -> bytes:
    """Tell one state of drafter's code from another: by version, and by size and date of its modules.

    rooms: the folders of the package on which an entry depends; the nouns at its top always count.
    """
    return repr(
        (drafter.__version__, sys.version, [_state(room) for room in ("", *rooms)])
    ).encode()


@functools.cache  # a process runs the code it began with
def _state(room: str) -> list[tuple[str, int, int]]:
    package = os.path.dirname(drafter.__file__)  # noqa: PTH120  Path.glob takes ten times as long
    return [
        (entry.name, (status := entry.stat()).st_size, status.st_mtime_ns)
        for entry in sorted(os.scandir(f"{package}/{room}"), key=lambda entry: entry.name)
        if entry.name.endswith(".py")
    ]


def _check(content: bytes) -> bytes:
    """Sum up content, so that what was damaged is noticed; nobody else may write there."""
    return zlib.crc32(content).to_bytes(_WIDTH, "big")


def load(name: str, key: bytes) -> bytes | None:
    """Return what was kept under a name for this key; None where nothing fits."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        if not _is_own(folder):
            return None
        data = (folder / name).read_bytes()
    except OSError:
        return None
    head, content = data[: _SIZE + _WIDTH], data[_SIZE + _WIDTH :]
    return content if head == key + _check(content) else None


def save(name: str, key: bytes, content: bytes) -> None:
    """Keep content in the place of what the name held; a full or read-only disk is no reason to stop."""
    folder = own_folder()
    if folder is None:
        return
    with contextlib.suppress(OSError):
        put(folder / name, key + _check(content) + content)
        _forget_oldest(folder)


def own_folder() -> Path | None:
    """Return the folder, made if it wasn't there; None where it can't be, or where others may write."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder if _is_own(folder) else None
    except OSError:
        return None


def put(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, whoever else writes it. Errors: OSError."""
    import tempfile

    handle, made = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(made).replace(path)
    finally:
        Path(made).unlink(missing_ok=True)


def kept(name: str, key: bytes, make: Callable[[], Plain]) -> Plain:
    """Return what a name holds for this key, else what `make` returns, which is kept from now on.

    For plain data alone: tuples, lists, mappings, texts, numbers.
    """
    found = load(name, key)
    if found is not None:
        data: Plain = marshal.loads(found)
        return data
    made = make()
    save(name, key, marshal.dumps(cast(Any, made)))
    return made


def named(kind: str, path: Path) -> str:
    """Name the entry of one kind for a file or folder."""
    return f"{kind}-{digest(str(path).encode()).hex()[:24]}"


def _forget_oldest(folder: Path) -> None:
    with os.scandir(folder) as found:  # closed too where another process has just removed one
        entries = sorted(
            (entry.stat().st_mtime_ns, entry.path) for entry in found if entry.is_file()
        )
    for _, path in entries[:-_MOST]:
        Path(path).unlink(missing_ok=True)


def _is_own(folder: Path) -> bool:
    """Tell whether nobody else can write here; on Windows the profile folder is one's own."""
    if os.name == "nt":
        return True
    status = folder.stat()
    return status.st_uid == os.getuid() and not status.st_mode & _OTHERS_MAY_WRITE
