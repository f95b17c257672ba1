"""Speed of reading: `python -m tools.bench_reading [FOLDER]`, a part of `make bench`.

1. .docx to lines (text, hints, numbering) beside python-docx's paragraph texts: files of FOLDER
   (the shared work reports, else the samples), the two taken in turn file by file, the least of ROUNDS each.
2. Structure and figures beside `jieba.lcut` on the same text.
3. Whether the cost is linear: the same text once, and longer.
Times are this process's own processor time, so that a busy machine changes little. No test is timed.
"""

from __future__ import annotations

import importlib
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from docx import Document

from drafter.pack.loader import load_pack
from drafter.readers import read_lines
from drafter.readers.lines import Line
from drafter.readers.plain import read_text
from drafter.readers.structure import structure
from drafter.report import walk
from drafter.text.figures import parse_figures

TOP = Path(__file__).parent.parent
REAL = TOP.parent / "shared" / "reports" / "other-genres"
OUTLINE = load_pack(TOP / "templates" / "law-based-government").outline
ROUNDS = 30


def least(rounds: int, *calls: Callable[[], object]) -> list[float]:
    """Return the least processor time of each call, the calls taken in turn."""
    best = [float("inf")] * len(calls)
    for _ in range(rounds):
        for index, call in enumerate(calls):
            started = time.process_time()
            call()
            best[index] = min(best[index], time.process_time() - started)
    return best


def word_files(folder: Path) -> list[Path]:
    """Return the Word documents of a folder, the samples' where it is absent."""
    return sorted((folder if folder.is_dir() else TOP / "samples").rglob("*.docx"))


def paragraph_texts(path: Path) -> list[str]:
    """Read the paragraphs' texts with python-docx, which resolves neither numbering nor changes."""
    return [paragraph.text for paragraph in Document(str(path)).paragraphs]


def bench_word(files: list[Path]) -> None:
    """Print the time of each file and the sum."""
    ours = theirs = 0.0
    for path in files:
        mine, other = least(ROUNDS, partial(read_lines, path), partial(paragraph_texts, path))
        ours, theirs = ours + mine, theirs + other
        print(f"  {path.name}: {mine * 1000:.1f} ms, python-docx {other * 1000:.1f} ms")
    rate = len(files) / ours
    print(f"  together: {rate:.0f} files/s, {theirs / ours:.2f} times python-docx")


def structure_and_figures(text: str) -> int:
    """Read a text's structure and every figure in it; return how many figures."""
    report = structure(read_text(text.encode(), "text.txt"), OUTLINE)
    return sum(len(parse_figures(span.text)) for span in walk(report))


def texts_of(files: list[Path]) -> list[str]:
    """Return the files' texts, one paragraph a line."""
    lines = (read_lines(path) for path in files)
    return ["\n".join(x.text for x in found if isinstance(x, Line)) for found in lines]


def bench_figures(texts: list[str]) -> None:
    """Print the time of structure plus figures beside a segmentation into words."""
    jieba = importlib.import_module("jieba")
    jieba.lcut("热身")
    whole = "\n".join(texts)
    ours, theirs = least(
        5,
        lambda: [structure_and_figures(text) for text in texts],
        lambda: [jieba.lcut(text) for text in texts],
    )
    print(f"  {len(whole)} characters: {ours * 1000:.0f} ms, jieba.lcut {theirs * 1000:.0f} ms,")
    print(f"  {theirs / ours:.2f} times jieba.lcut")


def bench_length(text: str) -> None:
    """Print the time for each character as a text grows."""
    for times in (1, 4, 16):
        (spent,) = least(3, partial(structure_and_figures, "\n".join([text] * times)))
        share = spent / (len(text) * times)
        print(f"  {len(text) * times} characters: {share * 1e6:.2f} microseconds a character")


def main(arguments: list[str]) -> None:
    """Print the three measurements."""
    files = word_files(Path(arguments[0]) if arguments else REAL)
    print("reading .docx to lines, beside python-docx's paragraph texts")
    bench_word(files)
    texts = texts_of(files)
    print("structure and figures, beside jieba.lcut")
    bench_figures(texts)
    print("structure and figures of a text repeated")
    bench_length(texts[0])


if __name__ == "__main__":
    main(sys.argv[1:])
