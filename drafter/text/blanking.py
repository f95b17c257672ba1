"""Take stretches out of a text without moving the others: where they stood, NUL stands."""

from __future__ import annotations

import re


def blank_out(text: str, *patterns: re.Pattern[str]) -> str:
    """Return the text with a NUL for every character that the patterns match, one after the other."""
    for pattern in patterns:
        text = pattern.sub(_blank, text)
    return text


def _blank(found: re.Match[str]) -> str:
    return "\0" * len(found[0])
