"""What a command loads: a draft or a lint starts in a blink only while these lists stay short."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.external import TOP

PROFILE = TOP / "profiles" / "qingshiqiao-2026.yaml"

# Libraries a command may load. jieba, openpyxl, pypdfium2 and whatever tests use stay out.
DRAFT_MAY_LOAD = {"click", "jinja2", "markupsafe", "ruamel", "_ruamel_yaml"}
LINT_MAY_LOAD = {"click", "lxml", "ruamel", "_ruamel_yaml"}

PROBE = """
import os, runpy, sys
os._exit = sys.exit
before = set(sys.modules)
sys.argv = ["drafter", *sys.argv[1:]]
try:
    runpy.run_module("drafter", run_name="__main__", alter_sys=True)
except SystemExit as end:
    assert end.code in (None, 0, 1), end.code  # 1: lint has findings
loaded = {name.partition(".")[0] for name in set(sys.modules) - before if "cython" not in name}
print("LOADED", *sorted(loaded - set(sys.stdlib_module_names) - {"drafter"}))
"""


def libraries_loaded_by(*arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=TOP,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return set(done.stdout.splitlines()[-1].removeprefix("LOADED").split())


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str]]:
    target = tmp_path_factory.mktemp("draft") / "报告.docx"
    loaded = libraries_loaded_by("draft", str(PROFILE), "-o", str(target))
    return target, loaded


def test_draft_loads_no_library_it_can_do_without(draft: tuple[Path, set[str]]) -> None:
    assert draft[1] - DRAFT_MAY_LOAD == set()


def test_lint_loads_no_library_it_can_do_without(draft: tuple[Path, set[str]]) -> None:
    loaded = libraries_loaded_by("lint", str(draft[0]), "--profile", str(PROFILE))
    assert loaded - LINT_MAY_LOAD == set()


def test_lint_of_a_text_without_a_profile_reads_neither_yaml_nor_xml() -> None:
    sample = str(TOP / "samples" / "text" / "石门镇2023.txt")
    libraries_loaded_by("lint", sample)  # keeps what it has read of the pack
    assert libraries_loaded_by("lint", sample) == {"click"}


def test_version_loads_click_alone() -> None:
    assert libraries_loaded_by("--version") == {"click"}
