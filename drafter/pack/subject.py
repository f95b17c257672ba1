"""What reports of one kind are about, in the words their titles and headings use: out of pack.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.text.fold import fold

_KIND = re.compile(r"(?:年度|工作|情况|的?报告|年报|总结|台账)+$")
_VERB = re.compile(r"^(?:推进|加强|全面)+")
_FEWEST = 2


def subject_words(titles: Iterable[str]) -> tuple[str, ...]:
    """Take what titles of such reports are about, the longest first: 法治政府建设 of 推进法治政府建设情况.

    titles: what titles hold, without years and units: `titles` of pack.yaml, else its `label`.
    """
    found = {_VERB.sub("", _KIND.sub("", "".join(fold(title).split()))) for title in titles}
    return tuple(sorted((w for w in found if len(w) >= _FEWEST), key=lambda w: (-len(w), w)))
