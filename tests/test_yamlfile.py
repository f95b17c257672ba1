from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import FileProblem, YamlProblem
from drafter.yamlfile import (
    Mapping,
    Scalar,
    Sequence,
    insert_line,
    pair,
    parse,
    read,
    read_text,
    replace_scalar,
    to_pair,
    uncomment,
)

PROFILE = """\
# 台账
年度: 2026   # 年
数据:
  行政执法:
    行政检查次数:        # 次；一个对象为一次
    行政处罚件数: '12'
    # 行政强制件数:               # 选报
    # 罚没金额: {值: , 上年: 1.98万元}  # 元
    立案件数: {值: , 上年: 580}
"""


def problem_in(text: str) -> str:
    with pytest.raises(YamlProblem) as caught:
        parse(text, "甲.yaml")
    return str(caught.value)


def scalar_at(text: str, *path: str) -> Scalar:
    node: Mapping | Sequence | Scalar | None = parse(text, "甲.yaml")
    for key in path:
        assert isinstance(node, Mapping)
        node = node.find(key)
    assert isinstance(node, Scalar)
    return node


@pytest.mark.parametrize("typed", ["0739", "98.50", "1_000", "2025-13-01", "６万余", "1e5", "null"])
def test_a_scalar_stays_as_typed(typed: str) -> None:
    assert scalar_at(f"甲: {typed}\n", "甲").text == typed


def test_a_scalar_knows_its_place_in_characters_whatever_the_line_ends() -> None:
    text = "# 说明\r\n甲:\r\n  乙: 丙丁\r\n"
    found = scalar_at(text, "甲", "乙")
    assert (str(found.location), text[found.start : found.end]) == ("甲.yaml:3:6", "丙丁")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "甲: 1\n甲: 2\n",
            "甲.yaml:2:1: 错误: “甲”写了两次，前一次在第1行。\n    请删去其中一处。",
        ),
        (
            "甲:\n\t乙: 1\n",
            "甲.yaml:2:1: 错误: 行首用了制表符（Tab）。\n    请改成空格，每层缩进两格。",
        ),
        (
            "年度：2026\n",
            "甲.yaml:1:3: 错误: “年度”后面用了全角冒号“：”。\n"
            "    请改成英文冒号加一个空格，如“年度: 2026”。",
        ),
        (
            "年度：2026\n单位: 甲\n",
            "甲.yaml:1:3: 错误: “年度”后面用了全角冒号“：”。\n"
            "    请改成英文冒号加一个空格，如“年度: 2026”。",
        ),
        (
            "年度:2026\n",
            "甲.yaml:1:3: 错误: “年度:”后面没有空格。\n    请在冒号后面加一个空格。",
        ),
        (
            "甲: 1\n乙\n丙: 2\n",
            "甲.yaml:2:1: 错误: 这一行没有冒号。\n    请写成“键: 值”，冒号用英文冒号，后面空一格。",
        ),
        (
            "甲: 1\n  乙: 2\n",
            "甲.yaml:2:3: 错误: 这一行比上一行多缩进了，而上一行“甲”后面已经写了内容。\n"
            "    请与上一行对齐；要在它下面分项写的，请把上一行冒号后面的内容移到下面。",
        ),
        (
            "数据:\n  甲:\n    乙: 1\n   丙: {值: 2, 上年: 1}\n    丁: 3\n",
            "甲.yaml:4:4: 错误: 这一行前面有3个空格，与上面各行没有对齐。\n"
            "    请改成4个空格；同一层的各行要左边对齐。",
        ),
        (
            "问题:\n- 表现: 甲\n 原因: 乙\n",
            "甲.yaml:3:2: 错误: 这一行前面有1个空格，与上面各行没有对齐。\n"
            "    请改成2个空格；同一层的各行要左边对齐。",
        ),
        (
            "# 台账\n 年度: 2026\n单位:\n",
            "甲.yaml:2:1: 错误: 从这一行起，行首多了1个空格。\n    请删去行首的空格。",
        ),
        (
            "甲:\n  - 建立机制: 一是: 二是\n",
            "甲.yaml:2:13: 错误: 这一行多了一个半角冒号，或者这一行、上一行的缩进不对。\n"
            "    文字里的冒号请用全角“：”；并检查缩进。",
        ),
        (
            "甲: 1\n乙",
            "甲.yaml:2:1: 错误: 这一行没有冒号。\n    请写成“键: 值”，冒号用英文冒号，后面空一格。",
        ),
        (
            "甲: {值: 1，上年: 2}\n",
            "甲.yaml:1:4: 错误: 方括号、花括号里用了全角的冒号或逗号。\n"
            "    请改成英文的 : 和 , ，后面空一格。",
        ),
        (
            "甲: {值: 1, 上年: 2\n乙: 3\n",
            "甲.yaml:1:4: 错误: 这里的括号没有配对。\n    请在同一行补上 } 或 ]。",
        ),
        (
            '甲:\n  - "一次查"推行\n',
            "甲.yaml:2:10: 错误: 英文引号后面还有文字，YAML 读不下去。\n"
            "    文字里的引号请用中文引号“ ”，开头不要用英文引号。",
        ),
        (
            "甲:\n  - 建立三项机制：一是\n  - *推行\n",
            "甲.yaml:3:6: 错误: 文字以 YAML 的专用符号开头。\n"
            "    请在前面加一个汉字，或改用“- |”另起一行写。",
        ),
        (
            "甲: 1\n---\n乙: 2\n",
            "甲.yaml:2:1: 错误: 文件里有 --- 分隔的第二份内容。\n"
            "    一个文件只放一份台账，请删去 --- 以下。",
        ),
        (
            "甲: &a [1]\n乙: *a\n",
            "甲.yaml:1:4: 错误: 不支持 YAML 的引用（& 和 *）。\n    请把内容照抄一遍。",
        ),
        (
            "- 甲\n",
            "甲.yaml:1:1: 错误: 这里应当是“键: 值”的形式。\n"
            "    请检查每行是否写成“键: 值”，冒号用英文冒号，后面空一格。",
        ),
        ("? [甲]\n: 乙\n", "甲.yaml:1:3: 错误: 键必须是一个词。\n    请检查这一行的括号和冒号。"),
        (
            "甲: \x00\n",
            "甲.yaml: 错误: 文件里有不能识别的字符。\n    请用记事本另存为 UTF-8 的纯文本。",
        ),
    ],
)
def test_a_slip_is_named_with_place_and_mend(text: str, expected: str) -> None:
    assert expected == problem_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "甲: " + "[1," * 100_000 + "]" * 100_000,
        "? " * 100_000,
        "- " * 100_000,
        "\n".join(" " * depth + "甲:" for depth in range(600)),
        "甲: " + "[" * 200 + "]" * 200,
    ],
    ids=["flow", "question marks", "dashes", "indents", "moderate"],
)
def test_nesting_that_would_break_the_parser_is_refused(text: str) -> None:
    assert "嵌套过深" in problem_in(text)


def test_an_empty_file_is_an_empty_mapping() -> None:
    assert Mapping((), parse("# 只有说明\n", "甲.yaml").location) == parse(
        "# 只有说明\n", "甲.yaml"
    )


@pytest.mark.parametrize(
    "data",
    [
        "年度: 2026\r\n单位: 甲\r\n".encode(),
        b"\xef\xbb\xbf" + "年度: 2026\n单位: 甲\n".encode(),
        "年度: 2026\n单位: 甲\n".encode("gb18030"),
        b"\xff\xfe" + "年度: 2026\n单位: 甲\n".encode("utf-16-le"),
        b"\xfe\xff" + "年度: 2026\n单位: 甲\n".encode("utf-16-be"),
    ],
    ids=["crlf", "bom", "gb18030", "utf-16-le", "utf-16-be"],
)
def test_editing_keeps_encoding_and_line_ends(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "甲.yaml"
    path.write_bytes(data)
    file = read(path)
    found = file.root.find("单位")
    assert isinstance(found, Scalar)
    assert data == file.encode(file.text)
    changed = file.encode(replace_scalar(file.text, found, "乙"))
    assert changed == file.encode(file.text.replace("甲", "乙"))
    assert file.text.replace("甲", "乙") == _reread(path, changed)


def _reread(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return read(path).text


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "甲.yaml"
    path.write_bytes(b"\x81\x20\xff\xff")
    with pytest.raises(YamlProblem, match="文件的编码认不出来。"):
        read_text(path)


def test_an_absent_file_a_folder_and_a_huge_file_are_named(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="没有这个文件。"):
        read(tmp_path / "无.yaml")
    with pytest.raises(FileProblem, match=r"不是文件。\n    里面也没有 \.yaml 文件"):
        read(tmp_path)
    (tmp_path / "大.yaml").write_bytes(b"#" * 5_000_001)
    with pytest.raises(FileProblem, match="文件超过 5 MB"):
        read(tmp_path / "大.yaml")
    with pytest.raises(FileProblem, match=r"请写出里面的那一份，如 .*大\.yaml。"):
        read(tmp_path)
    with pytest.raises(FileProblem, match=r"是否为“.*大\.yaml”？"):
        read(tmp_path / "大.yam")
    (tmp_path / "稿.yaml").write_bytes(b"PK\x03\x04")
    with pytest.raises(FileProblem, match="这是 Word、PDF 或压缩文件，不是台账。"):
        read(tmp_path / "稿.yaml")


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("年度",), "2027", "年度: 2026   # 年", "年度: 2027   # 年"),
        (
            ("数据", "行政执法", "行政检查次数"),
            "635",
            "行政检查次数:        # 次",
            "行政检查次数: 635        # 次",
        ),
        (("数据", "行政执法", "行政处罚件数"), "1,035", "'12'", '"1,035"'),
        (
            ("数据", "行政执法", "立案件数", "值"),
            "1,035",
            "立案件数: {值: ,",
            '立案件数: {值: "1,035",',
        ),
    ],
)
def test_replacing_changes_the_value_and_nothing_else(
    path: tuple[str, ...], value: str, old: str, new: str
) -> None:
    changed = replace_scalar(PROFILE, scalar_at(PROFILE, *path), value)
    assert PROFILE.replace(old, new) == changed
    assert value == scalar_at(changed, *path).text


def test_a_block_text_is_replaced_without_its_line_end() -> None:
    text = "甲: |\n  一\n  二\n乙: 三\n"
    assert replace_scalar(text, scalar_at(text, "甲"), "四") == "甲: 四\n乙: 三\n"


def test_a_scalar_becomes_a_pair() -> None:
    found = scalar_at(PROFILE, "数据", "行政执法", "行政处罚件数")
    changed = to_pair(PROFILE, found, "12", "1,098")
    assert PROFILE.replace("'12'", '{值: 12, 上年: "1,098"}') == changed
    assert scalar_at(changed, "数据", "行政执法", "行政处罚件数", "上年").text == "1,098"


def test_an_empty_side_of_a_pair_stays_open() -> None:
    text = f"甲: {pair('', '580')}\n"
    assert scalar_at(text, "甲", "值").is_open
    assert scalar_at(text, "甲", "上年").text == "580"


@pytest.mark.parametrize(
    ("line", "value", "expected"),
    [
        (7, "3", "    行政强制件数: 3               # 选报\n"),
        (8, pair("2万元", "1.98万元"), "    罚没金额: {值: 2万元, 上年: 1.98万元}  # 元\n"),
    ],
)
def test_uncommenting_keeps_indent_and_comment(line: int, value: str, expected: str) -> None:
    lines = PROFILE.splitlines(keepends=True)
    lines[line - 1] = expected
    assert "".join(lines) == uncomment(PROFILE, line, value)


def test_uncommenting_keeps_crlf() -> None:
    assert uncomment("# 甲:\r\n乙: 1\r\n", 1, "3") == "甲: 3\r\n乙: 1\r\n"


def test_a_line_without_a_commented_key_is_a_bug() -> None:
    with pytest.raises(ValueError, match="line 2 holds no commented key"):
        uncomment(PROFILE, 2, "3")


@pytest.mark.parametrize(
    ("text", "after", "expected"),
    [
        ("甲: 1\r\n丙: 3\r\n", 1, "甲: 1\r\n乙: 2\r\n丙: 3\r\n"),
        ("甲: 1", 1, "甲: 1\n乙: 2\n"),
        ("", 0, "乙: 2\n"),
    ],
)
def test_an_inserted_line_takes_the_files_line_end(text: str, after: int, expected: str) -> None:
    assert expected == insert_line(text, after, "乙: 2")


VALUES = st.one_of(
    st.from_regex(r"\A[0-9]{1,6}(\.[0-9]{1,2})?(万余|万)?(次|%|元)?\Z"),
    st.sampled_from(
        ["不适用", "1,035", "是: 否", "甲 #乙", "- 甲", "{甲}", "“甲”", "'甲'", '"', "~"]
    ),
    st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff"), min_size=1
    ).filter(lambda text: text == text.strip()),
)
PLACES = st.sampled_from(
    [
        ("年度",),
        ("数据", "行政执法", "行政检查次数"),
        ("数据", "行政执法", "行政处罚件数"),
        ("数据", "行政执法", "立案件数", "值"),
        ("数据", "行政执法", "立案件数", "上年"),
    ]
)


@given(VALUES, PLACES, st.booleans())
def test_law_what_was_written_is_read_again(value: str, path: tuple[str, ...], crlf: bool) -> None:
    text = PROFILE.replace("\n", "\r\n") if crlf else PROFILE
    found = scalar_at(text, *path)
    changed = replace_scalar(text, found, value)
    assert value == scalar_at(changed, *path).text
    assert text[: found.start] == changed[: found.start]
    assert changed.endswith(text[found.end :])


@given(VALUES, VALUES)
def test_law_a_pair_reads_back(value: str, before: str) -> None:
    text = uncomment(PROFILE, 7, pair(value, before))
    path = ("数据", "行政执法", "行政强制件数")
    assert (value, before) == (
        scalar_at(text, *path, "值").text,
        scalar_at(text, *path, "上年").text,
    )
