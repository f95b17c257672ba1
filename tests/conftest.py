"""What all tests share: programs that may be absent, golden files, the folder of real reports."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.external import HOW_TO_GET, TOP, missing_tools

GOLDEN = TOP / "tests" / "golden"
SHARED = TOP.parent / "shared"
NOTHING_SKIPPED = os.environ.get("DRAFTER_NOTHING_SKIPPED") == "1"
LEFT_OUT = "left out, not installed: "

# Packs compiled by tests lie beside pytest's own cache, not in the user's folder.
os.environ.setdefault("DRAFTER_CACHE", str(TOP / "build" / "drafter-cache"))

# Packs and parsed sources stay and are many: looking through them for rubbish took a sixth of a run.
gc.set_threshold(50_000, 20, 20)

# The same examples in every run, on a slow machine too; --hypothesis-profile=search seeks new ones.
settings.register_profile("house", derandomize=True, database=None, deadline=None)
settings.register_profile("search", max_examples=2000, deadline=None)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite tests/golden from this run"
    )


def pytest_collection_finish() -> None:
    """Let what was loaded for the tests be: none of it is ever rubbish."""
    gc.collect()
    gc.freeze()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose programs are absent; where nothing may be skipped, fail it."""
    names = tuple(name for mark in item.iter_markers("needs") for name in mark.args)
    missing = missing_tools(names)
    if not missing:
        return
    reason = LEFT_OUT + "; ".join(HOW_TO_GET[name] for name in missing)
    if NOTHING_SKIPPED:
        pytest.fail(f"DRAFTER_NOTHING_SKIPPED=1, but {reason}", pytrace=False)
    pytest.skip(reason)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which tests were left out, and why, so that a green run never hides it."""
    counts: dict[str, int] = {}
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2]  # (path, line, reason); a list when it comes from pytest-xdist
        reason = reason.removeprefix("Skipped: ")
        counts[reason] = counts.get(reason, 0) + 1
    for reason, count in sorted(counts.items()):
        terminalreporter.write_line(f"{count} 项测试未运行 (not run): {reason}")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with tests/golden/<name>; `pytest --update-golden` writes it instead."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"no tests/golden/{name}; record it by pytest --update-golden"
        assert path.read_text(encoding="utf-8") == text

    return compare


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real reports beside the checkout; skip the test where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("no folder of real reports beside the checkout")
    return SHARED
