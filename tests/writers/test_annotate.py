"""Comments into a person's Word file: at the words, and nothing else changed."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from drafter.errors import DrafterError
from drafter.readers.docx import read_docx
from drafter.readers.docx.traced import trace_docx
from drafter.readers.locating import Locations
from drafter.readers.structure import structure
from drafter.writers.digest import is_sealed
from drafter.writers.docx.annotate import annotate
from drafter.writers.docx.comments import Comment
from drafter.writers.docx.package import replace_parts
from drafter.writers.files import save
from tests.external import find_tool, office_convert
from tests.readers.docx_files import W, docx, p, r

NAME = "草稿.docx"
HEAD = p("青石桥街道2026年法治政府建设年度报告") + p("一、主要举措")
_W = f"{{{W}}}"
ADDED = {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml"}


def paragraph(*content: str) -> str:
    return f"<w:p>{''.join(content)}</w:p>"


def comments_at(data: bytes, *words: str) -> list[Comment]:
    """Make a comment for each of the words, where the reader finds them."""
    report = structure(read_docx(data, NAME))
    found = Locations(report, trace_docx(data, NAME))
    made = []
    for quote in words:
        located = next(x for x in found if quote in x.span.text)
        start = located.span.text.index(quote)
        place = located.span.place(start, start + len(quote))
        made.append(Comment((f"批注：{quote}",), found.of(place, quote)))
    return made


def commented(data: bytes, *words: str) -> list[str]:
    """Annotate words; return what each comment stands around, as a reader sees it."""
    return words_of(annotate(data, NAME, comments_at(data, *words)))


def part(data: bytes, name: str = "word/document.xml") -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def words_of(data: bytes) -> list[str]:
    root = etree.fromstring(part(data).encode())
    texts: dict[str, list[str]] = {}
    still_open: set[str] = set()
    for element in root.iter():
        number = element.get(f"{_W}id", "")
        if element.tag == f"{_W}commentRangeStart":
            texts[number] = []
            still_open.add(number)
        elif element.tag == f"{_W}commentRangeEnd":
            still_open.remove(number)
        elif element.tag == f"{_W}t":
            for other in still_open:
                texts[other].append(element.text or "")
    assert not still_open
    return ["".join(pieces) for pieces in texts.values()]


def test_a_comment_stands_around_the_exact_words() -> None:
    data = docx(HEAD + p("全年开展行政检查635次，成效明显。"))
    assert commented(data, "635次", "行政检查635") == ["行政检查635", "635次"]


def test_only_the_run_is_cut_and_its_parts_keep_their_format() -> None:
    body = HEAD + paragraph(r("检查", "<w:b/>"), r("共635次。", '<w:color w:val="C00000"/>'))
    after = part(annotate(docx(body), NAME, comments_at(docx(body), "635")))
    properties = '<w:rPr><w:color w:val="C00000"/></w:rPr>'
    reference = '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    assert (
        f'<w:r>{properties}<w:t xml:space="preserve">共</w:t></w:r><w:commentRangeStart w:id="0"/>'
        f'<w:r>{properties}<w:t xml:space="preserve">635</w:t></w:r>{reference}'
        f'<w:r>{properties}<w:t xml:space="preserve">次。</w:t></w:r>'
    ) in after
    before_run = part(docx(body)).partition(f"<w:r>{properties}")[0]
    assert after.startswith(before_run)


def test_words_that_are_whole_runs_are_not_cut() -> None:
    body = HEAD + paragraph(r("全年检查"), r("635次"), r("，成效明显。"))
    data = docx(body)
    after = part(annotate(data, NAME, comments_at(data, "635次")))
    bare = re.sub(r"<w:comment[^>]*/>|<w:r><w:commentReference[^>]*/></w:r>", "", after)
    assert bare.replace("<w:r></w:r>", "") == part(data)


EVERYWHERE = {
    "insertion": paragraph(
        r("全年"), f'<w:ins w:id="9" w:author="甲">{r("检查635次，")}</w:ins>', r("好。")
    ),
    "deletion between": paragraph(
        r("全年检查6"),
        '<w:del w:id="8" w:author="甲"><w:r><w:delText>99</w:delText></w:r></w:del>',
        f'<w:ins w:id="7" w:author="甲">{r("35")}</w:ins>',
        r("次，好。"),
    ),
    "control": paragraph(
        r("全年"), f"<w:sdt><w:sdtContent>{r('检查635次，')}</w:sdtContent></w:sdt>"
    ),
    "block control": f"<w:sdt><w:sdtContent>{p('全年检查635次。')}</w:sdtContent></w:sdt>",
    "link": paragraph(f'<w:hyperlink r:id="rId9">{r("全年检查635次，")}</w:hyperlink>', r("好。")),
    "simple field": paragraph(
        r("全年检查"), f'<w:fldSimple w:instr="QUOTE a">{r("635次")}</w:fldSimple>', r("。")
    ),
    "field": paragraph(
        r("全年检查"),
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE a</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/><w:t>635次</w:t><w:fldChar w:fldCharType="end"/></w:r>',
        r("。"),
    ),
    "split runs": paragraph(
        r("全年检查6"), '<w:bookmarkStart w:id="3" w:name="a"/>', r("3"), r("5次。")
    ),
    "table": "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
    f"<w:tr><w:tc>{p('检查数')}</w:tc><w:tc>{p('共635次整')}</w:tc></w:tr>"
    f"<w:tr><w:tc>{p('处罚数')}</w:tc><w:tc>{p('9件')}</w:tc></w:tr></w:tbl>",
    "entity": paragraph(r("全年<!-- 635次 -->检查&amp;督查635次。")),
}


@pytest.mark.parametrize("body", EVERYWHERE.values(), ids=EVERYWHERE.keys())
def test_words_are_found_wherever_they_lie(body: str) -> None:
    data = docx(HEAD + body + p("成效明显，群众满意。"))
    assert commented(data, "635次") == ["635次"]


def test_words_with_an_automatic_number_are_found_behind_it() -> None:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="（%1）"/></w:lvl>'
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    numbered = p("规范行政执法", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    data = docx(HEAD + numbered + p("全年检查635次，成效明显。"), numbering=numbering)
    assert commented(data, "（一）规范行政") == ["规范行政"]


def test_a_text_box_gets_its_comment_where_it_is_anchored() -> None:
    box = f"<w:txbxContent>{p('全年检查635次，成效明显，群众满意。')}</w:txbxContent>"
    drawing = f"<mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice></mc:AlternateContent>"
    data = docx(HEAD + paragraph(r("见下图"), f"<w:r>{drawing}</w:r>"))
    after = part(annotate(data, NAME, comments_at(data, "635次")))
    assert '<w:commentRangeStart w:id="0"/><w:r><mc:AlternateContent>' in after
    assert '</mc:AlternateContent></w:r><w:commentRangeEnd w:id="0"/>' in after


def test_what_is_absent_is_said_at_the_beginning() -> None:
    data = docx(HEAD + p("全年检查635次，成效明显。"))
    after = annotate(data, NAME, [Comment(("缺少规定的部分。",), ())])
    assert words_of(after) == ["青石桥街道2026年法治政府建设年度报告"]


def test_every_other_part_stays_byte_for_byte() -> None:
    data = docx(HEAD + p("全年检查635次。"), styles="<w:style/>", header=p("页眉"))
    after = annotate(data, NAME, comments_at(data, "635"))
    old, new = (zipfile.ZipFile(io.BytesIO(x)) for x in (data, after))
    assert new.namelist() == [*old.namelist(), "word/comments.xml"]
    changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert changed == ADDED


def test_comments_join_those_the_file_has() -> None:
    body = HEAD + paragraph(
        '<w:commentRangeStart w:id="7"/>', r("全年检查"), '<w:commentRangeEnd w:id="7"/>',
        '<w:r><w:commentReference w:id="7"/></w:r>', r("635次，成效明显。"),
    )  # fmt: skip
    plain = docx(body)
    first = annotate(plain, NAME, comments_at(plain, "635次"))
    second = annotate(first, NAME, comments_at(first, "成效"))
    assert words_of(second) == ["全年检查", "635次", "成效"]
    said = part(second, "word/comments.xml")
    assert re.findall(r'w:id="(\d+)"', said) == ["8", "9"]
    assert part(second, "word/_rels/document.xml.rels").count("/comments") == 1
    assert "date" not in said


def test_the_result_is_known_as_drafters_own_until_someone_edits_it(tmp_path: Path) -> None:
    data = docx(HEAD + p("全年检查635次。"))
    after = annotate(data, NAME, comments_at(data, "635"))
    assert is_sealed(after) and not is_sealed(data)
    assert after == annotate(data, NAME, comments_at(data, "635"))
    path = tmp_path / "批注.docx"
    save(path, after)
    save(path, after)
    again = annotate(after, NAME, comments_at(after, "检查"))
    assert is_sealed(again)


def test_a_file_without_text_is_a_sentence() -> None:
    with pytest.raises(DrafterError, match="没有文字"):
        annotate(docx(paragraph()), NAME, [Comment(("缺",), ())])


def test_without_comments_the_file_is_the_same() -> None:
    data = docx(HEAD)
    assert annotate(data, NAME, []) is data


@given(
    st.lists(st.text("检查&<甲 次635，。", min_size=1, max_size=6), min_size=1, max_size=5),
    st.data(),
)
@settings(max_examples=60, deadline=None)
def test_no_comment_changes_what_is_read(pieces: list[str], data: st.DataObject) -> None:
    runs = [r(x.replace("&", "&amp;").replace("<", "&lt;")) for x in pieces]
    file = docx(HEAD + paragraph(r("全年共"), *runs, r("，成效明显，群众满意。")))
    lines = read_docx(file, NAME)
    length = len(lines[-1].text if hasattr(lines[-1], "text") else "")
    report = structure(lines)
    found = Locations(report, trace_docx(file, NAME))
    body = next(x for x in found if x.span.element == "body")
    comments = []
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, length - 1))
        end = data.draw(st.integers(start + 1, length))
        comments.append(Comment(("看",), found.of(body.span.place(start, end))))
    after = annotate(file, NAME, comments)
    assert read_docx(after, NAME) == lines
    assert len(words_of(after)) == len(comments)


@pytest.mark.needs("soffice", "validator")
def test_it_is_valid_and_libreoffice_keeps_the_comments(tmp_path: Path) -> None:
    report = structure(read_docx(docx(HEAD + p("全年检查635次。")), NAME))
    from drafter.writers import docx as writer
    from drafter.writers.properties import describe
    from tests.lint.builders import pack

    data = writer.write(report, pack().layout, describe(report))
    path = tmp_path / "annotated.docx"
    path.write_bytes(annotate(data, NAME, comments_at(data, "635次", "2026年法治")))
    checked = subprocess.run(
        [find_tool("validator") or "", str(path)], capture_output=True, text=True, check=False
    )
    assert '"ok": true' in checked.stdout
    saved = office_convert(path, "docx", tmp_path / "saved")
    assert sorted(words_of(saved.read_bytes())) == ["2026年法治", "635次"]
    assert "批注：635次" in part(saved.read_bytes(), "word/comments.xml")


@pytest.mark.needs("soffice", "validator")
def test_every_container_takes_a_comment_that_word_and_libreoffice_know(tmp_path: Path) -> None:
    from drafter.writers import docx as writer
    from drafter.writers.properties import describe
    from tests.lint.builders import pack

    report = structure(read_docx(docx(HEAD + p("全年检查，成效明显。")), NAME))
    plain = writer.write(report, pack().layout, describe(report))
    bodies = [
        body.replace("w:hyperlink r:id", "w:hyperlink w:anchor") for body in EVERYWHERE.values()
    ]
    numbered = "".join(body.replace("635次", f"{n}35次") for n, body in enumerate(bodies, 1))
    whole = part(plain).replace("<w:sectPr", f"{numbered}<w:sectPr", 1)
    data = replace_parts(plain, {"word/document.xml": whole.encode()})
    words = re.findall(r"\d+35次", numbered)
    path = tmp_path / "annotated.docx"
    path.write_bytes(annotate(data, NAME, comments_at(data, *words)))
    checked = subprocess.run(
        [find_tool("validator") or "", str(path)], capture_output=True, text=True, check=False
    )
    assert '"ok": true' in checked.stdout, checked.stdout
    assert sorted(words_of(path.read_bytes())) == sorted(words)
    saved = office_convert(path, "docx", tmp_path / "saved")
    # LibreOffice 7.4 loses the text of a control around paragraphs that holds any comment.
    lost = {f"{list(EVERYWHERE).index('block control') + 1}35次"}
    assert set(words) - set(words_of(saved.read_bytes())) <= lost
