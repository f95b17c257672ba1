"""`drafter draft`: profiles become documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from drafter.cli.batch import expand_profiles, jobs_option, run
from drafter.cli.columns import listed, table
from drafter.cli.outputs import choose_format, is_folder, make_folder, refuse_equal, safe_name
from drafter.cli.status import COULD_NOT_RUN
from drafter.errors import DrafterError
from drafter.pack.compiled import load_compiled
from drafter.pack.layout import Layout
from drafter.pack.pack import Pack
from drafter.pack.wording import replace_names
from drafter.profile.load import load_from, named_folder
from drafter.profile.profile import Profile
from drafter.rendering.compiled import load_templates
from drafter.rendering.forms import WAITING
from drafter.rendering.names import plain_names
from drafter.rendering.renderer import Renderer
from drafter.report import Report, Span, walk
from drafter.writers.files import save
from drafter.yamlfile import read

FORMATS = ("docx", "md", "html")
_PLACEHOLDER = re.compile("【待填：(.+?)】")
_SHOWN = 6
_SHOWN_OF_ONE = 15


@dataclass(frozen=True, slots=True)
class Drafted:
    """What became of one profile: a document, or the reason why not (`error`).

    name: the document's own file name. waiting, dropped: what it waits for, what was left out.
    notes: what a person should know besides.
    """

    source: Path
    name: str = ""
    data: bytes = b""
    length: int = 0
    waiting: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    error: str = ""


@click.command("draft", short_help="由台账生成报告。")
@click.argument("profiles", metavar="台账...", nargs=-1, required=True)
@click.option("-o", "out", metavar="输出", help="输出的文件或文件夹；不写时放在台账旁边。")
@click.option(
    "-f", "form", type=click.Choice(FORMATS), help="格式，默认 docx，或由输出的扩展名决定。"
)
@click.option("--force", is_flag=True, help="覆盖已有的文件，即使有人改过。")
@jobs_option
def command(
    profiles: tuple[str, ...], out: str | None, form: str | None, force: bool, jobs: int | None
) -> None:
    """由台账生成报告（Word）；没有数的地方印【待填：…】，并说明有几处。

    台账可以写多份，也可以写文件夹或通配（台账/*.yaml）；多份时最后列表说明哪一份缺什么。
    有待填的仍算成功（返回 0）；有一份生成不了时返回 2，其余照常生成。
    """
    paths, missing = expand_profiles(profiles)
    for problem in missing:
        click.echo(str(problem), err=True)
    as_folder = out is not None and is_folder(Path(out), out, len(paths))
    suffix = choose_format(Path(out) if out else None, form, FORMATS, as_folder)
    drafted = list(run(partial(draft_block, suffix=suffix), paths, jobs, "起草"))
    targets = [_target(one, out, as_folder) for one in drafted if not one.error]
    refuse_equal(targets)
    failed = _save_all(drafted, iter(targets), force)
    if len(drafted) > 1:
        for line in _summary(drafted, failed):
            click.echo(line)
    if failed or missing:
        raise SystemExit(COULD_NOT_RUN)


def draft_block(paths: Sequence[Path], *, suffix: str) -> list[Drafted]:
    """Draft some profiles, each pack loaded once."""
    renderers: dict[Path, Renderer] = {}
    return [_try(path, suffix, renderers) for path in paths]


def _try(path: Path, suffix: str, renderers: dict[Path, Renderer]) -> Drafted:
    try:
        return _draft(path, suffix, renderers)
    except DrafterError as error:
        return Drafted(path, error=str(error))


def _draft(path: Path, suffix: str, renderers: dict[Path, Renderer]) -> Drafted:
    file = read(path)
    folder = named_folder(file)
    if folder not in renderers:
        pack = load_compiled(folder)
        renderers[folder] = Renderer(pack, load_templates(pack))
    renderer = renderers[folder]
    profile = load_from(file, renderer.pack)
    rendered = renderer.render(profile)
    spans = list(walk(rendered.report))
    return Drafted(
        source=path,
        name=f"{_name(profile)}.{suffix}",
        data=_write(rendered.report, renderer.pack.layout, suffix),
        length=sum(len(span.text) for span in spans if span.element != "table"),
        waiting=tuple(dict.fromkeys(_waiting(spans, renderer.pack))),
        dropped=rendered.dropped,
        notes=(
            *(f"  注意：这段文字没有地方印：{text[:40]}" for text in rendered.unprinted),
            *map(str, profile.doubts),
        ),
    )


def _waiting(spans: Sequence[Span], pack: Pack) -> Iterator[str]:
    """Name what a draft waits for; of a prescribed table the rows, which name their totals too."""
    cells = {key for form in pack.forms for key in form.keys}
    for span in spans:
        if span.key in cells and span.text == WAITING:
            yield f"表格“{span.key.partition('.')[0]}”"
        yield from (name for name in _PLACEHOLDER.findall(span.text) if name not in cells)


def _name(profile: Profile) -> str:
    wording = profile.pack.filename.resolve(profile.year, profile.unit.kind) or profile.pack.label
    names = plain_names(profile)
    return safe_name(_PLACEHOLDER.sub("", replace_names(wording, lambda key: names[key])))


def _write(report: Report, layout: Layout, suffix: str) -> bytes:
    """Print a report in one format; only that format's writer is loaded."""
    match suffix:
        case "md":
            from drafter.writers import markdown

            return markdown.write(report).encode()
        case "html":
            from drafter.writers import html

            return html.write(report).encode()
    from drafter.writers import docx
    from drafter.writers.properties import describe

    return docx.write(report, layout, describe(report))


def _target(drafted: Drafted, out: str | None, as_folder: bool) -> Path:
    if out and not as_folder:
        # A name without an extension opens in no program.
        return Path(out) if Path(out).suffix else Path(f"{out}{Path(drafted.name).suffix}")
    return (Path(out) if out else drafted.source.parent) / drafted.name


def _save_all(drafted: Sequence[Drafted], targets: Iterator[Path], force: bool) -> set[Path]:
    """Write every document and tell of it; return the profiles of which none could be written."""
    failed: set[Path] = set()
    for one in drafted:
        try:
            if not one.error:
                target = next(targets)
                make_folder(target.parent)
                save(target, one.data, force)
        except DrafterError as error:
            click.echo(str(error), err=True)
            failed.add(one.source)
            continue
        if one.error:
            click.echo(one.error, err=True)
            failed.add(one.source)
        else:
            _tell(one, target, is_single=len(drafted) == 1)
    return failed


def _tell(drafted: Drafted, target: Path, *, is_single: bool) -> None:
    click.echo(f"已生成 {target}：正文约{drafted.length}字。")
    if drafted.waiting and is_single:
        more = len(drafted.waiting) > _SHOWN_OF_ONE
        click.echo(
            f"  有{len(drafted.waiting)}项待填：{'、'.join(drafted.waiting[:_SHOWN_OF_ONE])}"
            + (f"等；由谁填、在第几行，见 drafter check {drafted.source}" if more else "")
        )
    if drafted.dropped and is_single:
        click.echo(f"  没有内容、未印的选报章节：{'、'.join(drafted.dropped)}")
    if drafted.notes and not is_single:
        click.echo(f"{drafted.source}:", err=True)
    for note in drafted.notes:
        click.echo(note, err=True)


def _summary(drafted: Sequence[Drafted], failed: set[Path]) -> Iterator[str]:
    """Say what is missing where, and what is missing most."""
    waiting = [one for one in drafted if one.waiting and one.source not in failed]
    yield (
        f"共{len(drafted)}份：生成{len(drafted) - len(failed)}份"
        + (f"，{len(failed)}份没有生成" if failed else "")
        + (f"；{len(waiting)}份有待填。" if waiting else "；没有待填的。")
    )
    rows = [
        (str(one.source), "没有生成" if one.source in failed else str(len(one.waiting)), words)
        for one in drafted
        if (words := listed(one.waiting, _SHOWN)) or one.source in failed
    ]
    if rows:
        yield from table([("台账", "待填", "缺什么"), *rows])
    counts = Counter(name for one in waiting for name in one.waiting)
    often = [f"{name}（{count}份）" for name, count in counts.most_common(_SHOWN) if count > 1]
    if often:
        yield f"缺得最多的：{'、'.join(often)}"
