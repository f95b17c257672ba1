"""A profile that `drafter new` wrote, in an editor: its language server checks, completes and explains."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calling import Caller
from tests.external import find_tool
from tests.language_server import language_server

pytestmark = pytest.mark.needs("yaml-language-server")


def line_of(text: str, words: str) -> int:
    return next(number for number, line in enumerate(text.split("\n"), 1) if words in line)


@pytest.fixture
def profile(drafter: Caller, tmp_path: Path) -> Path:
    assert drafter("new", tmp_path / "w", "--year", "2026").status == 0
    return tmp_path / "w" / "profile.yaml"


def test_what_new_wrote_is_accepted_as_it_stands(profile: Path) -> None:
    text = profile.read_text(encoding="utf-8")
    with language_server(find_tool("yaml-language-server") or "", profile.parent) as server:
        assert server.open(profile, text) == []


def test_slips_are_marked_names_offered_and_figures_explained(profile: Path) -> None:
    text = profile.read_text(encoding="utf-8")
    text = text.replace("类型: 街道", "类型: 街到")
    text = text.replace("  行政执法:\n", "  行政执法:\n    \n    检查此数: 5\n", 1)
    topic = line_of(text, "  行政执法:")
    figure = line_of(text, "    行政检查次数:")
    with language_server(find_tool("yaml-language-server") or "", profile.parent) as server:
        said = server.open(profile, text)
        offered = server.completions(profile, topic + 1, 5)
        told = server.hover(profile, figure, 6)
    assert [line.split(":")[0] for line in said] == [
        str(line_of(text, "街到")),
        str(topic + 2),
    ]
    assert "街道" in said[0]
    assert "检查此数" in said[1]
    assert "单位：次" in offered["日常巡查次数"]
    assert "行政检查次数" not in offered  # it stands there already
    assert "一个检查对象、一份完整记录为一次" in told
