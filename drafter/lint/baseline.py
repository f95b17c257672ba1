"""The list of known findings: what stands in it is not counted again.

A finding is known by its rule, the path of its headings and its words, so that it stays known when
paragraphs are put in before it, and is new when its words change.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from drafter.diagnostic import Diagnostic
from drafter.errors import FileProblem, Problem
from drafter.lint.outcome import Outcome
from drafter.location import FileLocation

_KIND = "drafter-baseline"
_VERSION = 1
_COUNTED = re.compile(r"（共\d+处）(?=。$)")
_MEND = "请用 drafter lint 文稿 --write-baseline 文件 重新写一份。"


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What a finding is known by. rule: its slug; words: as quoted, for something absent the message."""

    rule: str
    section: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Compared:
    """Outcomes without the known findings, and the entries of the list that no finding answers to."""

    outcomes: tuple[Outcome, ...]
    stale: tuple[Key, ...]


def key_of(found: Diagnostic) -> Key:
    """Say what a finding is known by; how often it recurs does not matter."""
    words = found.quote or _COUNTED.sub("", found.message)
    return Key(found.rule, found.place.section, words)


def compare(outcomes: Sequence[Outcome], known: Iterable[Key]) -> Compared:
    """Take known findings out of outcomes."""
    keys = set(known)
    seen: set[Key] = set()
    left: list[Outcome] = []
    for outcome in outcomes:
        new = tuple(d for d in outcome.diagnostics if key_of(d) not in keys)
        seen |= {key_of(d) for d in outcome.diagnostics} & keys
        left.append(replace(outcome, diagnostics=new, known=len(outcome.diagnostics) - len(new)))
    return Compared(tuple(left), tuple(sorted(keys - seen)))


def write_baseline(outcomes: Sequence[Outcome]) -> str:
    """List all findings, sorted, each once; ends with a newline."""
    keys = sorted({key_of(d) for outcome in outcomes for d in outcome.diagnostics})
    entries = [{"rule": k.rule, "section": list(k.section), "words": k.words} for k in keys]
    data = {"kind": _KIND, "version": _VERSION, "findings": entries}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def is_baseline(data: bytes) -> bool:
    """Tell whether a file's bytes are such a list, so that a new one may replace it."""
    try:
        read_baseline(data, "")
    except FileProblem:
        return False
    return True


def read_baseline(data: bytes, name: str) -> frozenset[Key]:
    """Read such a list. Errors: FileProblem for anything else."""
    try:
        found = json.loads(data)
        if found["kind"] != _KIND or found["version"] != _VERSION:
            raise ValueError(found["kind"])
        return frozenset(
            Key(str(e["rule"]), tuple(map(str, e["section"])), str(e["words"]))
            for e in found["findings"]
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        what = "这不是 drafter 写的已知问题清单，或者已经损坏。"
        raise FileProblem(Problem(FileLocation(name), what, _MEND)) from error
