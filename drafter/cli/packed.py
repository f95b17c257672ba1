"""Evidence as bytes: small enough to send and to keep; its head opens without its clauses.

The head holds what the first look at many reports counts, the codes of the clauses stand behind it as
they are, and the clauses' words come last, compressed, for the second look.
"""

from __future__ import annotations

import json
import struct
import zlib
from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from drafter.mining.evidence import Clause, Evidence, Heading, is_report

_LENGTHS = struct.Struct("<II")
_CODES: Final = "Q"


@dataclass(frozen=True, slots=True)
class Head:
    """What the first look needs: evidence without clauses, and the clauses' codes."""

    evidence: Evidence
    codes: Sequence[int]
    is_report: bool


def pack(evidence: Evidence) -> bytes:
    """Make the bytes."""
    fields = (evidence.name, evidence.digest, evidence.office, evidence.year)
    headings = _columns((h.topic, h.level, h.words) for h in evidence.headings)
    clauses = _columns((c.topic, c.paragraph, c.masked) for c in evidence.clauses)
    head = _json((fields, headings, is_report(evidence)))
    codes = array(_CODES, (clause.code for clause in evidence.clauses)).tobytes()
    words = zlib.compress(_json(clauses), 1)
    return b"".join((_LENGTHS.pack(len(head), len(codes)), head, codes, words))


def open_head(packed: bytes) -> Head:
    """Open what the first look needs."""
    head, codes, _ = _parts(packed)
    (name, digest, office, year), headings, is_one = json.loads(bytes(head))
    bare = Evidence(name, digest, office, year, tuple(map(Heading, *headings)), ())
    return Head(bare, codes.cast(_CODES), is_one)


def unpack(packed: bytes, wanted: Collection[int] | None = None) -> Evidence:
    """Open everything; wanted: leave out the clauses with other codes."""
    _, codes, words = _parts(packed)
    rows = zip(codes.cast(_CODES), *json.loads(zlib.decompress(words)), strict=True)
    clauses = (Clause(*row) for row in rows if wanted is None or row[0] in wanted)
    return replace(open_head(packed).evidence, clauses=tuple(clauses))


def _parts(packed: bytes) -> tuple[memoryview, memoryview, memoryview]:
    view = memoryview(packed)
    head, codes = _LENGTHS.unpack_from(view)
    view = view[_LENGTHS.size :]
    return view[:head], view[head : head + codes], view[head + codes :]


def _columns(rows: Iterable[tuple[object, object, object]]) -> list[tuple[object, ...]]:
    return list(zip(*rows, strict=True)) or [(), (), ()]


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()
