"""Reading layout.yaml: overriding a base, and mistakes at their place."""

from __future__ import annotations

import pytest

from drafter import yamlfile
from drafter.errors import PackProblem
from drafter.pack.layout import Layout
from drafter.pack.layout_loader import load_layout
from tests.writers.samples import LAYOUT_FILE, shipped_layout

SHIPPED = LAYOUT_FILE.read_text(encoding="utf-8")


def load(text: str, base: Layout | None = None) -> Layout:
    return load_layout(yamlfile.parse(text, "layout.yaml"), base)


def problem(text: str, base: Layout | None = None) -> str:
    with pytest.raises(PackProblem) as caught:
        load(text, base)
    return str(caught.value)


def test_shipped_layout_has_the_values_of_the_standard() -> None:
    layout = shipped_layout()
    page = layout.page
    assert (page.top_mm, page.bottom_mm, page.left_mm, page.right_mm) == (37, 35, 28, 26)
    assert (layout.grid.lines, layout.grid.characters, layout.grid.line_pt) == (22, 28, 28.95)
    assert layout.family(layout.styles.title.font) == "方正小标宋简体"


def test_child_overrides_single_values_of_its_base() -> None:
    child = load("latin: Times New Roman\nstyles: {heading3: {bold: true}}\n", shipped_layout())
    assert child.latin == "Times New Roman"
    assert child.styles.heading3.bold
    assert child.styles.heading3.font == shipped_layout().styles.heading3.font
    assert child.page == shipped_layout().page


def test_child_replaces_one_font() -> None:
    child = load("fonts: {仿宋: 仿宋_GB2312}\n", shipped_layout())
    assert child.family("仿宋") == "仿宋_GB2312"
    assert child.family("黑体") == "黑体"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("pages: {}\n", "layout.yaml:1:1: 错误: 没有“pages”这个键。\n    是否为“page”？"),
        (
            "styles:\n  title: {sise_pt: 22}\n",
            "layout.yaml:2:11: 错误: 没有“sise_pt”这个键。\n    是否为“size_pt”？",
        ),
        (
            "styles: {title: {size_pt: 二号}}\n",
            "layout.yaml:1:27: 错误: “size_pt”应当是一个数，现为“二号”。\n    请只写数字，如 28.95。",
        ),
        (
            "styles: {title: {bold: 粗}}\n",
            "layout.yaml:1:24: 错误: “bold”应写“是”或“否”，现为“粗”。",
        ),
        (
            "styles: {title: {align: middle}}\n",
            "layout.yaml:1:25: 错误: 没有“middle”这种对齐方式。\n"
            "    可用的有：left、center、right、both。",
        ),
        (
            "styles: {title: {font: 彷宋}}\n",
            "layout.yaml:1:17: 错误: fonts 里没有“彷宋”这种字体。\n    可用的有：小标宋、黑体、楷体、仿宋、宋体。",
        ),
        (
            "fonts: {仿宋: []}\n",
            "layout.yaml:1:13: 错误: 字体“仿宋”没有写一个字体名。\n    例如 仿宋: [仿宋_GB2312]。",
        ),
        (
            "grid: {lines: inf}\n",
            "layout.yaml:1:15: 错误: “lines”应为整数，现为“inf”。",
        ),
        (
            "page: {width_mm: [210]}\n",
            "layout.yaml:1:18: 错误: 这里应当只写一个词或一个数。\n    请写在同一行，不要另起清单。",
        ),
    ],
)
def test_mistake_is_named_with_its_place(text: str, message: str) -> None:
    assert problem(text, shipped_layout()) == message


def test_absent_group_and_absent_key_are_named() -> None:
    assert "缺少“page”。" in problem("latin:\n")
    cut = SHIPPED.replace("  width_mm: 210\n", "", 1)
    assert "缺少“width_mm”。" in problem(cut)
    without = "\n".join(line for line in SHIPPED.splitlines() if not line.startswith("  note:"))
    assert "缺少“note”。" in problem(without)


def test_all_mistakes_of_a_file_are_told_at_once() -> None:
    text = "page: {width_mm: 宽, hight_mm: 297}\nstyles: {title: {bold: 粗}, note: {size: 1}}\npaper: A4\n"
    told = problem(text, shipped_layout())
    for mistake in ("现为“宽”", "“hight_mm”", "现为“粗”", "“size”", "“paper”"):
        assert mistake in told
    assert told.count("错误") == 5
