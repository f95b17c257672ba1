"""Order topics as most reports do: Kemeny's rule, exact for few topics, by swaps for many.

before[a, b] tells how many reports have a before b. An order is the better the fewer of these votes
stand against it; of equally good orders the one that is first by name is taken, so that the result
depends on the counts alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

EXACT = 16


def order_topics(topics: Sequence[str], before: Mapping[tuple[str, str], int]) -> tuple[str, ...]:
    """Return the topics in the order with the fewest votes against it."""
    names = sorted(topics)
    if len(names) <= 1:
        return tuple(names)
    against = [[before.get((b, a), 0) for b in names] for a in names]
    order = _exact(against) if len(names) <= EXACT else _by_swaps(against)
    return tuple(names[index] for index in order)


def votes_against(order: Sequence[str], before: Mapping[tuple[str, str], int]) -> int:
    """Count the pairs of reports' topics that stand the other way round."""
    return sum(
        before.get((later, earlier), 0)
        for place, earlier in enumerate(order)
        for later in order[place + 1 :]
    )


def _exact(against: Sequence[Sequence[int]]) -> list[int]:
    """Solve by dynamic programming over sets; against[a][b]: votes lost when a stands before b."""
    count = len(against)
    full = (1 << count) - 1
    best = [0] * (full + 1)
    first = [0] * (full + 1)
    for rest in range(1, full + 1):
        members = [index for index in range(count) if rest >> index & 1]
        lowest = -1
        for index in members:
            row = against[index]
            cost = best[rest & ~(1 << index)] + sum(row[other] for other in members)
            if lowest < 0 or cost < lowest:
                lowest, first[rest] = cost, index
        best[rest] = lowest
    order: list[int] = []
    rest = full
    while rest:
        order.append(first[rest])
        rest &= ~(1 << first[rest])
    return order


def _by_swaps(against: Sequence[Sequence[int]]) -> list[int]:
    """Begin by Copeland's wins, then swap neighbours as long as that saves votes."""
    count = len(against)

    def wins(one: int) -> int:
        return sum(against[one][other] < against[other][one] for other in range(count))

    order = sorted(range(count), key=lambda one: (-wins(one), one))
    swapped = True
    while swapped:
        swapped = False
        for place in range(count - 1):
            left, right = order[place], order[place + 1]
            if against[left][right] > against[right][left]:
                order[place], order[place + 1] = right, left
                swapped = True
    return order
