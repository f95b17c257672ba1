"""Put a pack's files into a folder: never over a person's work, and all of them or none."""

from __future__ import annotations

import difflib
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from drafter.errors import DrafterError, FileProblem, PackProblem, Problem, reason
from drafter.pack.loader import load_pack
from drafter.pack.sealing import HEAD, edited_files, seal
from drafter.rendering.renderer import Renderer

_SHOWN = 12
# Whoever edits what is counted has renamed or taken out something that the sentences print.
_TABLES = frozenset(("indicators.yaml", "tables.yaml"))
_STRUCTURE = ("outline.yaml", "indicators.yaml", "tables.yaml")
_STAYS = "  指标有人改过，提纲、指标、行文就都照旧，只更新了套语等；要看新挖出的，请用 -o 写到另一个文件夹。"


def place_pack(folder: Path, files: Mapping[str, bytes], *, update: bool, force: bool) -> list[str]:
    """Write a pack, checked first; returns what a person should know (Chinese lines).

    A folder that holds someone's work is refused, with `update` its edited files stay as they are.
    Errors: FileProblem; PackProblem where kept edits don't go with what was mined.
    """
    kept: dict[str, bytes] = {}
    notes: list[str] = []
    if folder.exists() and any(folder.iterdir()):
        edited = edited_files(folder)
        if update and edited is not None:
            kept = {n: (folder / n).read_bytes() for n in sorted(edited) if (folder / n).is_file()}
            notes = list(_differences(kept, files))
            if not _TABLES.isdisjoint(kept):
                old = _as_it_was(folder).items()
                files = {**files, **{n: data for n, data in old if n not in kept}}
                notes.append(_STAYS)
        elif not force and (edited is None or edited):
            raise _refused(folder, edited)
    whole = {**seal(files), **kept}
    if HEAD in kept:
        whole[HEAD] = kept[HEAD]
    _swap(folder, whole)
    return notes


def kept_files(folder: Path) -> frozenset[str]:
    """Name the files of a pack that a person edited or added and that are still there."""
    edited = edited_files(folder) if folder.is_dir() else None
    return frozenset(name for name in edited or () if (folder / name).is_file())


def _as_it_was(folder: Path) -> dict[str, bytes]:
    """Read outline, indicators and templates as they stand in the folder."""
    paths = [folder / name for name in _STRUCTURE]
    paths += sorted((folder / "sections").glob("*.j2"))
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in paths if p.is_file()}


def _refused(folder: Path, edited: frozenset[str] | None) -> FileProblem:
    if edited is None:
        what, mend = "这个文件夹里有别的东西。", "请换一个文件夹，或写一个新的名字。"
    else:
        what = f"这套模板有人改过：{'、'.join(sorted(edited)[:5])}。"
        mend = "要保留改过的，加上 --update；确定全部覆盖，加上 --force。"
    return FileProblem.of(folder, what, mend)


def _differences(kept: Mapping[str, bytes], files: Mapping[str, bytes]) -> Iterator[str]:
    """Say of each kept file what mining would have written."""
    for name, data in kept.items():
        if name not in files:
            yield f"  保留了自己加的文件：{name}"
            continue
        new = files[name].decode().splitlines()
        lines = list(difflib.unified_diff(_text(data), new, "现在的", "新挖出的", lineterm="", n=0))
        changed = [line for line in lines[2:] if not line.startswith("@@")]
        yield f"  保留了改过的文件：{name}（与新挖出的有{len(changed)}行不同）"
        yield from (f"    {line}" for line in changed[:_SHOWN])
        if len(changed) > _SHOWN:
            yield f"    ……另有{len(changed) - _SHOWN}行"


def _text(data: bytes) -> list[str]:
    return data.decode(errors="replace").splitlines()


def _swap(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write beside, check that it loads and drafts, then put it in the folder's place."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise _unwritable(folder, error) from error
    try:
        for name, data in files.items():
            target = new / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        _check(new, folder)
        new.chmod(0o755)
        if folder.exists():
            old = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
            folder.replace(old)
            new.replace(folder)
            shutil.rmtree(old)
        else:
            new.replace(folder)
    except OSError as error:
        raise _unwritable(folder, error) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _check(new: Path, folder: Path) -> None:
    """Load the new files and draft with them; what is wrong is told of the folder they are for."""
    try:
        Renderer(load_pack(new))
    except PackProblem as error:
        raise PackProblem(*(_of(problem, new, folder) for problem in error.problems)) from error


def _of(problem: Problem, new: Path, folder: Path) -> Problem:
    path = problem.location.path.replace(str(new), str(folder))
    return replace(problem, location=problem.location._replace(path=path))


def _unwritable(folder: Path, error: OSError) -> DrafterError:
    what = f"写不进去：{reason(error)}。"
    return FileProblem.of(folder, what, "请核对路径和权限，或换一个文件夹。")
