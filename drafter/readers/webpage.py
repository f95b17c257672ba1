"""Walk a web page and make its blocks lines: what a browser would show, site furniture left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import html

from drafter.readers.lines import PLAIN, Hints, Line, Lines, TableLine
from drafter.readers.webtable import read_table
from drafter.text.ordinals import BLANKS

BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset",
    "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "html", "li", "main", "ol", "p", "pre", "section",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
SKIPPED = frozenset((
    "script", "style", "noscript", "head", "template", "nav", "footer", "aside", "form", "select", "option",
    "button", "iframe", "object", "embed", "svg", "canvas", "audio", "video", "textarea", "input", "map", "area",
))  # fmt: skip
# Names of blocks around an article, as whole words of a class or id.
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|foot|footer|copyright|breadcrumbs?|crumbs?|share|bdsharebuttonbox|sidebar|"
    r"toolbar|dialog|modal|popup|qrcode|ewm|related|recommend|friendlink|search|login|print)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ALIGN = re.compile(r"text-align\s*:\s*(center|right)", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    """A block being filled: pieces of text with whether they are bold."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    hints: Hints = PLAIN
    prefix: str = ""


class PageLines:
    """Walks a page without recursion and yields its blocks as lines."""

    __slots__ = ("bold", "found", "numbers", "open", "stop")

    def __init__(self, stop: html.HtmlElement | None = None) -> None:
        """Start at nothing; `stop` ends the walk."""
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
        if tag in SKIPPED or (element is not root and _is_furniture(element)):
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
        if tag in BLOCKS:
            self._close()
            self.open = _Open(hints=_hints(element), prefix=self._prefix(element))
        self.bold += _is_bold(element)
        self._text(element.text)
        return True

    def _leave(self, element: html.HtmlElement) -> None:
        self.bold -= _is_bold(element)
        if element.tag in BLOCKS:
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
    return element.tag in BLOCKS and bool(_FURNITURE.search(named))


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
