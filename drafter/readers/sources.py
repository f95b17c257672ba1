"""Where several reports are taken: folders, zip archives and patterns become single files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from drafter.errors import FileProblem

if TYPE_CHECKING:
    import zipfile

ENDINGS = (
    ".docx", ".doc", ".wps", ".pdf", ".rtf", ".html", ".htm", ".mht", ".mhtml", ".md", ".txt",
)  # fmt: skip
_MOST_ENTRIES = 20_000
_LARGEST = 100 * 1024 * 1024
_LARGEST_TOGETHER = 1024 * 1024 * 1024
_UTF8_FLAG = 0x800


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read: its name for people, and its bytes where it lies in an archive."""

    name: str
    path: Path
    data: bytes | None = None


def expand(paths: Iterable[Path | str]) -> tuple[Source, ...]:
    """Turn files, folders, archives and patterns (报告/*.docx) into files, sorted, each once.

    In folders and archives only files with a known ending count; names beginning with . or ~$ (the
    locks of open documents) don't. Errors: FileProblem for what isn't there, holds no report, or is a damaged archive.
    """
    found: dict[str, Source] = {}
    for path in paths:
        for source in _sources(Path(path)):
            found.setdefault(source.name, source)
    return tuple(found.values())


def _sources(path: Path) -> Iterator[Source]:
    if path.is_dir():
        files = [file for file in sorted(path.rglob("*")) if file.is_file() and _counts(file.name)]
        if not files:
            raise FileProblem.of(
                path, "文件夹里没有能读的报告。", f"能读的文件以这些结尾：{'、'.join(ENDINGS)}。"
            )
        for file in files:
            yield from _file(file)
    elif path.is_file():
        yield from _file(path)
    else:
        matches = _matches(path)
        if not matches:
            raise FileProblem.of(path, "找不到这个文件或文件夹。", "请检查名称和所在的位置。")
        for match in matches:
            yield from _sources(match)


def _matches(pattern: Path) -> list[Path]:
    if not any(sign in str(pattern) for sign in "*?["):
        return []
    top = Path(pattern.anchor) if pattern.is_absolute() else Path()
    return sorted(top.glob(str(pattern.relative_to(pattern.anchor) if pattern.anchor else pattern)))


def _file(path: Path) -> Iterator[Source]:
    if path.suffix.lower() == ".zip":
        yield from _archived(path)
    else:
        yield Source(str(path), path)


def _archived(path: Path) -> Iterator[Source]:
    import zipfile

    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if (
                len(entries) > _MOST_ENTRIES
                or sum(e.file_size for e in entries) > _LARGEST_TOGETHER
            ):
                raise FileProblem.of(
                    path, "压缩包里的文件太多或太大，没有读取。", "请解压后只选要读的报告。"
                )
            named = sorted((_name(entry), entry.filename) for entry in entries)
            for name, stored in named:
                if _counts(PurePosixPath(name).name):
                    yield Source(f"{path}/{name}", Path(name), _read(archive, stored, path))
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
        raise FileProblem.of(
            path, "压缩包已损坏、设有密码或打不开。", "请解压后再读里面的报告。"
        ) from error


def _read(archive: zipfile.ZipFile, name: str, path: Path) -> bytes:
    with archive.open(name) as stream:
        data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise FileProblem.of(path, "压缩包里有一个文件太大，没有读取。", "请解压后只选要读的报告。")
    return data


def _name(entry: zipfile.ZipInfo) -> str:
    """Read an entry's name: without the UTF-8 flag, Windows programs store GBK, which zipfile takes for cp437."""
    if entry.flag_bits & _UTF8_FLAG:
        return entry.filename
    raw = entry.filename.encode("cp437", errors="replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename


def _counts(name: str) -> bool:
    return name.lower().endswith((*ENDINGS, ".zip")) and not name.startswith((".", "~$"))
