"""However a report is damaged, lint says something of it, and every finding stands on the words it quotes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.lint.draft import Draft
from drafter.lint.linter import lint
from drafter.readers import read
from tests.external import TOP
from tests.lint.builders import pack

TEXT = (TOP / "samples" / "text" / "柳溪镇2024.txt").read_text(encoding="utf-8")
STRAY = [
    "《",
    "”",
    "(",
    "）",
    "%",
    "13月",
    "截至",
    "*",
    "<",
    "万",
    "、",
    "一是",
    "\n",
    "1.",
    "率",
    "。。",
]
# Where, how many characters go, what comes in their place.
Damage = st.tuples(
    st.integers(0, len(TEXT)), st.integers(0, 8), st.sampled_from([*STRAY, "", "９", "〇"])
)


def damaged(text: str, damages: list[tuple[int, int, str]]) -> str:
    """Cut and put in, from the end backwards."""
    for at, gone, put in sorted(damages, reverse=True):
        text = text[:at] + put + text[at + gone :]
    return text


@given(st.lists(Damage, max_size=40))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_finding_stands_on_its_words(
    tmp_path: Path, damages: list[tuple[int, int, str]]
) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(damaged(TEXT, damages), encoding="utf-8")
    draft = Draft(path.name, read(path, pack().outline), pack())
    for found in lint(draft).diagnostics:
        span = draft.span_at(found.place)
        if span is None or found.place.element == "closing":  # 署名 and date are one place
            continue
        assert 0 <= found.place.start <= found.place.end <= len(span.text)
        if found.quote:
            assert found.quote == span.text[found.place.start : found.place.end]


@pytest.mark.parametrize("text", ["", "。", "一、", "《", "2026年", "\n\n\n", "１．２．３．"])
def test_next_to_nothing_is_no_accident(tmp_path: Path, text: str) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(f"{text}\n开展检查。", encoding="utf-8")
    assert lint(Draft(path.name, read(path, pack().outline), pack())).diagnostics
