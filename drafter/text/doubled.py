"""Words said twice in a row, found without trying each place: a text beside itself, moved by a word's length."""

from __future__ import annotations

from collections.abc import Iterator


def find_doubled(text: str, lengths: range) -> Iterator[int]:
    """Yield where so many characters stand twice in a row, by the length: their first places, in no order.

    As numbers of 16 bits a character, text and moved text differ by zeros over a whole word there; where
    one character takes two such numbers (beyond U+FFFF) places are left out.
    """
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) != 2 * len(text):
        units = "".join(c if c < "\U00010000" else "\0" for c in text).encode(
            "utf-16-le", "surrogatepass"
        )
    whole = int.from_bytes(units, "little")
    for length in lengths:
        differing = (whole ^ whole >> 16 * length).to_bytes(len(units), "little")
        wanted = bytes(2 * length)
        at = differing.find(wanted)
        while at >= 0:
            if at % 2 == 0:
                yield at // 2
            at = differing.find(wanted, at + 1)
