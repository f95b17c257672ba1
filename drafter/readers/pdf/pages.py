"""The pages of a PDF as pdfium sees them: glyphs and ruled lines with their places, in points from the top."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from drafter.errors import FileProblem

_MOST_PAGES = 500
_MOST_GLYPHS = 500_000
# A rule is thinner than this; pdfium reports filled rectangles and strokes alike.
_THIN = 3.0
_SHORTEST_RULE = 6.0
_PATH = pdfium.FPDF_PAGEOBJ_PATH


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character with its box; y grows downwards."""

    character: str
    left: float
    top: float
    right: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        """The height its box is centred on."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight thin line of a table or a red head."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_upright(self) -> bool:
        """Tell whether it runs from top to bottom."""
        return self.bottom - self.top > self.right - self.left


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its glyphs in the order they were printed, its rules."""

    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]


def open_pages(data: bytes, name: str) -> tuple[Page, ...]:
    """Read all pages. Errors: FileProblem (password, damage, too long)."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise FileProblem.of(
                name, "文件设有密码，读不出内容。", "请打开文件，去掉密码后保存，再读这一份。"
            ) from error
        raise FileProblem.of(
            name, "文件已损坏，或不是PDF。", "请重新下载或重新导出这份PDF。"
        ) from error
    try:
        if len(document) > _MOST_PAGES:
            raise FileProblem.of(
                name,
                f"这份PDF有{len(document)}页，不像一份报告，没有读取。",
                "请只导出报告所在的那几页。",
            )
        return tuple(_page(document, number, name) for number in range(len(document)))
    finally:
        document.close()


def _page(document: pypdfium2.PdfDocument, number: int, name: str) -> Page:
    try:
        page = document[number]
        height = page.get_height()
        text = page.get_textpage()
        if text.count_chars() > _MOST_GLYPHS:
            raise FileProblem.of(
                name, "这份PDF一页里的字太多，没有读取。", "请检查是不是选错了文件。"
            )
        return Page(_glyphs(text, height), _rules(page, height))
    except pypdfium2.PdfiumError as error:
        raise FileProblem.of(
            name, f"第{number + 1}页已损坏，读不出来。", "请重新下载或重新导出这份PDF。"
        ) from error


def _glyphs(text: pypdfium2.PdfTextPage, height: float) -> tuple[Glyph, ...]:
    found: list[Glyph] = []
    box = pdfium.FS_RECTF()
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        # pdfium makes blanks and line ends of gaps; the gaps themselves say more.
        if pdfium.FPDFText_IsGenerated(text, index) == 1 or code in (0, 10, 13, 0xFFFE):
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text, index, box):
            continue
        found.append(
            Glyph(
                chr(code),
                box.left,
                height - box.top,
                box.right,
                height - box.bottom,
                pdfium.FPDFText_GetFontSize(text, index),
            )
        )
    return tuple(found)


def _rules(page: pypdfium2.PdfPage, height: float) -> tuple[Rule, ...]:
    found: list[Rule] = []
    for item in page.get_objects(filter=(_PATH,), max_depth=4):
        left, bottom, right, top = item.get_bounds()
        wide, tall = right - left, top - bottom
        if min(wide, tall) <= _THIN and max(wide, tall) >= _SHORTEST_RULE:
            found.append(Rule(left, height - top, right, height - bottom))
    return tuple(found)
