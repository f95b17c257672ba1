"""Lint real reports and print every finding, so that a person can give each a verdict.

python -m tools.false_alarms [FOLDER]   (default: the folder of real reports beside the checkout)

Prints each finding with file, place and words, and a table of counts by rule and kind of report:
annual reports (the top of the folder), and texts of other genres, for which only the rules that fit
any text are run.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from drafter.lint.draft import Draft
from drafter.lint.formatters.text import format_text
from drafter.lint.linter import lint
from drafter.lint.outcome import Outcome
from drafter.lint.rule import Rule
from drafter.lint.rules import RULES
from drafter.lint.selection import choose
from drafter.pack.library import DEFAULT_PACK, builtin_packs_folder
from drafter.pack.loader import load_pack
from drafter.pack.pack import Pack
from drafter.readers import read_with_look
from drafter.readers.sources import Source

DEFAULT_FOLDER = Path(__file__).parent.parent.parent / "shared" / "reports"
SUFFIXES = {".txt", ".docx"}
# These look for the parts of an annual report on the rule of law; other reports have none.
OF_THE_GENRE = ("missing-section", "section-out-of-order", "missing-cause", "incomplete-frame")


def documents(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield each document with its kind: "年度报告" at the top, else its folder's name."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in SUFFIXES:
            kind = "年度报告" if path.parent == folder else path.parent.name
            yield kind, path


def rules_for(kind: str) -> Sequence[Rule]:
    """Choose the rules for a kind of document: all for annual reports, else those that fit any text."""
    return RULES if kind == "年度报告" else choose(RULES, (), OF_THE_GENRE)


def judge(path: Path, pack: Pack, rules: Sequence[Rule]) -> Outcome:
    """Lint one document alone, without profile."""
    return lint(
        Draft(path.name, read_with_look(Source(path.name, path), pack.outline), pack), rules
    )


def main(arguments: Sequence[str]) -> None:
    """Print findings and counts."""
    folder = Path(arguments[0]) if arguments else DEFAULT_FOLDER
    if not folder.is_dir():
        sys.exit(f"找不到文件夹“{folder}”。")
    pack = load_pack(builtin_packs_folder() / DEFAULT_PACK)
    counts: dict[str, Counter[str]] = {}
    files: Counter[str] = Counter()
    for kind, path in documents(folder):
        outcome = judge(path, pack, rules_for(kind))
        files[kind] += 1
        counts.setdefault(kind, Counter()).update(d.code for d in outcome.diagnostics)
        print(format_text([outcome]))
    for kind, found in counts.items():
        shown = "，".join(f"{rule.code} {found[rule.code]}" for rule in RULES if found[rule.code])
        print(f"{kind}: {files[kind]} 份，{sum(found.values())} 处（{shown or '无'}）")


if __name__ == "__main__":
    main(sys.argv[1:])
