from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.rendering.cutting import cut_sentence
from drafter.rendering.outputs import Output, Outputs
from drafter.rendering.paragraphs import build_paragraphs


def cut(sentence: str) -> str:
    """Cut a sentence in which 〔5件〕 is a figure, 〔〕 an absent one and 〈甲，乙。〉 own words."""
    outputs = Outputs()

    def output(found: re.Match[str]) -> str:
        if found[2] is not None:
            return outputs.add(Output("own", found[2]))
        return outputs.add(Output("figure", found[1]) if found[1] else Output("absent"))

    rendered = re.sub(r"〔(.*?)〕|〈(.*?)〉", output, sentence)
    paragraphs = build_paragraphs(rendered, outputs)
    assert len(paragraphs) <= 1
    return paragraphs[0].text if paragraphs else ""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("检查〔5次〕，处罚〔2件〕，罚款〔3元〕。", "检查5次，处罚2件，罚款3元。"),
        ("检查〔5次〕，处罚〔〕，罚款〔3元〕。", "检查5次，罚款3元。"),
        ("检查〔5次〕，处罚〔2件〕，罚款〔〕。", "检查5次，处罚2件。"),
        ("检查〔〕，处罚〔2件〕，罚款〔3元〕。", ""),
        ("检查〔5次〕；处罚〔〕。", "检查5次。"),
        ("检查〔5次〕，处罚〔〕", "检查5次。"),
        ("〔〕", ""),
        ("", ""),
        ("检查〔5次〕，没有处罚，罚款〔〕！", "检查5次，没有处罚。"),
        ("检查〔5次〕，处罚（简易〔3次〕，普通〔〕），罚款〔3元〕。", "检查5次，罚款3元。"),
        ("检查〔5次〕，处罚〔〕；罚款〔3元〕。", "检查5次；罚款3元。"),
        ("检查〔5次〕，“扫码，入企”〔〕，处罚〔2件〕。", "检查5次，处罚2件。"),
        ("检查〔1,035次〕，处罚〔〕。", "检查1,035次。"),
        ("检查1,035次〔〕，处罚〔2件〕。", ""),
    ],
)
def test_a_clause_that_lacks_a_figure_goes_and_the_head_takes_the_sentence(
    sentence: str, expected: str
) -> None:
    assert cut(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("处罚〔5件〕，其中简易〔3件〕、普通〔〕，罚款〔3元〕。", "处罚5件。"),
        ("处罚〔5件〕，其中简易〔〕，普通〔2件〕；罚款〔3元〕。", "处罚5件；罚款3元。"),
        (
            "处罚〔5件〕，其中简易〔3件〕，普通〔〕；罚款〔3元〕。",
            "处罚5件，其中简易3件；罚款3元。",
        ),
        (
            "检查〔5次〕，处罚〔〕，其中简易〔3件〕，普通〔2件〕；罚款〔3元〕。",
            "检查5次；罚款3元。",
        ),
        ("处罚〔5件〕，企业和个人分别〔3件〕、〔〕，罚款〔3元〕。", "处罚5件。"),
    ],
)
def test_parts_go_with_their_whole_and_whole_or_not_at_all(sentence: str, expected: str) -> None:
    assert cut(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("〈把甲、乙，丙并为一次〉", "把甲、乙，丙并为一次。"),
        ("〈把甲乙并为一次。〉", "把甲乙并为一次。"),
        ("〈把甲乙并为一次。〉，检查〔〕。", "把甲乙并为一次。"),
        ("经过是〈坐到桌前。〉，结果〈签了协议！〉", "经过是坐到桌前，结果签了协议！"),
        ("〈居民说“好。”〉", "居民说“好。”"),
        ("〈居民说“好”〉", "居民说“好”。"),
        ("〈办成三件事（附后）〉", "办成三件事（附后）。"),
        ("主要有：", "主要有："),
        ("他说“好。”", "他说“好。”"),
    ],
)
def test_own_words_are_never_cut_and_end_marks_never_doubled(sentence: str, expected: str) -> None:
    assert cut(sentence) == expected


CLAUSES = st.lists(
    st.sampled_from(
        [
            "检查〔5次〕",
            "处罚〔〕",
            "其中简易〔3件〕",
            "其中普通〔〕",
            "（甲，乙）共〔2件〕",
            "两者分别〔3件〕、〔〕",
        ]
    ),
    min_size=1,
    max_size=6,
)


@given(CLAUSES, st.sampled_from("，；"))
def test_law_what_is_left_can_stand(clauses: list[str], mark: str) -> None:
    left = cut(mark.join(clauses) + "。")
    assert not re.search(r"[，；。]{2}|^[，；。]|[，；]$", left)
    assert left == "" or left.endswith("。")
    assert not left.startswith("其中") or clauses[0] == "其中简易〔3件〕"


def test_cutting_an_empty_sentence_leaves_nothing() -> None:
    assert cut_sentence("", Outputs()) == ""
