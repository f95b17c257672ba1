"""One value for a whole topic: `属于国家秘密: 0`, `重复申请: {自然人: 3, 其余: 0}`, `行政许可: 132`.

A topic whose figures share their units may be said to be 0 or 不适用 as a whole; 其余 says so of those
that aren't written beside it. A topic with one figure takes that figure's value. What is left out
without such a word stays missing: nothing is ever taken for zero that nobody has written.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from drafter.errors import Problem
from drafter.figure import NOT_APPLICABLE
from drafter.pack.indicators import Indicator
from drafter.yamlfile import Mapping, Node, Scalar
from drafter.yamlsyntax import find_colon_slip

THIS_YEAR: Final = "值"
LAST_YEAR: Final = "上年"
REST: Final = "其余"


def share_units(members: tuple[Indicator, ...]) -> bool:
    """Tell whether one value can speak for all figures of a topic that are typed."""
    return len({one.units for one in members if one.derive is None}) == 1


def says_all(node: Node | None) -> bool:
    """Tell whether a value is one that may stand for several figures: 0 or 不适用."""
    if not isinstance(node, Scalar):
        return False
    words = unicodedata.normalize("NFKC", node.text.strip())
    return words in ("0", NOT_APPLICABLE)


def is_whole(node: Node | None) -> bool:
    """Tell whether what stands behind a topic is the value of its only figure."""
    if isinstance(node, Scalar):
        return not node.is_open and not says_all(node)
    if not isinstance(node, Mapping) or not node.entries:
        return False
    return {key.text for key, _ in node.entries} <= {THIS_YEAR, LAST_YEAR}


def expand(
    topic: Scalar, node: Node, members: tuple[Indicator, ...], problems: list[Problem]
) -> Iterator[tuple[str, Node]]:
    """Yield what a shorthand says: names of typed figures with the node of their value.

    Nothing for a topic written figure by figure.
    """
    typed = [one.name for one in members if one.derive is None]
    rest = node.find(REST) if isinstance(node, Mapping) else None
    if is_whole(node) and len(typed) == 1:
        yield typed[0], node
    elif rest is not None and not (isinstance(rest, Scalar) and rest.is_open):
        written = {key.text for key, _ in node.entries} if isinstance(node, Mapping) else set()
        if _may_say(f"{topic.text}”的“{REST}", rest, members, problems):
            yield from ((name, rest) for name in typed if name not in written)
    elif isinstance(node, Scalar) and not node.is_open:
        is_said = _may_say(topic.text, node, members, problems)
        yield from ((name, node) for name in typed if is_said)


def _may_say(
    words: str, node: Node, members: tuple[Indicator, ...], problems: list[Problem]
) -> bool:
    slip = find_colon_slip(node.text, node.location) if isinstance(node, Scalar) else None
    if slip:
        problems.append(slip)
        return False
    example = "、".join(one.name for one in members[:2])
    if not says_all(node):
        said = f"“{node.text.strip()}”" if isinstance(node, Scalar) else "几个值"
        what = f"“{words}”写了{said}，看不出是哪一项的数。"
        mend = f"整个主题只能写 0 或 不适用；有数的请逐项写（{example}……），其他的可写“{REST}: 0”。"
    elif not share_units(members):
        what = f"“{words}”各项的单位不同，不能用一个数代表。"
        mend = f"请逐项写（{example}……）。"
    else:
        return True
    problems.append(Problem(node.location, what, mend))
    return False
