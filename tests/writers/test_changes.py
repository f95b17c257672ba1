from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import DrafterError
from drafter.writers.docx.anatomy import Anatomy, Stretch
from drafter.writers.docx.changes import Replacement, hindrance, track
from drafter.writers.docx.dissecting import dissect
from tests.writers.word_text import W, accepted, document, rejected, run

BOLD = "<w:rPr><w:b/></w:rPr>"


def taken(*paragraphs: str) -> Anatomy:
    return dissect(document(*paragraphs), "甲.docx")


def replaced(content: str, old: str, new: str) -> str:
    """Return the paragraph's XML after a replacement."""
    anatomy = taken(content)
    start = anatomy.paragraphs[0].text.index(old)
    stretch = Stretch(0, start, start + len(old))
    assert hindrance(anatomy, stretch) is None
    source = track(anatomy, [Replacement(stretch, new)])
    return source.partition("<w:p>")[2].partition("</w:p></w:body>")[0]


def test_words_are_cut_out_of_their_run_and_keep_its_format() -> None:
    assert replaced(run("检查635次。", BOLD), "635次", "652次") == (
        run("检查", BOLD) + '<w:del w:id="1" w:author="drafter"><w:r><w:rPr><w:b/></w:rPr>'
        '<w:delText xml:space="preserve">635次</w:delText></w:r></w:del>'
        + f'<w:ins w:id="2" w:author="drafter">{run("652次", BOLD)}</w:ins>'
        + run("。", BOLD)
    )


def test_words_over_several_runs_are_deleted_in_each_and_inserted_once() -> None:
    source = replaced(run("共6") + run("35", BOLD) + run("次。"), "635次", "652次")
    assert source.count("<w:del ") == 3
    assert source.count("<w:ins ") == 1
    assert accepted(document(source)) == ["共652次。"]
    assert rejected(document(source)) == ["共635次。"]


def test_a_placeholder_is_replaced_in_the_format_of_its_neighbour() -> None:
    yellow = '<w:rPr><w:rStyle w:val="Placeholder"/><w:highlight w:val="yellow"/></w:rPr>'
    source = replaced(run("检查", BOLD) + run("【待填：次数】", yellow), "【待填：次数】", "635次")
    assert f'<w:ins w:id="2" w:author="drafter">{run("635次", BOLD)}</w:ins>' in source
    alone = replaced(run("【待填：次数】", yellow), "【待填：次数】", "635次")
    assert run("635次", "<w:rPr></w:rPr>") in alone


def test_what_drafter_inserted_earlier_is_changed_in_place() -> None:
    own = '<w:ins w:id="7" w:author="drafter">{}</w:ins>'
    source = replaced(run("检查") + own.format(run("635次")), "635次", "652次")
    assert source == run("检查") + own.format(run("652次"))


def test_an_insertion_by_someone_else_stays_theirs() -> None:
    theirs = '<w:ins w:id="7" w:author="王某">{}</w:ins>'
    source = replaced(theirs.format(run("另检查635次。")), "635次", "652次")
    assert source == (
        '<w:ins w:id="7" w:author="王某">' + run("另检查") + '<w:del w:id="8" w:author="drafter">'
        '<w:r><w:delText xml:space="preserve">635次</w:delText></w:r></w:del></w:ins>'
        f'<w:ins w:id="9" w:author="drafter">{run("652次")}</w:ins>'
        '<w:ins w:id="10" w:author="王某">' + run("。") + "</w:ins>"
    )


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("<w:r><w:t>6</w:t><w:br/><w:t>35次</w:t></w:r>", "中间夹有换行、域或图形"),
        ('<w:moveTo w:id="1" w:author="甲">' + run("6\n35次") + "</w:moveTo>", "这里是别人移动过的文字或域"),
        ('<w:fldSimple w:instr="REF a">' + run("6\n35次") + "</w:fldSimple>", "这里是别人移动过的文字或域"),
    ],
)  # fmt: skip
def test_what_cannot_be_replaced_is_said(content: str, why: str) -> None:
    assert hindrance(taken(content), Stretch(0, 0, 5)) == why


def test_text_that_is_deleted_or_moved_away_is_not_there() -> None:
    gone = "".join(
        f'<w:{name} w:id="1" w:author="甲"><w:r><w:t>旧</w:t></w:r></w:{name}>'
        for name in ("del", "moveFrom")
    )
    assert taken(gone + run("新")).paragraphs[0].text == "新"


def test_text_boxes_are_not_looked_at() -> None:
    box = f"<w:r><w:pict><w:txbxContent><w:p>{run('框内')}</w:p></w:txbxContent></w:pict></w:r>"
    anatomy = taken(run("前") + box + run("后"))
    assert [paragraph.text for paragraph in anatomy.paragraphs] == ["前后"]


def test_bookmarks_know_their_words_wherever_their_ends_stand() -> None:
    start, end = '<w:bookmarkStart w:id="{0}" w:name="_d{0}"/>', '<w:bookmarkEnd w:id="{0}"/>'
    anatomy = taken(
        run("共") + start.format(1) + run("5") + run("件") + end.format(1) + start.format(2),
        run("次") + end.format(2),
    )
    assert anatomy.bookmarks == {"_d1": Stretch(0, 1, 3), "_d2": None}


STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def test_any_prefix_and_the_strict_namespace_are_known() -> None:
    source = document(run("检查635次。")).replace("<w:", "<x:").replace("</w:", "</x:")
    strict = source.replace(":w=", ":x=").replace(W, STRICT)
    anatomy = dissect(strict, "甲.docx")
    after = track(anatomy, [Replacement(Stretch(0, 2, 6), "652次")])
    assert '<x:del x:id="1" x:author="drafter">' in after


def test_a_part_that_is_not_words_is_refused() -> None:
    with pytest.raises(DrafterError) as caught:
        dissect("<a><b/></a>", "甲.docx")
    assert str(caught.value) == (
        "甲.docx: 错误: 文件的写法少见，找不到正文的段落。\n"
        "    请用 WPS 或 Word 打开，另存为 .docx，再用新存的这一份。"
    )


TEXT = st.text(alphabet="检查635次，。<&\"' 件【】", min_size=1, max_size=6)
RUNS = st.lists(st.tuples(TEXT, st.booleans()), min_size=1, max_size=5)


@given(st.lists(RUNS, min_size=1, max_size=3), st.data())
def test_accepting_gives_the_new_text_rejecting_the_old_and_the_rest_stays(
    paragraphs: list[list[tuple[str, bool]]], data: st.DataObject
) -> None:
    escaped = [
        [(text.replace("&", "&amp;").replace("<", "&lt;"), bold) for text, bold in runs]
        for runs in paragraphs
    ]
    source = document(
        *("".join(run(text, BOLD if bold else "") for text, bold in runs) for runs in escaped)
    )
    anatomy = dissect(source, "甲.docx")
    texts = ["".join(text for text, _ in runs) for runs in paragraphs]
    assert [paragraph.text for paragraph in anatomy.paragraphs] == texts
    number = data.draw(st.integers(0, len(texts) - 1))
    cuts = st.integers(0, len(texts[number]))
    edges = sorted(set(data.draw(st.lists(cuts, min_size=2, max_size=6))))
    spans = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    words = [data.draw(TEXT) for _ in spans]
    changes = [
        Replacement(Stretch(number, *span), word) for span, word in zip(spans, words, strict=True)
    ]
    after = track(anatomy, changes)
    expected = texts[number]
    for (start, end), word in reversed(list(zip(spans, words, strict=True))):
        expected = expected[:start] + word + expected[end:]
    assert accepted(after) == [*texts[:number], expected, *texts[number + 1 :]]
    assert rejected(after) == texts
    own = after.split("<w:p>")
    before = source.split("<w:p>")
    assert [p for n, p in enumerate(own) if n != number + 1] == [
        p for n, p in enumerate(before) if n != number + 1
    ]
    ids = re.findall(r'w:id="(\d+)"', after)
    assert len(ids) == len(set(ids))
