"""Load 数据: each figure with its state, last year's value and place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafter.errors import Problem
from drafter.fields import Fields, nearest
from drafter.figure import NOT_APPLICABLE, Figure, ValueProblem, parse_value
from drafter.location import FileLocation
from drafter.pack.indicators import Indicator
from drafter.pack.pack import Pack
from drafter.profile.profile import Entry, State
from drafter.profile.shorthand import LAST_YEAR, REST, THIS_YEAR, expand
from drafter.yamlfile import Mapping as YamlMapping
from drafter.yamlfile import Node, Scalar


def load_entries(data: Fields, pack: Pack, kind: str) -> dict[str, Entry]:
    """Return an entry for every indicator of the pack; underived values are still as typed."""
    typed = _typed_nodes(data, pack)
    topics = {key.text: key.location for key, _ in data.entries()}
    entries: dict[str, Entry] = {}
    for key, indicator in pack.indicators.by_key.items():
        node = typed.get(key)
        if node is None:
            required = indicator.required.applies_to(kind)
            place = topics.get(indicator.topic, data.location)
            entries[key] = Entry(indicator, State.MISSING if required else State.UNREPORTED, place)
        else:
            entries[key] = _load_entry(indicator, node, data)
    return entries


def _typed_nodes(data: Fields, pack: Pack) -> Mapping[str, Node]:
    topics = pack.indicators.topics
    nodes: dict[str, Node] = {}
    for topic, node in data.entries():
        if topic.text not in topics:
            data.problem(
                topic.location, f"没有“{topic.text}”这一主题。", nearest(topic.text, topics)
            )
            continue
        said = dict(expand(topic, node, topics[topic.text], data.problems))
        nodes.update((f"{topic.text}.{name}", value) for name, value in said.items())
        if said and not _is_listed(node):
            continue
        for name, value in _figures(topic, node, data):
            key = f"{topic.text}.{name.text}"
            if key in pack.indicators.by_key:
                nodes[key] = value
            else:
                data.problem(
                    name.location,
                    f"“{topic.text}”里没有“{name.text}”这一指标。",
                    _hint(name.text, topic.text, pack),
                )
    return nodes


def _is_listed(node: Node) -> bool:
    """Tell whether a topic with a shorthand names figures too."""
    return isinstance(node, YamlMapping) and node.find(REST) is not None


def _figures(topic: Scalar, node: Node, data: Fields) -> Iterator[tuple[Scalar, Node]]:
    if isinstance(node, Scalar):  # an open topic; anything else has been reported
        return
    for name, value in Fields(node, (), data.problems, topic.location).entries():
        if name.text != REST:
            yield name, value


def _hint(name: str, topic: str, pack: Pack) -> str:
    elsewhere = [i.topic for i in pack.indicators.by_key.values() if i.name == name]
    if elsewhere:
        return f"它在“{elsewhere[0]}”之下，请移过去。"
    return nearest(name, [i.name for i in pack.indicators.topics[topic]])


def _load_entry(indicator: Indicator, node: Node, data: Fields) -> Entry:
    if isinstance(node, YamlMapping):
        pair = Fields(node, (THIS_YEAR, LAST_YEAR), data.problems, node.location)
        now, before = node.find(THIS_YEAR), node.find(LAST_YEAR)
        place = now.location if now else node.location
        state, figure = _value(now, indicator, pair)
        return Entry(indicator, state, place, figure, _value(before, indicator, pair)[1])
    state, figure = _value(node, indicator, data)
    return Entry(indicator, state, node.location, figure)


def _value(node: Node | None, indicator: Indicator, fields: Fields) -> tuple[State, Figure | None]:
    if node is None:
        return State.MISSING, None
    if not isinstance(node, Scalar):
        fields.problem(
            node.location,
            f"“{indicator.name}”这里应当写一个数。",
            "例如 635；连同上年写 {值: 635, 上年: 580}。",
        )
        return State.MISSING, None
    if node.is_open:
        return State.MISSING, None
    if node.text.strip() == NOT_APPLICABLE:
        return State.NOT_APPLICABLE, None
    try:
        return State.VALUE, parse_value(node.text, indicator.units)
    except ValueProblem as problem:
        fields.problems.append(_located(problem, node.location, indicator))
        return State.MISSING, None


def _located(problem: ValueProblem, location: FileLocation, indicator: Indicator) -> Problem:
    return Problem(location, f"{indicator.key}：{problem.what}", problem.mend)
