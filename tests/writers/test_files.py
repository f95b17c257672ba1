"""Saving: whole or not at all, and never over a person's work."""

from __future__ import annotations

import errno
import io
import os
import stat
import sys
import zipfile
from pathlib import Path

import pytest

from drafter.errors import FileProblem
from drafter.writers import docx, markdown
from drafter.writers.files import is_own_untouched, save
from drafter.writers.properties import describe
from tests.writers.samples import REPORT, shipped_layout

DOCX = docx.write(REPORT, shipped_layout(), describe(REPORT))
MARKDOWN = markdown.write(REPORT).encode()


def message(path: Path, data: bytes = MARKDOWN, force: bool = False) -> str:
    with pytest.raises(FileProblem) as caught:
        save(path, data, force)
    return str(caught.value).replace(str(path.parent), "夹")


def repacked(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """Change one part of a package, as Word does when it saves."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for entry in source.namelist():
            content = source.read(entry)
            target.writestr(entry, content.replace(old, new) if entry == name else content)
    return out.getvalue()


@pytest.mark.parametrize("data", [DOCX, MARKDOWN], ids=["docx", "md"])
def test_own_untouched_file_is_replaced(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "年度 报告.docx"
    save(path, data)
    assert is_own_untouched(path)
    save(path, data)
    assert path.read_bytes() == data
    assert [child.name for child in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"PK\x03\x04 broken",
        DOCX[: len(DOCX) // 2],
        DOCX[:900] + bytes(64) + DOCX[964:],
        "别人的字".encode(),
        MARKDOWN + b" ",
        MARKDOWN.replace("635次".encode(), "636次".encode()),
        repacked(DOCX, "word/document.xml", "635次".encode(), "636次".encode()),
        repacked(DOCX, "docProps/core.xml", b"drafter:sha256:", b"drafter:sha256:0"),
    ],
    ids=[
        "empty",
        "binary",
        "broken-zip",
        "cut",
        "damaged",
        "foreign",
        "longer",
        "edited-md",
        "edited-docx",
        "seal",
    ],
)
def test_work_of_a_person_is_kept_unless_forced(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(data)
    assert message(path, DOCX) == (
        "夹/报告.docx: 错误: 已有同名文件，而且不是 drafter 写的，或者写好以后有人改过。\n"
        "    请换一个文件名；确定要覆盖的，加上 --force。"
    )
    assert path.read_bytes() == data
    save(path, DOCX, force=True)
    assert path.read_bytes() == DOCX


def test_repacking_alone_is_no_change(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(repacked(DOCX, "word/document.xml", b"", b""))
    assert is_own_untouched(path)


@pytest.mark.parametrize(
    ("name", "lock"),
    [
        ("报告.docx", "~$报告.docx"),
        ("青石桥街道2026年度报告.docx", "~$桥街道2026年度报告.docx"),
        ("年度报告2026.docx", "~$报告2026.docx"),
        ("七字年度报告1.docx", "~$字年度报告1.docx"),
        ("报告.docx", ".~报告.docx"),
        ("报告.docx", ".~lock.报告.docx#"),
    ],
)
def test_file_open_elsewhere_is_a_sentence(tmp_path: Path, name: str, lock: str) -> None:
    path = tmp_path / name
    save(path, DOCX)
    (tmp_path / lock).write_bytes(b"owner")
    assert "文件正在别的程序里打开着。" in message(path, DOCX, force=True)
    assert lock in message(path, DOCX)


def test_lock_of_another_file_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "~$另一份.docx").write_bytes(b"owner")
    save(tmp_path / "报告.docx", DOCX)


def test_folder_and_missing_folder_are_named(tmp_path: Path) -> None:
    assert "这是一个文件夹" in message(tmp_path)
    assert message(tmp_path / "没有" / "报告.md").startswith(
        f"夹/报告.md: 错误: 没有“{tmp_path / '没有'}”这个文件夹。".replace(
            str(tmp_path / "没有"), "夹"
        )
    )


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.EACCES, "写不进去：没有权限，或者文件正在 Word、WPS 里打开着。"),
        (errno.ENOSPC, "写不进去：磁盘满了，原有文件没有动。"),
        (errno.EROFS, "写不进去：这个磁盘是只读的。"),
        (errno.EIO, "写不进去：磁盘读写出错。"),
        (errno.EDOM, f"写不进去：系统错误{errno.EDOM}。"),
    ],
)
def test_refusal_of_the_system_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, sentence: str
) -> None:
    path = tmp_path / "报告.md"
    save(path, MARKDOWN)

    def refuse(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)
    assert sentence in message(path, DOCX)
    assert path.read_bytes() == MARKDOWN
    assert [child.name for child in tmp_path.iterdir()] == ["报告.md"]


def test_name_that_is_too_long_is_a_sentence(tmp_path: Path) -> None:
    assert "文件名太长。" in message(tmp_path / ("长" * 120 + ".md"))


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_new_file_gets_the_usual_rights_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    path = tmp_path / "报告.md"
    mask = os.umask(0o022)
    try:
        save(path, MARKDOWN)
        assert stat.S_IMODE(path.stat().st_mode) == 0o644
        path.chmod(0o640)
        save(path, MARKDOWN)
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
    finally:
        os.umask(mask)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "真.md", tmp_path / "链.md"
    save(target, MARKDOWN)
    link.symlink_to(target)
    save(link, MARKDOWN)
    assert link.is_symlink()
