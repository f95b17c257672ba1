"""Put bytes on the disk: whole or not at all, and never over a person's work."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from drafter.errors import FileProblem, reason
from drafter.writers.digest import is_sealed


def is_own_untouched(path: Path) -> bool:
    """Tell whether a file is drafter's own and nobody has changed it since.

    Errors: OSError where it can't be read.
    """
    return is_sealed(path.read_bytes())


def save(path: Path, data: bytes, force: bool = False) -> None:
    """Write a file in one step: whoever looks finds the old one or the new one, never half of it.

    An existing file is replaced only if it is drafter's own and untouched, or with `force`.
    Errors: FileProblem (someone's file, open in Word or WPS, folder, no right to write, disk full).
    """
    check(path, force)
    target = path.resolve()  # a link stays a link
    handle, name = -1, ""
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".drafter-", suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        if name:
            Path(name).unlink(missing_ok=True)


def check(path: Path, force: bool = False) -> None:
    """Refuse what `save` would refuse, as far as one can tell before; for several files at once."""
    try:
        _check(path, force)
    except OSError as error:
        raise _refused(path, error) from error


def _check(path: Path, force: bool) -> None:
    try:
        is_folder = path.is_dir()
    except OSError as error:
        raise _refused(path, error) from error
    if is_folder:
        raise FileProblem.of(path, "这是一个文件夹，不能当作文件写。", "请在后面加上文件名。")
    if not path.parent.is_dir():
        raise FileProblem.of(
            path, f"没有“{path.parent}”这个文件夹。", "请先建好文件夹，或换一个位置。"
        )
    exists = path.exists()
    lock = _open_elsewhere(path)
    if lock is not None:
        mend = f"请先在 Word 或 WPS 里关闭它；确已关闭的，删去同一文件夹里的“{lock.name}”再试。"
        raise FileProblem.of(path, "文件正在别的程序里打开着。", mend)
    if exists and not force and not is_own_untouched(path):
        what = "已有同名文件，而且不是 drafter 写的，或者写好以后有人改过。"
        raise FileProblem.of(path, what, "请换一个文件名；确定要覆盖的，加上 --force。")


def _open_elsewhere(path: Path) -> Path | None:
    """Find the file that Word (~$), WPS (.~) or LibreOffice (.~lock.) puts beside an open file.

    Word cuts two characters off a long name: ~$ + 报告.docx for 年度报告.docx.
    """
    name = path.name
    candidates = [f"~${name}", f".~{name}", f".~lock.{name}#"]
    if len(path.stem) > 6:  # shorter names are kept whole, up to 8 with the two signs
        candidates.append(f"~${name[1 if len(path.stem) == 7 else 2 :]}")
    return next((path.with_name(c) for c in candidates if path.with_name(c).is_file()), None)


def _mode(target: Path) -> int:
    """Return the rights of the file that is replaced, else those any new file gets."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _refused(path: Path, error: OSError) -> FileProblem:
    match error.errno:
        case errno.EACCES | errno.EPERM:
            return FileProblem.of(
                path,
                "写不进去：没有权限，或者文件正在 Word、WPS 里打开着。",
                "请关闭打开着的文件，或换一个可以写的文件夹。",
            )
        case errno.EROFS:
            return FileProblem.of(path, "写不进去：这个磁盘是只读的。", "请换一个可以写的文件夹。")
        case errno.ENOSPC | errno.EDQUOT:
            return FileProblem.of(path, "写不进去：磁盘满了，原有文件没有动。", "请腾出空间再试。")
        case errno.ENAMETOOLONG:
            return FileProblem.of(path, "文件名太长。", "请用 -o 指定短一些的文件名。")
    return FileProblem.of(
        path, f"写不进去：{reason(error)}。", "请核对路径和权限，或换一个文件夹。"
    )
