from __future__ import annotations

from tools.bench import page, verdict


def test_a_miss_is_stated() -> None:
    assert verdict(1.1, 2.5)[2:] == [
        "| one draft as a whole process, beside docxtpl | 1.10 | ≤ 1.00: missed | 0.80: missed |",
        "| drafts per second in one process, beside docxtpl | 2.50 | ≥ 2.00: met | 4.00: missed |",
    ]


def test_the_page_holds_the_tables_of_this_run() -> None:
    text = page(["| 甲 |", "| 乙 |"])
    assert "| 甲 |\n\n| 乙 |" in text
    assert "{" not in text
