"""Mutants of a report with prescribed tables: a cell, a row, a table, a part."""

from __future__ import annotations

from tests.lint.mutants import Change, both, m, renumbered, replaced, without_section


def row(label: str, column: int, by: str) -> Change:
    """Change a cell (from 0) of the row that a label names."""

    def change(text: str) -> str:
        line = next(line for line in text.splitlines() if label in line and line.startswith("|"))
        cells = line.split("|")
        assert cells[column + 1].strip(), f"nothing to mutate: {label}"
        cells[column + 1] = f" {by} "
        return text.replace(line, "|".join(cells))

    return change


_CASES = "因政府信息公开工作被申请行政复议、提起行政诉讼情况"
FORM_MUTANTS = (
    m("F005", "a cell table", row("一、本年新收", 3, "59"), "F005 F002"),
    m("F005", "a total of a row table", row("予以公开", 9, "82"), "F005 F002 F004"),
    m("F005", "a total of a column table", row("七）总计", 4, "6"), "F005 F002"),
    m("F005", "what is carried over table", row("四、结转下年度", 3, "3"), "F005 F002"),
    m("F005", "a review case table", replaced(r"^\| 2 \| 1 \| 1 \|", "| 2 | 2 | 1 |"), "F005 F002"),
    m("F002", "a fee in yuan table", replaced(r"0\.86", "8600"), "F002"),
    m("F002", "licences table", replaced(r"\| 行政许可 \| 37", "| 行政许可 | 73"), "F002"),
    m("F002", "two cells that keep the sum table",
      both(row("一、本年新收", 3, "57"), row("一、本年新收", 4, "6")), "F002 F005"),
    m("F004", "the text says another sum, table right",
      replaced("收到政府信息公开申请65件", "收到政府信息公开申请56件"), "F002 F004", "F007"),
    m("S013", "a table gone",
      replaced(r"(?s)\| 行政复议 \|.*?\n\n", "全年复议4件，诉讼1件。\n\n"), "S013 F001", "S006"),
    m("S013", "a row gone table", replaced(r"^.*要求提供公开出版物.*\n", ""), "S013 F001"),
    m("S013", "an empty cell table", row("重复申请", 5, ""), "S013"),
    m("S013", "dashes for zero table", replaced(r"\| 0 (?=\|)", "| — ", 0), "S013"),
    m("S013", "the first table cut short",
      replaced(r"(?s)\| 第二十条第（六）项.*?(?=\| 第二十条第（八）项)", ""), "S013 F001"),
    m("S001", "a part gone", both(without_section("其他需要报告的事项"), renumbered), "S001 F001", "S012"),
    m("S001", "a part with its table gone",
      both(without_section("收到和处理政府信息公开申请情况"), renumbered), "S001 F001",
      lost_in_word=True),  # too few runs are left to be split
    m("S002", "parts out of order",
      both(replaced("二、主动公开政府信息情况", "〓"), replaced(f"四、{_CASES}", "四、主动公开政府信息情况"),
           replaced("〓", f"二、{_CASES}")),
      "S002", "S013 F001 F002"),
    m("T001", "a cell that waits table", row("重复申请", 3, "【待填】"), "T001"),
)  # fmt: skip
