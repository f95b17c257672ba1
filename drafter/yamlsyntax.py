"""What a YAML text does wrong, said so that a clerk can mend it; and nesting that no parser survives.

The parser's own words name its state, not the slip; so the line is looked at: tabs, full-width
marks, a colon without blank, quotes and signs that YAML keeps for itself. The parser is imported by what
composes, so that a command without a YAML file to read does without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from drafter.errors import Problem
from drafter.location import FileLocation

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError
    from ruamel.yaml.events import Event
    from ruamel.yaml.nodes import Node

# The C parser descends by recursion and takes the process down at some 20,000 levels (measured
# with 8 MB of stack: 20,000 pass, 50,000 don't); with the 1 MB of other systems at an eighth.
MAX_DESCENT = 1000
_LEAD = re.compile(r"^[ \t?:-]+", re.MULTILINE)
_KEY = r"[^\s:：#\"'“【\[{-][^:：#，。；\n]{0,20}?"
_WIDE_COLON = re.compile(rf"\s*(?P<dash>- +)?(?P<key>{_KEY})\s*：")
_STUCK_COLON = re.compile(rf"\s*(?P<dash>- +)?(?P<key>{_KEY}):(?=[^\s/])")
# A line that opens a key or an item: its indent and dash, its key, what stands behind.
_ENTRY = re.compile(
    r"(?P<indent> *)(?P<dash>(?:- +)*)(?:(?P<key>[^\s:#\[{\"'][^:#]*):(?: +(?P<value>[^#\s].*))?\s*(?:#.*)?$|(?<=- )\S)"
)
# What the parser says where a line fits none of the open blocks.
_OUT_OF_LINE = r"did not find expected (?:key|'-' indicator)|mapping values|<document start>"
_FIELD_LENGTH = 4  # a list's fields (授予单位) are short: “- 建立三项机制：” is a sentence


def is_too_deep(text: str) -> bool:
    """Tell whether composing a text would descend further than any parser safely can.

    Brackets and the signs before a line's first word bound the depth; only a text with very many
    of them is walked through, event by event, without recursion. Errors: MarkedYAMLError.
    """
    lead = max((len(found[0]) for found in _LEAD.finditer(text)), default=0)
    if text.count("[") + text.count("{") + 2 * lead <= MAX_DESCENT:
        return False
    from ruamel.yaml import YAML

    return _descends(YAML(typ="safe", pure=False).parse(text))


def compose(text: str) -> Node | None:
    """Compose a text into the parser's own nodes, None for an empty one. Errors: YAMLError.

    Nothing guesses what a scalar means, which takes YAML.compose four fifths of its time.
    """
    kind = _verbatim_loader()
    if kind is None:
        from ruamel.yaml import YAML

        composed: Node | None = YAML(typ="safe", pure=True).compose(text)
        return composed
    loader = kind(text)
    try:
        found: Node | None = loader.get_single_node()
    finally:
        loader.dispose()
    return found


@cache
def _verbatim_loader() -> Any:
    """Return the C loader without any tags, None where ruamel.yaml.clib is not installed."""
    try:
        from ruamel.yaml.cyaml import CBaseLoader
    except ImportError:
        return None

    class Verbatim(CBaseLoader):
        def descend_resolver(self, *_: object) -> None:
            """Look for no path."""

        ascend_resolver = descend_resolver

        def resolve(self, *_: object) -> None:
            """Find no tag."""

    return Verbatim


def _descends(events: Iterable[Event]) -> bool:
    from ruamel.yaml.events import (
        MappingEndEvent,
        MappingStartEvent,
        SequenceEndEvent,
        SequenceStartEvent,
    )

    depth = 0
    for event in events:
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            depth += 1
            if depth > MAX_DESCENT:  # at once: the parser's time grows with the square of depth
                return True
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            depth -= 1
    return False


def find_colon_slip(line: str, location: FileLocation) -> Problem | None:
    """Find a full-width colon, or one without a blank behind it, where a key should end.

    location: of the line's first character; the problem's column counts from there.
    """
    wide = _WIDE_COLON.match(line)
    if wide and _is_key(wide):
        what = f"“{wide['key']}”后面用了全角冒号“：”。"
        return Problem(
            _moved(location, wide.end() - 1), what, "请改成英文冒号加一个空格，如“年度: 2026”。"
        )
    stuck = _STUCK_COLON.match(line)
    if stuck and _is_key(stuck):
        what = f"“{stuck['key']}:”后面没有空格。"
        return Problem(_moved(location, stuck.end() - 1), what, "请在冒号后面加一个空格。")
    return None


def _is_key(found: re.Match[str]) -> bool:
    return found["dash"] is None or len(found["key"]) <= _FIELD_LENGTH


def _moved(location: FileLocation, columns: int) -> FileLocation:
    return FileLocation(location.path, location.line, max(location.column, 1) + columns)


def explain(error: MarkedYAMLError, text: str, name: str) -> Problem:
    """Say what a syntax error is about, at the line where a person must mend it."""
    problem, context = error.problem or "", error.context or ""
    is_upward = "find expected ':'" in problem or "flow" in context or "end of stream" in problem
    mark = (error.context_mark if is_upward else None) or error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    lines = text.splitlines()  # where YAML ends lines too (U+0085, U+2028)
    here = lines[line - 1] if 0 < line <= len(lines) else ""
    location = FileLocation(name, line, column)
    if "\t" in here[: len(here) - len(here.lstrip()) or 1]:
        return Problem(location, "行首用了制表符（Tab）。", "请改成空格，每层缩进两格。")
    # A key without its colon swallows the next line: only then can an earlier line be to blame.
    swallowed = "find expected ':'" in problem or "mapping values" in problem
    is_block = "flow" not in context and re.search(_OUT_OF_LINE, problem)
    return (
        colon_slip_near(lines, line, name, 3 if swallowed else 1)
        or (_by_indent(lines, line, name) if is_block else None)
        or _by_problem(problem, context, here, location)
        or _by_line(here, location)
        or Problem(
            location,
            "YAML 的格式有误，读到这里读不下去。",
            "请检查这一行和上一行的缩进、冒号和括号。",
        )
    )


def colon_slip_near(lines: list[str], line: int, name: str, reach: int) -> Problem | None:
    """Find a colon slip in a line (from 1) or in the `reach` - 1 lines above it."""
    for number in range(min(line, len(lines)), max(0, line - reach), -1):
        found = find_colon_slip(lines[number - 1], FileLocation(name, number, 1))
        if found:
            return found
    return None


def _by_indent(lines: list[str], line: int, name: str) -> Problem | None:
    """Say that a line stands further left or right than any it could belong to."""
    above = [n for n in range(line - 1, 0, -1) if _ENTRY.match(lines[n - 1])]
    here = _ENTRY.match(lines[line - 1]) if 0 < line <= len(lines) else None
    if here is None or not above:
        return None
    own, before = len(here["indent"]), _ENTRY.match(lines[above[0] - 1])
    levels = _open_levels(lines, above)
    location = FileLocation(name, line, own + 1)
    if own > max(levels) and before and before["value"]:
        what = f"这一行比上一行多缩进了，而上一行“{before['key']}”后面已经写了内容。"
        mend = "请与上一行对齐；要在它下面分项写的，请把上一行冒号后面的内容移到下面。"
        return Problem(location, what, mend)
    if own in levels or own > max(levels):
        return None
    if own < min(levels):
        first = FileLocation(name, above[-1], 1)
        return Problem(first, f"从这一行起，行首多了{min(levels)}个空格。", "请删去行首的空格。")
    nearest = min(levels, key=lambda level: abs(level - own))
    what = f"这一行前面有{own}个空格，与上面各行没有对齐。"
    return Problem(location, what, f"请改成{nearest}个空格；同一层的各行要左边对齐。")


def _open_levels(lines: list[str], above: list[int]) -> list[int]:
    """Return the indents of the blocks that are open behind a line, the innermost first."""
    levels: list[int] = []
    for number in above:
        found = _ENTRY.match(lines[number - 1])
        starts = (len(found["indent"] + found["dash"]), len(found["indent"])) if found else ()
        levels += [start for start in starts if not levels or start < levels[-1]]
    return levels


def _by_problem(problem: str, context: str, here: str, location: FileLocation) -> Problem | None:
    if "another document" in problem:
        mend = "一个文件只放一份台账，请删去 --- 以下。"
        return Problem(location, "文件里有 --- 分隔的第二份内容。", mend)
    if re.search(r"[：，]", here) and re.search(r"[\[{]", here):
        what = "方括号、花括号里用了全角的冒号或逗号。"
        return Problem(location, what, "请改成英文的 : 和 , ，后面空一格。")
    if "unexpected ':'" in problem:
        return Problem(location, "冒号后面没有空格。", "请在冒号后面加一个空格。")
    if "flow" in context:
        return Problem(location, "这里的括号没有配对。", "请在同一行补上 } 或 ]。")
    if "find expected ':'" in problem:
        return Problem(location, "这一行没有冒号。", "请写成“键: 值”，冒号用英文冒号，后面空一格。")
    if "mapping values" in problem:
        what = "这一行多了一个半角冒号，或者这一行、上一行的缩进不对。"
        return Problem(location, what, "文字里的冒号请用全角“：”；并检查缩进。")
    return None


def _by_line(here: str, location: FileLocation) -> Problem | None:
    value = re.match(r"\s*(?:- +|[^:]+: +)(?P<sign>[\"'@`%&*!|>?\[{])", here)
    if here.lstrip().startswith(('"', "'")) or (value and value["sign"] in "\"'"):
        what = "英文引号后面还有文字，YAML 读不下去。"
        return Problem(location, what, "文字里的引号请用中文引号“ ”，开头不要用英文引号。")
    if value and value["sign"] in "[{":
        what = "文字以方括号或花括号开头，YAML 读不下去。"
        return Problem(location, what, "请在前面加一个汉字，或改用全角括号。")
    if value:
        mend = "请在前面加一个汉字，或改用“- |”另起一行写。"
        return Problem(location, "文字以 YAML 的专用符号开头。", mend)
    return None
