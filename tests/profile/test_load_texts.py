from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import YamlProblem
from tests.pack.small import small_profile

FLOW = "文字不要写在方括号里，里面的逗号会把一句话拆开。 请每条另起一行，以“- ”开头。"


def own(folder: Path, text: str) -> list[str]:
    return [words.text for words in small_profile(folder, text).own.get("enforcement", ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("做法:\n  执法:\n  - 甲乙\n  -\n  - 丙，丁。\n", ["甲乙", "丙，丁。"]),
        ("做法:\n  enforcement:\n  - 甲乙\n", ["甲乙"]),
        ("做法:\n  执法:\n  - 甲乙\n  enforcement:\n  - 丙\n", ["甲乙", "丙"]),
        ("做法:\n  执法:\n  - 甲乙\n    丙丁\n    A B\n    C戊\n", ["甲乙丙丁A B C戊"]),
        ("做法:\n  执法:\n  - |\n    甲: “乙” #丙\n    丁\n", ["甲: “乙” #丙\n丁"]),
        ("做法:\n  执法:\n  # 说明\n  - 甲\n    # 又说明\n  - 乙\n", ["甲", "乙"]),
        ("做法:\n  执法:\n  - 时间12:30，网址https://a.cn/b\n", ["时间12:30，网址https://a.cn/b"]),
        ("做法:\n  执法: []\n", []),
        ("做法:\n  执法:\n", []),
        ("做法:\n", []),
        ("做法:\r\n  执法:\r\n  - 甲乙\r\n    丙丁\r\n", ["甲乙丙丁"]),
    ],
)
def test_own_words_stand_as_they_are(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert own(tmp_path, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("做法:\n  执法: [检查1,035次, 整改率98%]\n", f"4:7: 错误: {FLOW}"),
        ("做法:\n  执法: 甲\n", "4:7: 错误: 文字要写成清单。 请另起一行，以“- ”开头写这句话。"),
        (
            "做法:\n  执法:\n  - 推行 #一次查\n",
            "5:5: 错误: 这一条后面有“ #”，其后的字会丢掉。 请删去 #，说明另起一行写在 # 之后。",
        ),
        (
            "做法:\n  执法:\n  - 推行: 一次查\n",
            "5:5: 错误: 这一条里用了半角冒号，读成了“键: 值”。 文字里的冒号请用全角“：”。",
        ),
        (
            "做法:\n  执法:\n  - 推行:一次查\n",
            "5:5: 错误: 文字里用了半角冒号。 请改成全角“：”。",
        ),
        (
            '做法:\n  执法:\n  - "推行一次查"\n',
            "5:5: 错误: 文字不要用英文引号括起来。 请去掉外面的引号；文字里的引号用“ ”。",
        ),
        (
            "做法:\n  执法:\n  - {推行一次查}\n",
            "5:5: 错误: 文字不要写在方括号、花括号里，里面的逗号会把一句话拆开。 请去掉外面的括号。",
        ),
        (
            "做法:\n  执法:\n  - - 推行\n",
            "5:5: 错误: 这里应当是一段文字，不是清单。 请去掉多余的“- ”。",
        ),
        ("做法:\n  执发:\n  - 推行\n", "4:3: 错误: 没有“执发”这一章节。 是否为“执法”？"),
        ("其他: [甲, 乙]\n", f"3:5: 错误: {FLOW}"),
        (
            "案例: 甲\n",
            "3:5: 错误: “案例”应当是清单。 请每项以“- ”开头，下写名称、结果。",
        ),
        *(
            (
                f"案例:\n- {item}\n",
                "4:3: 错误: “案例”的每一项要分开写名称、结果。 例如“- 名称: …”。",
            )
            for item in ("甲", "[甲]")
        ),
        ("案例:\n- 名子: 甲\n", "4:3: 错误: 没有“名子”这个键。 是否为“名称”？"),
        (
            "案例:\n- 名称：甲\n",
            "4:3: 错误: “案例”的每一项要分开写名称、结果。 例如“- 名称: …”。",
        ),
    ],
)
def test_a_slip_in_own_words_is_told_with_line_and_mend(
    tmp_path: Path, text: str, expected: str
) -> None:
    with pytest.raises(YamlProblem) as caught:
        small_profile(tmp_path, text)
    told = str(caught.value).replace(f"{tmp_path}/", "").replace("\n    ", " ")
    assert told == f"台账.yaml:{expected}"


def test_items_without_any_field_are_absent_and_half_filled_ones_stay(tmp_path: Path) -> None:
    items = small_profile(
        tmp_path, "案例:\n- {名称: , 结果: }\n-\n- {名称: 甲}\n- 结果: |\n    乙\n    丙\n"
    ).lists["案例"]
    texts = [{name: text.text for name, text in item.fields.items()} for item in items]
    assert texts == [{"名称": "甲", "结果": ""}, {"名称": "", "结果": "乙\n丙"}]
    assert items[0].fields["名称"].location.line == 6


def test_a_plain_list_holds_texts(tmp_path: Path) -> None:
    items = small_profile(tmp_path, "其他:\n- 甲事\n-\n- 乙事\n").lists["其他"]
    assert [item.fields[""].text for item in items] == ["甲事", "乙事"]
