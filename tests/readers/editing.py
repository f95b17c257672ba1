"""What people do to a drafted Word file in Word or WPS, done to its XML."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from tests.readers.docx_files import W

Root = etree._Element
Edit = Callable[[Root], None]
_TRACKED = {f"{{{W}}}id": "900", f"{{{W}}}author": "李四", f"{{{W}}}date": "2026-12-01T00:00:00Z"}
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"))


def w(name: str) -> str:
    """Qualify a name."""
    return f"{{{W}}}{name}"


def edited(data: bytes, edit: Edit, *, numbered: bool = False) -> bytes:
    """Change the main part of a .docx; numbered: with a list of 一、 and （一） as number 77."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(files["word/document.xml"])
    edit(root)
    files["word/document.xml"] = etree.tostring(root, encoding="UTF-8", standalone=True)
    if numbered:
        _add_numbering(files)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _add_numbering(files: dict[str, bytes]) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (kind, text) in enumerate(_LEVELS)
    )
    files["word/numbering.xml"] = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="77"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    ).encode()
    relations = etree.fromstring(files["word/_rels/document.xml.rels"])
    relation = etree.SubElement(relations, _RELATION)
    relation.set("Id", "rIdNumbering")
    relation.set("Type", f"{_OFFICE}/numbering")
    relation.set("Target", "numbering.xml")
    files["word/_rels/document.xml.rels"] = etree.tostring(relations)
    types = etree.fromstring(files["[Content_Types].xml"])
    kind = etree.SubElement(types, f"{_TYPES}Override")
    kind.set("PartName", "/word/numbering.xml")
    kind.set(
        "ContentType",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml",
    )
    files["[Content_Types].xml"] = etree.tostring(types)


def text_of(paragraph: Root) -> str:
    """Return a paragraph's text."""
    return "".join(element.text or "" for element in paragraph.iter(w("t")))


def paragraphs(root: Root, *starts: str) -> list[Root]:
    """Return the body's paragraphs, those that begin with one of `starts` where any are given."""
    found = [element for element in root.iter(w("p")) if text_of(element).strip()]
    return [p for p in found if not starts or text_of(p).startswith(starts)]


def split_runs(root: Root) -> None:
    """Cut every run in three, with what Word leaves between them."""
    for run in list(root.iter(w("r"))):
        texts = run.findall(w("t"))
        if len(texts) != 1 or len(texts[0].text or "") < 3:
            continue
        whole = texts[0].text or ""
        cuts = (whole[:1], whole[1 : len(whole) // 2], whole[len(whole) // 2 :])
        for piece in cuts[:2]:
            copy = deepcopy(run)
            _set(copy, piece)
            run.addprevious(copy)
            run.addprevious(etree.Element(w("proofErr"), {w("type"): "spellStart"}))
        _set(run, cuts[2])


def _set(run: Root, text: str) -> None:
    for element in run.iter(w("t")):
        element.text = text
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def drop_styles(root: Root) -> None:
    """Take the style off every paragraph and the look off every run, as 清除格式 does."""
    for properties in list(root.iter(w("pPr"), w("rPr"))):
        parent = properties.getparent()
        if parent is not None and parent.tag in (w("p"), w("r")):
            parent.remove(properties)


def paste_styles(root: Root) -> None:
    """Give two body paragraphs a heading's style and a heading the body's, as the format painter does."""
    heading = next(p for p in paragraphs(root, "（二）") if p.find(w("pPr")) is not None)
    bodies = [p for p in paragraphs(root) if len(text_of(p)) > 80 and p.find(w("pPr")) is not None]
    look, plain = heading.find(w("pPr")), bodies[0].find(w("pPr"))
    for body in bodies[3:5]:
        _replace_properties(body, look)
    _replace_properties(heading, plain)


def _replace_properties(paragraph: Root, properties: Root | None) -> None:
    own = paragraph.find(w("pPr"))
    if own is not None and properties is not None:
        paragraph.replace(own, deepcopy(properties))


def retype_ordinals(root: Root) -> None:
    """Type the ordinals again as people do: (一) for （一）, a full stop or a blank for 、."""
    for element in root.iter(w("t")):
        text = element.text or ""
        text = re.sub(r"^（([一二三四五六七八九十]{1,3})）", r"(\1)", text)
        element.text = re.sub(r"^([一三五])、", r"\1． ", text)


def number_automatically(root: Root) -> None:
    """Turn typed ordinals of headings into an automatic list, as Word offers to."""
    forms = (
        re.compile(r"^[一二三四五六七八九十]{1,3}、"),
        re.compile(r"^（[一二三四五六七八九十]{1,3}）"),
    )
    for paragraph in paragraphs(root):
        depth = next((i for i, form in enumerate(forms) if form.match(text_of(paragraph))), None)
        if depth is None or len(text_of(paragraph)) > 60:
            continue
        _cut_front(paragraph, len((forms[depth].match(text_of(paragraph)) or [""])[0]))
        properties = paragraph.find(w("pPr"))
        if properties is None:
            properties = etree.Element(w("pPr"))
            paragraph.insert(0, properties)
        numbering = etree.SubElement(properties, w("numPr"))
        etree.SubElement(numbering, w("ilvl"), {w("val"): str(depth)})
        etree.SubElement(numbering, w("numId"), {w("val"): "77"})


def _cut_front(paragraph: Root, count: int) -> None:
    for element in paragraph.iter(w("t")):
        text = element.text or ""
        element.text, count = text[count:], max(0, count - len(text))


def join_paragraphs(root: Root) -> None:
    """Delete the paragraph mark between two paragraphs of one section."""
    first, second = two_bodies(root)
    for child in list(second):
        if child.tag != w("pPr"):
            first.append(child)
    parent = second.getparent()
    if parent is not None:
        parent.remove(second)


def two_bodies(root: Root) -> tuple[Root, Root]:
    """Find two long paragraphs that follow each other."""
    for paragraph in paragraphs(root):
        after = paragraph.getnext()
        if after is None or after.tag != w("p"):
            continue
        if all(len(text_of(p)) > 60 for p in (paragraph, after)):
            return paragraph, after
    raise AssertionError("no two paragraphs follow each other")


def join_tracked(root: Root) -> None:
    """Delete the paragraph mark with changes tracked."""
    first, _ = two_bodies(root)
    properties = first.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        first.insert(0, properties)
    look = properties.find(w("rPr"))
    mark = etree.SubElement(properties, w("rPr")) if look is None else look
    mark.insert(0, etree.Element(w("del"), _TRACKED))


def track(root: Root) -> None:
    """Delete words beside figures, and put in others, with changes tracked; then put a comment in."""
    for paragraph in [p for p in paragraphs(root) if len(text_of(p)) > 60][:6]:
        run = next(iter(paragraph.iter(w("r"))))
        gone = etree.Element(w("del"), _TRACKED)
        gone_run = etree.SubElement(gone, w("r"))
        etree.SubElement(gone_run, w("delText")).text = "全年检查99999次，"
        run.addprevious(gone)
        come = etree.Element(w("ins"), _TRACKED)
        run.addprevious(come)
        come.append(run)
        come.addprevious(etree.Element(w("commentRangeStart"), {w("id"): "5"}))
        come.addnext(etree.Element(w("commentRangeEnd"), {w("id"): "5"}))
        format_change = etree.Element(w("rPrChange"), _TRACKED)
        etree.SubElement(etree.SubElement(format_change, w("rPr")), w("b"))
        properties = run.find(w("rPr"))
        if properties is not None:
            properties.append(format_change)


def move_tracked(root: Root) -> None:
    """Leave a paragraph's old place as a tracked move from, its new place right below."""
    first, second = two_bodies(root)
    old = deepcopy(second)
    for run in list(old.iter(w("r"))):
        wrapped = etree.Element(w("moveFrom"), _TRACKED)
        run.addprevious(wrapped)
        wrapped.append(run)
    for run in list(second.iter(w("r"))):
        wrapped = etree.Element(w("moveTo"), _TRACKED)
        run.addprevious(wrapped)
        wrapped.append(run)
    first.addprevious(old)


def paste_from_web(root: Root) -> None:
    """Give half the body paragraphs the marks and blanks of text pasted from a web page."""
    marks = str.maketrans({"，": ",", "：": ":", "；": ";", "（": "(", "）": ")"})
    for paragraph in [p for p in paragraphs(root) if len(text_of(p)) > 60][::2]:
        for element in paragraph.iter(w("t")):
            element.text = (element.text or "").translate(marks)
        first = next(paragraph.iter(w("t")))
        first.text = "\u00a0\u3000" + (first.text or "")


def add_blank_lines(root: Root) -> None:
    """Put empty paragraphs between, and a page break before a heading, as people lay out pages."""
    for paragraph in paragraphs(root)[::4]:
        paragraph.addnext(etree.Element(w("p")))
    heading = paragraphs(root, "二、")[0]
    breaking = etree.Element(w("p"))
    run = etree.SubElement(breaking, w("r"))
    etree.SubElement(run, w("br"), {w("type"): "page"})
    heading.addprevious(breaking)


def delete_heading(root: Root) -> None:
    """Delete the heading （三）."""
    heading = paragraphs(root, "（三）")[0]
    parent = heading.getparent()
    if parent is not None:
        parent.remove(heading)
