"""Order topics as most reports do: Kemeny's rule, exact wherever few topics hang together.

Topics fall into groups where one beats the next in every pair or ties it; the groups follow each other,
and only inside a group there is anything to weigh: exactly up to 16 topics, by swaps beyond.

before[a, b] tells how many reports have a before b. An order is the better the fewer of these votes
stand against it; what the votes leave open goes by name, so that the result depends on the counts
alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

EXACT = 16


def order_topics(topics: Sequence[str], before: Mapping[tuple[str, str], int]) -> tuple[str, ...]:
    """Return the topics in the order with the fewest votes against it."""
    names = sorted(topics)
    if len(names) <= 1:
        return tuple(names)
    against = [[before.get((b, a), 0) for b in names] for a in names]
    if len(names) <= EXACT:
        return tuple(names[index] for index in _exact(against))
    return tuple(names[index] for group in _groups(against) for index in _ordered(group, against))


def _ordered(group: Sequence[int], against: Sequence[Sequence[int]]) -> Iterator[int]:
    """Order the topics of one group."""
    inside = [[against[one][other] for other in group] for one in group]
    order = _exact(inside) if len(group) <= EXACT else _by_swaps(inside)
    return (group[index] for index in order)


def _groups(against: Sequence[Sequence[int]]) -> list[list[int]]:
    """Part topics into groups that beat each other in a circle, the winning groups first.

    A topic that beats another, directly or through others, stands before it or in its group; what
    no vote orders goes by name.
    """
    count = len(against)
    beats = [
        sum(1 << other for other in range(count) if against[one][other] < against[other][one])
        for one in range(count)
    ]
    for middle in range(count):
        for one in range(count):
            if beats[one] >> middle & 1:
                beats[one] |= beats[middle]
    groups: list[list[int]] = []
    left = set(range(count))
    while left:
        # One whom nobody left beats, but for those it beats itself: first by name.
        first = min(
            one
            for one in left
            if all(beats[one] >> o & 1 for o in left if o != one and beats[o] >> one & 1)
        )
        same = [o for o in sorted(left) if o == first or _circle(beats, first, o)]
        groups.append(same)
        left -= set(same)
    return groups


def _circle(beats: Sequence[int], one: int, other: int) -> bool:
    return bool(beats[one] >> other & 1 and beats[other] >> one & 1)


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
