"""Damage the samples at random and read them: every file must give a report or a sentence, soon.

Usage: python -m tools.fuzz_reading [SECONDS] [SEED]   (60 seconds, seed 20261110)
Bytes are flipped, cut out, doubled and swapped between files; of a .docx also inside its parts, so that
the zip is whole and the XML isn't. Any socket is refused. Prints counts and the slowest; anything else
than a report or a FileProblem ends it with its traceback, the file kept as build/fuzz.docx, .html ….
"""

from __future__ import annotations

import io
import random
import socket
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from drafter.errors import FileProblem
from drafter.pack.loader import load_pack
from drafter.readers.formats import lines_of
from drafter.readers.structure import structure
from drafter.report import walk
from drafter.text.figures import parse_figures

TOP = Path(__file__).parent.parent
SAMPLES = TOP / "samples"
KEPT = TOP / "build" / "fuzz"
ENDINGS = (".docx", ".pdf", ".html", ".md", ".txt")
SLOW = 10.0


def damage(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Do one to six harms to bytes."""
    harmed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at, size = chance.randrange(len(harmed) + 1), chance.randint(1, 200)
        match chance.randrange(6):
            case 0 | 1:
                harmed[at : at + 1] = bytes([chance.randrange(256)])
            case 2:
                del harmed[at : at + size]
            case 3:
                harmed[at:at] = harmed[at : at + size] * chance.randint(1, 50)
            case 4:
                start = chance.randrange(len(other))
                harmed[at:at] = other[start : start + size]
            case _:
                harmed[at:at] = chance.choice(
                    (b"\x00" * size, b"<w:p>", b"\xff\xfe", b"]]>", b"&#0;")
                )
    return bytes(
        harmed[: len(harmed) if chance.random() < 0.9 else chance.randrange(len(harmed) + 1)]
    )


def damage_parts(data: bytes, chance: random.Random) -> bytes:
    """Damage parts inside a .docx and zip it again, whole."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            is_read = name.endswith((".xml", ".rels")) and len(content) > 1
            if is_read and chance.random() < (0.9 if name == "word/document.xml" else 0.1):
                content = damage(content, content, chance)
            new.writestr(name, content)
    return stream.getvalue()


def no_network(*_: object, **__: object) -> socket.socket:
    """Stand in for socket.socket: reading a file never needs one."""
    raise AssertionError("reading opened a socket")


def read_all(data: bytes, name: str) -> str:
    """Read a file as `drafter figures` does; say what came of it."""
    try:
        report = structure(lines_of(data, Path(name)), OUTLINE)
    except FileProblem:
        return "sentence"
    for span in walk(report):
        parse_figures(span.text)
    return "report"


def run(seconds: float, seed: int, read: Callable[[bytes, str], str]) -> int:
    """Damage and read until the time is over."""
    chance = random.Random(seed)
    files = [path for path in sorted(SAMPLES.rglob("*")) if path.suffix in ENDINGS]
    contents = {path: path.read_bytes() for path in files}
    counts: Counter[str] = Counter()
    slowest, started = (0.0, ""), time.perf_counter()
    while time.perf_counter() - started < seconds:
        path = chance.choice(files)
        inside = path.suffix == ".docx" and chance.random() < 0.8
        data = (
            damage_parts(contents[path], chance)
            if inside
            else damage(contents[path], contents[chance.choice(files)], chance)
        )
        begun = time.perf_counter()
        KEPT.parent.mkdir(parents=True, exist_ok=True)
        KEPT.with_suffix(path.suffix).write_bytes(data)
        counts[f"{path.suffix} {read(data, path.name)}"] += 1
        slowest = max(slowest, (time.perf_counter() - begun, path.name))
    print(
        f"{sum(counts.values())} files: " + ", ".join(f"{k} {n}" for k, n in sorted(counts.items()))
    )
    print(f"slowest {slowest[0]:.2f} s ({slowest[1]})")
    return 1 if slowest[0] > SLOW else 0


OUTLINE = load_pack(TOP / "templates" / "law-based-government").outline


def main(arguments: list[str]) -> int:
    """Fuzz with sockets refused."""
    socket.socket = no_network  # type: ignore[assignment,misc]
    seconds = float(arguments[0]) if arguments else 60.0
    return run(seconds, int(arguments[1]) if len(arguments) > 1 else 20261110, read_all)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
