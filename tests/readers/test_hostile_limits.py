"""The hostile files of issue 3, read by a process with little memory and no network."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.readers.docx_files import docx, p

BODY = "街道把依法行政列入年度重点，按月调度、按季通报，全年没有发生被纠错的案件。"
MEMORY = 1536 * 1024 * 1024
SECONDS = 120
READ = """
import json, resource, socket, sys
from pathlib import Path
from drafter.errors import FileProblem
from drafter.readers import expand, read_source
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]), int(sys.argv[1])))
def refuse(*a, **k): raise SystemExit("a socket was opened")
socket.socket = refuse
told = {}
for name in sys.argv[2:]:
    try:
        told[Path(name).name] = len([read_source(source) for source in expand([name])])
    except FileProblem as problem:
        told[Path(name).name] = problem.problems[0].what
print(json.dumps(told))
"""


def zipped(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def bomb(size: int) -> bytes:
    """Make a .docx whose main part is nothing but blanks, `size` bytes of them."""
    with zipfile.ZipFile(io.BytesIO(docx(p("甲")))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**files, "word/document.xml": b" " * size})


def entities(reference: str, value: str) -> bytes:
    return (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a {value}>]>'
        f"<html><body><p>{BODY}{reference}</p></body></html>"
    ).encode()


# Made when asked for: the bombs take longer to make than to refuse.
HOSTILE: dict[str, tuple[Callable[[], bytes], str | int]] = {
    "bomb.docx": (lambda: bomb(300_000_000), "文件展开后过大，不像一份报告，已停止读取。"),
    "bomb.zip": (
        lambda: zipped(dict.fromkeys(("1.txt", "2.txt"), b" " * 150_000_000)),
        "压缩包里有一个文件太大",
    ),
    "entities.html": (lambda: entities("&a;", '"' + "甲" * 1000 + '"'), 1),
    "external.html": (lambda: entities("&a;", 'SYSTEM "http://127.0.0.1:9/x"'), 1),
    "long.docx": (lambda: docx(p(BODY * 45_000)), 1),
    "many.docx": (lambda: docx(p(BODY) * 100_000), 1),
    "many.html": (
        lambda: f"<html><body>{f'<p>{BODY}</p>' * 30_000}</body></html>".encode(),
        1,
    ),
    "many.md": (lambda: f"# 一、工作情况\n\n{(BODY + chr(10) * 2) * 30_000}".encode(), 1),
    "deep.html": (lambda: b"<html><body>" + b"<div>" * 100_000 + BODY.encode(), "网页"),
    "nul.txt": (lambda: f"一、工作情况\n{BODY}".encode().replace(b"\n", b"\x00\n\x00"), 1),
    "broken.txt": (
        lambda: f"一、工作情况\n{BODY * 20}".encode("gb18030")[:-1] + b"\xff\xff",
        1,
    ),
    "empty.docx": (bytes, "文件是空的。"),
    "wrong.pdf": (f"一、工作情况\n{BODY}".encode, "纯文本"),
    "wrong.docx": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "这是图片"),
    "linked.docx": (
        lambda: docx(
            f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDETEXT "http://127.0.0.1:9/x"'
            f'</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>{p(BODY)}'
        ),
        1,
    ),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str | int]:
    """Read all of them in one process that may use 1.5 GB and no socket."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, (make, _) in HOSTILE.items():
        (folder / name).write_bytes(make())
    with (folder / "huge.docx").open("wb") as file:
        file.truncate(500 * 1024 * 1024)
    names = [str(folder / name) for name in (*HOSTILE, "huge.docx")]
    command = [sys.executable, "-c", READ, str(MEMORY), *names]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=SECONDS, check=False,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, str | int] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_a_report_or_its_sentence(told: dict[str, str | int], name: str) -> None:
    expected = HOSTILE[name][1]
    if isinstance(expected, int):
        assert told[name] == expected
    else:
        assert expected in str(told[name])


def test_a_file_of_500_megabytes_is_not_even_opened(told: dict[str, str | int]) -> None:
    assert told["huge.docx"] == "文件有500MB，太大，没有读取。"
