"""A cache of evidence by content, in the user's cache folder: an interrupted run goes on where it was.

An entry's name holds the file's own bytes, its name, drafter's version and the pack's data, so that
an old entry is never taken for a new one; a damaged entry counts as none.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
import zlib
from functools import cache
from pathlib import Path

from drafter import __version__
from drafter.mining.evidence import Clause, Evidence, Heading


class EvidenceCache:
    """Entries made with one standard pack; without a writable folder it holds nothing."""

    def __init__(self, pack_folder: Path) -> None:
        """Use the user's cache folder."""
        self._salt = _salt(pack_folder)
        self._folder = _cache_folder() / "mine"

    def load(self, name: str, data: bytes) -> Evidence | None:
        """Return the evidence of a file with these bytes under this name, None if it isn't known."""
        try:
            packed = self._path(name, data).read_bytes()
            found = json.loads(zlib.decompress(packed))
        except (OSError, zlib.error, ValueError):
            return None
        headings = tuple(Heading(*heading) for heading in found["headings"])
        clauses = tuple(Clause(*clause) for clause in found["clauses"])
        return Evidence(name, found["digest"], found["office"], found["year"], headings, clauses)

    def save(self, evidence: Evidence, data: bytes) -> None:
        """Keep evidence; a full or read-only disk is no reason to stop."""
        fields = {
            "digest": evidence.digest,
            "office": evidence.office,
            "year": evidence.year,
            "headings": [(h.topic, h.level, h.words) for h in evidence.headings],
            "clauses": [(c.code, c.topic, c.paragraph, c.masked) for c in evidence.clauses],
        }
        packed = zlib.compress(json.dumps(fields, ensure_ascii=False).encode(), 1)
        target = self._path(evidence.name, data)
        with contextlib.suppress(OSError):
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, made = tempfile.mkstemp(dir=target.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(packed)
            Path(made).replace(target)

    def _path(self, name: str, data: bytes) -> Path:
        key = hashlib.blake2b(data, digest_size=20, salt=self._salt)
        key.update(name.encode())
        code = key.hexdigest()
        return self._folder / code[:2] / code[2:]


def _cache_folder() -> Path:
    named = os.environ.get("DRAFTER_CACHE")
    if named:
        return Path(named)
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME")
    return Path(base or Path.home() / ".cache") / "drafter"


@cache
def _salt(pack_folder: Path) -> bytes:
    """Digest what evidence depends on besides the report: drafter, and the pack's lexicon."""
    total = hashlib.blake2b(__version__.encode(), digest_size=16)
    package = Path(__file__).parents[1]
    for room in ("readers", "mining", "text", "pack"):
        for path in sorted((package / room).rglob("*.py")):
            total.update(path.read_bytes())
    for path in sorted(pack_folder.glob("*.yaml")):
        total.update(path.read_bytes())
    return total.digest()
