"""Characters changed in copies of a person's files: Word files inside their runs, text files in their encoding."""

from __future__ import annotations

import codecs
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.location import TextChange, TextRange
from drafter.readers.decode import decode
from drafter.readers.docx import read_docx
from drafter.readers.docx.traced import trace_docx
from drafter.writers.digest import is_sealed
from drafter.writers.docx.mend import DocxMender
from drafter.writers.plain import mend_text
from tests.readers.docx_files import docx, p, r, texts

NAME = "草稿.docx"


def changes_of(data: bytes, *pairs: tuple[str, str]) -> list[TextChange]:
    """Change the first place of some characters, one node to each; more than one node gets them emptied."""
    traced = trace_docx(data, NAME)
    made = []
    for old, new in pairs:
        at = traced.text.index(old)
        for offset in range(len(old)):
            origin = traced.origin(at + offset)
            assert origin is not None
            node, start = origin
            text = new if offset == 0 else ""
            made.append(TextChange(TextRange(node, start, start + 1), text))
    return made


def mend_docx(data: bytes, name: str, changes: list[TextChange]) -> bytes:
    return DocxMender(data, name).mend(changes)


def document(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


def test_a_change_keeps_the_run_and_its_format() -> None:
    data = docx(p("甲") + f"<w:p>{r('检查', '<w:b/>')}{r('635次,好.', '<w:i/>')}</w:p>")
    after = mend_docx(data, NAME, changes_of(data, (",", "，"), (".", "。")))
    expected = document(data).replace("635次,好.", "635次，好。")
    assert document(after).startswith(expected)
    assert document(after)[len(expected) :].startswith("<!-- drafter:sha256:")
    assert is_sealed(after)


def test_a_change_over_several_runs_stands_in_the_first() -> None:
    data = docx(f"<w:p>{r('（')}{r('一）', '<w:b/>')}{r('、规范')}</w:p>")
    after = mend_docx(data, NAME, changes_of(data, ("（一）、", "（一）")))
    assert texts(after) == ["（一）规范"]


def test_text_in_insertions_links_and_controls_is_changed_too() -> None:
    body = (
        f'<w:p><w:ins w:id="1" w:author="甲">{r("检查,")}</w:ins>'
        f'<w:hyperlink r:id="rId1">{r("处罚;")}</w:hyperlink>'
        f"<w:sdt><w:sdtContent>{r('复议:')}</w:sdtContent></w:sdt></w:p>"
    )
    data = docx(body)
    after = mend_docx(data, NAME, changes_of(data, (",", "，"), (";", "；"), (":", "：")))
    assert texts(after) == ["检查，处罚；复议："]
    assert document(after).count("<w:ins ") == document(after).count("<w:hyperlink ") == 1


def test_deleted_text_stays_as_it_was() -> None:
    gone = '<w:del w:id="1" w:author="甲"><w:r><w:delText>罚,款</w:delText></w:r></w:del>'
    data = docx(f"<w:p>{r('检查')}{gone}{r('次,好')}</w:p>")
    after = mend_docx(data, NAME, changes_of(data, (",", "，")))
    assert gone in document(after)
    assert texts(after) == ["检查次，好"]


def test_what_stands_in_a_text_box_cannot_be_changed() -> None:
    box = f"<w:r><wps:txbx><w:txbxContent>{p('盒,子')}</w:txbxContent></wps:txbx></w:r>"
    data = docx(f"<w:p>{box}{r('正,文')}</w:p>")
    inside, outside = (change.place for change in changes_of(data, ("盒", "合"), ("正", "政")))
    mender = DocxMender(data, NAME)
    assert (mender.can_change(inside), mender.can_change(outside)) == (False, True)


def test_other_parts_stay_and_no_change_gives_the_same_bytes() -> None:
    data = docx(p("检查,好"), styles="<w:style/>")
    after = mend_docx(data, NAME, changes_of(data, (",", "，")))
    old, new = (zipfile.ZipFile(io.BytesIO(x)) for x in (data, after))
    assert [n for n in old.namelist() if old.read(n) != new.read(n)] == ["word/document.xml"]
    assert mend_docx(data, NAME, []) is data


def test_entities_are_written_again() -> None:
    data = docx(f"<w:p>{r('甲&amp;乙&lt;,丙')}</w:p>")
    after = mend_docx(data, NAME, changes_of(data, (",", "，")))
    assert texts(after) == ["甲&乙<，丙"]


@given(st.lists(st.text("检查,&<甲 ", min_size=1, max_size=5), min_size=1, max_size=5))
def test_word_and_reader_count_the_same_nodes(pieces: list[str]) -> None:
    runs = "".join(r(x.replace("&", "&amp;").replace("<", "&lt;")) for x in pieces)
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐,</w:t></w:r>{r('首')}"
    data = docx(f"<w:p>{hidden}{runs}{r('尾')}</w:p>")
    traced = trace_docx(data, NAME)
    commas = [i for i, c in enumerate(traced.text) if c == ","]
    places = [origin for i in commas if (origin := traced.origin(i)) is not None]
    changes = [TextChange(TextRange(node, at, at + 1), "，") for node, at in places]
    after = mend_docx(data, NAME, changes)
    assert texts(after) == [texts(data)[0].replace(",", "，")]
    assert len(read_docx(after, NAME)) == 1


ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "gb18030")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_text_file_keeps_encoding_mark_and_line_ends(encoding: str) -> None:
    before = "青石桥街道法治政府建设报告\r\n全年的检查,共有635次.\r\n"
    data = before.encode(encoding)
    text = decode(data, "稿.txt")
    at = text.index(",")
    after = mend_text(data, text, [TextChange(TextRange(0, at, at + 1), "，")])
    assert after.decode(encoding) == before.replace(",", "，")
    assert after[:2] == data[:2]


def test_a_text_with_another_encodings_mark_is_mended_in_its_own() -> None:
    before = "青石桥街道法治政府建设报告\n全年的检查,共有635次。\n"
    data = codecs.BOM_UTF8 + before.encode("gb18030")
    text = decode(data, "稿.txt")
    at = text.index(",")
    after = mend_text(data, text, [TextChange(TextRange(0, at, at + 1), "，")])
    assert after.decode("gb18030") == before.replace(",", "，")


def test_a_change_may_shorten_and_lengthen_a_text() -> None:
    text = "（一）、规范\n检查 635 次\n"
    changes = [
        TextChange(TextRange(0, 0, 4), "（一）"),
        TextChange(TextRange(0, 9, 10), ""),
        TextChange(TextRange(0, 13, 14), "——"),
    ]
    assert mend_text(text.encode(), text, changes).decode() == "（一）规范\n检查635——次\n"


def test_a_text_file_without_changes_stays_byte_for_byte() -> None:
    data = "甲\r乙".encode()
    assert mend_text(data, decode(data, "稿.txt"), []) is data
