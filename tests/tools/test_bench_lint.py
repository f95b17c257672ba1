"""What the bench of lint writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.lint.rules import RULES
from tools import bench_lint
from tools.bench_lint import DEAREST, LENGTH, rate_table, report_sized, varied, with_section


def test_a_section_is_put_in_the_place_of_the_old_one() -> None:
    page = "# Performance\n\nwords\n\n## Lint\nold\n\n## Other\nkept\n"
    assert with_section(page, "## Lint\nnew\n") == (
        "# Performance\n\nwords\n\n## Lint\nnew\n\n## Other\nkept\n"
    )


def test_a_page_without_the_section_gets_it_at_its_end() -> None:
    assert with_section("# Performance\n", "## Lint\nnew\n") == "# Performance\n\n## Lint\nnew\n"


def test_putting_it_twice_changes_nothing() -> None:
    once = with_section("# Performance\n\n## Other\nkept\n", "## Lint\nnew\n")
    assert with_section(once, "## Lint\nnew\n") == once


def test_a_sample_becomes_as_long_as_a_report_with_half_its_figures() -> None:
    text = "题目\n一、成效\n受理35件。办结30件。化解20件。\n签名\n"
    prose = [f"{'甲乙丙丁'[n % 4] * (n % 37 + 3)}。" for n in range(400)]
    made = report_sized(text, prose, 1)
    assert LENGTH <= len(made) < LENGTH + 80
    assert made.startswith("题目\n一、成效\n受理35件。化解20件。\n")
    assert "办结30件" not in made
    assert made.endswith("\n签名")
    assert report_sized(text, prose, 1) == made != report_sized(text, prose, 2)


def test_figures_vary_and_dates_do_not() -> None:
    text = "2024年，受理35件、办结120件，截至11月30日。"
    other = varied(text, 1)
    assert other != text
    assert len(other) == len(text)
    assert other.startswith("2024年，")
    assert other.endswith("，截至11月30日。")
    assert varied(text, 1) == other


def test_a_miss_is_stated() -> None:
    table = rate_table({"txt": 60.0, "docx": 20.0, "AutoCorrect": 1000.0})
    assert table[2] == "| drafter, .txt | 60 | ≥ 0.50 of AutoCorrect | 0.06: missed |"
    assert table[3] == "| drafter, .docx | 20 | ≥ 0.50 of .txt | 0.33: missed |"


def test_without_the_peer_nothing_is_claimed() -> None:
    table = rate_table({"txt": 60.0, "docx": 40.0})
    assert table[2] == "| drafter, .txt | 60 | ≥ 0.50 of AutoCorrect | not measured: open |"
    assert len(table) == 4


def test_the_time_of_a_draft_is_told_by_stage_and_dearest_rule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench_lint, "TURNS", 1)
    (tmp_path / "txt").mkdir()
    text = "青石桥街道2026年法治政府建设年度报告\n一、主要举措和成效\n全年开展行政检查635次。\n"
    (tmp_path / "txt" / "稿.txt").write_text(text, encoding="utf-8")
    rows = bench_lint.where_time_goes(tmp_path)[2:]
    names = [row.split("|")[1].strip() for row in rows]
    assert names[:3] == ["reading", "matching figures", "folding and joining texts"]
    assert {name[:4] for name in names[3 : 3 + DEAREST]} <= {rule.code for rule in RULES}
    assert names[3 + DEAREST :] == [f"the other {len(RULES) - DEAREST} rules", "together"]
