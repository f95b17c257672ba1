"""Words that say there was none of what an indicator counts: 全年未发生行政诉讼案件."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from drafter.lint.texts import Hit, Texts
from drafter.pack.once import once_for
from drafter.pack.pack import Pack
from drafter.text.fold import fold
from drafter.text.stretches import stretch_start

_NONE = re.compile(
    r"[未没无](?:(?<=未)(?:发生|收到|受理|接到|产生|出现|制定|出台|办理|新增)"
    r"|(?<=没)有(?:发生|收到|受理|制定)?|(?<=无)(?<![有毫从]无))(?:一起|1件|任何)?"
    r"(?P<what>[\u4e00-\u9fff、]{2,40}+)(?=[,。;])"
)
# 没有被撤销、变更或者确认违法的行政行为.
_SPARED = re.compile(
    r"(?:没有|未发生|未出现|未有|无)[^,。;]{0,8}?被[^,。;]{0,8}?(?P<doings>(?:撤销|变更|纠正|纠错|确认违法|判决败诉|败诉|责令履行)"
    r"(?:[、和或及者]{0,3}(?:被|者|法院|判决)*(?:撤销|变更|纠正|纠错|确认违法|败诉|责令履行)){0,4})的"
)
_BEFALLEN = ("撤销", "变更", "纠正", "纠错", "确认违法", "败诉", "责令履行")
_SIGN = re.compile("[未没无](?=[\u4e00-\u9fff]{2})")
# Of another time, of a part of the year or of the unit.
_SCOPE = re.compile(r"上年|去年|往年|连续|至今|以来|季度|半年|\d月|村|社区|科室|同期")
_BEFORE = 40
_JOINT = re.compile("[、和及或]")
_MATTER = re.compile(r"(?:案件|事项|事件|情况|件数|起数|[件起宗])+$")
_DOING = re.compile(r"^(?:发生|收到|受理|接到|办理|新增|被申请|制定|出台)")


def find_nones(texts: Texts, pack: Pack) -> Iterator[tuple[str, Hit]]:
    """Yield the indicators of which a text says that there was none this year, with the words.

    texts: folded. Only what an indicator is called, and nothing narrower, is one: not 败诉的行政诉讼案件.
    """
    names = _names_of(pack)
    for hit in texts.find(_NONE, _SIGN, "body"):
        keys = [
            names[word] for word in map(_bare, _JOINT.split(hit.found["what"])) if word in names
        ]
        if keys and not _is_narrower(hit.found):
            yield from ((key, hit) for key in keys)


def find_spared(texts: Texts) -> Iterator[tuple[tuple[str, ...], Hit]]:
    """Yield what is said to have befallen no decision (被撤销、变更), each with its words. texts: folded."""
    for hit in texts.find(_SPARED, ("被",), "body"):
        if not _is_narrower(hit.found):
            yield tuple(word for word in _BEFALLEN if word in hit.found["doings"]), hit


def _is_narrower(found: re.Match[str]) -> bool:
    """Tell whether the clause speaks of another time, a part of the year, or one place."""
    folded, at = found.string, found.start()
    return _SCOPE.search(folded, stretch_start(folded, at, ",。;", _BEFORE), at) is not None


@once_for
def _names_of(pack: Pack) -> Mapping[str, str]:
    """Name the indicator of each word that only one is called by."""
    found: dict[str, set[str]] = {}
    counts = (i for i in pack.indicators.by_key.values() if i.derive is None and i.units[0] != "%")
    for one in counts:
        for word in (one.label, *one.aliases):
            found.setdefault(_bare(fold(word)), set()).add(one.key)
    return {word: next(iter(keys)) for word, keys in found.items() if len(keys) == 1}


def _bare(word: str) -> str:
    """Return what is counted, without what counts it and what is done with it."""
    return _DOING.sub("", _MATTER.sub("", word)) or word
