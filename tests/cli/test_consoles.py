"""What a console can't print must not stop drafter: code pages, pipes, a path in another encoding."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.external import TOP
from tests.pack.small import FULL, PROFILE, write_pack


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    work = tmp_path_factory.mktemp("㐂²🏠")  # in cp936 none of the three, in latin-1 the ² alone
    write_pack(work / "模板 甲")
    text = f"模板: 模板 甲\n{PROFILE}{FULL.replace('处罚件数: 12', '处罚件数: ')}"
    (work / "𠮷.yaml").write_text(text, encoding="utf-8")
    (work / "错.yaml").write_text(text.replace("数据", "数居"), encoding="utf-8")
    return work


def call(folder: Path, encoding: str | None, *arguments: str) -> tuple[int, bytes, bytes]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("LC_")}
    environment |= {"PYTHONUTF8": "0", "LANG": "C", "PYTHONPATH": str(TOP)}
    environment.pop("PYTHONIOENCODING", None)
    if encoding:
        environment["PYTHONIOENCODING"] = encoding
    command = [sys.executable, "-m", "drafter", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("encoding", ["cp936", "utf-8", "ascii", "cp437", None])
def test_a_batch_ends_as_it_should_in_any_code_page(folder: Path, encoding: str | None) -> None:
    status, out, err = call(
        folder, encoding, "draft", "𠮷.yaml", "错.yaml", "-o", "稿", "--jobs", "2"
    )
    assert status == 2
    assert b"Traceback" not in err
    if encoding == "cp936":
        assert "共2份：生成1份，1份没有生成；1份有待填。" in out.decode("gbk")
        assert "没有“数居”这个键。" in err.decode("gbk")


@pytest.mark.parametrize("encoding", ["cp936", "ascii"])
@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["rules"], ["rules", "S001"], ["schema"], ["check", "𠮷.yaml"], ["draught"]],
    ids=" ".join,
)
def test_no_page_stops_at_a_sign_the_console_lacks(
    folder: Path, encoding: str, arguments: list[str]
) -> None:
    status, out, err = call(folder, encoding, *arguments)
    assert status in (0, 1, 2)
    assert b"Traceback" not in err
    assert out or err
