from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.collecting.fill_texts import read_text
from drafter.figure import ValueProblem
from drafter.profile.list_editing import TextPlace, is_writable, standing_items, write_text
from drafter.profile.load_texts import TextLoader
from drafter.yamlfile import YamlFile, parse
from tests.pack.small import small_profile

FIELDS = ("表现", "原因")
PATH = ("问题",)


def read(text: str) -> YamlFile:
    return YamlFile(Path("甲.yaml"), text, parse(text, "甲.yaml"))


def written(text: str, item: int, field: str, words: str) -> str:
    return write_text(read(text), TextPlace(PATH, item, field), words, FIELDS).text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("问题:\n其他:\n", "问题:\n  - 表现: 人少\n    原因:\n其他:\n"),
        ("问题:  # 三条\n", "问题:  # 三条\n  - 表现: 人少\n    原因:\n"),
        ("问题: []  # 三条\n其他:\n", "问题:  # 三条\n  - 表现: 人少\n    原因:\n其他:\n"),
        ("其他:\n", "其他:\n问题:\n  - 表现: 人少\n    原因:\n"),
        ("年度: 2026", "年度: 2026\n问题:\n  - 表现: 人少\n    原因:\n"),
        (  # so that the example can have its # taken away afterwards
            "问题:\n# - 表现:\n#   原因:\n其他:\n",
            "问题:\n- 表现: 人少\n  原因:\n# - 表现:\n#   原因:\n其他:\n",
        ),
        (
            "问题:\n  -   表现: 甲\n      原因: 乙  \n\n# 下面\n其他:\n",
            "问题:\n  -   表现: 甲\n      原因: 乙  \n  - 表现: 人少\n    原因:\n\n# 下面\n其他:\n",
        ),
        (
            "问题:\r\n- 表现: |\r\n    甲\r\n\r\n其他:\r\n",
            "问题:\r\n- 表现: |\r\n    甲\r\n- 表现: 人少\r\n  原因:\r\n\r\n其他:\r\n",
        ),
    ],
)
def test_a_new_item_stands_behind_the_others_and_nothing_else_changes(
    before: str, after: str
) -> None:
    number = len(standing_items(read(before), PATH, FIELDS))
    assert after == written(before, number, "表现", "人少")


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("问题:\n- 表现: 甲\n  原因:\n", "乙", "问题:\n- 表现: 甲\n  原因: 乙\n"),
        ("问题:\n- 表现: 甲\n  # 写明\n", "乙", "问题:\n- 表现: 甲\n  原因: 乙\n  # 写明\n"),
        ("问题:\n- 表现: 甲\n  原因:  # 写明\n", "乙", "问题:\n- 表现: 甲\n  原因: |  # 写明\n    乙\n"),
        ("问题:\n- 原因:\n  表现: 甲\n", "乙: 丙", "问题:\n- 原因: |\n    乙: 丙\n  表现: 甲\n"),
        ("问题:\n- 表现: 甲\n  原因: 旧\n", "乙", "问题:\n- 表现: 甲\n  原因: 乙\n"),
        ("问题:\n- 表现: 甲\n  原因: |\n    旧\n", "乙", "问题:\n- 表现: 甲\n  原因: |\n    乙\n"),
    ],
)  # fmt: skip
def test_a_field_is_written_into_its_item(before: str, words: str, after: str) -> None:
    assert after == written(before, 0, "原因", words)


def test_own_words_of_a_section_get_their_keys() -> None:
    file = read("数据:\n做法:\n  执法:\n  # - 在某地\n其他:\n")
    file = write_text(file, TextPlace(("做法", "执法"), 0), "三月", ())
    file = write_text(file, TextPlace(("做法", "调解"), 0), "四月", ())
    assert file.text == (
        "数据:\n做法:\n  执法:\n  - 三月\n  # - 在某地\n  调解:\n    - 四月\n其他:\n"
    )


@pytest.mark.parametrize(
    ("text", "item", "field"),
    [
        ("问题: [{表现: 甲, 原因: }]\n", 0, "原因"),
        ("问题: [{表现: 甲, 原因: }]\n", 1, "表现"),
        ("问题:\n- {表现: 甲, 原因: }\n", 0, "原因"),
        ("问题: 甲\n", 0, "表现"),
    ],
)
def test_what_stands_in_brackets_is_left_to_people(text: str, item: int, field: str) -> None:
    assert not is_writable(read(text), TextPlace(PATH, item, field))


TYPED = st.lists(
    st.sampled_from(
        [*"甲乙，。：:#-|>'\"[]{}&*!%@`? ~\t=“”《》（）0.,\\", " #", ": ", "- ", "null"]
    ),
    min_size=1,
    max_size=12,
).map("".join)


@given(
    st.lists(TYPED.filter(lambda text: bool(text.strip())), min_size=1, max_size=4), st.booleans()
)
def test_every_text_comes_back_as_it_was_typed(typed: list[str], with_example: bool) -> None:
    texts = [read_text(text) for text in typed]
    file = read("下年安排:\n# - 一条一行。\n其他:\n" if with_example else "下年安排: []\n其他:\n")
    for number, text in enumerate(texts):
        file = write_text(file, TextPlace(("下年安排",), number), text, ())
        file = write_text(file, TextPlace(PATH, number, "原因"), text, FIELDS)
        file = write_text(file, TextPlace(PATH, number, "表现"), text, FIELDS)
    problems: list[object] = []
    loader = TextLoader(file.text, problems)  # type: ignore[arg-type]
    plans, items = file.root.find("下年安排"), standing_items(file, PATH, FIELDS)
    assert plans
    assert [one.text for one in loader.texts(plans)] == texts
    assert [(item["表现"], item["原因"]) for item in items] == [(text, text) for text in texts]
    assert problems == []


def test_the_profile_takes_what_was_written(tmp_path: Path) -> None:
    file = read("问题: []\n")
    for number, text in enumerate(["- 甲: 乙 # 丙", "'丁'", "[戊]"]):
        for field in FIELDS:
            file = write_text(file, TextPlace(PATH, number, field), text, FIELDS)
    profile = small_profile(tmp_path, file.text)
    assert [item.fields["原因"].text for item in profile.lists["问题"]] == [
        "- 甲: 乙 # 丙",
        "'丁'",
        "[戊]",
    ]


@pytest.mark.parametrize("typed", ["甲\x1b[D乙", "甲\udce4", "甲" * 1365])
def test_what_a_terminal_spoils_is_refused(typed: str) -> None:
    with pytest.raises(ValueProblem):
        read_text(typed)


def test_what_shows_nothing_is_left_out() -> None:
    assert read_text("\ufeff 甲\u200b\t乙\u3000") == "甲 乙"
