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
from typing import Any, NamedTuple

from drafter.errors import FileProblem, Problem, YamlProblem, reason
from drafter.location import FileLocation
from drafter.yamlsyntax import colon_slip_near, compose, explain, is_too_deep

MAX_BYTES = 5_000_000
MAX_DEPTH = 40
_ENCODINGS = ("utf-8", "gb18030")
_ENDINGS = (".yaml", ".yml")
# A zip (.docx, .xlsx), an OLE file (.doc, .xls), a PDF.
_OTHER_FORMS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-")
_BOMS = {
    "utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff", "gb18030": b"",
}  # fmt: skip
_COMMENTED = re.compile(
    r"(?P<indent>[^\S\r\n]*)# ?(?P<key>[^\s:#][^:#\r\n]*:)"
    r"(?:[^\S\r\n]+[^#\s][^#\r\n]*?)?(?P<gap>[^\S\r\n]*)(?=#|[\r\n]|$)"
)
_UNQUOTED = re.compile(r"[^\s\"'#\[\]{},&*!|>%@`:?~=<-](?:[^#:\[\]{},\"\s]| (?=\S))*")
_SIDE = r'(?:[^{}\[\],:#"]*|"(?:[^"\\]|\\.)*")'
_PAIR = re.compile(rf"\{{值: {_SIDE}, 上年: {_SIDE}\}}")


class Scalar(NamedTuple):
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


class Mapping(NamedTuple):
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


class Sequence(NamedTuple):
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
        return (_BOMS[self.encoding] if self.bom else b"") + text.encode(self.encoding)


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
        raise YamlProblem.of(name, "这个文件应当是一份清单。", "请每项以“- ”开头。")
    return node


def read_text(path: Path) -> str:
    """Read a text file in any encoding that `read` knows. Errors as for `read`."""
    return _read_text(path, str(path))[0]


def _read_text(path: Path, name: str) -> tuple[str, str, bool]:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise FileProblem.of(name, "没有这个文件。", _near(path)) from None
    except OSError as error:
        if path.is_dir():
            raise FileProblem.of(name, "这是一个文件夹，不是文件。", _inside(path)) from None
        what = f"读不了这个文件：{reason(error)}。"
        raise FileProblem.of(name, what, "请核对路径和权限。") from error
    if len(data) > MAX_BYTES:
        raise FileProblem.of(name, "文件超过 5 MB，不像是台账。", "请核对是否选错了文件。")
    if data.startswith(_OTHER_FORMS):
        mend = "请写出 .yaml 结尾的那一份；没有的，用 drafter new 新建。"
        raise FileProblem.of(name, "这是 Word、PDF 或压缩文件，不是台账。", mend)
    return _decode(data, name)


def _near(path: Path) -> str:
    """Name the file of a similar name in the same folder, if there is one."""
    from difflib import get_close_matches

    there = [p.name for p in path.parent.iterdir()] if path.parent.is_dir() else []
    near = get_close_matches(path.name, [name for name in there if name.endswith(_ENDINGS)], 1)
    return f"是否为“{path.with_name(near[0])}”？" if near else "请核对路径；新建请用 drafter new。"


def _inside(folder: Path) -> str:
    files = sorted(p for p in folder.iterdir() if p.name.endswith(_ENDINGS))
    return (
        f"请写出里面的那一份，如 {files[0]}。" if files else "里面也没有 .yaml 文件，请核对路径。"
    )


def parse(text: str, name: str) -> Mapping:
    """Compose a text into nodes; an empty text is an empty mapping. Errors: YamlProblem."""
    node = _compose(text, name)
    if node is None:
        return Mapping((), FileLocation(name))
    if not isinstance(node, Mapping):
        raise YamlProblem(_no_mapping(node, text, name))
    return node


def _compose(text: str, name: str) -> Node | None:
    if "\x00" in text:
        raise YamlProblem(_unreadable(name))
    from ruamel.yaml.error import MarkedYAMLError, YAMLError, YAMLStreamError

    try:
        if is_too_deep(text):
            raise YamlProblem(_nested(FileLocation(name)))
        root = compose(text)
    except MarkedYAMLError as error:
        raise YamlProblem(explain(error, text, name)) from error
    except (YAMLStreamError, YAMLError) as error:
        raise YamlProblem(_unreadable(name)) from error
    return None if root is None else _Builder(text, name).build(root)


def _unreadable(name: str) -> Problem:
    mend = "请用记事本另存为 UTF-8 的纯文本。"
    return Problem(FileLocation(name), "文件里有不能识别的字符。", mend)


def _nested(location: FileLocation) -> Problem:
    return Problem(location, "一层套一层，嵌套过深。", "请检查缩进和括号。")


def _decode(data: bytes, name: str) -> tuple[str, str, bool]:
    named = next((e for e, mark in _BOMS.items() if mark and data.startswith(mark)), None)
    body = data[len(_BOMS[named]) :] if named else data
    for encoding in (named,) if named else _ENCODINGS:
        try:
            return body.decode(encoding), encoding, named is not None
        except UnicodeDecodeError:
            continue
    mend = "请用记事本打开，另存为时编码选 UTF-8。"
    raise YamlProblem.of(name, "文件的编码认不出来。", mend)


class _Builder:
    """Turns composed nodes into ours, refusing what the text should not hold.

    ruamel's nodes are told apart by `id`, so that its module is needed only where a text is composed.
    """

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.seen: set[int] = set()

    def build(self, node: Any, depth: int = 0) -> Node:
        location = FileLocation(self.name, node.start_mark.line + 1, node.start_mark.column + 1)
        if depth > MAX_DEPTH:
            raise YamlProblem(_nested(location))
        if id(node) in self.seen:
            raise YamlProblem(
                Problem(location, "不支持 YAML 的引用（& 和 *）。", "请把内容照抄一遍。")
            )
        self.seen.add(id(node))
        if node.id == "scalar":
            start, end = node.start_mark.index, node.end_mark.index
            return Scalar(node.value, location, start, max(start, end), node.style or "")
        if node.id == "sequence":
            return Sequence(
                tuple(self.build(item, depth + 1) for item in node.value),
                location,
                bool(node.flow_style),
            )
        return Mapping(tuple(self.entries(node, depth + 1)), location, bool(node.flow_style))

    def entries(self, node: Any, depth: int) -> Iterator[tuple[Scalar, Node]]:
        known: dict[str, Scalar] = {}
        for key_node, value_node in node.value:
            key = self.build(key_node, depth)
            if not isinstance(key, Scalar):
                raise YamlProblem(
                    Problem(key.location, "键必须是一个词。", "请检查这一行的括号和冒号。")
                )
            if key.text in known:
                first = known[key.text].location.line
                raise YamlProblem(
                    Problem(
                        key.location,
                        f"“{key.text}”写了两次，前一次在第{first}行。",
                        "请删去其中一处。",
                    )
                )
            known[key.text] = key
            yield key, self.build(value_node, depth)


def _no_mapping(node: Scalar | Sequence, text: str, name: str) -> Problem:
    slip = colon_slip_near(text.splitlines(), node.location.line, name, 1)
    return slip or Problem(
        node.location,
        "这里应当是“键: 值”的形式。",
        "请检查每行是否写成“键: 值”，冒号用英文冒号，后面空一格。",
    )


# --- the four edits; each returns the file's whole new text -----------------------------------


def replace_scalar(text: str, scalar: Scalar, value: str) -> str:
    """Write `value` where a scalar stands; an open value gets a blank before it."""
    start, end = scalar.start, scalar.end
    end = start + len(text[start:end].rstrip())  # a block text ends with its line, which stays
    before, behind = text[start - 1 : start], text[end : end + 1]
    gap = " " if before == ":" else ""
    return text[:start] + gap + plain(value) + (" " if behind == "#" else "") + text[end:]


def to_pair(text: str, scalar: Scalar, value: str, last_year: str) -> str:
    """Turn a scalar into {值: …, 上年: …}; an empty string leaves that side open."""
    return replace_scalar(text, scalar, pair(value, last_year))


def pair(value: str, last_year: str) -> str:
    """Write {值: …, 上年: …}, for `to_pair`, `uncomment` or a new line."""
    sides = (plain(side) if side else "" for side in (value, last_year))
    return "{{值: {}, 上年: {}}}".format(*sides)


def uncomment(text: str, line: int, value: str) -> str:
    """Take the `# ` from the commented key in a line (from 1) and write its value.

    What the comment held as value goes; a comment behind it stays.
    """
    lines = text.splitlines(keepends=True)
    found = _COMMENTED.match(lines[line - 1])
    if found is None:
        raise ValueError(f"line {line} holds no commented key")
    rest = lines[line - 1][found.end() :]
    behind = (found["gap"] or "  ") + rest if rest.startswith("#") else found["gap"] + rest
    lines[line - 1] = f"{found['indent']}{found['key']} {plain(value)}{behind}"
    return "".join(lines)


def insert_line(text: str, after_line: int, content: str) -> str:
    """Insert a line behind a line (from 1), with the file's own line end."""
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    if lines and after_line == len(lines) and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += newline
    lines.insert(after_line, content + newline)
    return "".join(lines)


def plain(value: str) -> str:
    """Quote a value, only where a plain scalar would be read otherwise, inside {…} too."""
    if value.isprintable() and (_PAIR.fullmatch(value) or _UNQUOTED.fullmatch(value)):
        return value
    return quoted(value)


def quoted(value: str) -> str:
    """Write a value in double quotes, whatever it holds."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(_escape(character) for character in escaped) + '"'


def _escape(character: str) -> str:
    if character.isprintable() or character == "\u3000":
        return character
    code = ord(character)
    return f"\\U{code:08x}" if code > 0xFFFF else f"\\u{code:04x}"
