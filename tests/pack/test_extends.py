"""A child pack: what it overrides, adds, moves and drops; what it leaves out is its parent's."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from drafter.errors import PackProblem
from drafter.pack.compiled import load_compiled
from drafter.pack.loader import load_pack
from drafter.pack.pack import Pack
from drafter.pack.word_slips import word_slips
from drafter.profile.blank import blank
from tests.pack.small import write_pack

HEAD = "name: child\nextends: ../small\n"


def child_folder(
    folder: Path, files: Mapping[str, str], parent: Mapping[str, str] | None = None
) -> Path:
    write_pack(folder / "small", parent)
    for name, text in {"pack.yaml": HEAD, **files}.items():
        path = folder / "child" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "child"


def child(folder: Path, files: Mapping[str, str]) -> Pack:
    return load_pack(child_folder(folder, files))


def problems_of(folder: Path, files: Mapping[str, str]) -> str:
    with pytest.raises(PackProblem) as caught:
        child(folder, files)
    return str(caught.value).replace(f"{folder}/", "")


def keys(pack: Pack) -> list[str]:
    return ["/".join(section.key for section in path) for path in pack.outline.walk()]


def test_a_child_without_files_is_its_parent_under_another_name(tmp_path: Path) -> None:
    pack = child(tmp_path, {})
    parent = load_pack(tmp_path / "small")
    assert (pack.name, pack.label) == ("child", "小报告")
    assert pack.folder == tmp_path / "child"
    for part in ("outline", "indicators", "terms", "calendar", "layout", "lists", "templates"):
        assert getattr(parent, part) == getattr(pack, part)


def test_the_head_overrides_part_by_part_and_list_by_list(tmp_path: Path) -> None:
    head = (
        "label: 部门报告\nparts:\n- {key: other, required: true}\n"
        "lists:\n  问题: [表现]\n  荣誉: [名称]\nannex: {drop: true}\n"
    )
    pack = child(tmp_path, {"pack.yaml": HEAD + head})
    assert [(part.key, part.required.everyone) for part in pack.outline.parts] == [
        ("achievements", True),
        ("shortcomings", True),
        ("other", True),
    ]
    assert pack.label == "部门报告"
    assert pack.lists["问题"] == ("表现",)
    assert pack.lists["荣誉"] == ("名称",)
    assert pack.lists["案例"] == ("名称", "结果")
    assert pack.annex_title is None


def test_a_section_is_overridden_by_key_wherever_it_stands(tmp_path: Path) -> None:
    pack = child(tmp_path, {"outline.yaml": "- {key: mediation, heading: 化解物业纠纷}\n"})
    found = next(path[-1] for path in pack.outline.walk() if path[-1].key == "mediation")
    assert found.heading.resolve(2026, "镇") == "化解物业纠纷"
    assert (found.name, found.template, found.takes) == ("调解", "mediation.j2", ("案例",))
    assert found.location.path == str(tmp_path / "child" / "outline.yaml")
    assert keys(load_pack(tmp_path / "small")) == keys(pack)


def test_sections_are_moved_added_and_dropped(tmp_path: Path) -> None:
    outline = """\
- {key: enforcement, after: mediation}
- {key: quality, after: mediation, name: 质量, heading: 质量监督, template: mediation.j2}
- key: shortcomings
  sections:
  - {key: causes, name: 原因, heading: 原因, template: other.j2}
- {key: other, drop: true}
"""
    assert keys(child(tmp_path, {"outline.yaml": outline})) == [
        "achievements",
        "achievements/mediation",
        "achievements/quality",
        "achievements/enforcement",
        "shortcomings",
        "shortcomings/causes",
    ]


def test_an_indicator_is_overridden_field_by_field_added_moved_and_dropped(tmp_path: Path) -> None:
    indicators = """\
执法:
  检查次数: {required: [部门], source: 监察大队}
  处罚件数: {after: 罚没金额}
  约谈次数: {after: 检查次数, units: [次], section: enforcement}
  合计件数: {drop: true}
质量: {after: 执法, 抽检组数: {units: [组], section: enforcement}}
"""
    pack = child(tmp_path, {"indicators.yaml": indicators})
    assert list(pack.indicators.by_key) == [
        "执法.检查次数",
        "执法.约谈次数",
        "执法.罚没金额",
        "执法.处罚件数",
        "质量.抽检组数",
        "纠纷.受理件数",
        "纠纷.成功件数",
        "纠纷.成功率",
    ]
    checks = pack.indicators.by_key["执法.检查次数"]
    assert (checks.units, checks.source, checks.required.kinds) == (
        ("次", "家次"),
        "监察大队",
        ("部门",),
    )


def test_a_topic_is_dropped_whole(tmp_path: Path) -> None:
    pack = child(tmp_path, {"indicators.yaml": "纠纷: {drop: true}\n"})
    assert list(pack.indicators.topics) == ["执法"]


def test_terms_layout_calendar_and_thresholds_are_laid_over(tmp_path: Path) -> None:
    pack = child(
        tmp_path,
        {
            "terms.yaml": "terms: {村居: {部门: 系统单位}, 窗口: 局窗口}\nprotected: [一张图]\n"
            "modifiers: [[在建, 竣工]]\n",
            "layout.yaml": "page: {top_mm: 35}\n",
            "calendar.yaml": "deadlines: [{what: 报送, date: 03-01}]\n",
            "thresholds.yaml": "small_count: 9\n",
        },
    )
    parent = load_pack(tmp_path / "small")
    names = pack.terms.names
    assert [names["村居"].resolve(2026, kind) for kind in ("街道", "部门", "镇")] == [
        "社区",
        "系统单位",
        "村",
    ]
    assert names["窗口"].resolve(2026, "部门") == "局窗口"
    assert pack.terms.protected == ("一件事", "一张图")
    assert pack.terms.modifiers == (("受理", "办结"), ("在建", "竣工"))
    assert (pack.layout.page.top_mm, pack.layout.page.bottom_mm) == (
        35,
        parent.layout.page.bottom_mm,
    )
    assert pack.layout.styles == parent.layout.styles
    assert [deadline.what for deadline in pack.calendar.deadlines] == ["报送"]
    assert pack.thresholds.small_count == 9


def test_laws_are_overridden_by_name(tmp_path: Path) -> None:
    parent = {"calendar.yaml": "laws: [{name: 甲法}, {name: 乙法, short: [乙]}]\n"}
    laws = "laws: [{name: 甲法, drop: true}, {name: 丙法}, {name: 乙法, successor: 丙法}]\n"
    pack = load_pack(child_folder(tmp_path, {"calendar.yaml": laws}, parent))
    assert [(law.name, law.short, law.successor) for law in pack.calendar.laws] == [
        ("乙法", ("乙",), "丙法"),
        ("丙法", (), None),
    ]


def test_a_template_is_the_nearest_folder_s(tmp_path: Path) -> None:
    pack = child(tmp_path, {"sections/other.j2": "{{ 做法 }}\n"})
    assert pack.templates["other.j2"].source == "{{ 做法 }}\n"
    assert pack.templates["mediation.j2"].path == str(tmp_path / "small/sections/mediation.j2")


def test_a_grandchild_has_what_its_parents_leave_it(tmp_path: Path) -> None:
    child_folder(tmp_path, {"outline.yaml": "- {key: other, drop: true}\n"})
    grandchild = tmp_path / "grandchild"
    grandchild.mkdir()
    head = "name: grandchild\nextends: ../child\nlabel: 孙\n"
    (grandchild / "pack.yaml").write_text(head, encoding="utf-8")
    pack = load_pack(grandchild)
    assert (pack.label, "other" in keys(pack)) == ("孙", False)
    assert [path.name for path in pack.parents] == ["child", "small"]


def test_lint_s_wrong_words_are_the_parent_s_where_a_child_has_none(tmp_path: Path) -> None:
    slips = "slips: [{because: 错字, words: {甲字: 乙字}}]\n"
    pack = load_pack(child_folder(tmp_path, {}, {"wording.yaml": slips}))
    assert list(word_slips(pack.folder, *pack.parents).by_wrong) == ["甲字"]


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        (
            "pack.yaml",
            "name: child\nextends: nowhere\n",
            "child/pack.yaml:2:10: 错误: 找不到模板“nowhere”。",
        ),
        (
            "pack.yaml",
            "name: child\nextends: a b\n",
            "child/pack.yaml:2:10: 错误: “a b”不能作模板名。",
        ),
        (
            "pack.yaml",
            "name: child\nextends: ../child\n",
            "child/pack.yaml: 错误: 模板绕了一圈又沿用（extends）它自己。",
        ),
        ("pack.yaml", "extends: ../small\n", "child/pack.yaml:1:1: 错误: 缺少“name”。"),
        (
            "outline.yaml",
            "- {key: mediations, drop: true}\n",
            "child/outline.yaml:1:9: 错误: 上级模板里没有“mediations”。\n    是否为“mediation”？",
        ),
        (
            "outline.yaml",
            "- {key: other, after: enforcment}\n",
            "child/outline.yaml:1:23: 错误: 上级模板里没有“enforcment”。\n    是否为“enforcement”？",
        ),
        (
            "outline.yaml",
            "- {key: achievements, after: mediation}\n",
            "child/outline.yaml:1:30: 错误: 上级模板里没有“mediation”。",
        ),
        ("outline.yaml", "- {name: 其他}\n", "child/outline.yaml:1:3: 错误: 缺少“key”。"),
        (
            "outline.yaml",
            "- {key: other, drop: 是的}\n",
            "child/outline.yaml:1:22: 错误: drop 应写 true，现为“是的”。",
        ),
        (
            "outline.yaml",
            "- {key: other, template: ../../small/sections/other.j2}\n",
            "child/outline.yaml:1:3: 错误: 模板名“../../small/sections/other.j2”指到了文件夹之外。",
        ),
        (
            "indicators.yaml",
            "执法: {检查次: {drop: true}}\n",
            "child/indicators.yaml:1:6: 错误: 上级模板里没有“检查次”。\n    是否为“检查次数”？",
        ),
        (
            "indicators.yaml",
            "执法: {检查次数: {lable: 检查}}\n",
            "child/indicators.yaml:1:13: 错误: 没有“lable”这个键。\n    是否为“label”？",
        ),
    ],
)
def test_a_mistake_in_a_child_is_named_at_its_place(
    file: str, text: str, expected: str, tmp_path: Path
) -> None:
    assert problems_of(tmp_path, {file: text}).startswith(expected)


def test_a_dropped_section_leaves_its_indicators_to_be_dropped_too(tmp_path: Path) -> None:
    assert "指标“纠纷.受理件数”所在章节“mediation”不在提纲里。" in problems_of(
        tmp_path, {"outline.yaml": "- {key: mediation, drop: true}\n"}
    )


@pytest.mark.parametrize("head", [HEAD, '{"name": child, "extends": "../small"}\n'])
def test_a_change_in_the_parent_shows_in_a_child_from_the_cache(
    head: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAFTER_CACHE", str(tmp_path / "cache"))
    folder = child_folder(tmp_path, {"pack.yaml": head})
    before = load_compiled(folder)
    assert load_compiled(folder) == before
    template = tmp_path / "small" / "sections" / "other.j2"
    template.write_text("{{ 做法 }}\n", encoding="utf-8")
    assert load_compiled(folder).templates["other.j2"].source == "{{ 做法 }}\n"


def test_a_new_profile_begins_with_the_kind_of_unit_a_pack_is_for(tmp_path: Path) -> None:
    pack = child(tmp_path, {"pack.yaml": HEAD + "kind: 部门\n"})
    assert "\n  类型: 部门 " in blank(pack, "child", 2026)
    assert "\n  类型: 街道 " in blank(load_pack(tmp_path / "small"), "small", 2026)
