"""Check templates when a pack is loaded: every name declared, nothing used that can't be checked.

Allowed are output of names, if, for over lists, and/or/not, == and != between names and words,
comments. set, macros, calls, filters, tests, computed subscripts and unknown attributes are errors
with file, line and nearest name; so is what would print Python's words (a list, 为零) or hold always.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import nodes

from drafter.errors import Problem
from drafter.fields import nearest
from drafter.location import FileLocation
from drafter.pack.pack import Pack, Template
from drafter.rendering.outputs import is_private
from drafter.rendering.values import FIGURE_PARTS, FIGURE_TESTS, OWN_WORDS

POINTS = ("点", "首点")
_LOOP_TESTS = ("first", "last")
_LOOP = (*_LOOP_TESTS, "index", "length")
_PRINTED, _TESTED = FIGURE_PARTS, FIGURE_TESTS
_HALVES = ("{{", "}}", "{%", "%}")
Items = Mapping[str, str]  # a loop's variable -> the list it goes through
_NAMED = {
    nodes.Assign: "set", nodes.Macro: "macro", nodes.Call: "调用", nodes.Filter: "过滤器（|）",
    nodes.Test: "is 判断", nodes.Getitem: "方括号取值", nodes.Import: "import", nodes.Include: "include",
    nodes.Extends: "extends", nodes.Block: "block", nodes.With: "with", nodes.FilterBlock: "filter",
    nodes.BinExpr: "计算", nodes.Concat: "计算", nodes.Literal: "清单和字典", nodes.Compare: "比较",
    nodes.Not: "not", nodes.CondExpr: "没有 else 的 if", nodes.For: "for",
}  # fmt: skip


class TemplateChecker:
    """Checks templates of one pack; remembers which indicators and lists they use."""

    def __init__(self, pack: Pack, base_names: tuple[str, ...]) -> None:
        """Declare names: base names, terms, topics with their indicators, lists with their fields."""
        self.pack = pack
        self.topics = {t: tuple(i.name for i in m) for t, m in pack.indicators.topics.items()}
        self.texts = {*base_names, *pack.terms.names, *POINTS}
        self.lists: Mapping[str, tuple[str, ...]] = {**pack.lists, OWN_WORDS: ()}
        self.used: set[str] = set()
        self.printed_lists: set[str] = set()

    def check(self, template: Template, tree: nodes.Template) -> Iterator[Problem]:
        """Yield every problem of one template."""
        yield from self._visit(tree, template, {})

    def _visit(self, node: nodes.Node, template: Template, items: Items) -> Iterator[Problem]:
        match node:
            case nodes.Template() | nodes.Output():
                for child in node.iter_child_nodes():
                    yield from self._visit(child, template, items)
            case nodes.TemplateData():
                yield from _check_words(node, template)
            case nodes.If():
                yield from self._test(node.test, template, items)
                for child in (*node.body, *node.elif_, *node.else_):
                    yield from self._visit(child, template, items)
            case nodes.For():
                yield from self._for(node, template, items)
            case _:
                yield from self._print(node, template, items)

    def _print(self, node: nodes.Node, template: Template, items: Items) -> Iterator[Problem]:
        """Check what stands in {{ }}: it must print words."""
        match node:
            case nodes.Name():
                yield from self._name(node, template, items)
                yield from self._unprintable(node, template, items)
            case nodes.Getattr():
                yield from self._attribute(node, template, items, _PRINTED)
            case nodes.CondExpr(expr2=nodes.Expr() as otherwise):
                yield from self._test(node.test, template, items)
                for child in (node.expr1, otherwise):
                    yield from self._print(child, template, items)
            case nodes.Const(value=str()):
                return
            case _:
                yield _refused(node, template)

    def _test(self, node: nodes.Node, template: Template, items: Items) -> Iterator[Problem]:
        """Check what stands behind if: it must be true or false by what the profile says."""
        match node:
            case nodes.And() | nodes.Or() | nodes.Not():
                for child in node.iter_child_nodes():
                    yield from self._test(child, template, items)
            case nodes.Compare(
                expr=nodes.Name(name=name), ops=[nodes.Operand(op="eq" | "ne", expr=nodes.Const())]
            ):
                if name not in self.texts:
                    yield _problem(
                        node, template, f"“{name}”不能比较。", "指标请用 .为零、.不适用。"
                    )
            case nodes.Compare(
                expr=nodes.Getattr() as left,
                ops=[nodes.Operand(op="eq" | "ne", expr=nodes.Getattr() as right)],
            ) if len(_path(left)) == len(_path(right)) == 2:
                for side in (left, right):
                    yield from self._attribute(side, template, items, _TESTED)
            case nodes.Name():
                yield from self._name(node, template, items)
            case nodes.Getattr():
                yield from self._attribute(node, template, items, _TESTED)
            case _:
                yield _refused(node, template)

    def _name(self, node: nodes.Name, template: Template, items: Items) -> Iterator[Problem]:
        known = {*self.texts, *self.lists, *items}
        if node.name in self.topics:
            what = f"“{node.name}”是主题，后面要写指标。"
            mend = f"例如 {{{{ {node.name}.{self.topics[node.name][0]} }}}}。"
            yield _problem(node, template, what, mend)
        elif node.name not in known:
            mend = nearest(node.name, [*sorted(known), *self.topics])
            yield _problem(node, template, f"没有“{node.name}”这一名称。", mend)
        if node.name in self.lists:
            self.printed_lists.add(node.name)

    def _unprintable(self, node: nodes.Name, template: Template, items: Items) -> Iterator[Problem]:
        if node.name in items:
            fields = self.lists[items[node.name]]
            if fields:
                mend = f"例如 {{{{ {node.name}.{fields[0]} }}}}。"
                yield _problem(node, template, f"“{node.name}”后面要写哪一项内容。", mend)
        elif node.name in self.lists and node.name != OWN_WORDS:
            mend = f"请写成 {{% for 项 in {node.name} %}}。"
            yield _problem(node, template, f"“{node.name}”是清单，不能直接印。", mend)

    def _attribute(
        self, node: nodes.Getattr, template: Template, items: Items, parts: tuple[str, ...]
    ) -> Iterator[Problem]:
        path = _path(node)
        match path:
            case (topic, name) if topic in self.topics:
                yield from self._figure(node, template, topic, name)
            case (topic, name, part) if topic in self.topics:
                yield from self._figure(node, template, topic, name)
                if part not in parts:
                    what = f"这里指标没有“.{part}”。"
                    yield _problem(node, template, what, nearest(part, parts))
            case ("loop", part) if part in _LOOP and items:
                if part in _LOOP_TESTS and parts is _PRINTED:
                    yield _problem(node, template, f"loop.{part} 只能用在 if 里。", "")
            case (item, field) if item in items:
                fields = self.lists[items[item]]
                if field not in fields:
                    what = f"“{items[item]}”的每一项没有“{field}”。"
                    yield _problem(node, template, what, nearest(field, fields))
            case (topic, *_) if topic not in self.texts and topic not in self.lists:
                mend = nearest(topic, self.topics)
                yield _problem(node, template, f"没有“{topic}”这一主题。", mend)
            case _:
                mend = "只能取“主题.指标”和清单各项的内容。"
                yield _problem(node, template, f"不能取“{'.'.join(path)}”。", mend)

    def _figure(
        self, node: nodes.Node, template: Template, topic: str, name: str
    ) -> Iterator[Problem]:
        if name in self.topics[topic]:
            self.used.add(f"{topic}.{name}")
        else:
            yield _problem(
                node,
                template,
                f"“{topic}”里没有“{name}”这一指标。",
                nearest(name, self.topics[topic]),
            )

    def _for(self, node: nodes.For, template: Template, items: Items) -> Iterator[Problem]:
        source, target = node.iter, node.target
        if not isinstance(source, nodes.Name) or source.name not in self.lists:
            mend = f"可用的清单有：{'、'.join(self.lists)}。"
            yield _problem(node, template, "for 只能用于清单。", mend)
            return
        if not isinstance(target, nodes.Name) or node.test or node.recursive:
            what = "for 只能写成 {% for 项 in 清单 %}。"
            yield _problem(node, template, what, "请改成最简单的写法。")
            return
        if target.name in {*self.topics, *self.texts, *self.lists, *items, "loop"}:
            what = f"“{target.name}”已经是别的名称。"
            yield _problem(node, template, what, "请给 for 的每一项另取一个名称，如“项”。")
            return
        self.printed_lists.add(source.name)
        inner = {**items, target.name: source.name}
        for child in (*node.body, *node.else_):
            yield from self._visit(child, template, inner)


def _check_words(node: nodes.TemplateData, template: Template) -> Iterator[Problem]:
    """Words that outputs would be taken for, and half a pair of braces, which would be printed."""
    for number, line in enumerate(template.source.splitlines(), 1):
        location = FileLocation(template.path, number)
        if any(is_private(character) for character in line if character in node.data):
            yield Problem(location, "这里有看不见的专用字符。", "请重新输入这一行。")
    for mark in _HALVES:
        if mark in node.data:
            yield _problem(node, template, f"“{mark}”没有配对。", "请检查 {{ }} 和 {% %}。")


def _refused(node: nodes.Node, template: Template) -> Problem:
    kind = next((w for t, w in _NAMED.items() if isinstance(node, t)), type(node).__name__)
    mend = "只能用 {{ 名称 }}、{% if %}、{% for %}。"
    return _problem(node, template, f"模板里不能这样用{kind}。", mend)


def _path(node: nodes.Expr) -> tuple[str, ...]:
    if isinstance(node, nodes.Getattr):
        return (*_path(node.node), node.attr)
    return (node.name,) if isinstance(node, nodes.Name) else ("…",)


def _problem(node: nodes.Node, template: Template, what: str, mend: str) -> Problem:
    return Problem(FileLocation(template.path, node.lineno), what, mend)
