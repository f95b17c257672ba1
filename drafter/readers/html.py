"""Saved web pages -> Lines: the article by structure, tables that hold data as tables.

No library for article extraction: tried, they glue the paragraphs of pages laid out by tables.
"""

from __future__ import annotations

import re

from lxml import etree, html

from drafter.errors import FileProblem
from drafter.readers.decode import decode
from drafter.readers.lines import Line, Lines
from drafter.readers.webpage import BLOCKS, SKIPPED, PageLines

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE
)
_SITE = re.compile(r"(?<!\s)\s*[-_|—–]{1,2}\s*[^-_|—–]{2,30}$")
_ABOUT = re.compile(
    r"(?:发布|发文|更新|公开|成文)(?:时间|日期)|(?:文\s*号|发文字号)\s*[:：]|来源\s*[:：]"
)
# Exactly six: an open end would be tried from every character of a long text without marks.
_SENTENCE = re.compile(r"[^。；]{6}[。；]")
# The share of the page's sentences that the article must hold.
_MOST = 0.85


def read_html(data: bytes, name: str, charset: str | None = None) -> Lines:
    """Read a web page's bytes; charset: what its envelope says, before what the page says.

    Errors: FileProblem (encoding, no text).
    """
    found = _CHARSET.search(data[:8192])
    claimed = charset or (found[1].decode("ascii") if found else None)
    text = decode(data, name, claimed)
    root = _parse(text)
    if root is None:
        mend = "请在浏览器里重新保存网页，或把正文粘贴到Word里。"
        raise FileProblem.of(name, "网页里没有文字。", mend)
    article = _article(root)
    inside = PageLines().lines(article)
    outside = () if article is root else _head_lines(root, article)
    return (*outside, *inside)


def _parse(text: str) -> html.HtmlElement | None:
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    # lxml refuses a str that declares an encoding.
    cleaned = re.sub(r"^\s*<\?xml[^>]*\?>", "", text, count=1)
    try:
        root = html.document_fromstring(cleaned, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    return root if any(text.strip() for text in root.itertext()) else None


def _article(root: html.HtmlElement) -> html.HtmlElement:
    """Find the innermost element that holds most of the page's sentences."""
    weights: dict[html.HtmlElement, int] = {}
    order = [element for element in root.iter() if isinstance(element.tag, str)]
    for element in reversed(order):
        own = len(element.text or "") if _SENTENCE.search(element.text or "") else 0
        below = sum(
            weights.get(child, 0)
            + (len(child.tail or "") if _SENTENCE.search(child.tail or "") else 0)
            for child in element
        )
        weights[element] = 0 if element.tag in SKIPPED else own + below
    current = root
    while True:
        heavy = [
            child
            for child in current
            if weights.get(child, 0) >= _MOST * max(1, weights[root]) and child.tag in BLOCKS
        ]
        if not heavy or heavy[0].tag == "p":
            return current
        current = heavy[0]


def _head_lines(root: html.HtmlElement, article: html.HtmlElement) -> Lines:
    """Take the title and what tells date, source and number from outside the article."""
    around = [line for line in PageLines(stop=article).lines(root) if isinstance(line, Line)]
    told = [line for line in around if len(line.text) < 120 and _ABOUT.search(line.text)]
    title = _title(root, around)
    return (*([Line(title)] if title else []), *told)


def _title(root: html.HtmlElement, around: list[Line]) -> str | None:
    for line in reversed(around):
        if line.hints.depth in (1, 2) and 6 <= len(line.text) <= 80:
            return line.text
    metas = {m.get("name", "").lower(): m.get("content", "") for m in root.iter("meta")}
    said = str(metas.get("articletitle", "")).strip()
    if said:
        return said
    element = root.find(".//title")
    text = "".join(element.itertext()).strip() if element is not None else ""
    return _SITE.sub("", text) or None
