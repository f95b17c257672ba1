"""`drafter compare`: last year and this year side by side, from profiles or reports."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.options import pack_of
from drafter.cli.outputs import choose_format
from drafter.collecting.compare import Comparison, Side, compare, side_of_profile, side_of_report
from drafter.collecting.compare_text import compare_json, compare_lines
from drafter.errors import UsageProblem
from drafter.pack.library import DEFAULT_PACK
from drafter.pack.pack import Pack
from drafter.profile.load import load_from, named_pack
from drafter.yamlfile import YamlFile
from drafter.yamlfile import read as read_yaml

_FORMS = ("text", "json", "html", "xlsx")
_SUFFIXES = {"txt": "text"}
_PROFILES = (".yaml", ".yml")


@click.command("compare", short_help="两年对照：上年、本年、增减、同比。")
@click.argument("last", metavar="上年", type=click.Path(path_type=Path))
@click.argument("now", metavar="本年", type=click.Path(path_type=Path))
@click.option("-f", "form", type=click.Choice(_FORMS), help="输出格式；不写时看 -o 的扩展名。")
@click.option(
    "-o", "out", metavar="文件", type=click.Path(path_type=Path),
    help="写到文件：.html 带图，.xlsx 可以接着算，.json、.txt。",
)  # fmt: skip
@click.option("--pack", metavar="模板", help="按这个模板认数；不写时用台账的。")
@click.option("--force", is_flag=True, help="-o 的文件已有而且有人改过时也覆盖。")
def command(
    last: Path, now: Path, form: str | None, out: Path | None, pack: str | None, force: bool
) -> None:
    """对照上年和本年的台账或报告：每个数的增减和同比（率用百分点），多出和少了的章节。

    两份都是报告时，还说明本年正文有多少与上年的相同。报告里只取能确定的数。
    """
    chosen = _form(form, out)
    files = [read_yaml(p) if p.suffix.lower() in _PROFILES else None for p in (last, now)]
    found = _compare((last, now), files, _pack(pack, files))
    if chosen in ("text", "json"):
        text = compare_json(found) if chosen == "json" else "\n".join(compare_lines(found))
        if out is None:
            click.echo(text)
            return
        _save(out, (text + "\n").encode(), force)
    elif out is None:
        what = f"{chosen} 要写到文件里。"
        mend = f"请加上 -o 对照.{chosen}。"
        raise UsageProblem.of("drafter compare", what, mend)
    else:
        _save_page(out, chosen, found, force)
    click.echo(f"对照写在 {out}。")


def _form(form: str | None, out: Path | None) -> str:
    suffix = out.suffix.lower().removeprefix(".") if out else ""
    if out is None or suffix in _SUFFIXES:
        return form or "text"
    return choose_format(out, form, _FORMS[1:], as_folder=False)


def _pack(named: str | None, files: list[YamlFile | None]) -> Pack:
    """Choose the pack: as told, else this year's profile's, else last year's, else the default."""
    if named:
        return pack_of(named)
    profiles = [file for file in reversed(files) if file]
    return named_pack(profiles[0]) if profiles else pack_of(DEFAULT_PACK)


def _compare(paths: tuple[Path, Path], files: list[YamlFile | None], pack: Pack) -> Comparison:
    sides = [
        _profile_side(file, pack) if file else _report_side(path, pack)
        for path, file in zip(paths, files, strict=True)
    ]
    return compare(sides[0], sides[1], pack)


def _profile_side(file: YamlFile, pack: Pack) -> Side:
    from drafter.rendering.renderer import Renderer

    profile = load_from(file, pack)
    return side_of_profile(profile, Renderer(pack).render(profile).report)


def _report_side(path: Path, pack: Pack) -> Side:
    from drafter.extraction.harvest import harvest
    from drafter.extraction.matching import match
    from drafter.readers import read

    report = read(path, pack.outline)
    return side_of_report(str(path), report, harvest(match(report, pack), pack))


def _save_page(out: Path, form: str, found: Comparison, force: bool) -> None:
    if form == "html":
        from drafter.collecting.compare_html import write_html
        from drafter.writers.digest import seal_text

        _save(out, seal_text(write_html(found)).encode(), force)
        return
    from datetime import date

    from drafter.collecting.compare_xlsx import write_xlsx
    from drafter.writers.packages import settle
    from drafter.writers.properties import EPOCH, Properties

    day = date(found.now.year + 1, 1, 1) if found.now.year else EPOCH
    title = f"{found.now.unit}{found.now.year or ''}年度数据对照"
    _save(out, settle(write_xlsx(found), Properties(title, found.now.unit, day)), force)


def _save(out: Path, data: bytes, force: bool) -> None:
    from drafter.writers.files import save

    save(out, data, force)
