"""A pack as it was loaded before: the same Pack without reading and checking its files again.

The user's cache folder holds it under the digest of every file of the pack, of the packs it extends or
shares from, and of drafter's own modules, so that whatever changes makes it load anew. Only drafter's own types and
plain values come out of the cache.
"""

from __future__ import annotations

import io
import os
import pickle
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path, PosixPath, WindowsPath
from typing import Any

from drafter import cache
from drafter.errors import DrafterError
from drafter.pack.library import builtin_packs_folder
from drafter.pack.pack import Pack
from drafter.yamlfile import read_text

# Wherever the word stands: a folder too many only makes the pack load anew.
_OTHER_PACKS = re.compile(r"(?:extends|shares)[\"']?\s*:\s*[\"']?([\w./\\:-]+)")
_OTHERS = {("datetime", "date")}
_PATHS = {"PosixPath": PosixPath, "WindowsPath": WindowsPath}


def load_compiled(folder: Path) -> Pack:
    """Load a pack as `load_pack` does, from the cache where its sources are the same. Errors: PackProblem."""
    name = cache.named("pack", folder)
    key = cache.digest(cache.code_state("pack", "text"), str(folder).encode(), *_sources(folder))
    found = cache.load(name, key)
    if found is not None:
        return _unpack(found)
    from drafter.pack.loader import load_pack

    pack = load_pack(folder)
    cache.save(name, key, _pack(pack))
    return pack


def _sources(folder: Path, seen: tuple[Path, ...] = ()) -> Iterator[bytes]:
    """Yield name and bytes of each file of a pack's folder, then those of the packs it extends or shares from.

    What can't be read is left to the loader to name.
    """
    try:
        for path in sorted(_files(str(folder))):
            yield path.removeprefix(str(folder)).encode()
            with open(path, "rb") as file:  # noqa: PTH123  plain names: half the time of paths
                yield file.read()
        names = _OTHER_PACKS.findall(read_text(folder / "pack.yaml"))
    except (OSError, DrafterError):
        return
    for name in names:
        for parent in (folder / name, builtin_packs_folder() / name):
            if parent.is_dir() and parent.resolve() not in (*seen, folder.resolve()):
                yield from _sources(parent, (*seen, folder.resolve()))


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir():
                yield from _files(entry.path)
            elif entry.is_file():
                yield entry.path


def _pack(pack: Pack) -> bytes:
    buffer = io.BytesIO()
    _Pickler(buffer, pickle.HIGHEST_PROTOCOL).dump(pack)
    return buffer.getvalue()


def _unpack(data: bytes) -> Pack:
    pack = _Unpickler(io.BytesIO(data)).load()
    assert isinstance(pack, Pack)
    return pack


class _Pickler(pickle.Pickler):
    """Writes a dataclass as a call of its type, which is read twice as fast as slots one by one."""

    def reducer_override(self, obj: Any) -> Any:
        if is_dataclass(obj) and not isinstance(obj, type):
            return type(obj), tuple(getattr(obj, field.name) for field in fields(obj))
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    """Reads nothing but types of drafter's nouns, dates and paths."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith("pathlib") and name in _PATHS:
            return _PATHS[name]
        if module.startswith("drafter.") or (module, name) in _OTHERS:
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a pack")
