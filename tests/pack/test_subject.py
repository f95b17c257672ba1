from __future__ import annotations

from pathlib import Path

import pytest

from drafter.pack.headings import parts_of_heading
from drafter.pack.loader import load_pack
from drafter.pack.subject import subject_words
from tests.pack.small import FILES, small_pack


@pytest.mark.parametrize(
    ("titles", "words"),
    [
        (("法治政府建设年度报告",), ("法治政府建设",)),
        (("推进法治政府建设", "法治政府建设情况的报告", "法治建设"), ("法治政府建设", "法治建设")),
        (("政府信息公开工作年度报告", "政府信息公开年报"), ("政府信息公开",)),
        (("安全生产工作总结", "年度工作报告", ""), ("安全生产",)),
    ],
)
def test_the_subject_is_what_a_title_says_beside_the_kind_of_paper(
    titles: tuple[str, ...], words: tuple[str, ...]
) -> None:
    assert words == subject_words(titles)


def test_a_heading_is_matched_without_the_subject_of_its_own_kind(tmp_path: Path) -> None:
    heads = FILES["pack.yaml"]
    heading = "推进安全生产的成效"
    outline = small_pack(tmp_path / "a", {"pack.yaml": heads}).outline
    assert parts_of_heading(heading, outline) == ()
    titled = f"titles: [安全生产工作报告]\n{heads}"
    outline = small_pack(tmp_path / "b", {"pack.yaml": titled}).outline
    assert parts_of_heading(heading, outline) == ("achievements",)
    folder = tmp_path / "child"
    folder.mkdir()
    (folder / "pack.yaml").write_text(
        f"name: child\nextends: {tmp_path / 'b' / 'small'}\n", encoding="utf-8"
    )
    assert load_pack(folder).outline.subjects == ("安全生产",)
