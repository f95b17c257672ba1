"""Saved web pages -> Lines: the article by structure, tables that hold data as tables.

No library for article extraction: tried, they glue the paragraphs of pages laid out by tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree, html

from drafter.errors import FileProblem, Problem
from drafter.location import FileLocation
from drafter.readers.decode import decode
from drafter.readers.lines import PLAIN, Hints, Line, Lines, TableLine
from drafter.readers.webtable import read_table
from drafter.text.ordinals import BLANKS

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "head",
        "template",
        "nav",
        "footer",
        "aside",
        "form",
        "select",
        "option",
        "button",
        "iframe",
        "object",
        "embed",
        "svg",
        "canvas",
        "audio",
        "video",
        "textarea",
        "input",
        "map",
        "area",
    ]
)
# Names of blocks around an article, as whole words of a class or id.
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|foot|footer|copyright|breadcrumbs?|crumbs?|share|bdsharebuttonbox|sidebar|"
    r"toolbar|dialog|modal|popup|qrcode|ewm|related|recommend|friendlink|search|login|print)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ALIGN = re.compile(r"text-align\s*:\s*(center|right)", re.IGNORECASE)
_SITE = re.compile(r"\s*[-_|—–]{1,2}\s*[^-_|—–]{2,30}$")
_ABOUT = re.compile(
    r"(?:发布|发文|更新|公开|成文)(?:时间|日期)|(?:文\s*号|发文字号)\s*[:：]|来源\s*[:：]"
)
_SENTENCE = re.compile(r"[^。；]{6,}[。；]")
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
        raise FileProblem(
            Problem(
                FileLocation(name),
                "网页里没有文字。",
                "请在浏览器里重新保存网页，或把正文粘贴到Word里。",
            )
        )
    article = _article(root)
    inside = _Dump().lines(article)
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
        weights[element] = 0 if element.tag in _SKIPPED else own + below
    current = root
    while True:
        heavy = [
            child
            for child in current
            if weights.get(child, 0) >= _MOST * max(1, weights[root]) and child.tag in _BLOCKS
        ]
        if not heavy or heavy[0].tag == "p":
            return current
        current = heavy[0]


def _head_lines(root: html.HtmlElement, article: html.HtmlElement) -> Lines:
    """Take the title and what tells date, source and number from outside the article."""
    around = [line for line in _Dump(stop=article).lines(root) if isinstance(line, Line)]
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


@dataclass(slots=True)
class _Open:
    """A block being filled: pieces of text with whether they are bold."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    hints: Hints = PLAIN
    prefix: str = ""


class _Dump:
    """Walks a page without recursion and yields its blocks as lines."""

    __slots__ = ("bold", "found", "numbers", "open", "stop")

    def __init__(self, stop: html.HtmlElement | None = None) -> None:
        self.stop = stop
        self.found: list[Line | TableLine] = []
        self.open = _Open()
        self.bold = 0
        self.numbers: dict[html.HtmlElement, int] = {}

    def lines(self, root: html.HtmlElement) -> Lines:
        """Yield the lines below an element; what stands in and behind `stop` is left out."""
        stack: list[tuple[str, html.HtmlElement]] = [("enter", root)]
        while stack:
            step, element = stack.pop()
            if step == "leave":
                self._leave(element)
            elif step == "tail":
                self._text(element.tail)
            elif element is self.stop:
                break
            elif self._enter(element, root):
                stack.append(("leave", element))
                for child in reversed(element):
                    stack.append(("tail", child))
                    if isinstance(child.tag, str):
                        stack.append(("enter", child))
        self._close()
        return tuple(self.found)

    def _enter(self, element: html.HtmlElement, root: html.HtmlElement) -> bool:
        """Open an element; False where its inside is skipped or already read."""
        tag = element.tag
        if tag in _SKIPPED or (element is not root and _is_furniture(element)):
            return False
        if tag == "br":
            self._break()
            return False
        if tag == "table":
            rows = read_table(element)
            if rows:
                self._close()
                self.found.append(rows)
                return False
        if tag in _BLOCKS:
            self._close()
            self.open = _Open(hints=_hints(element), prefix=self._prefix(element))
        self.bold += _is_bold(element)
        self._text(element.text)
        return True

    def _leave(self, element: html.HtmlElement) -> None:
        self.bold -= _is_bold(element)
        if element.tag in _BLOCKS:
            self._close()
            parent = element.getparent()
            self.open = _Open(hints=_hints(parent) if parent is not None else Hints())

    def _text(self, text: str | None) -> None:
        if text:
            self.open.pieces.append((text, self.bold > 0))

    def _break(self) -> None:
        hints = self.open.hints
        self._close()
        self.open = _Open(hints=hints)

    def _prefix(self, element: html.HtmlElement) -> str:
        """Count the items of a numbered list, as browsers do."""
        parent = element.getparent()
        if element.tag != "li" or parent is None or parent.tag != "ol":
            return ""
        self.numbers[parent] = self.numbers.get(parent, 0) + 1
        return f"{self.numbers[parent]}."

    def _close(self) -> None:
        text, spans = _collapse(self.open.pieces)
        if text:
            prefix = self.open.prefix
            spans = tuple((s + len(prefix), e + len(prefix)) for s, e in spans)
            self.found.append(Line(prefix + text, replace(self.open.hints, bold=spans)))
        self.open = _Open(hints=self.open.hints)


def _is_furniture(element: html.HtmlElement) -> bool:
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return True
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag in _BLOCKS and bool(_FURNITURE.search(named))


def _is_bold(element: html.HtmlElement) -> bool:
    return element.tag in ("b", "strong", "th") or bool(_BOLD.search(element.get("style") or ""))


def _hints(element: html.HtmlElement) -> Hints:
    tag = element.tag if isinstance(element.tag, str) else ""
    depth = int(tag[1]) if re.fullmatch("h[1-6]", tag) else None
    align = _ALIGN.search(element.get("style") or "")
    said = align[1].lower() if align else (element.get("align") or "").lower()
    if tag == "center" or said == "center":
        return Hints(depth=depth, align="center")
    return Hints(depth=depth, align="right" if said == "right" else None)


def _collapse(pieces: list[tuple[str, bool]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Collapse blanks as browsers do; a line end between two Han characters is no blank."""
    whole = "".join(text for text, _ in pieces)
    bold = [is_bold for text, is_bold in pieces for _ in text]
    kept: list[str] = []
    marks: list[bool] = []
    for index, is_blank, character in _folded(whole):
        if is_blank and (not kept or kept[-1] == " "):
            continue
        kept.append(character)
        marks.append(bold[index])
    text = "".join(kept)
    lead = len(text) - len(text.lstrip(BLANKS))
    text = text.strip(BLANKS)
    return text, _spans(marks[lead : lead + len(text)])


def _folded(text: str) -> Iterator[tuple[int, bool, str]]:
    for index, character in enumerate(text):
        if character in "\n\r" and index and _is_han(text, index):
            continue
        blank = character in " \n\r\t\x0c"
        yield index, blank, " " if blank else character


def _is_han(text: str, index: int) -> bool:
    """Tell whether the blanks around a line end stand between two Han characters."""
    before = text[max(0, index - 40) : index].rstrip(" \n\r\t")[-1:]
    after = text[index : index + 40].lstrip(" \n\r\t")[:1]
    return before > "\u2e80" and after > "\u2e80"


def _spans(marks: list[bool]) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    for index, marked in enumerate(marks):
        if marked and spans and spans[-1][1] == index:
            spans[-1] = (spans[-1][0], index + 1)
        elif marked:
            spans.append((index, index + 1))
    return tuple(spans)
