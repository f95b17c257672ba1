"""`make demo`: draft the sample profile, draft it again with figures left open, and lint both.

Ends with 1 where the first is not clean, or the second does not show one finding per open figure.
Usage: python -m tools.demo FOLDER
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2

from tests.external import find_tool, office_convert

TOP = Path(__file__).parent.parent
PROFILE = TOP / "profiles" / "qingshiqiao-2026.yaml"
LEFT_OPEN = 5

# What a report of this kind has at the least (characters, figures, pages), so that the sample is no toy.
REAL_LENGTH = (4500, 60, 8)

_FIGURE_LINE = re.compile(
    r"^(    |  )(?P<name>[^\s#:]+): (?P<value>\{值: [^,}]+|[^\s{#][^#]*?)(?=\s*(#|,|}|$))"
)


class DemoFailed(Exception):
    """Something the demo promises did not come true; the message is what a person reads."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft with what was measured of it.

    characters, figures: of headings and body, tables left out. pages: None without LibreOffice.
    """

    path: Path
    characters: int
    figures: int
    pages: int | None
    findings: tuple[dict[str, Any], ...]


def leave_open(text: str, count: int) -> tuple[str, tuple[str, ...]]:
    """Take the values of `count` figures out of a profile's text, spread evenly over 数据.

    Returns the new text and the names of the figures, in the order of the file.
    """
    lines = text.split("\n")
    start = lines.index("数据:")
    stop = next(n for n in range(start + 1, len(lines)) if re.match(r"[^\s#]", lines[n]))
    filled = [n for n in range(start + 1, stop) if _FIGURE_LINE.match(lines[n])]
    step = len(filled) // count
    names = []
    for number in filled[step // 2 :: step][:count]:
        found = _FIGURE_LINE.match(lines[number])
        assert found is not None
        kept = "{值: " if found["value"].startswith("{") else ""
        lines[number] = f"{found[1]}{found['name']}: {kept}{lines[number][found.end() :]}".rstrip()
        names.append(found["name"])
    return "\n".join(lines), tuple(names)


def run_drafter(*arguments: str, allowed: tuple[int, ...] = (0,)) -> str:
    """Run one drafter command as a user would and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "drafter", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode not in allowed:
        raise DemoFailed(
            f"drafter {' '.join(arguments)} 以 {done.returncode} 结束：\n{done.stdout}{done.stderr}"
        )
    return done.stdout


def draft_and_lint(profile: Path, target: Path) -> Drafted:
    """Draft one profile into a Word file, lint it against the profile, and measure it."""
    run_drafter("draft", str(profile), "-o", str(target))
    linted = run_drafter(
        "lint", str(target), "--profile", str(profile), "-f", "json", allowed=(0, 1)
    )
    figures = json.loads(run_drafter("figures", str(target), "-f", "json"))
    outline = json.loads(run_drafter("outline", str(target), "-f", "json"))
    return Drafted(
        target,
        count_characters(outline),
        sum(figure["element"] != "table" for figure in figures),
        count_pages(target),
        tuple(json.loads(linted)),
    )


def count_characters(outline: dict[str, Any]) -> int:
    """Count the characters of headings and body in an outline, blanks and tables left out."""
    texts: list[str] = [outline["title"] or "", *outline["preamble"], *outline["closing"]]
    waiting = list(outline["sections"])
    while waiting:
        section = waiting.pop()
        if not section["run_in"]:
            texts.append((section["ordinal"] or "") + section["heading"])
        texts.extend(section["paragraphs"])
        waiting.extend(section["sections"])
    return sum(len("".join(text.split())) for text in texts)


def count_pages(path: Path) -> int | None:
    """Count the pages LibreOffice makes of a Word file; None where there is no LibreOffice."""
    if find_tool("soffice") is None:
        return None
    pdf = office_convert(path, "pdf", path.parent)
    document = pypdfium2.PdfDocument(pdf)
    pages = len(document)
    document.close()
    return pages


def judge_clean(draft: Drafted) -> None:
    """Hold the first draft against its promise: no finding of any severity, and a real report's length."""
    if draft.findings:
        listed = "\n".join(f"  {found['message']}" for found in draft.findings)
        raise DemoFailed(f"{draft.path} 应当没有问题，却有 {len(draft.findings)} 处：\n{listed}")
    characters, figures, pages = REAL_LENGTH
    if draft.characters < characters or draft.figures < figures or (draft.pages or pages) < pages:
        raise DemoFailed(f"{describe(draft)}，不足 {characters} 字、{figures} 个数据、{pages} 页。")


def judge_open(draft: Drafted, names: tuple[str, ...]) -> None:
    """Hold the second draft against its promise: one finding per figure left open, no other."""
    messages = [found["message"] for found in draft.findings]
    unnamed = [name for name in names if sum(f"“{name}”" in text for text in messages) != 1]
    if unnamed or len(messages) != len(names):
        listed = "\n".join(f"  {message}" for message in messages)
        raise DemoFailed(
            f"{draft.path} 空着 {len(names)} 项（{'、'.join(names)}），"
            f"检查却指出 {len(messages)} 处：\n{listed}"
        )


def describe(draft: Drafted) -> str:
    """Tell in one line what was written."""
    pages = f"{draft.pages} 页（按本机字体），" if draft.pages else ""
    shown = draft.path.relative_to(TOP) if draft.path.is_relative_to(TOP) else draft.path
    return f"{shown}：{pages}正文 {draft.characters} 字、{draft.figures} 个数"


def run(folder: Path) -> None:
    """Make both drafts in a fresh folder and print what they are."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    full = draft_and_lint(PROFILE, folder / "青石桥2026.docx")
    judge_clean(full)
    print(f"已生成 {describe(full)}。")
    print("  检查：没有发现问题。")
    text, names = leave_open(PROFILE.read_text(encoding="utf-8"), LEFT_OPEN)
    profile = folder / "青石桥2026-待填.yaml"
    profile.write_text(text, encoding="utf-8")
    gaps = draft_and_lint(profile, folder / "青石桥2026-待填.docx")
    judge_open(gaps, names)
    print(f"空出 {len(names)} 项数据后，已生成 {describe(gaps)}，缺的数以【待填：…】标亮。")
    print(f"  检查：{len(gaps.findings)} 处待填，一项不多，一项不少：")
    for found in gaps.findings:
        print(f"    {found['message']}")
    if full.pages is None:
        print("（没有装 LibreOffice，页数未计。）")


def main() -> int:
    """Run the demo; a promise that is not kept is said and ends with 1."""
    try:
        run(Path(sys.argv[1]).resolve())
    except DemoFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
