"""The first look at a block of reports, wherever it is done: bytes of files in, packed evidence out."""

from __future__ import annotations

import pickle
import threading
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from drafter.cli.packed import pack
from drafter.errors import DrafterError
from drafter.mining.evidence import gather
from drafter.mining.normal import normalise
from drafter.mining.topics import Topics
from drafter.readers import read_source
from drafter.readers.sources import Source

Item = tuple[str, bytes]  # a file's name and its bytes
Looked = tuple[bytes, str]  # packed evidence, or b"" and the reason why there is none
# PDFium is not made for threads, which a worker of a cluster may have.
_ONE_AT_A_TIME = threading.Lock()


def look(block: Sequence[Item], *, lexicon: bytes) -> list[Looked]:
    """Gather evidence of each file; what can't be read comes back as its reason.

    lexicon: pickled topics, so that a block needs no pack where it is looked at.
    """
    topics = _topics(lexicon)
    with _ONE_AT_A_TIME:
        return [_look(name, data, topics) for name, data in block]


@cache
def _topics(lexicon: bytes) -> Topics:
    topics: Topics = pickle.loads(lexicon)
    return topics


def _look(name: str, data: bytes, topics: Topics) -> Looked:
    try:
        report = read_source(Source(name, Path(name), data), topics.outline)
    except DrafterError as error:
        problem = error.problems[0]
        return b"", f"{problem.what}{problem.mend}"
    return pack(gather(normalise(report), name, topics)), ""
