"""What a red-head document prints above its title: 发文机关标志, 文号, 签发人, in lines or in a table without rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from drafter.readers.lines import Hints, Line, Lines, TableLine
from drafter.text.fold import fold
from drafter.text.ordinals import BLANKS

_NUMBER = re.compile(
    r"\[(?:待填|更新|核对):[^\[\]]{0,10}文号\]"
    r"|[\u4e00-\u9fff]{1,16}(?:\([\u4e00-\u9fff]{1,6}\))? *[\[(]\d{4}[\])] *第? *\d{1,5} *号"
)
_SIGNERS = re.compile(r"签 *发 *人 *[::] *(.*)")
_RED_HEAD = re.compile(r"^(?:.{2,40}\n){0,5}.{2,40}文 *件$")
_GRADES = re.compile(r"^(?:\d{6}|(?:机密|秘密|绝密)(?:★.*)?|(?:特急|加急|急件|平急))$")
_LONGEST = 60
_FIRST = 8
_NAMES = re.compile(r"[\u4e00-\u9fff·]{2,4}(?:[ 、,]+[\u4e00-\u9fff·]{2,4}){0,3}")
_ORGAN = re.compile(r"^[\u4e00-\u9fff]{2,30}(?:委员会|党组|委|政府|办事处|局|办公室|中心)$")
_OFFICE = re.compile(r"^办公[室厅](?:文 *件)?$")  # goes on with the name of the line above
_NAME_GAP = re.compile(rf"[{BLANKS}、，,]+")


def find_number(text: str) -> str | None:
    """Find a 文号 (青政〔2026〕3号) in a line."""
    found = _NUMBER.search(fold(text)) if "号" in text else None
    return text[found.start() : found.end()] if found else None


def is_red_head(line: Line) -> bool:
    """Tell whether a line is the 发文机关标志: red, or a name that ends in 文件."""
    text = fold(line.text).strip()
    red = line.hints.red and len(text) <= _LONGEST and find_number(text) is None
    return red or bool(_RED_HEAD.match(text))


def is_letterhead(line: Line) -> bool:
    """Tell whether a line stands above the title by its office: 份号, 密级, 标志, 文号, 签发人."""
    text = fold(line.text).strip()
    if _GRADES.match(text) or is_red_head(line):
        return True
    told = find_number(line.text) is not None or _SIGNERS.search(text) is not None
    return told and len(text) <= _LONGEST and "报告" not in text


def find_signers(lines: Iterable[Line]) -> tuple[str, ...]:
    """Read 签发人：张三 李四, further names on the lines below included."""
    signers: list[str] = []
    for line in lines:
        found = _SIGNERS.search(fold(line.text))
        if found and not signers:
            signers += _names(line.text[found.start(1) :])
        elif signers and _is_names(line):
            signers += _names(_beside_number(line.text))
        elif signers:
            break
    return tuple(signers)


def without_letterhead(lines: Sequence[Line]) -> list[Line]:
    """Leave out what stands above the title by its office: 标志 over two lines, 签发人 over several."""
    kept: list[Line] = []
    signing = False
    for line in lines:
        signing = bool(_SIGNERS.search(fold(line.text))) or (signing and _is_names(line))
        if not (signing or is_letterhead(line)):
            kept.append(line)
    heads = red_head_lines(lines)
    return [line for line in kept if not any(line is head for head in heads)]


def red_head_lines(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of the 发文机关标志: those printed red, and what ends in 文件 with the names above it."""
    marks = [index for index, line in enumerate(lines) if is_red_head(line)]
    if not marks:
        return []
    first = marks[0]
    if fold(lines[first].text).rstrip().endswith("文件"):
        while first > 0 and _ORGAN.search(fold(lines[first - 1].text).strip()):
            first -= 1
    above = [line for line in lines[first : marks[0]] if not _GRADES.match(fold(line.text).strip())]
    return [*above, *(lines[index] for index in marks)]


def join_red_head(lines: Sequence[Line]) -> str:
    """Join the lines of a 发文机关标志: several organs stay a line each, a name cut in two is one."""
    joined = ""
    for line in lines:
        above = fold(joined.rpartition("\n")[2]).strip()
        cut = not _ORGAN.search(above) or _OFFICE.match(fold(line.text).strip())
        joined += line.text if cut else f"\n{line.text}"
    return joined


def _is_names(line: Line) -> bool:
    return bool(_NAMES.fullmatch(fold(_beside_number(line.text)).strip()))


def _names(text: str) -> list[str]:
    return [name for name in _NAME_GAP.split(text) if name]


def _beside_number(text: str) -> str:
    number = find_number(text)
    return text.replace(number, "", 1).strip(BLANKS) if number else text


def open_letterheads(lines: Lines) -> Lines:
    """Turn tables that only place the letterhead into lines, a row into one."""
    if not any([isinstance(line, TableLine) for line in lines[:_FIRST]]):
        return lines
    opened: list[Line | TableLine] = []
    for index, line in enumerate(lines):
        if isinstance(line, TableLine) and index < _FIRST and _places_letterhead(line.rows):
            opened += _rows(line)
        else:
            opened.append(line)
    return tuple(opened)


def _places_letterhead(rows: Sequence[Sequence[str]]) -> bool:
    cells = [fold(cell).strip() for row in rows for cell in row if cell.strip()]
    if sum(map(len, cells)) > 3 * _LONGEST:
        return False
    return any(_is_document(cell) or find_number(cell) or _SIGNERS.search(cell) for cell in cells)


def _rows(table: TableLine) -> Iterator[Line]:
    """A joint letterhead stands in two columns: the names one below the other, 文件 beside them."""
    rows = ["　".join(cell for cell in row if cell.strip()) for row in table.rows]
    words = [word for row in table.rows for cell in row for word in cell.splitlines()]
    if any(_is_document(word) for word in words):
        names = [word.strip() for word in words if word.strip() and not _is_document(word)]
        yield Line("\n".join(names) + "文件", Hints(red=True), table.origin)
        return
    for text in rows:
        if text:
            yield Line(text, origin=table.origin)


def _is_document(word: str) -> bool:
    return "".join(word.split()) == "文件"
