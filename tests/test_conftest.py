"""A program that is absent is named in the last lines, or fails the run where CI forbids skips."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.external import TOP

PROBE = """
import pytest

@pytest.mark.needs("soffice")
def test_needs_an_office():
    assert True
"""


def run_without_programs(folder: Path, nothing_skipped: str, workers: str = "0") -> tuple[int, str]:
    probe = folder / "test_probe.py"
    probe.write_text(PROBE, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "tests.conftest",
        "-c",
        TOP / "pyproject.toml",
    ]
    command += ["-n", workers, "--rootdir", folder, probe]
    environment = {**os.environ, "PATH": str(folder), "DRAFTER_NOTHING_SKIPPED": nothing_skipped}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=TOP,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize("workers", ["0", "1"])
def test_absent_program_is_named_in_the_last_lines(tmp_path: Path, workers: str) -> None:
    code, printed = run_without_programs(tmp_path, "", workers)
    assert code == pytest.ExitCode.OK
    assert "1 项测试未运行 (not run): left out, not installed: LibreOffice" in printed


def test_absent_program_fails_where_nothing_may_be_skipped(tmp_path: Path) -> None:
    code, printed = run_without_programs(tmp_path, "1")
    assert code == pytest.ExitCode.TESTS_FAILED
    assert "DRAFTER_NOTHING_SKIPPED=1, but left out, not installed: LibreOffice" in printed
