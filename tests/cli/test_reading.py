"""`drafter outline` and `drafter figures`, as a person reads them."""

from __future__ import annotations

from pathlib import Path

from tests.cli.calling import Caller

TEXT = """青石桥街道2026年法治政府建设年度报告
区委、区政府：
2026年，街道依法办事。
一、2026年度推进法治政府建设的主要举措和成效
（一）规范行政执法行为
一是抓检查。全年开展行政检查635次，案卷合格率98.50%。
二、2027年度推进法治政府建设的主要安排
力争行政检查700次以上。
青石桥街道办事处
2026年12月10日
"""


def report(folder: Path, text: str = TEXT) -> Path:
    path = folder / "往年.txt"
    path.write_text(text, "utf-8")
    return path


def test_outline_shows_front_tree_and_what_is_missing(drafter: Caller, tmp_path: Path) -> None:
    call = drafter("outline", report(tmp_path))
    assert call.status == 0
    assert call.out.splitlines() == [
        "标题：青石桥街道2026年法治政府建设年度报告",
        "年度：2026",
        "主送：区委、区政府",
        "",
        "（开头）　1段",
        "一、2026年度推进法治政府建设的主要举措和成效　［主要举措和成效］",
        "　　（一）规范行政执法行为　1段，1个要点",
        "二、2027年度推进法治政府建设的主要安排　1段　［下一年度主要安排］",
        "没有认出这些法定部分：存在的不足和原因、党政主要负责人履行第一责任人职责情况",
        "",
        "署名：青石桥街道办事处　成文日期：2026年12月10日",
    ]


def test_figures_stand_in_columns_below_their_section(drafter: Caller, tmp_path: Path) -> None:
    out = drafter("figures", report(tmp_path)).out.splitlines()
    assert out[0] == "一、2026年度推进法治政府建设的主要举措和成效 > （一）规范行政执法行为"
    assert out[1].split() == ["第2段", "635次", "行政检查", "行政执法.行政检查次数"]
    assert out[2].split()[:3] == ["第2段", "98.50%", "案卷合格率"]
    assert out[4].split()[-1] == "目标"
    assert {line.index("次") for line in out[1:2]} == {len("  第2段  635")}
    assert out[-1].startswith("共3个数：")


def test_a_text_without_anything_says_so(drafter: Caller, tmp_path: Path) -> None:
    path = report(tmp_path, "街道依法办事，没有别的。\n")
    assert "没有读出标题。" in drafter("outline", path).out
    assert drafter("figures", path).out == "没有读出数。\n"


def test_a_file_that_is_not_there_is_a_sentence(drafter: Caller, tmp_path: Path) -> None:
    call = drafter("outline", tmp_path / "没有.docx")
    assert call.status == 2
    assert "找不到这个文件" in call.err
