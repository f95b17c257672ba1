from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import FileProblem
from drafter.readers.decode import decode

TEXT = "青石桥街道2026年度的法治政府建设工作报告,共3项。\n一、工作情况"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_texts_are_decoded_whatever_their_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "草稿.txt") == TEXT


def test_line_ends_and_controls_are_made_one() -> None:
    assert decode("一\r\n二\r三\x00四\x0b五".encode(), "草稿.txt") == "一\n二\n三 四\n五"


def test_a_few_broken_bytes_spoil_nothing_else() -> None:
    data = ("的" * 50 + TEXT).encode("gb18030") + b"\xff"
    assert decode(data, "草稿.txt").startswith("的的的")


def test_a_mark_before_another_encoding_is_not_believed() -> None:
    assert decode(codecs.BOM_UTF8 + TEXT.encode("gb18030"), "草稿.txt") == TEXT


def test_broken_utf8_is_not_taken_for_another_encoding() -> None:
    data = "的一是在了".encode() * 20 + b"\xe7" + "青石桥街道".encode() * 20
    assert decode(data, "草稿.txt") == "的一是在了" * 20 + "\ufffd" + "青石桥街道" * 20


def test_what_is_no_text_is_a_sentence() -> None:
    with pytest.raises(FileProblem, match="读不出文字"):
        decode(bytes(range(128, 256)) * 40, "草稿.txt")


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_a_sentence(data: bytes) -> None:
    try:
        text = decode(data, "草稿.txt")
    except FileProblem:
        return
    assert "\x00" not in text
    assert "\r" not in text
