"""Many files at once: what a person names becomes files, and work on them is spread over processes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import click

from drafter.cli.engines import BLOCK, Item, Result, Work, processes, spread
from drafter.cli.local_processes import local
from drafter.cli.progress import Progress
from drafter.errors import DrafterError, FileProblem

_SUFFIXES = (".yaml", ".yml")
_PATTERN_SIGNS = "*?["

jobs_option = click.option(
    "--jobs",
    metavar="数",
    type=click.IntRange(1, 64),
    help="同时用几个进程；不写时份数多才用，最多与处理器的核数相同。",
)


def expand_profiles(names: Sequence[str]) -> tuple[list[Path], list[DrafterError]]:
    """Turn files, folders and patterns (台账/*.yaml) into files, each once; and what isn't there.

    In a folder every YAML file counts, at any depth, except those of packs and hidden ones.
    """
    found: dict[Path, None] = {}
    failed: list[DrafterError] = []
    for name in names:
        paths = _named(Path(name))
        if not paths:
            failed.append(_nothing(Path(name)))
        found.update(dict.fromkeys(paths))
    return list(found), failed


def _named(path: Path) -> list[Path]:
    if path.is_dir():
        return [inside for inside in sorted(path.rglob("*")) if _counts(inside, path)]
    if path.exists() or not any(sign in path.name for sign in _PATTERN_SIGNS):
        return [path]  # one that isn't there is named when it is read
    top = Path(path.anchor)
    pattern = str(path.relative_to(top) if path.anchor else path)
    return [match for match in sorted(top.glob(pattern)) if match.is_file()]


def _counts(path: Path, top: Path) -> bool:
    if path.suffix.lower() not in _SUFFIXES or not path.is_file():
        return False
    inside = path.relative_to(top)
    folders = [top, *(top / parent for parent in inside.parents)]
    is_hidden = any(part.startswith((".", "~$")) for part in inside.parts)
    return not is_hidden and not any((folder / "pack.yaml").is_file() for folder in folders)


def _nothing(path: Path) -> FileProblem:
    what = "文件夹里没有台账。" if path.is_dir() else "没有这样的文件。"
    return FileProblem.of(path, what, "请核对名称；台账以 .yaml 结尾。")


def run(
    work: Work[Item, Result],
    items: Sequence[Item],
    jobs: int | None,
    what: str,
) -> Iterator[Result]:
    """Do `work` on blocks of items, in this process or several; yield one result for each, in order.

    work: as `engines.spread` takes it. what: what a person reads while waiting, on a terminal only.
    Errors: UsageProblem where a process dies.
    """
    progress = Progress(what, len(items))
    blocks = [items[start : start + BLOCK] for start in range(0, len(items), BLOCK)]
    with local(processes(len(items), jobs)) as engine:
        for result in chain.from_iterable(spread(engine, work, blocks)):
            progress.advance()
            yield result
    progress.end()
