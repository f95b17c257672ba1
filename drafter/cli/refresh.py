"""`drafter refresh`: late figures into a draft that people have edited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from drafter.cli.columns import listed
from drafter.collecting.cases import (
    Case,
    Document,
    Marked,
    Places,
    Stretch,
    cases_by_marks,
    cases_by_matches,
    cases_of_waiting,
)
from drafter.collecting.refresh import Verdict, unprinted
from drafter.errors import FileProblem, UsageProblem
from drafter.extraction.match import Match
from drafter.extraction.matching import match
from drafter.lint.formatters.place import format_place
from drafter.profile.load import load_profile
from drafter.profile.profile import Profile
from drafter.readers import read
from drafter.writers.docx import anatomy
from drafter.writers.docx.changes import Replacement, hindrance
from drafter.writers.docx.edited import EditedDraft, open_edited, write_edited
from drafter.writers.docx.marks import PrintedMark
from drafter.writers.files import check, save

_SHOWN = 20


@click.command("refresh", short_help="把新数填进已经改过的文稿（修订）。")
@click.argument("edited", metavar="改过的.docx", type=click.Path(path_type=Path))
@click.option(
    "--profile", "profile_path", metavar="台账", required=True, type=click.Path(path_type=Path),
    help="现在的台账。",
)  # fmt: skip
@click.option(
    "-o", "out", metavar="新文稿.docx", required=True, type=click.Path(path_type=Path),
    help="写到哪里；改过的文稿本身不动。",
)  # fmt: skip
@click.option(
    "--was", "was_path", metavar="旧台账", type=click.Path(path_type=Path),
    help="文稿里没有 drafter 的标记时，写明生成它的那份台账。",
)  # fmt: skip
@click.option("--force", is_flag=True, help="覆盖已有的文件，即使有人改过。")
def command(
    edited: Path, profile_path: Path, out: Path, was_path: Path | None, force: bool
) -> None:
    """把台账里后来变了的数填进已经改过的 Word 文稿，每一处都是修订（作者 drafter）。

    只改与生成时一字不差的数和【待填】；有人改过的数列出来，不动。算出来的率、同比和对照表跟着改。
    """
    check(out, force)
    profile = load_profile(profile_path)
    was = load_profile(was_path, profile.pack) if was_path else None
    report = read(edited, profile.pack.outline)
    draft = open_edited(_docx_bytes(edited), str(edited))
    if not draft.marks and was is None:
        what = "这份文稿里没有 drafter 的标记，看不出哪些数是由台账印的。"
        mend = "请用 --was 写明生成它的那份台账；那样只改能确定的数。"
        raise UsageProblem.of(edited, what, mend)
    document = _document(draft)
    places = Places(report, document.texts)
    matches = match(report, profile.pack)
    by_marks = cases_by_marks(document, profile)
    found = list(by_marks)
    if was is not None and not draft.marks:
        found += cases_by_matches(document, places, matches, was, profile)
    found += cases_of_waiting(document, profile, found)
    save(out, _written(draft, found, by_marks), force)
    unused = (
        ["文稿里有 drafter 的标记，比旧台账更准，没有用 --was。"] if was and draft.marks else []
    )
    lines = [f"{edited} → {out}：", *unused, *_told(found, places, profile, matches)]
    click.echo("\n".join(lines))


def _docx_bytes(path: Path) -> bytes:
    data = path.read_bytes()
    if not data.startswith(b"PK"):
        what, mend = "只能改 .docx 文稿。", "请用 WPS 或 Word 打开，另存为 .docx 后再试。"
        raise FileProblem.of(path, what, mend)
    return data


def _document(draft: EditedDraft) -> Document:
    body = draft.anatomy
    marked = tuple(_marked(mark, draft) for mark in draft.marks)
    return Document(
        tuple(paragraph.text for paragraph in body.paragraphs),
        marked,
        lambda stretch: hindrance(body, anatomy.Stretch(*stretch)),
    )


def _marked(mark: PrintedMark, draft: EditedDraft) -> Marked:
    found = draft.stretch(mark)
    stretch = Stretch(found.paragraph, found.start, found.end) if found else None
    return Marked(mark.key, mark.slot, mark.words, stretch)


def _written(draft: EditedDraft, found: Sequence[Case], by_marks: Sequence[Case]) -> bytes:
    """Put the new words in; the marks then tell them, so that the next refresh starts from there."""
    replacements = [
        Replacement(anatomy.Stretch(*case.stretch), case.decision.words)
        for case in found
        if case.is_replaced and case.stretch
    ]
    marks = tuple(
        mark if case.is_left or not case.decision.words else replace(mark, words=case.decision.words)
        for mark, case in zip(draft.marks, by_marks, strict=True)
    )  # fmt: skip
    return write_edited(draft, replacements, marks)


def _told(
    found: Sequence[Case], places: Places, profile: Profile, matches: Sequence[Match]
) -> Iterator[str]:
    replaced = [case for case in found if case.is_replaced]
    yield f"改了{len(replaced)}处。" + ("每处都是修订，作者 drafter。" if replaced else "")
    for case in replaced:
        words = f"“{case.seen.now}” → “{case.decision.words}”"
        yield f"  {_where(case, places)}：{case.seen.key} {words}"
    left = [case for case in found if case.is_left]
    if left:
        yield f"没有动、要人看的：{len(left)}处"
        yield from (f"  {_where(case, places)}：{_reason(case)}" for case in left)
    waiting = places.count("【待填") - sum("【待填" in (case.seen.now or "") for case in replaced)
    if waiting > 0:
        yield f"文稿里还有{waiting}处待填。"
    keys = {case.seen.key for case in found} | {key for m in matches for key in m.keys}
    absent = [entry.key for entry in unprinted(profile, keys)]
    if absent:
        yield f"台账里有、文稿里没有印的：{listed(absent, _SHOWN)}"


def _where(case: Case, places: Places) -> str:
    if case.seen.slot.startswith("annex"):
        return f"对照表“{case.seen.slot.partition(':')[2]}”"
    if case.stretch is None:
        return "原处"
    span = places.span(case.stretch)
    return format_place(span.place()) if span else "文中"


def _reason(case: Case) -> str:
    seen, decision = case.seen, case.decision
    now = f"，现在是“{seen.now}”" if seen.now is not None and seen.now != seen.then else ""
    words = f"，台账是“{decision.words}”" if decision.words else ""
    if decision.verdict is Verdict.AFFECTED:
        return f"{seen.key}：{decision.verdict.value}（“{seen.now}”）"
    why = case.hindrance or decision.verdict.value
    return f"{seen.key}：{why}（原印“{seen.then}”{now}{words}）"
