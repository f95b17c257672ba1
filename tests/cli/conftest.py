from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.cli.calling import Ask, Call, Caller
from tests.pack.small import write_pack


@pytest.fixture
def drafter(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Caller:
    """Return a function that runs `drafter …` in this process."""
    return Caller(monkeypatch, capsys)


@pytest.fixture
def profile(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Write the small pack, and beside it the profile that a test's module names TEXT."""
    monkeypatch.chdir(tmp_path)
    write_pack(tmp_path / "small")
    Path("台账.yaml").write_text(request.module.TEXT, encoding="utf-8")
    return Path("台账.yaml")


@pytest.fixture
def ask(drafter: Caller, profile: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Return a function that runs `drafter fill` and answers its questions with lines."""

    def run(*lines: str, options: tuple[str, ...] = ()) -> Call:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return drafter("fill", profile, *options)

    return run
