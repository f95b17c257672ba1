"""Words said twice, found without trying each place: a text beside itself, moved by the distance of the two."""

from __future__ import annotations

from collections.abc import Iterator


def find_doubled(text: str, lengths: range) -> Iterator[int]:
    """Yield where so many characters stand twice in a row, by the length: their first places, in no order."""
    units = _units(text)
    whole = int.from_bytes(units, "little")
    for length in lengths:
        yield from _equal(whole, len(units), length, length)


def find_again(text: str, distance: int, length: int) -> Iterator[int]:
    """Yield where so many characters stand again at a distance from their first one: their first places."""
    units = _units(text)
    yield from _equal(int.from_bytes(units, "little"), len(units), distance, length)


def _units(text: str) -> bytes:
    """Write a text in numbers of 16 bits; one character that takes two of them (beyond U+FFFF) is left out."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) != 2 * len(text):
        units = "".join(c if c < "\U00010000" else "\0" for c in text).encode(
            "utf-16-le", "surrogatepass"
        )
    return units


def _equal(whole: int, size: int, distance: int, length: int) -> Iterator[int]:
    """Yield where text and moved text differ by zeros over a whole word."""
    differing = (whole ^ whole >> 16 * distance).to_bytes(size, "little")
    wanted = bytes(2 * length)
    at = differing.find(wanted)
    while at >= 0:
        if at % 2 == 0:
            yield at // 2
        at = differing.find(wanted, at + 1)
