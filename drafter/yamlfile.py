"""YAML read verbatim, with the place of every scalar, and written in place.

Typed loading would turn 0739 into 739 and 98.50 into 98.5, and dumping rewrites quotes and
indents; so a file is only composed (by the C parser where installed), every scalar is kept as
typed, and the four edits at the end of this module change their own characters and no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError, YAMLStreamError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode
from ruamel.yaml.nodes import Node as RuamelNode

from drafter.errors import FileProblem, Problem, YamlProblem
from drafter.location import FileLocation

MAX_BYTES = 5_000_000
_DEEP = re.compile(r"(?:[\[{]\s*){30}|(?:- ){30}")
_WIDE_COLON = re.compile(r"^\s*(?:- )?(?P<key>[^\s:：#\"'“【-][^:：#，。；]{0,20})：")
_ENCODINGS = ("utf-8", "gb18030")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A scalar as typed. style: "" plain, ' or " quoted, | or > block.

    start, end: half-open code points in `YamlFile.text`; an empty value has start == end.
    """

    text: str
    location: FileLocation
    start: int
    end: int
    style: str = ""

    @property
    def is_open(self) -> bool:
        """True where nothing was written (`键:`); `""` is open too."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values in the file's order; keys are unique."""

    entries: tuple[tuple[Scalar, Node], ...]
    location: FileLocation
    flow: bool = False

    def find(self, key: str) -> Node | None:
        """Return the value of a key, None if the key is absent."""
        return next((value for name, value in self.entries if name.text == key), None)

    def key(self, key: str) -> Scalar | None:
        """Return the key itself, for its place."""
        return next((name for name, _ in self.entries if name.text == key), None)


@dataclass(frozen=True, slots=True)
class Sequence:
    """Items in order; flow is True for `[甲, 乙]`."""

    items: tuple[Node, ...]
    location: FileLocation
    flow: bool = False


Node = Scalar | Mapping | Sequence


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file with its text, its form on disk, and its root mapping."""

    path: Path
    text: str
    root: Mapping
    encoding: str = "utf-8"
    bom: bool = False

    def encode(self, text: str) -> bytes:
        """Turn a changed text back into the file's own encoding."""
        return (b"\xef\xbb\xbf" if self.bom else b"") + text.encode(self.encoding)


def read(path: Path, shown: str | None = None) -> YamlFile:
    """Read a YAML file whose root is a mapping.

    shown: the path as messages name it. UTF-8 with or without BOM, UTF-16 with BOM, and GB18030.
    Errors: FileProblem, YamlProblem (syntax, tabs, duplicate keys, full-width colons, anchors).
    """
    name = shown or str(path)
    text, encoding, bom = _read_text(path, name)
    return YamlFile(path, text, parse(text, name), encoding, bom)


def read_sequence(path: Path) -> Sequence:
    """Read a YAML file whose root is a list. Errors as for `read`."""
    name = str(path)
    node = _compose(_read_text(path, name)[0], name)
    if not isinstance(node, Sequence):
        raise YamlProblem(Problem(FileLocation(name), "这个文件应当是一份清单。", "请每项以“- ”开头。"))
    return node


def _read_text(path: Path, name: str) -> tuple[str, str, bool]:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise FileProblem(Problem(FileLocation(name), "没有这个文件。", "请核对路径；新建请用 drafter new。")) from None
    except OSError as error:
        raise FileProblem(Problem(FileLocation(name), f"读不了这个文件（{error.strerror}）。", "请核对路径和权限。")) from error
    if len(data) > MAX_BYTES:
        raise FileProblem(Problem(FileLocation(name), "文件超过 5 MB，不像是台账。", "请核对是否选错了文件。"))
    return _decode(data, name)


def parse(text: str, name: str) -> Mapping:
    """Compose a text into nodes; an empty text is an empty mapping. Errors: YamlProblem."""
    node = _compose(text, name)
    if node is None:
        return Mapping((), FileLocation(name))
    if not isinstance(node, Mapping):
        raise YamlProblem(_no_mapping(node, text, name))
    return node


def _compose(text: str, name: str) -> Node | None:
    if "\x00" in text or _DEEP.search(text):
        raise YamlProblem(Problem(FileLocation(name), "文件里有乱码或嵌套过深。", "请用记事本另存为 UTF-8 的纯文本。"))
    try:
        root = YAML(typ="safe", pure=False).compose(text)
    except MarkedYAMLError as error:
        raise YamlProblem(_explain(error, text, name)) from error
    except (YAMLStreamError, YAMLError) as error:
        raise YamlProblem(Problem(FileLocation(name), "文件里有不能识别的字符。", "请用记事本另存为 UTF-8 的纯文本。")) from error
    return None if root is None else _Builder(text, name).build(root)


def _decode(data: bytes, name: str) -> tuple[str, str, bool]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), "utf-16", False
        except UnicodeDecodeError:
            pass  # reported below, as for any other encoding
    bom = data.startswith(b"\xef\xbb\xbf")
    for encoding in _ENCODINGS:
        try:
            return data[3 if bom else 0 :].decode(encoding), encoding, bom
        except UnicodeDecodeError:
            continue
    raise YamlProblem(Problem(FileLocation(name), "文件的编码认不出来。", "请用记事本打开，另存为时编码选 UTF-8。"))


class _Builder:
    """Turns composed nodes into ours, refusing what the text should not hold."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.seen: set[int] = set()

    def build(self, node: RuamelNode) -> Node:
        location = FileLocation(self.name, node.start_mark.line + 1, node.start_mark.column + 1)
        if id(node) in self.seen:
            raise YamlProblem(Problem(location, "不支持 YAML 的引用（& 和 *）。", "请把内容照抄一遍。"))
        self.seen.add(id(node))
        if isinstance(node, ScalarNode):
            start, end = node.start_mark.index, node.end_mark.index
            return Scalar(node.value, location, start, max(start, end), node.style or "")
        if isinstance(node, SequenceNode):
            return Sequence(tuple(self.build(item) for item in node.value), location, bool(node.flow_style))
        assert isinstance(node, MappingNode)
        return Mapping(tuple(self.entries(node)), location, bool(node.flow_style))

    def entries(self, node: MappingNode) -> Iterator[tuple[Scalar, Node]]:
        known: dict[str, Scalar] = {}
        for key_node, value_node in node.value:
            key = self.build(key_node)
            if not isinstance(key, Scalar):
                raise YamlProblem(Problem(key.location, "键必须是一个词。", "请检查这一行的括号和冒号。"))
            if key.text in known:
                first = known[key.text].location.line
                raise YamlProblem(
                    Problem(key.location, f"“{key.text}”写了两次，前一次在第{first}行。", "请删去其中一处。")
                )
            known[key.text] = key
            yield key, self.build(value_node)


def _no_mapping(node: Scalar | Sequence, text: str, name: str) -> Problem:
    wide = _wide_colon_near(text, node.location.line, name)
    return wide or Problem(node.location, "这里应当是“键: 值”的形式。", "请检查每行是否写成“键: 值”，冒号用英文冒号，后面空一格。")


def _explain(error: MarkedYAMLError, text: str, name: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    location = FileLocation(name, line, column)
    lines = text.splitlines()
    here = lines[line - 1] if 0 < line <= len(lines) else ""
    if "\t" in here[: len(here) - len(here.lstrip()) or 1]:
        return Problem(location, "行首用了制表符（Tab）。", "请改成空格，每层缩进两格。")
    wide = _wide_colon_near(text, line, name)
    if wide:
        return wide
    if error.problem and "another document" in error.problem:
        return Problem(location, "文件里有 --- 分隔的第二份内容。", "一个文件只放一份台账，请删去 --- 以下。")
    quoted = re.match(r"^(\s*- |[^:]*: )([\"'])", here)
    if quoted or here.lstrip().startswith(('"', "'")):
        return Problem(location, "英文引号后面还有文字，YAML 读不下去。", "文字里的引号请用中文引号“ ”，开头不要用英文引号。")
    if re.search(r"[：，]", here) and re.search(r"[\[{]", here):
        return Problem(location, "方括号、花括号里用了全角的冒号或逗号。", "请改成英文的 : 和 , ，后面空一格。")
    if error.problem and "mapping values" in error.problem:
        return Problem(location, "这一行多了一个半角冒号，或上一行的缩进不对。", "文字里的冒号请用全角“：”；并检查缩进。")
    if re.match(r"^\s*(?:- |[^:]+: )[@`%&*!|>?]", here):
        return Problem(location, "文字以 YAML 的专用符号开头。", "请在前面加一个汉字，或改用“- |”另起一行写。")
    return Problem(location, "YAML 的格式有误，读到这里读不下去。", "请检查这一行和上一行的缩进、冒号和括号。")


def _wide_colon_near(text: str, line: int, name: str) -> Problem | None:
    lines = text.splitlines()
    for number in range(min(line, len(lines)), max(0, line - 3), -1):
        found = _WIDE_COLON.match(lines[number - 1])
        if found:
            location = FileLocation(name, number, found.end())
            return Problem(location, f"“{found['key'].strip()}”后面用了全角冒号“：”。", "请改成英文冒号加一个空格，如“年度: 2026”。")
    return None


# --- the four edits; each returns the file's whole new text -----------------------------------


def replace_scalar(text: str, scalar: Scalar, value: str) -> str:
    """Write `value` where a plain or quoted scalar stands; an open value gets a blank before it."""
    start, end = scalar.start, scalar.end
    gap = " " if start == end and start and text[start - 1] == ":" else ""
    return text[:start] + gap + _plain(value) + text[end:]


def to_pair(text: str, scalar: Scalar, value: str, last_year: str) -> str:
    """Turn a scalar into {值: …, 上年: …}; an empty string leaves that side open."""
    return replace_scalar(text, scalar, f"{{值: {value}, 上年: {last_year}}}")


def uncomment(text: str, line: int, value: str) -> str:
    """Take the `# ` from the commented key in a line (from 1) and write its value."""
    lines = text.splitlines(keepends=True)
    found = re.match(r"^(\s*)# ?([^:#]+:)[^\S\r\n]*(#[^\r\n]*)?", lines[line - 1])
    if found is None:
        raise ValueError(f"line {line} holds no commented key")
    comment = f"  {found[3]}" if found[3] else ""
    rest = lines[line - 1][found.end() :]
    lines[line - 1] = f"{found[1]}{found[2]} {_plain(value)}{comment}{rest}"
    return "".join(lines)


def insert_line(text: str, after_line: int, content: str) -> str:
    """Insert a line behind a line (from 1), with the file's own line end."""
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    if lines and after_line == len(lines) and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += newline
    lines.insert(after_line, content + newline)
    return "".join(lines)


def _plain(value: str) -> str:
    """Quote a value only where a plain scalar would be read otherwise."""
    plain_flow = value.startswith("{") and value.endswith("}")
    if plain_flow or re.fullmatch(r"[^\s\"'#\[\]{},&*!|>%@`:-][^#:\[\]{}\"\n]*", value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
