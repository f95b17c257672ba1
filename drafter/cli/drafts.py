"""Drafts named on the command line: read and judged, on several processes where there are many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.batch import run
from drafter.cli.engines import processes
from drafter.cli.options import pack_of
from drafter.errors import DrafterError, FileProblem, UsageProblem
from drafter.lint.draft import Draft
from drafter.lint.linter import lint
from drafter.lint.outcome import Outcome
from drafter.lint.rule import Rule
from drafter.lint.rules import RULES
from drafter.pack.kinds import is_foreign, kind_of
from drafter.pack.library import DEFAULT_PACK
from drafter.readers import expand, read, read_with_look
from drafter.readers.parts import assign_parts
from drafter.readers.sources import Source
from drafter.report import Report

if TYPE_CHECKING:
    from drafter.pack.pack import Pack
    from drafter.profile.profile import Profile
    from drafter.readers.locating import Locations

Named = tuple[Path | None, str | None, Path | None]  # profile, pack, previous as typed
_MOST_NAMES = 3
_PROFILE_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class ReadDraft:
    """A draft as read: where it comes from, and its report."""

    source: Source
    report: Report

    @property
    def name(self) -> str:
        """The file as printed."""
        return self.source.name

    def data(self) -> bytes:
        """Return the bytes of its file. Errors: FileProblem where it has gone since."""
        if self.source.data is not None:
            return self.source.data
        try:
            return self.source.path.read_bytes()
        except OSError as error:
            raise FileProblem.of(self.name, "文件打不开了。", "请再运行一次。") from error

    def locations(self) -> Locations:
        """Find its words in its file. Errors: FileProblem for a form that can't be marked."""
        from drafter.readers.locating import locate

        return locate(self.data(), self.source.path, self.report)


class Against:
    """What drafts are held against: profile, pack, last year's report."""

    __slots__ = ("by_kind", "named", "template")

    def __init__(self, profile: Path | None, pack: str | None, previous: Path | None) -> None:
        """Load them. Errors: DrafterError."""
        self.named: Named = (profile, pack, previous)
        named = pack_of(pack) if pack else None
        loaded = _load(profile, named) if profile else None
        chosen = named or (loaded.pack if loaded else pack_of(DEFAULT_PACK))
        before = read(previous, chosen.outline) if previous else None
        is_explicit = named is not None or loaded is not None
        self.template = Draft("", Report(), chosen, loaded, is_explicit, before)
        self.by_kind: dict[str, Draft] = {}

    def read(self, source: Source) -> ReadDraft:
        """Read one draft. Errors: DrafterError."""
        _refuse_profile(source)
        report = read_with_look(source, self.template.pack.outline)
        template = self._of_its_kind(report)
        if template is self.template:
            return ReadDraft(source, report)
        return ReadDraft(source, assign_parts(report, template.pack.outline))

    def judge(self, draft: ReadDraft, rules: Sequence[Rule]) -> Outcome:
        """Lint one draft."""
        return lint(self.held(draft), rules)

    def held(self, draft: ReadDraft) -> Draft:
        """Return a draft with what it is held against."""
        template = self._of_its_kind(draft.report)
        return replace(template, name=draft.name, report=draft.report)

    def doubt(self, drafts: Sequence[ReadDraft]) -> str:
        """Say which drafts seem to be of no kind that drafter brings, where none was named; else ""."""
        own = self.template
        names = [
            draft.name
            for draft in drafts
            if not own.explicit_pack
            and is_foreign(draft.report, own.pack)
            and self._of_its_kind(draft.report) is own
        ]
        if not names:
            return ""
        rest = f"等{len(names)}份" if names[_MOST_NAMES:] else ""
        which = "、".join(names[:_MOST_NAMES]) + rest
        return (
            f"{which}：题目和标题都不像“{own.pack.label}”，暂且按它检查。\n"
            "    是别的报告的，请用 --pack 写明它的模板，或用 --profile 写明台账。"
        )

    def _of_its_kind(self, report: Report) -> Draft:
        """Return what a report is held against: by its title, where nothing was named."""
        own = self.template
        kind = None if own.explicit_pack else kind_of(report, own.pack)
        if kind is None:
            return own
        if kind not in self.by_kind:
            pack = pack_of(kind)
            before = assign_parts(own.previous, pack.outline) if own.previous else None
            self.by_kind[kind] = replace(own, pack=pack, previous=before)
        return self.by_kind[kind]


def _load(profile: Path, pack: Pack | None) -> Profile:
    from drafter.profile.load import load_profile

    return load_profile(profile, pack)


@dataclass(frozen=True, slots=True)
class Batch:
    """The drafts that could be read, judged where rules were given.

    failed: some could not. count: how many were meant, those that could not be read too.
    """

    drafts: tuple[ReadDraft, ...]
    outcomes: tuple[Outcome, ...]
    failed: bool
    count: int


@dataclass(frozen=True, slots=True)
class _Judged:
    """What became of one draft: read and, where rules were given, judged; or the reason why not."""

    draft: ReadDraft | None = None
    outcome: Outcome | None = None
    error: str = ""


def read_all(
    typed: Iterable[str],
    against: Against,
    rules: Sequence[Rule] | None = None,
    jobs: int | None = 1,
) -> Batch:
    """Read the drafts that paths, folders, archives and patterns mean; what can't be read is said."""
    words = tuple(typed)
    sources, failed = _find_sources(words)
    if processes(len(sources), jobs) <= 1:
        work = partial(_judge_block, against=against, rules=rules)
    else:
        codes = None if rules is None else tuple(rule.code for rule in rules)
        work = partial(_judge_block_anew, named=against.named, codes=codes)
    judged = list(run(work, sources, jobs, "检查"))
    for error in (one.error for one in judged if one.error):
        click.echo(error, err=True)
    return Batch(
        tuple(one.draft for one in judged if one.draft),
        tuple(one.outcome for one in judged if one.outcome),
        failed or any(one.error for one in judged),
        max(len(sources), len(words)),
    )


def _judge_block(
    sources: Sequence[Source], *, against: Against, rules: Sequence[Rule] | None
) -> list[_Judged]:
    return [_judge(source, against, rules) for source in sources]


def _judge_block_anew(
    sources: Sequence[Source], *, named: Named, codes: tuple[str, ...] | None
) -> list[_Judged]:
    """Judge in another process, which loads what drafts are held against once for a block."""
    rules = None if codes is None else tuple(rule for rule in RULES if rule.code in codes)
    return _judge_block(sources, against=Against(*named), rules=rules)


def _judge(source: Source, against: Against, rules: Sequence[Rule] | None) -> _Judged:
    try:
        draft = against.read(source)
    except DrafterError as error:
        return _Judged(error=str(error))
    return _Judged(draft, None if rules is None else against.judge(draft, rules))


def _find_sources(typed: Iterable[str]) -> tuple[list[Source], bool]:
    found: dict[str, Source] = {}
    failed = False
    for word in typed:
        try:
            for source in expand([word]):
                found.setdefault(source.name, source)
        except DrafterError as error:
            click.echo(str(error), err=True)
            failed = True
    return list(found.values()), failed


def _refuse_profile(source: Source) -> None:
    path = source.path
    if path.suffix.lower() in _PROFILE_SUFFIXES:
        mend = f"检查台账请用 drafter check {path}；检查文稿请写生成的 .docx。"
        raise UsageProblem.of(path, "这是台账，不是文稿。", mend)
