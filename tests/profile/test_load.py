from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.errors import DrafterError, YamlProblem
from drafter.profile.load import load_profile
from drafter.profile.profile import Profile, State
from tests.external import TOP
from tests.pack.small import PROFILE, small_pack, small_profile
from tests.shipped import pack_of

FIGURE = PROFILE + "数据:\n  执法:\n    检查次数: {}\n"


def problems_of(folder: Path, text: str) -> str:
    with pytest.raises(YamlProblem) as caught:
        small_profile(folder, text)
    return str(caught.value).replace(f"{folder}/", "").replace("\n    ", " ")


@pytest.mark.parametrize(
    ("typed", "state", "text"),
    [
        ("635", State.VALUE, "635次"),
        ("６３５", State.VALUE, "635次"),
        ("1，035", State.VALUE, "1,035次"),
        ("12家次", State.VALUE, "12家次"),
        ("6万余", State.VALUE, "6万余次"),
        ("0", State.VALUE, "0次"),
        ("不适用", State.NOT_APPLICABLE, None),
        ("", State.MISSING, None),
        ('""', State.MISSING, None),
        ("{值: 3, 上年: }", State.VALUE, "3次"),
        ("{值: , 上年: 3}", State.MISSING, None),
        ("{上年: 3}", State.MISSING, None),
    ],
)
def test_states_of_a_figure(tmp_path: Path, typed: str, state: State, text: str | None) -> None:
    entry = small_profile(tmp_path, FIGURE.replace("{}", typed)).entries["执法.检查次数"]
    assert (entry.state, entry.figure.text if entry.figure else None) == (state, text)


@pytest.mark.parametrize(
    ("kind", "检查", "处罚", "罚没"),
    [
        ("街道", State.MISSING, State.MISSING, State.UNREPORTED),
        ("镇", State.MISSING, State.UNREPORTED, State.UNREPORTED),
        ("部门", State.UNREPORTED, State.UNREPORTED, State.UNREPORTED),
    ],
)
def test_an_absent_key_is_missing_only_where_this_kind_of_unit_must_report_it(
    tmp_path: Path, kind: str, 检查: State, 处罚: State, 罚没: State
) -> None:
    entries = small_profile(tmp_path, f"年度: 2026\n单位: {{类型: {kind}}}\n").entries
    states = [entries[f"执法.{name}"].state for name in ("检查次数", "处罚件数", "罚没金额")]
    assert states == [检查, 处罚, 罚没]


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        *(
            (
                word,
                f"“{word}”看不出是 0 还是不适用。 没有发生写 0；本单位没有这项工作写 不适用；还没有数就留空。",
            )
            for word in ("无", "零", "暂无", "—", "/", "／", "——")
        ),
        ("-3", "“-3”是负数，统计数不能为负。 请核对台账后改正。"),
        ("－3", "“－3”是负数，统计数不能为负。 请核对台账后改正。"),
        ("635元", "“635元”的单位是“元”，这里用“次、家次”。 请改成以“次”计的数，或只写数字。"),
        ("6.5", "“6.5”不是整数，“次”不能有小数。 请核对台账后改正。"),
        ("0739", "“0739”以 0 开头，不像一个数。 请去掉前面的 0。"),
        ("1_000", "“1_000”不是一个数。 请写成 635、98.5、6万余、2.71万元 这样的数。"),
        ("很多", "“很多”不是一个数。 请写成 635、98.5、6万余、2.71万元 这样的数。"),
        ("٣", "“٣”不是一个数。 请写成 635、98.5、6万余、2.71万元 这样的数。"),
        ("9" * 16, f"“{'9' * 16}”不是一个数。 请写成 635、98.5、6万余、2.71万元 这样的数。"),
    ],
)
def test_what_is_no_figure_is_refused_at_its_place(
    tmp_path: Path, typed: str, problem: str
) -> None:
    told = problems_of(tmp_path, FIGURE.replace("{}", typed))
    assert told == f"台账.yaml:5:11: 错误: 执法.检查次数：{problem}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("数居:\n", "3:1: 错误: 没有“数居”这个键。 是否为“数据”？"),
        ("数据: {执发: {检查次数: 1}}\n", "3:6: 错误: 没有“执发”这一主题。 是否为“执法”？"),
        (
            "数据: {执法: {检察次数: 1}}\n",
            "3:11: 错误: “执法”里没有“检察次数”这一指标。 是否为“检查次数”？",
        ),
        (
            "数据: {纠纷: {检查次数: 1}}\n",
            "3:11: 错误: “纠纷”里没有“检查次数”这一指标。 它在“执法”之下，请移过去。",
        ),
        (
            "数据:\n  执法:\n    检查次数：635\n",
            "5:9: 错误: “检查次数”后面用了全角冒号“：”。 请改成英文冒号加一个空格，如“年度: 2026”。",
        ),
        (
            "数据: {执法: {检查次数: [1, 2]}}\n",
            "3:17: 错误: “检查次数”这里应当写一个数。 例如 635；连同上年写 {值: 635, 上年: 580}。",
        ),
        (
            "数据: {执法: {检查次数: {值: 1, 去年: 2}}}\n",
            "3:24: 错误: 没有“去年”这个键。 是否为“上年”？",
        ),
        ("数据: 5\n", "3:5: 错误: 这里应当是若干“键: 值”。 请在下面几行缩进两格，写成“键: 值”。"),
        (
            "来源: {执发: 甲}\n",
            "3:6: 错误: “来源”里的“执发”不是主题，也不是“主题.指标”。 是否为“执法”？",
        ),
        (
            "检查: {停用: [{规则: x, 指标: 执法.检察次数, 理由: 甲}]}\n",
            "3:23: 错误: 没有“执法.检察次数”这一指标。 是否为“执法.检查次数”？",
        ),
        (
            "检查: {停用: [{规则: x}]}\n",
            "3:11: 错误: 缺少“理由”。 请补上一行“理由: …”。",
        ),
        ("截至: 2026-13-01\n", "3:5: 错误: “2026-13-01”不是一个日期。 请写成 2026-11-30 的样子。"),
        (
            "截至: 2025-11-30\n",
            "3:5: 错误: 截至日期“2025-11-30”不在2026年。 请改成报告年度内的日期；全年的留空。",
        ),
        (
            "文件: {成文日期: 2028-01-01}\n",
            "3:12: 错误: 成文日期“2028-01-01”不在2026年或次年。 请核对年度和成文日期。",
        ),
        (
            "截至: 2026-11-30\n文件: {成文日期: 2026-11-01}\n",
            "4:12: 错误: 成文日期“2026-11-01”早于截至日期“2026-11-30”。 请核对这两个日期。",
        ),
        ("文件: {版式: 普通版}\n", "3:10: 错误: 没有“普通版”这种版式。 是否为“普通”？"),
        ("上年口径: 同季\n", "3:7: 错误: “上年口径”没有“同季”这一项。 是否为“同期”？"),
    ],
)
def test_a_mistake_is_told_with_line_column_and_mend(
    tmp_path: Path, text: str, expected: str
) -> None:
    assert problems_of(tmp_path, text) == f"台账.yaml:{expected}"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("年度:\n", "1:4: 错误: 没有填“年度”。 例如“年度: 2026”。"),
        ("年度: 26\n", "1:5: 错误: “年度”应为四位年份，现为“26”。 例如“年度: 2026”。"),
        (
            "年度: 2026\n单位: {类型: 乡镇}\n",
            "2:10: 错误: 没有“乡镇”这种类型。 可用的有：街道、镇、乡、部门、县区政府、党政联合。",
        ),
    ],
)
def test_year_and_kind_must_be_known(tmp_path: Path, head: str, expected: str) -> None:
    assert problems_of(tmp_path, head) == f"台账.yaml:{expected}"


def test_all_mistakes_of_a_file_are_told_at_once_in_their_order(tmp_path: Path) -> None:
    told = problems_of(tmp_path, "来源: {甲: 乙}\n截至: 明天\n数据: {丙: {}}\n")
    assert [line.partition(" ")[0] for line in told.splitlines()] == [
        "台账.yaml:3:6:",
        "台账.yaml:4:5:",
        "台账.yaml:5:6:",
    ]


def test_a_named_pack_is_looked_for_beside_the_profile(tmp_path: Path) -> None:
    small_pack(tmp_path)
    path = tmp_path / "台账.yaml"
    path.write_text("模板: small\n" + PROFILE, encoding="utf-8")
    assert load_profile(path).pack.label == "小报告"
    path.write_text("模板: smal\n" + PROFILE, encoding="utf-8")
    with pytest.raises(DrafterError, match=r"台账\.yaml:1:5: 错误: 找不到模板“smal”。"):
        load_profile(path)


def test_document_fields_know_open_from_absent(tmp_path: Path) -> None:
    text = "文件:\n  主送: 区委、区政府：\n  文号:\n  署名: [甲, 乙]\n  抄送: [丙, 丁]\n  成文日期: 2026年12月1日\n"
    document = small_profile(tmp_path, text).document
    assert (document.addressee, document.organs, document.copy_to, document.issued) == (
        "区委、区政府",
        ("甲", "乙"),
        "丙、丁",
        date(2026, 12, 1),
    )
    assert document.open_fields == {"文号"}


SOURCE = (TOP / "profiles" / "qingshiqiao-2026.yaml").read_text(encoding="utf-8")
PACK = pack_of()
PIECES = st.one_of(
    st.sampled_from(
        [
            "：",
            ": ",
            "- ",
            "\t",
            " #",
            "{",
            "}",
            "[",
            "]",
            "|",
            "\n",
            "\r\n",
            "&a ",
            "*a",
            "'",
            '"',
            "? ",
        ]
    ),
    st.sampled_from(
        ["-1", "无", "不适用", "~", "<<: ", "--- ", "\x85", "\u2028", "\U000f0000", "1e9", "９"]
    ),
    st.text(max_size=4),
)
EDITS = st.lists(
    st.tuples(st.integers(0, 1500), st.integers(0, 12), PIECES), min_size=1, max_size=5
)
QUIET = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)


def loaded_or_refused(path: Path, data: bytes) -> Profile | str:
    path.write_bytes(data)
    try:
        return load_profile(path, PACK)
    except DrafterError as error:
        return str(error)


@QUIET
@given(st.binary(max_size=300))
def test_law_any_bytes_are_a_profile_or_a_sentence(tmp_path: Path, data: bytes) -> None:
    assert loaded_or_refused(tmp_path / "台账.yaml", data)


@QUIET
@given(EDITS)
def test_law_any_slip_in_a_profile_is_a_profile_or_a_sentence(
    tmp_path: Path, edits: list[tuple[int, int, str]]
) -> None:
    text = SOURCE[:1500]
    for at, length, piece in edits:
        text = text[:at] + piece + text[at + length :]
    data = text.encode("utf-8", "surrogatepass")
    assert loaded_or_refused(tmp_path / "台账.yaml", data)
