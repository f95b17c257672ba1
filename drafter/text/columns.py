"""Columns set with tabs or rows of blanks: a table in disguise, whose blanks mean something."""

from __future__ import annotations

import re

from drafter.text.ordinals import BLANKS

_B = f"[{re.escape(BLANKS)}]"
_WIDE = re.compile(rf"\t|{_B}{{3,}}")
_GAP = re.compile(rf"(?<={_B}){_B}(?!{_B})")
_SENTENCE = re.compile(r"[，。；;]|,(?!\d{3})")  # 1,036 is a number
_FEWEST_GAPS = 2


def is_row(text: str) -> bool:
    """Tell a line of columns from a sentence: one wide gap, or several of two blanks and no mark."""
    if _WIDE.search(text):
        return True
    return _SENTENCE.search(text) is None and len(_GAP.findall(text)) >= _FEWEST_GAPS
