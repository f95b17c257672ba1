"""Where a command's documents go: beside their source, into a folder, or to the file named by -o."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from drafter.errors import FileProblem, UsageProblem, reason

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def is_folder(out: Path, typed: str, count: int) -> bool:
    """Tell whether -o means a folder: it exists as one, ends in /, or several inputs are given."""
    if typed.endswith(("/", "\\")) or count > 1:
        return True
    try:
        return out.is_dir()
    except OSError:  # a name no system takes: writing says so
        return False


def choose_format(
    out: Path | None, form: str | None, formats: Sequence[str], as_folder: bool
) -> str:
    """Choose the format by -f, else by the output's extension, else the first one.

    Errors: UsageProblem where the extension is none of them or contradicts -f.
    """
    suffix = "" if out is None or as_folder else out.suffix.lower().removeprefix(".")
    if not suffix:
        return form or formats[0]
    if suffix not in formats or (form and form != suffix):
        what = f"输出文件的扩展名是“.{suffix}”，" + (
            f"与 -f {form} 不一致。" if form else "没有这种格式。"
        )
        mend = f"可用的有：{'、'.join(formats)}。"
        if suffix == "pdf" and "docx" in formats:
            mend = "请先生成 .docx，再用 WPS 或 Word 打开，另存为 PDF。"
        raise UsageProblem.of(str(out), what, mend)
    return suffix


def safe_name(name: str) -> str:
    """Turn a report's name into a file name that every system takes."""
    return _FORBIDDEN.sub("_", name).strip(" .") or "report"


def refuse_equal(targets: Sequence[Path]) -> None:
    """Refuse to write two documents to one file. Errors: UsageProblem."""
    seen: set[Path] = set()
    for target in targets:
        if target in seen:
            mend = "请给其中一份另取文件名，分两次生成。"
            raise UsageProblem.of(target, "有两份要写到同一个文件。", mend)
        seen.add(target)


def make_folder(folder: Path) -> None:
    """Make a folder with its parents. Errors: FileProblem."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = f"建不了这个文件夹：{reason(error)}。"
        raise FileProblem.of(folder, what, "请换一个可以写入的位置。") from error
