"""Excel workbooks into grids of text: numbers as they are shown, merged cells told apart."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from drafter.collecting.answers import printed_number
from drafter.collecting.grid import MOST_COLUMNS, MOST_ROWS, Cell, Grid, Merged, column_name
from drafter.errors import FileProblem

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_LARGEST = 64 * 1024 * 1024
# What openpyxl and the XML parsers below it raise; a ParseError is a SyntaxError.
_DAMAGED = (
    zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, AttributeError,
    IndexError, SyntaxError, EOFError, OSError, NotImplementedError,
)  # fmt: skip
_PLACES = re.compile(r"0\.(0+)")
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
Spans = Mapping[tuple[int, int], tuple[int, int, Merged]]


def read_xlsx(path: Path) -> tuple[Grid, ...]:
    """Read every sheet of a workbook. Errors: FileProblem (damaged, with a password, too large)."""
    try:
        data = path.read_bytes()  # openpyxl leaves a damaged file open
        _refuse_large(data, path)
        with warnings.catch_warnings():  # of styles and extensions, which nobody reads here
            warnings.simplefilter("ignore")
            values, formulas = (
                load_workbook(io.BytesIO(data), data_only=data_only) for data_only in (True, False)
            )
    except _DAMAGED as error:
        what = "读不了这个 Excel 文件：可能损坏了、加了密码，或者不是 .xlsx。"
        mend = "请用 Excel 或 WPS 打开，去掉密码，另存为 .xlsx 再试。"
        raise FileProblem.of(path, what, mend) from error
    return tuple(_grid(page, formulas[page.title]) for page in values.worksheets)


def _refuse_large(data: bytes, path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if sum(entry.file_size for entry in package.infolist()) > _LARGEST:
            what = "这个 Excel 文件太大，不像是填报表。"
            raise FileProblem.of(path, what, "请核对是否选错了文件。")


def _grid(page: Worksheet, formulas: Worksheet) -> Grid:
    rows, columns = min(page.max_row, MOST_ROWS), min(page.max_column, MOST_COLUMNS)
    spans = _spans(page, rows, columns)
    return Grid(page.title, tuple(_rows(page, formulas, spans, rows, columns)))


def _spans(page: Worksheet, rows: int, columns: int) -> Spans:
    """Map every merged cell to the upper left one of its range."""
    found: dict[tuple[int, int], tuple[int, int, Merged]] = {}
    for merged in page.merged_cells.ranges:
        top, left = merged.min_row, merged.min_col
        for row in range(top, min(merged.max_row, rows) + 1):
            for column in range(left, min(merged.max_col, columns) + 1):
                kind: Merged = "first" if column == left else "row"
                found[row, column] = top, left, "rows" if merged.max_row > top else kind
    return found


def _rows(
    page: Worksheet, formulas: Worksheet, spans: Spans, rows: int, columns: int
) -> Iterator[tuple[Cell, ...]]:
    for row in range(1, rows + 1):
        cells = []
        for column in range(1, columns + 1):
            at = spans.get((row, column), (row, column, ""))
            shown, typed = page.cell(*at[:2]), formulas.cell(*at[:2])
            text, doubt = _text(shown.value, shown.number_format or "", typed.value)
            cells.append(Cell(text, f"{column_name(column)}{row}", doubt, at[2]))
        yield tuple(cells)


def _text(value: Any, form: str, typed: Any) -> tuple[str, str]:
    """Return a cell's text and why it can't be a figure."""
    if value is None:
        is_formula = isinstance(typed, str) and typed.startswith("=")
        return ("", "是公式，文件里没有存下结果") if is_formula else ("", "")
    if isinstance(value, bool):
        return str(value), "是真假值"
    if isinstance(value, datetime | date | time | timedelta):
        return str(value), "是日期或时间"
    if isinstance(value, int | float):
        return _number(value, form), ""
    text = str(value).strip()
    return text, "是公式错误" if text.startswith("#") and text.endswith(("!", "?", "A")) else ""


def _number(value: float | int, form: str) -> str:
    """Print a number with the decimals that its format shows; 0.985 shown as 98.5% is 98.5%."""
    bare = _QUOTED.sub("", form)
    places = _PLACES.search(bare)
    count = len(places[1]) if places else 0
    if "%" not in bare:
        return printed_number(value, count)
    return printed_number(float(f"{value * 100:.10g}"), count) + "%"
