"""`drafter draft`: profiles become documents."""

from __future__ import annotations

import re
from pathlib import Path

import click

from drafter.cli.outputs import choose_format, is_folder, make_folder, refuse_equal, safe_name
from drafter.errors import DrafterError
from drafter.pack.layout import Layout
from drafter.pack.wording import replace_names
from drafter.profile.load import load_profile
from drafter.profile.profile import Profile
from drafter.rendering.compiled import load_templates
from drafter.rendering.names import plain_names
from drafter.rendering.renderer import Rendered, Renderer
from drafter.report import Report, walk
from drafter.writers import docx, html, markdown
from drafter.writers.files import save
from drafter.writers.properties import describe

FORMATS = ("docx", "md", "html")
COULD_NOT_DRAFT = 2
_PLACEHOLDER = re.compile("【待填：(.+?)】")


@click.command("draft", short_help="由台账生成报告。")
@click.argument("profiles", metavar="台账...", nargs=-1, required=True)
@click.option("-o", "out", metavar="输出", help="输出的文件或文件夹；不写时放在台账旁边。")
@click.option(
    "-f", "form", type=click.Choice(FORMATS), help="格式，默认 docx，或由输出的扩展名决定。"
)
@click.option("--force", is_flag=True, help="覆盖已有的文件，即使有人改过。")
def command(profiles: tuple[str, ...], out: str | None, form: str | None, force: bool) -> None:
    """由台账生成报告（Word）；没有数的地方印【待填：…】，并说明有几处。

    有待填的仍算成功（返回 0）；有一份生成不了时返回 2。
    """
    as_folder = out is not None and is_folder(Path(out), out, len(profiles))
    suffix = choose_format(Path(out) if out else None, form, FORMATS, as_folder)
    loaded, failed = _load_all(profiles)
    targets = [_target(profile, out, suffix, as_folder) for profile in loaded]
    refuse_equal(targets)
    for profile, target in zip(loaded, targets, strict=True):
        try:
            _draft(profile, target, force)
        except DrafterError as error:
            click.echo(str(error), err=True)
            failed = True
    if failed:
        raise SystemExit(COULD_NOT_DRAFT)


def _load_all(paths: tuple[str, ...]) -> tuple[list[Profile], bool]:
    loaded, failed = [], False
    for path in paths:
        try:
            loaded.append(load_profile(Path(path)))
        except DrafterError as error:
            click.echo(str(error), err=True)
            failed = True
    return loaded, failed


def _target(profile: Profile, out: str | None, suffix: str, as_folder: bool) -> Path:
    if out and not as_folder:
        return Path(out)
    wording = profile.pack.filename.resolve(profile.year, profile.unit.kind) or profile.pack.label
    names = plain_names(profile)
    name = safe_name(_PLACEHOLDER.sub("", replace_names(wording, lambda key: names[key])))
    return (Path(out) if out else profile.path.parent) / f"{name}.{suffix}"


def _draft(profile: Profile, target: Path, force: bool) -> None:
    rendered = Renderer(profile.pack, load_templates(profile.pack)).render(profile)
    make_folder(target.parent)
    data = _write(rendered.report, profile.pack.layout, target.suffix)
    save(target, data, force)
    _tell(profile, target, rendered)


def _write(report: Report, layout: Layout, suffix: str) -> bytes:
    match suffix:
        case ".md":
            return markdown.write(report).encode()
        case ".html":
            return html.write(report).encode()
    return docx.write(report, layout, describe(report))


def _tell(profile: Profile, target: Path, rendered: Rendered) -> None:
    spans = list(walk(rendered.report))
    waiting = list(dict.fromkeys(w for span in spans for w in _PLACEHOLDER.findall(span.text)))
    length = sum(len(span.text) for span in spans if span.element != "table")
    click.echo(f"已生成 {target}：正文约{length}字。")
    if waiting:
        click.echo(f"  有{len(waiting)}项待填：{'、'.join(waiting)}")
    if rendered.dropped:
        click.echo(f"  没有内容、未印的选报章节：{'、'.join(rendered.dropped)}")
    for text in rendered.unprinted:
        click.echo(f"  注意：这段文字没有地方印：{text[:40]}", err=True)
    for doubt in profile.doubts:
        click.echo(str(doubt), err=True)
