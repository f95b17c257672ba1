"""Make reports, profiles and drafts from a few lines of text, without any reader."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from drafter.lint.draft import Draft
from drafter.pack.headings import parts_of_heading
from drafter.pack.kinds import kind_of
from drafter.pack.library import DEFAULT_PACK
from drafter.pack.pack import Pack
from drafter.profile.load import load_profile
from drafter.profile.profile import Profile
from drafter.readers.parts import assign_parts
from drafter.report import Annex, Block, Paragraph, Report, Section, Table
from drafter.text.ordinals import parse_ordinal
from tests.shipped import pack_of

END_MARKS = "。：；，、"
HEAD = {
    "年度": "年度: 2026",
    "单位": "单位: {名称: 青石桥街道办事处, 简称: 街道, 类型: 街道, 上级: 云溪区}",
}


def pack(name: str = DEFAULT_PACK) -> Pack:
    """Return a shipped pack."""
    return pack_of(name)


def profile(text: str, name: str = DEFAULT_PACK) -> Profile:
    """Load a profile from YAML; 年度 and 单位 are added where they are left out."""
    missing = [line for key, line in HEAD.items() if not re.search(rf"^{key}:", text, re.M)]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "profile.yaml"
        path.write_text("\n".join([*missing, text]), encoding="utf-8")
        return load_profile(path, pack(name))


def report(text: str) -> Report:
    """Read a report from lines: `# ` the title, ordinals make headings, `| a | b |` a table row.

    `主送：`, `署名：`, `附件：` (names, parted by 、) and `成文日期：2026-12-10` (or a placeholder) fill
    those fields; a numbered line of level two or deeper with text behind its first 。 is a run-in heading.
    """
    builder = _Builder()
    for line in text.splitlines():
        builder.add(line.strip())
    return builder.finish()


def draft(
    text: str, yaml: str | None = None, *, explicit_pack: bool = False, previous: str | None = None
) -> Draft:
    """Make a draft from a report's text and, if given, a profile's YAML and last year's report."""
    made = report(text)
    name = kind_of(made, pack())
    if name is not None:  # as the command does: a report of another kind by its title
        made = assign_parts(made, pack(name).outline)
    name = name or DEFAULT_PACK
    held_against = profile(yaml, name) if yaml is not None else None
    before = report(previous) if previous is not None else None
    return Draft("稿.txt", made, pack(name), held_against, explicit_pack, before)


def part_of(heading: str) -> str | None:
    """Tell which prescribed part a heading carries; None if none or several."""
    found = parts_of_heading(heading, pack().outline)
    return found[0] if len(found) == 1 else None


class _Builder:
    """Collects lines into the tree; open sections stand on a stack."""

    def __init__(self) -> None:
        self.fields: dict[str, object] = {}
        self.preamble: list[Block] = []
        self.top: list[Section] = []
        self.stack: list[tuple[Section, list[Block], list[Section]]] = []
        self.rows: list[tuple[str, ...]] = []
        self.annexes: tuple[Annex, ...] = ()

    def add(self, line: str) -> None:
        if not line.startswith("|"):
            self.end_table()
        if line.startswith("# "):
            self.fields["title"] = line[2:]
        elif line.startswith("|"):
            self.rows.append(tuple(cell.strip() for cell in line.strip("|").split("|")))
        elif line.startswith("主送："):
            self.fields["addressee"] = line[3:]
        elif line.startswith("署名："):
            self.fields["organs"] = (line[3:],)
        elif line.startswith("附件："):
            self.annexes = tuple(Annex(name) for name in line[3:].split("、"))
        elif line.startswith("成文日期："):
            if line.endswith("】"):
                self.fields["date_line"] = line[5:]
            else:
                self.fields["issued"] = date.fromisoformat(line[5:])
        elif line:
            self.add_text(line)

    def add_text(self, line: str) -> None:
        ordinal = parse_ordinal(line)
        if ordinal is None:
            self.blocks().append(Paragraph(line))
            return
        rest = line[ordinal.end :]
        head, mark, body = rest.partition("。")
        is_run_in = ordinal.level > 1 and bool(mark and body)
        heading = head if is_run_in else rest.rstrip(END_MARKS)
        blocks: list[Block] = [Paragraph(line)] if is_run_in else []
        section = Section(
            line[: ordinal.end].strip(),
            heading,
            ordinal.level,
            run_in=is_run_in,
            part=part_of(heading),
            end_mark="" if is_run_in else rest[len(heading) :],
        )
        self.close(ordinal.level)
        self.stack.append((section, blocks, []))

    def blocks(self) -> list[Block]:
        return self.stack[-1][1] if self.stack else self.preamble

    def end_table(self) -> None:
        if self.rows:
            self.blocks().append(Table(tuple(self.rows)))
            self.rows = []

    def close(self, level: int) -> None:
        while self.stack and self.stack[-1][0].level >= level:
            section, blocks, sections = self.stack.pop()
            done = replace(section, blocks=tuple(blocks), sections=tuple(sections))
            (self.stack[-1][2] if self.stack else self.top).append(done)

    def finish(self) -> Report:
        self.end_table()
        self.close(0)
        return Report(
            annexes=self.annexes,
            title=self.fields.get("title"),  # type: ignore[arg-type]  # set from text only
            preamble=tuple(self.preamble),
            sections=tuple(self.top),
            addressee=self.fields.get("addressee"),  # type: ignore[arg-type]
            organs=self.fields.get("organs", ()),  # type: ignore[arg-type]
            issued=self.fields.get("issued"),  # type: ignore[arg-type]
            date_line=self.fields.get("date_line"),  # type: ignore[arg-type]
        )
