from __future__ import annotations

import pytest

from tests.cli.calling import Caller


@pytest.fixture
def drafter(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Caller:
    """Return a function that runs `drafter …` in this process."""
    return Caller(monkeypatch, capsys)
