"""The marked-up source of a sample report: what its author wrote, with every figure named by hand.

A source (samples/source/*.txt) is `@key value` lines, a line `---`, then one line per paragraph:

    # 一、heading @part            a heading; the number of # is its level, the ordinal stands as printed
    ## （一）heading。|body text    a run-in heading: body text follows in the same paragraph
    +caption                       a table's caption, followed by its rows
    | cell | cell |                a table row
    text @closing                  a closing paragraph behind the last section
    text with {635次|开展行政检查}   a figure: printed words, then its indicators, / between several
    {32:件|行政处罚}                a figure whose unit is not printed with it (table cells)
    {三成左右=3成|检查|change}       a figure in Chinese numerals: value and unit after =
    {95%以上|合格率|target}         flags: target, change, rank, rate
    {!24小时|reason}               digits that are no figure

Years, dates and 文号 are recognised; any other digit outside braces is an error, so that no printed
figure stays without annotation. Words such as 不少于 or 以上 beside a brace become part of the figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

MAGNITUDES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
BEFORE = (
    *(
        "不少于",
        "不低于",
        "不超过",
        "不高于",
        "至少",
        "将近",
        "接近",
        "超过",
        "不到",
        "不足",
        "大约",
    ),
    *("约", "近", "逾"),
)
BEHIND = ("以上", "以下", "以内", "左右", "上下")
FLAGS = frozenset({"target", "change", "rank", "rate", "area"})
AREAS = ("平方米", "平方公里", "亩", "公顷")
ORDINAL = re.compile(
    r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[.．]|[（(]\d+[）)]"
)
POINT = re.compile(r"(?:^|(?<=[。；：，]))([一二三四五六七八九十]+是)")
_TOKEN = re.compile(r"\{([^{}]*)\}")
_NUMBER = re.compile(
    rf"(?P<before>{'|'.join(BEFORE)})?(?P<value>\d[\d,]*(?:\.\d+)?)(?:[—～](?P<to>\d+(?:\.\d+)?))?"
    r"(?P<inner>[余多])?(?P<magnitude>[万亿])?(?P<after>[余多])?"
    rf"(?P<unit>[^\d,.余多]*?)(?P<behind>{'|'.join(BEHIND)})?"
)
_YEARS_AND_DATES = re.compile(
    r"(?:19|20)\d\d(?:[—-](?:19|20)\d\d)?年度?(?:\d{1,2}月(?:\d{1,2}日)?底?)?|\d{1,2}月(?:\d{1,2}日)?底?"
    r"|〔20\d\d〕\d+号|\d{1,2}·\d{1,2}"
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked stretch of a line; half-open code points. `reason` is set for what is no figure."""

    start: int
    end: int
    value: Decimal = Decimal(0)
    value_to: Decimal | None = None
    unit: str = ""
    approx: str | None = None
    indicators: tuple[str, ...] = ()
    kind: str = "count"
    target: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, heading, table row or caption. `heading` is without ordinal."""

    text: str
    element: str = "body"
    level: int = 0
    number: str = ""
    heading: str = ""
    run_in: bool = False
    parts: tuple[str, ...] = ()
    marks: tuple[Marked, ...] = ()
    cells: tuple[tuple[str, tuple[Marked, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A whole sample; `meta` holds the @ lines that occur once, the others are lists."""

    name: str
    meta: dict[str, str]
    traps: tuple[tuple[str, str], ...]
    relations: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def title_lines(self) -> tuple[str, ...]:
        """The title as printed, line by line."""
        return tuple(part for part in self.meta.get("title", "").split("/") if part)

    def listed(self, key: str) -> tuple[str, ...]:
        """Return a @ value that names several, split at 、."""
        return tuple(part for part in self.meta.get(key, "").split("、") if part)


def read_source(path: Path) -> Source:
    """Read a source file.

    Errors: ValueError with file and line for a digit that is neither marked nor a year, date or 文号,
    an unknown flag, a figure that cannot be read.
    """
    head, _, body = path.read_text("utf-8").partition("\n---\n")
    meta: dict[str, str] = {}
    traps: list[tuple[str, str]] = []
    relations: list[str] = []
    for line in head.splitlines():
        key, _, value = line.removeprefix("@").partition(" ")
        if key == "not":
            words, _, reason = value.partition(" = ")
            traps.append((words, reason))
        elif key == "relation":
            relations.append(value)
        elif value != "-":
            meta[key] = value
    lines = []
    for number, line in enumerate(body.splitlines(), 1):
        try:
            lines.append(parse_line(line))
        except ValueError as problem:
            raise ValueError(f"{path.name}, body line {number}: {problem}: {line}") from problem
    return Source(path.stem, meta, tuple(traps), tuple(relations), tuple(lines))


def parse_line(line: str) -> Line:
    """Read one line of the body."""
    if line.startswith("|"):
        cells = tuple(parse_marks(cell.strip()) for cell in line.strip("|").split(" | "))
        return Line("\t".join(text for text, _ in cells), "table", cells=cells)
    if line.startswith("+"):
        return Line(line[1:], "caption")
    if line.endswith(" @closing"):
        text, marks = parse_marks(line.removesuffix(" @closing").removesuffix("@closing"))
        return Line(text, "closing_paragraph", marks=marks)
    if line.startswith("#"):
        return _parse_heading(line)
    text, marks = parse_marks(line.removesuffix("@closing"))
    element = "closing_paragraph" if line.endswith("@closing") else "body"
    return Line(text, element, marks=marks)


def _parse_heading(line: str) -> Line:
    hashes, _, rest = line.partition(" ")
    rest, _, parts = rest.partition(" @")
    head, bar, body = rest.partition("|")
    found = ORDINAL.match(head)
    number = found.group() if found else ""
    heading = head[len(number) :].rstrip("。：")
    text, marks = parse_marks(head + body)
    element = "body" if bar else "heading"
    named = tuple(parts.split("+")) if parts else ()
    return Line(text, element, len(hashes), number, heading, bool(bar), named, marks)


def parse_marks(marked: str) -> tuple[str, tuple[Marked, ...]]:
    """Take the braces out of a text; return it with what they marked."""
    text, marks, last = "", [], 0
    for token in _TOKEN.finditer(marked):
        text += marked[last : token.start()]
        printed, mark = _parse_token(token.group(1), len(text), marked[: token.start()])
        text += printed
        last = token.end()
        marks.append(mark)
    text += marked[last:]
    marks = [_widen(text, mark) for mark in marks]
    return text, _with_years(text, marks)


def _parse_token(token: str, start: int, before: str) -> tuple[str, Marked]:
    printed, _, rest = token.partition("|")
    if printed.startswith("!"):
        return printed[1:], Marked(start, start + len(printed) - 1, reason=rest or "not a figure")
    names, _, flags = rest.partition("|")
    printed, _, given = printed.partition("=")
    printed, _, unit = printed.partition(":")
    chosen = frozenset(flags.split(",")) - {""}
    if not names or not chosen <= FLAGS:
        raise ValueError(f"figure without indicator, or unknown flag: {token}")
    found = _NUMBER.fullmatch(given or printed)
    if found is None:
        raise ValueError(f"not a figure: {token}")
    mark = _figure(found, start, start + len(printed), unit)
    if given:
        mark = replace(mark, approx=_approx_words(printed))
    kinds = chosen - {"target"}
    kind = next(iter(kinds)) if kinds else _kind(mark.unit)
    target = "target" in chosen
    return printed, replace(mark, indicators=tuple(names.split("/")), kind=kind, target=target)


def _figure(found: re.Match[str], start: int, end: int, unit: str) -> Marked:
    worth = MAGNITUDES[found["magnitude"] or ""]
    value, upper = multiply(found["value"], worth), found["to"]
    words = [found[name] for name in ("before", "inner", "after", "behind") if found[name]]
    return Marked(
        start=start,
        end=end,
        value=value,
        value_to=multiply(upper, worth) if upper else None,
        unit=unit or found["unit"],
        approx="…".join(words) or None,
    )


def multiply(digits: str, worth: int) -> Decimal:
    """Multiply a magnitude out exactly; without one the printed places stay (98.50)."""
    value = Decimal(digits.replace(",", ""))
    if worth == 1:
        return value
    exact = value * worth
    return exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact.normalize()


def _approx_words(printed: str) -> str | None:
    words = [word for word in BEFORE if printed.startswith(word)][:1]
    words += [word for word in ("余", "多") if word in printed]
    words += [word for word in BEHIND if printed.endswith(word)][:1]
    return "…".join(words) or None


def _kind(unit: str) -> str:
    if unit in ("%", "‰"):
        return "rate"
    if unit == "元":
        return "amount"
    return "area" if unit in AREAS else "count"


def _widen(text: str, mark: Marked) -> Marked:
    """Take the words of approximation that touch a figure into it."""
    if mark.reason:
        return mark
    before = next((word for word in BEFORE if text[: mark.start].endswith(word)), "")
    if before == "约" and text[: mark.start].endswith(("公约", "合约", "节约", "契约")):
        before = ""
    behind = next((word for word in BEHIND if text.startswith(word, mark.end)), "")
    words = [word for word in (before, mark.approx or "", behind) if word]
    start, end = mark.start - len(before), mark.end + len(behind)
    return replace(mark, start=start, end=end, approx="…".join(words) or None)


def _with_years(text: str, marks: list[Marked]) -> tuple[Marked, ...]:
    taken = {place for mark in marks for place in range(mark.start, mark.end)}
    for found in _YEARS_AND_DATES.finditer(text):
        if found.start() not in taken:
            marks.append(Marked(found.start(), found.end(), reason="year or date"))
            taken.update(range(found.start(), found.end()))
    loose = [place for place, letter in enumerate(text) if letter.isdigit() and place not in taken]
    head = ORDINAL.match(text)
    loose = [place for place in loose if not head or place >= head.end()]
    if loose:
        raise ValueError(f"digits without annotation at {text[loose[0] : loose[0] + 10]}")
    return tuple(sorted(marks, key=lambda mark: mark.start))
