"""Check templates when a pack is loaded: every name declared, nothing used that can't be checked.

Allowed are output of names, if, for over lists, and/or/not, ==, comments. set, macros, calls,
filters, tests, computed subscripts and unknown attributes are errors with file, line and nearest name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import nodes

from drafter.errors import Problem
from drafter.fields import nearest
from drafter.location import FileLocation
from drafter.pack.pack import Pack, Template
from drafter.rendering.values import FIGURE_PARTS, FIGURE_TESTS

OWN_WORDS = "做法"
POINTS = ("点", "首点")
_LOOP = ("first", "last", "index", "length")
_PLAIN = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.And, nodes.Or, nodes.Not,
    nodes.Compare, nodes.Operand, nodes.Const, nodes.CondExpr,
)  # fmt: skip
_NAMED = {
    nodes.Assign: "set", nodes.Macro: "macro", nodes.Call: "调用", nodes.Filter: "过滤器（|）",
    nodes.Test: "is 判断", nodes.Getitem: "方括号取值", nodes.Import: "import", nodes.Include: "include",
    nodes.Extends: "extends", nodes.Block: "block",
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

    def _visit(
        self, node: nodes.Node, template: Template, items: Mapping[str, str]
    ) -> Iterator[Problem]:
        match node:
            case nodes.Name():
                yield from self._name(node, template, items)
            case nodes.Getattr():
                yield from self._attribute(node, template, items)
            case nodes.For():
                yield from self._for(node, template, items)
            case _ if isinstance(node, _PLAIN):
                for child in node.iter_child_nodes():
                    yield from self._visit(child, template, items)
            case _:
                kind = next(
                    (w for t, w in _NAMED.items() if isinstance(node, t)), type(node).__name__
                )
                yield _problem(
                    node,
                    template,
                    f"模板里不能用{kind}。",
                    "只能用 {{ 名称 }}、{% if %}、{% for %}。",
                )

    def _name(
        self, node: nodes.Name, template: Template, items: Mapping[str, str]
    ) -> Iterator[Problem]:
        known = {*self.texts, *self.lists, *items}
        if node.name in self.topics:
            yield _problem(
                node,
                template,
                f"“{node.name}”是主题，后面要写指标。",
                f"例如 {{{{ {node.name}.{self.topics[node.name][0]} }}}}。",
            )
        elif node.name not in known:
            yield _problem(
                node,
                template,
                f"没有“{node.name}”这一名称。",
                nearest(node.name, [*known, *self.topics]),
            )
        if node.name in self.lists:
            self.printed_lists.add(node.name)

    def _attribute(
        self, node: nodes.Getattr, template: Template, items: Mapping[str, str]
    ) -> Iterator[Problem]:
        path = _path(node)
        match path:
            case (topic, name) if topic in self.topics:
                yield from self._figure(node, template, topic, name)
            case (topic, name, part) if topic in self.topics:
                yield from self._figure(node, template, topic, name)
                if part not in FIGURE_PARTS + FIGURE_TESTS:
                    yield _problem(
                        node,
                        template,
                        f"指标没有“.{part}”。",
                        nearest(part, FIGURE_PARTS + FIGURE_TESTS),
                    )
            case ("loop", part) if part in _LOOP and items:
                return
            case (item, field) if item in items:
                fields = self.lists[items[item]]
                if field not in fields:
                    yield _problem(
                        node,
                        template,
                        f"“{items[item]}”的每一项没有“{field}”。",
                        nearest(field, fields),
                    )
            case (topic, *_) if topic not in self.texts and topic not in self.lists:
                yield _problem(
                    node, template, f"没有“{topic}”这一主题。", nearest(topic, self.topics)
                )
            case _:
                yield _problem(
                    node,
                    template,
                    f"不能取“{'.'.join(path)}”。",
                    "只能取“主题.指标”和清单各项的内容。",
                )

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

    def _for(
        self, node: nodes.For, template: Template, items: Mapping[str, str]
    ) -> Iterator[Problem]:
        source, target = node.iter, node.target
        if not isinstance(source, nodes.Name) or source.name not in self.lists:
            yield _problem(
                node, template, "for 只能用于清单。", f"可用的清单有：{'、'.join(self.lists)}。"
            )
            return
        if not isinstance(target, nodes.Name) or node.test or node.recursive:
            yield _problem(
                node, template, "for 只能写成 {% for 项 in 清单 %}。", "请改成最简单的写法。"
            )
            return
        self.printed_lists.add(source.name)
        inner = {**items, target.name: source.name}
        for child in (*node.body, *node.else_):
            yield from self._visit(child, template, inner)


def _path(node: nodes.Expr) -> tuple[str, ...]:
    if isinstance(node, nodes.Getattr):
        return (*_path(node.node), node.attr)
    return (node.name,) if isinstance(node, nodes.Name) else ("…",)


def _problem(node: nodes.Node, template: Template, what: str, mend: str) -> Problem:
    return Problem(FileLocation(template.path, node.lineno), what, mend)
