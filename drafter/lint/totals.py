"""Figures whose words are not the noun before them: what is left over, and the total of several."""

from __future__ import annotations

import re

from drafter.extraction.match import Match
from drafter.text.fold import fold

_REST = re.compile(
    r"(?:其余|剩余|余下|其他|另外?有|还有|尚有|仍有|未)[^,。;]{0,6}$|其他(?:方式|渠道|途径|形式|平台)[^,。;]{0,12}$|[、,](?:合计|共计|总计|累计|总共|共)$"
)
_REACH = 18


def is_rest_or_total(match: Match) -> bool:
    """Tell whether a figure is of those that are left (其余5处) or adds up those before (…，合计8项)."""
    start = match.printed.start
    return bool(_REST.search(fold(match.span.text[max(0, start - _REACH) : start])))
