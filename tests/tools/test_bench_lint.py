"""What the bench of lint writes, without measuring anything."""

from __future__ import annotations

from tools.bench_lint import rate_table, varied, with_section


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
