"""`drafter mine`: past reports become a pack that drafts at once."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import click

from drafter.cli.batch import jobs_option
from drafter.cli.engines import Engine, processes
from drafter.cli.local_processes import local
from drafter.cli.mapping import Mapped, map_reports
from drafter.cli.options import pack_of
from drafter.cli.packs import kept_files, place_pack
from drafter.diagnostic import Severity
from drafter.errors import FileProblem, Problem, UsageProblem
from drafter.lint.draft import Draft
from drafter.lint.linter import lint
from drafter.lint.rules import RULES
from drafter.location import FileLocation
from drafter.mining.finding import Found, Workshop, choose_own, find
from drafter.mining.formulas import MOST_REPORTS
from drafter.mining.normal import normalise
from drafter.mining.prose import Remarks
from drafter.mining.standard import Standard, standard_of
from drafter.mining.updating import adapt
from drafter.pack.flattening import files_of, flatten
from drafter.pack.library import DEFAULT_PACK
from drafter.pack.loader import TABLES
from drafter.pack.pack import Pack
from drafter.pack.writing import write_pack
from drafter.readers import expand, read_source
from drafter.readers.sources import Source
from drafter.report import Report

# Groups of rules that speak of a sentence; a mark says the rule's own title, which holds no figure and
# no quote, since a mark must not state anything itself.
_OF_A_SENTENCE = frozenset("FNPTY")
_BY_OFFICE = (".doc", ".wps")
_GENERATED = (
    "pack.yaml", "outline.yaml", "indicators.yaml", "phrasebook.yaml", "topics.yaml", TABLES,
)  # fmt: skip


@click.command("mine", short_help="从历年报告中挖出一套自己的模板。")
@click.argument("past", metavar="报告...", nargs=-1, required=True)
@click.option(
    "-o",
    "out",
    metavar="模板",
    type=click.Path(path_type=Path),
    required=True,
    help="写到这个文件夹。",
)
@click.option("--own", metavar="名称", help="本单位的名称；不写时取年份最多的那个单位。")
@click.option(
    "--pack",
    "base",
    metavar="模板",
    default=DEFAULT_PACK,
    show_default=True,
    help="照哪套模板补齐。",
)
@click.option(
    "--update", is_flag=True, help="模板已有时只更新没有人改过的文件，并说明改过的会有什么不同。"
)
@click.option(
    "--report",
    "page",
    metavar="网页",
    type=click.Path(path_type=Path),
    help="另写一页，说明挖到了什么。",
)
@jobs_option
@click.option(
    "--engine",
    metavar="集群",
    help="报告特别多（如全省）时，分给已在运行的Dask集群读：dask://主机:端口。",
)
@click.option("--force", is_flag=True, help="覆盖已有的模板，即使有人改过。")
def command(
    past: tuple[str, ...], out: Path, own: str | None, base: str, update: bool, page: Path | None,
    jobs: int | None, engine: str | None, force: bool,
) -> None:  # fmt: skip
    """读历年的报告（文件、文件夹、压缩包、通配），写成一套可以直接用的模板。

    本单位最近一年的报告是底稿：句子照旧，数字、年份、单位名称、日期换成空位；读不了的文件列在最后。
    """
    standard = standard_of(pack_of(base))
    sources = expand(past)
    with _engine(sources, jobs, engine) as running:
        mapped = map_reports(sources, standard, running)
    if not mapped.gathered.evidence:
        raise _nothing(mapped)
    found = _find(mapped, own, standard, out.resolve().name)
    files = _files(found, standard.pack)
    edited = kept_files(out) if update else frozenset()
    if edited:
        found = replace(found, pack=adapt(found.pack, edited, out, standard.pack))
        adapted = _files(found, standard.pack).items()
        files = {**files, **{name: data for name, data in adapted if name not in edited}}
    changes = place_pack(out, files, update=update, force=force)
    if page is not None:
        from drafter.cli.outputs import make_folder
        from drafter.mining.page import write_page
        from drafter.writers.files import save

        make_folder(page.parent)
        save(page, write_page(found, mapped.gathered.evidence, mapped.failed).encode(), force=True)
    lines = _lines(found, mapped, out)
    if not own and found.consensus.offices > 1 and not found.assembled.years[0][0].foreign:
        lines.insert(
            1, f"  份数最多的是“{found.office.name}”，当作本单位；不是的，请加 --own 名称。"
        )
    click.echo("\n".join([*lines, *changes]))


def _engine(
    sources: Sequence[Source], jobs: int | None, address: str | None
) -> AbstractContextManager[Engine | None]:
    if address is None:
        return local(processes(len(sources), jobs))
    if jobs is not None:
        what = "--jobs 和 --engine 不能一起用。"
        raise UsageProblem.of("--jobs", what, "用集群时，进程的个数在集群那边定，请去掉 --jobs。")
    from drafter.cli.cluster import connect

    needs_office = any(source.path.suffix.lower() in _BY_OFFICE for source in sources)
    return connect(address, needs_office=needs_office)


def _find(mapped: Mapped, own: str | None, standard: Standard, name: str) -> Found:
    def whole(name: str) -> Report:
        return normalise(read_source(mapped.sources[name], standard.pack.outline))

    def judge(report: Report) -> Remarks:
        return _remarks(report, standard.pack)

    chosen = choose_own(mapped.gathered.evidence, own)
    return find(mapped.gathered, chosen, Workshop(standard, whole, judge), name)


def _remarks(report: Report, pack: Pack) -> Remarks:
    """Ask lint what is wrong in a sentence of the spine."""
    titles = {r.code: r.title.replace("，或", "或").replace("，", "、") for r in RULES}
    remarks: dict[int, list[tuple[int, int, str]]] = {}
    for found in lint(Draft("", report, pack)).diagnostics:
        place = found.place
        is_told = found.code[0] in _OF_A_SENTENCE and found.severity is not Severity.INFO
        if is_told and place.paragraph is not None:
            reason = titles[found.code]
            remarks.setdefault(place.paragraph, []).append((place.start, place.end, reason))
    return {number: tuple(dict.fromkeys(found)) for number, found in remarks.items()}


def _files(found: Found, standard: Pack) -> dict[str, bytes]:
    """The pack's files: what was mined, and the standard's data that has nothing to do with an office."""
    files = {name: text.encode() for name, text in write_pack(found.pack, found.beside).items()}
    if standard.forms and set(standard.forms) <= set(found.pack.forms):
        files[TABLES] = b"\n".join((flatten(standard, TABLES), files.get(TABLES, b"")))
    for name in files_of(standard):
        if name not in _GENERATED:
            files.setdefault(name, flatten(standard, name))
    return files


def _lines(found: Found, mapped: Mapped, out: Path) -> list[str]:
    sections = sum(1 for _ in found.pack.outline.walk())
    is_foreign = found.assembled.years[0][0].foreign
    spine = "没有本单位的，" if is_foreign else f"本单位{len(found.own)}份，"
    lines = [
        f"读了{len(mapped.gathered.evidence)}份报告，{spine}底稿是 {found.own[-1]}。",
        f"已写好 {out}：{sections}个章节、{len(found.pack.indicators.by_key)}个指标、{len(found.phrases)}条套语。",
    ]
    names = {path[-1].key: path[-1].name for path in found.pack.outline.walk()}
    if found.assembled.added:
        added = "、".join(names[key] for key in found.assembled.added)
        lines.append(f"  底稿里没有、按规定补入的章节：{added}")
    if not any(path[-1].part for path in found.pack.outline.walk()):
        lines.append("  这些报告里没有一个法定部分，像是另一种报告，所以没有补入章节。")
    if mapped.gathered.copies:
        lines.append(f"  内容相同、只算一次的：{'、'.join(mapped.gathered.copies)}")
    if len(mapped.gathered.evidence) > MOST_REPORTS:
        lines.append(f"  报告超过{MOST_REPORTS}份，套语只列整句和分句，没有找分句里面的。")
    for name, reason in mapped.failed:
        lines.append(f"  没有读：{name}：{reason}")
    lines.append(
        f"下一步：drafter new 文件夹 --pack {out}，再用 drafter extract 填入去年或今年的数。"
    )
    return lines


def _nothing(mapped: Mapped) -> FileProblem:
    problems = [Problem(FileLocation(name), reason) for name, reason in mapped.failed]
    return FileProblem(*problems)
