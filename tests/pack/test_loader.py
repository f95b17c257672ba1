from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import PackProblem
from drafter.pack.library import DEFAULT_PACK, builtin_pack_names, find_pack
from drafter.pack.loader import load_pack
from tests.pack.small import FILES, small_pack, write_pack


def problems_of(folder: Path, file: str, old: str, new: str) -> str:
    """Load the small pack with one stretch of one file replaced; return what is wrong with it."""
    assert old in FILES[file]
    with pytest.raises(PackProblem) as caught:
        small_pack(folder, {file: FILES[file].replace(old, new, 1)})
    return str(caught.value).replace(f"{folder / 'small'}/", "")


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (
            "pack.yaml",
            "label: 小报告",
            "labl: 小报告",
            "pack.yaml:2:1: 错误: 没有“labl”这个键。\n    是否为“label”？\n"
            "pack.yaml:1:1: 错误: 缺少“label”。\n    请补上一行“label: …”。",
        ),
        (
            "pack.yaml",
            "[achievements, shortcomings, other]",
            "[achievement, shortcomings, other]",
            "pack.yaml: 错误: orders 里的“achievement”不是法定部分。\n    是否为“achievements”？",
        ),
        (
            "pack.yaml",
            "{单位}{年度}年小报告",
            "{单位}{年}年小报告",
            "pack.yaml: 错误: 标题里的{年}没有定义。\n    是否为“次年”？",
        ),
        (
            "pack.yaml",
            "name: 不足, required: true",
            "name: 不足, roles: [problem], required: true",
            "pack.yaml:8:40: 错误: roles 里没有“problem”。\n    是否为“problems”？",
        ),
        (
            "outline.yaml",
            "part: shortcomings",
            "part: shortcoming",
            "outline.yaml:20:3: 错误: 没有“shortcoming”这一法定部分。\n    是否为“shortcomings”？",
        ),
        (
            "outline.yaml",
            "takes: [问题]",
            "takes: [题目]",
            "outline.yaml:20:3: 错误: 没有“题目”这一清单。\n    是否为“问题”？",
        ),
        (
            "outline.yaml",
            "{years: 2021-2025, text: 按纲要执法}",
            "{years: 十四五, text: 按纲要执法}",
            "outline.yaml:10:15: 错误: “十四五”不是年份范围。\n    请写成 2021-2025 或 2026-。",
        ),
        (
            "outline.yaml",
            "template: mediation.j2",
            "template: ../../../secret.j2",
            "outline.yaml:14:5: 错误: 模板名“../../../secret.j2”指到了文件夹之外。\n"
            "    只能用 sections/ 里的文件名。",
        ),
        (
            "outline.yaml",
            "template: mediation.j2",
            "template: /etc/passwd",
            "outline.yaml:14:5: 错误: 模板名“/etc/passwd”指到了文件夹之外。\n"
            "    只能用 sections/ 里的文件名。",
        ),
        (
            "outline.yaml",
            "template: mediation.j2",
            "template: mediate.j2",
            "outline.yaml:14:5: 错误: 没有“sections/mediate.j2”这个模板。\n"
            "    请补上这个文件，或改正文件名。",
        ),
        (
            "indicators.yaml",
            "section: mediation}\n  成功件数",
            "section: meditation}\n  成功件数",
            "indicators.yaml:7:9: 错误: 指标“纠纷.受理件数”所在章节“meditation”不在提纲里。\n"
            "    是否为“mediation”？",
        ),
        (
            "indicators.yaml",
            "rate(成功件数, 受理件数)",
            "rate(成功件数, 收理件数)",
            "indicators.yaml:9:8: 错误: 指标“纠纷.成功率”的关系里用到了没有的“纠纷.收理件数”。\n"
            "    是否为“纠纷.受理件数”？",
        ),
        (
            "indicators.yaml",
            "rate(成功件数, 受理件数)",
            "rate(成功件数)",
            "indicators.yaml:9:51: 错误: “rate(成功件数)”里 rate 的括号中个数不对。\n"
            "    算法只有 + - sum rate change。",
        ),
        (
            "indicators.yaml",
            "成功件数 <= 受理件数",
            "成功件数 受理件数",
            "indicators.yaml:8:50: 错误: “成功件数 受理件数”里应有一个 <=、>= 或 =。\n"
            "    例如“成功件数 <= 受理件数”。",
        ),
        (
            "indicators.yaml",
            "  罚没金额: {units: [元, 万元], ",
            "  罚没金额: {",
            "indicators.yaml:4:9: 错误: 指标“罚没金额”没有写单位（units）。\n    例如 units: [次]。",
        ),
        (
            "indicators.yaml",
            "  罚没金额",
            "  2罚没",
            "indicators.yaml:4:3: 错误: “2罚没”不能作键。\n"
            "    键用1—14个汉字、字母、数字，不以数字开头。",
        ),
        (
            "indicators.yaml",
            "纠纷:\n",
            "普法: 场次\n纠纷:\n",
            "indicators.yaml:6:5: 错误: 这里应当是若干“键: 值”。\n"
            "    请在下面几行缩进两格，写成“键: 值”。",
        ),
        (
            "indicators.yaml",
            "required: [街道, 镇]",
            "required: [街到, 镇]",
            "indicators.yaml:2:47: 错误: 没有“街到”这类单位。\n    是否为“街道”？",
        ),
        (
            "terms.yaml",
            "protected: [一件事]",
            "protect: [一件事]",
            "terms.yaml:4:1: 错误: 没有“protect”这个键。\n    是否为“protected”？",
        ),
        (
            "calendar.yaml",
            "deadlines: []",
            "deadlines: [{what: 上报, date: 三月一日}]",
            "calendar.yaml:4:30: 错误: 期限应写成 03-01 的样子。",
        ),
        (
            "calendar.yaml",
            "deadlines: []",
            "campaigns: [{name: 学习教育, from: 2026-02, to: 2026年7月}]",
            "calendar.yaml:4:45: 错误: 月份应写成 2026-03 的样子。",
        ),
        (
            "calendar.yaml",
            "meetings: []",
            "meetings:\n- 甲：乙\n",
            "calendar.yaml:2:4: 错误: “甲”后面用了全角冒号“：”。\n"
            "    请改成英文冒号加一个空格，如“年度: 2026”。",
        ),
    ],
)
def test_a_mistake_in_a_pack_is_told_with_file_line_and_mend(
    tmp_path: Path, file: str, old: str, new: str, expected: str
) -> None:
    assert problems_of(tmp_path, file, old, new) == expected


def test_mistakes_of_several_files_are_told_at_once(tmp_path: Path) -> None:
    broken = {
        "pack.yaml": FILES["pack.yaml"].replace("label: 小报告", "labl: 小报告"),
        "layout.yaml": "page: {width_mm: 宽}\n",
    }
    with pytest.raises(PackProblem) as caught:
        small_pack(tmp_path, broken)
    assert "没有“labl”这个键" in str(caught.value)
    assert "现为“宽”" in str(caught.value)


def test_what_is_required_of_all_may_be_said_in_chinese(tmp_path: Path) -> None:
    outline = FILES["outline.yaml"].replace("required: true", "required: 是", 1)
    pack = small_pack(tmp_path, {"outline.yaml": outline})
    assert pack.outline.sections[0].required.applies_to("街道")


def test_a_derived_figure_computed_from_itself_is_refused(tmp_path: Path) -> None:
    told = problems_of(
        tmp_path,
        "indicators.yaml",
        '  合计件数: {units: [件], section: enforcement, derive: "sum(检查次数, 处罚件数)"}',
        '  合计件数: {units: [件], section: enforcement, derive: "sum(检查次数, 总数)"}\n'
        '  总数: {units: [件], section: enforcement, derive: "合计件数 + 处罚件数"}',
    )
    assert [line for line in told.splitlines() if "绕了一圈" in line] == [
        "indicators.yaml:5:9: 错误: 指标“执法.合计件数”的算法（derive）绕了一圈又用到它自己。",
        "indicators.yaml:6:7: 错误: 指标“执法.总数”的算法（derive）绕了一圈又用到它自己。",
    ]


def test_two_sections_of_one_name_are_refused(tmp_path: Path) -> None:
    told = problems_of(tmp_path, "outline.yaml", "name: 调解", "name: 执法")
    assert told.count("（执法）的键或名重复。") == 2


def test_an_absent_file_of_a_pack_is_named(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "small")
    (folder / "terms.yaml").unlink()
    with pytest.raises(PackProblem, match=r"terms\.yaml: 错误: 没有这个文件。"):
        load_pack(folder)


def test_a_template_in_an_office_encoding_is_read(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "small")
    path = folder / "sections" / "other.j2"
    path.write_bytes("其他情况。\n".encode("gb18030"))
    assert load_pack(folder).templates["other.j2"].source == "其他情况。\n"
    path.write_bytes(b"\x81\x20\xff\xff")
    with pytest.raises(PackProblem, match=r"other\.j2: 错误: 文件的编码认不出来。"):
        load_pack(folder)


def test_a_symbolic_link_out_of_the_pack_is_refused(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "small")
    secret = tmp_path / "secret.j2"
    secret.write_text("秘密\n", encoding="utf-8")
    path = folder / "sections" / "other.j2"
    path.unlink()
    path.symlink_to(secret)
    with pytest.raises(PackProblem, match="指到了文件夹之外"):
        load_pack(folder)


def test_a_pack_is_found_by_name_or_by_folder(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "我的 模板")
    assert find_pack("我的 模板", tmp_path) == folder
    assert find_pack(str(folder), Path("/")) == folder
    assert find_pack(DEFAULT_PACK, tmp_path).name == DEFAULT_PACK
    with pytest.raises(PackProblem) as caught:
        find_pack("../law-based-government", tmp_path)
    names = "、".join(builtin_pack_names())
    assert str(caught.value) == (
        "../law-based-government: 错误: 找不到模板“../law-based-government”。\n"
        f"    自带的模板有：{names}；自己的模板请写它所在的文件夹。"
    )


@pytest.mark.parametrize("name", builtin_pack_names())
def test_every_shipped_pack_loads(name: str) -> None:
    assert load_pack(find_pack(name, Path("/"))).name == name
