from __future__ import annotations

from pathlib import Path

import pytest

from drafter.rendering.renderer import Rendered, Renderer
from drafter.report import Paragraph, Section, walk_sections
from drafter.writers import markdown
from tests.pack.small import FULL, small_pack, small_profile


def render(folder: Path, text: str, changes: dict[str, str] | None = None) -> Rendered:
    pack = small_pack(folder, changes)
    return Renderer(pack).render(small_profile(folder, text, pack))


def texts(section: Section) -> list[str]:
    return [block.text for block in section.blocks if isinstance(block, Paragraph)]


def section(rendered: Rendered, heading: str) -> Section:
    return next(path[-1] for path in walk_sections(rendered.report) if path[-1].heading == heading)


def headings(rendered: Rendered) -> list[str]:
    return [path[-1].line for path in walk_sections(rendered.report)]


def test_a_full_profile_becomes_a_report(tmp_path: Path) -> None:
    report = render(tmp_path, FULL).report
    assert markdown.write(report).partition("附件：")[0] == (
        "# 青石桥街道办事处2026年小报告\n\n"
        "2026年，青石桥街道办事处贯彻新会精神。现报告如下。\n\n"
        "## 一、2026年的成效\n\n"
        "### （一）严格执法\n\n"
        "全年开展检查635次，作出处罚12件，罚没2.71万元。检查和处罚合计647件。\n\n"
        "### （二）化解纠纷\n\n"
        "受理纠纷40件，成功39件，成功率97.5%。\n\n"
        "## 二、不足和原因\n\n"
        "人手不足。原因是编制少。\n\n"
    )


@pytest.mark.parametrize(
    ("year", "kind", "expected"),
    [
        (2025, "街道", "按纲要执法"),
        (2025, "镇", "按纲要执法"),
        (2026, "街道", "严格执法"),
        (2026, "镇", "全镇执法"),
    ],
)
def test_headings_depend_on_year_and_kind(
    tmp_path: Path, year: int, kind: str, expected: str
) -> None:
    head = f"年度: {year}\n单位: {{名称: 青石桥镇人民政府, 简称: 镇, 类型: {kind}}}\n"
    assert headings(render(tmp_path, head + FULL))[1] == f"（一）{expected}"


def test_an_optional_section_with_nothing_in_it_goes_and_the_ordinals_close_up(
    tmp_path: Path,
) -> None:
    rendered = render(
        tmp_path,
        "数据: {执法: {检查次数: 1, 处罚件数: 2}}\n问题:\n- {表现: 甲, 原因: 乙}\n其他:\n- 丙\n",
    )
    assert headings(rendered) == [
        "一、2026年的成效",
        "（一）严格执法",
        "二、不足和原因",
        "三、其他情况",
    ]
    assert rendered.dropped == ("调解",)


def test_an_optional_section_stands_by_own_words_alone(tmp_path: Path) -> None:
    rendered = render(tmp_path, FULL.partition("  纠纷")[0] + "做法:\n  调解:\n  - 推行首问。\n")
    assert texts(section(rendered, "化解纠纷")) == ["推行首问。"]


def test_a_prescribed_part_with_nothing_in_it_waits(tmp_path: Path) -> None:
    rendered = render(tmp_path, "数据: {执法: {检查次数: 不适用, 处罚件数: 不适用}}\n")
    assert texts(section(rendered, "不足和原因")) == ["【待填：问题】"]
    assert texts(section(rendered, "严格执法")) == ["【待填：执法】"]


def test_missing_figures_and_names_print_placeholders(tmp_path: Path) -> None:
    rendered = render(tmp_path, "年度: 2026\n单位: {类型: 街道}\n数据: {执法: {处罚件数: 0}}\n")
    assert texts(section(rendered, "严格执法")) == [
        "全年开展检查【待填：检查次数】，作出处罚0件。检查和处罚合计【待填：合计件数】。"
    ]
    assert rendered.report.title == "【待填：单位名称】2026年小报告"
    assert rendered.report.organs == ("【待填：单位名称】",)


def test_a_half_filled_item_waits_by_number_and_field(tmp_path: Path) -> None:
    rendered = render(
        tmp_path, "问题:\n- {表现: 甲, 原因: 乙}\n- {表现: , 原因: }\n- {表现: 丙, 原因: }\n"
    )
    assert texts(section(rendered, "不足和原因")) == [
        "一是甲。原因是乙。",
        "二是丙。原因是【待填：问题2的原因】。",
    ]


def test_own_words_stand_where_the_template_places_them_as_they_are(tmp_path: Path) -> None:
    own = "做法:\n  执法:\n  - 把甲、乙{{ 单位 }}并为一次\n  - 到企业，先扫码！\n"
    assert texts(section(render(tmp_path, FULL + own), "严格执法"))[1:] == [
        "把甲、乙{{ 单位 }}并为一次。到企业，先扫码！"
    ]


def test_own_words_that_no_template_places_follow_its_first_paragraph(tmp_path: Path) -> None:
    own = "做法:\n  mediation:\n  - 推行首问。\n案例:\n- {名称: 甲, 结果: 乙}\n"
    changes = {"sections/mediation.j2": "受理{{ 纠纷.受理件数 }}。\n\n成功{{ 纠纷.成功件数 }}。\n"}
    assert texts(section(render(tmp_path, FULL + own, changes), "化解纠纷")) == [
        "受理40件。",
        "推行首问。",
        "成功39件。",
    ]


def test_own_words_no_sentence_could_hold_are_told(tmp_path: Path) -> None:
    changes = {"sections/mediation.j2": "受理{{ 纠纷.受理件数 }}。\n"}
    rendered = render(tmp_path, FULL + "案例:\n- {名称: 甲案, 结果: 已结。}\n", changes)
    assert rendered.unprinted == ("甲案", "已结。")


def test_lines_of_a_block_text_become_paragraphs(tmp_path: Path) -> None:
    own = "其他:\n- |\n  第一段\n  第二段。\n- 第三段\n"
    assert texts(section(render(tmp_path, FULL + own), "其他情况")) == [
        "第一段。",
        "第二段。",
        "第三段。",
    ]


def test_characters_that_stand_for_outputs_never_come_from_a_profile(tmp_path: Path) -> None:
    head = "年度: 2026\n单位: {名称: 青\U000f0000石桥, 简称: \U000f0001街道, 类型: 街道}\n"
    rendered = render(tmp_path, head + FULL + "其他:\n- 办\U000f0000事\n")
    assert rendered.report.title == "青石桥2026年小报告"
    assert texts(section(rendered, "其他情况")) == ["办事。"]


def test_a_typed_title_stands_with_its_names_replaced(tmp_path: Path) -> None:
    rendered = render(tmp_path, FULL + '文件: {标题: "{简称}{年度}年报告{某}"}\n')
    assert rendered.report.title == "街道2026年报告{某}"


def test_texts_say_the_day_where_the_year_is_not_over(tmp_path: Path) -> None:
    first = texts(section(render(tmp_path, "截至: 2026-11-30\n" + FULL), "严格执法"))[0]
    assert first.startswith("截至11月30日开展检查635次")
    last = texts(section(render(tmp_path, "截至: 2026-12-31\n" + FULL), "严格执法"))[0]
    assert last.startswith("全年开展检查635次")


def test_the_change_of_a_figure_prints_or_takes_its_clause(tmp_path: Path) -> None:
    changes = {
        "sections/enforcement.j2": (
            "检查{{ 执法.检查次数 }}，同比{{ 执法.检查次数.同比 }}，上年{{ 执法.检查次数.上年 }}。\n"
        )
    }
    data = "数据: {{执法: {{检查次数: {}, 处罚件数: 1}}}}\n"
    full = render(tmp_path, data.format("{值: 90, 上年: 120}"), changes)
    assert texts(section(full, "严格执法")) == ["检查90次，同比下降25.0%，上年120次。"]
    none = render(tmp_path, data.format("90"), changes)
    assert texts(section(none, "严格执法")) == ["检查90次。"]
    part = render(tmp_path, "截至: 2026-11-30\n" + data.format("{值: 90, 上年: 120}"), changes)
    assert texts(section(part, "严格执法")) == ["检查90次，上年120次。"]


def test_a_branch_on_zero_knows_the_four_states(tmp_path: Path) -> None:
    changes = {
        "sections/enforcement.j2": (
            "{% if 执法.检查次数.为零 %}\n未发生检查。\n{% else %}\n检查{{ 执法.检查次数 }}。\n{% endif %}\n"
            "处罚{{ 执法.处罚件数 }}。\n"
        )
    }
    printed = []
    for state in ("5", "0", "不适用", "", "0余"):
        text = f"数据:\n  执法:\n    检查次数: {state}\n    处罚件数: 1\n"
        printed.append(texts(section(render(tmp_path, text, changes), "严格执法")))
    assert printed == [
        ["检查5次。处罚1件。"],
        ["未发生检查。处罚1件。"],
        ["处罚1件。"],
        ["检查【待填：检查次数】。处罚1件。"],
        ["检查0余次。处罚1件。"],
    ]
