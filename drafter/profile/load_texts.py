"""Load own words: 做法 by section, and the lists (案例, 问题 …), printed later as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from drafter.errors import Problem
from drafter.fields import Fields, nearest
from drafter.pack.pack import Pack
from drafter.profile.profile import Item, OwnText
from drafter.yamlfile import Mapping as YamlMapping
from drafter.yamlfile import Node, Scalar, Sequence

_HAN_COLON = re.compile(r"[\u3400-\u9fff]:|[”》）]:")
_HAN_BREAK = re.compile(r"(?<=[^\x00-\x7f])\s*\n\s*|\s*\n\s*(?=[^\x00-\x7f])")
PLAIN = ""


class TextLoader:
    """Reads texts out of one file; `source` is the file's whole text."""

    def __init__(self, source: str, problems: list[Problem]) -> None:
        """Keep the source, in which comments behind a text are looked for."""
        self.source = source
        self.problems = problems

    def own(self, fields: Fields, pack: Pack) -> dict[str, tuple[OwnText, ...]]:
        """Take 做法: texts by outline key; sections are named by name or key."""
        by_name = {path[-1].name: path[-1].key for path in pack.outline.walk()}
        keys = set(by_name.values())
        found: dict[str, tuple[OwnText, ...]] = {}
        for name, node in fields.entries():
            key = name.text if name.text in keys else by_name.get(name.text)
            if key is None:
                fields.problem(
                    name.location, f"没有“{name.text}”这一章节。", nearest(name.text, by_name)
                )
            else:
                found[key] = (*found.get(key, ()), *self.texts(node))
        return found

    def lists(
        self, root: Fields, known: Mapping[str, tuple[str, ...]]
    ) -> dict[str, tuple[Item, ...]]:
        """Take every list that the pack knows; items without any field filled in are absent."""
        return {name: tuple(self._items(root, name, fields)) for name, fields in known.items()}

    def _items(self, root: Fields, name: str, fields: tuple[str, ...]) -> Iterator[Item]:
        node = root.mapping.find(name)
        if node is None or (isinstance(node, Scalar) and node.is_open):
            return
        if not fields:
            for text in self.texts(node):
                yield Item({PLAIN: text}, text.location)
            return
        if not isinstance(node, Sequence):
            self._problem(
                node, f"“{name}”应当是清单。", f"请每项以“- ”开头，下写{'、'.join(fields)}。"
            )
            return
        for child in node.items:
            item = self._item(child, name, fields)
            if any(text.text for text in item.fields.values()):
                yield item

    def _item(self, node: Node, name: str, fields: tuple[str, ...]) -> Item:
        is_open = isinstance(node, Scalar) and node.is_open
        if not is_open and not isinstance(node, YamlMapping):
            what = f"“{name}”的每一项要分开写{'、'.join(fields)}。"
            self._problem(node, what, f"例如“- {fields[0]}: …”。")
        found = Fields(
            node if isinstance(node, YamlMapping) else None, fields, self.problems, node.location
        )
        texts: dict[str, OwnText] = {}
        for field in fields:
            value = found.mapping.find(field)
            absent = value is None or (isinstance(value, Scalar) and value.is_open)
            texts[field] = (
                OwnText("", node.location) if absent or value is None else self._text(value)
            )
        return Item(texts, node.location)

    def texts(self, node: Node) -> tuple[OwnText, ...]:
        """Take a block list of texts; open items are absent."""
        if isinstance(node, Scalar) and node.is_open:
            return ()
        if not isinstance(node, Sequence):
            self._problem(node, "文字要写成清单。", "请另起一行，以“- ”开头写这句话。")
            return ()
        if node.flow:
            if node.items:
                self._problem(
                    node,
                    "文字不要写在方括号里，里面的逗号会把一句话拆开。",
                    "请每条另起一行，以“- ”开头。",
                )
            return ()
        filled = (i for i in node.items if not (isinstance(i, Scalar) and i.is_open))
        return tuple(self._text(item) for item in filled)

    def _text(self, node: Node) -> OwnText:
        if not isinstance(node, Scalar):
            self._refuse(node)
            return OwnText("", node.location)
        if node.style in ("'", '"'):
            self._problem(
                node, "文字不要用英文引号括起来。", "请去掉外面的引号；文字里的引号用“ ”。"
            )
        elif node.style == "":
            self._check_plain(node)
        return OwnText(self._unwrap(node), node.location)

    def _refuse(self, node: YamlMapping | Sequence) -> None:
        if node.flow:
            what = "文字不要写在方括号、花括号里，里面的逗号会把一句话拆开。"
            self._problem(node, what, "请去掉外面的括号。")
        elif isinstance(node, YamlMapping):
            what = "这一条里用了半角冒号，读成了“键: 值”。"
            self._problem(node, what, "文字里的冒号请用全角“：”。")
        else:
            self._problem(node, "这里应当是一段文字，不是清单。", "请去掉多余的“- ”。")

    def _check_plain(self, node: Scalar) -> None:
        line_end = self.source.find("\n", node.end)
        behind = self.source[node.end : line_end if line_end >= 0 else len(self.source)]
        if behind.lstrip().startswith("#"):
            self._problem(
                node, "这一条后面有“ #”，其后的字会丢掉。", "请删去 #，说明另起一行写在 # 之后。"
            )
        if _HAN_COLON.search(node.text):
            self._problem(node, "文字里用了半角冒号。", "请改成全角“：”。")

    def _unwrap(self, node: Scalar) -> str:
        """Join a plain text wrapped over lines without the blanks that YAML puts between Han."""
        if node.style == "" and "\n" in self.source[node.start : node.end]:
            raw = self.source[node.start : node.end].replace("\r\n", "\n").strip()
            return re.sub(r"\s*\n\s*", " ", _HAN_BREAK.sub("", raw))
        return node.text.strip("\n ")

    def _problem(self, node: Node, what: str, mend: str) -> None:
        self.problems.append(Problem(node.location, what, mend))
