"""Tell a leader's share from the whole: 镇党委书记主持研究法治议题6项 beside 研究法治议题14项.

What one leader did is a part only beside a figure of the whole unit; where the report gives no other
figure it stays the indicator's, and an indicator that is the leaders' own (主要负责人讲法治课) is theirs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from drafter.extraction.match import Match
from drafter.pack.once import once_for
from drafter.pack.pack import Pack
from drafter.text.fold import fold

_POSTS = (
    *("书记", "镇长", "乡长", "县长", "区长", "市长", "局长", "厅长", "主任", "主席", "所长", "队长"),
    *("科长", "处长", "站长", "常委", "政法委员", "统战委员", "组织委员", "宣传委员", "武装部长"),
)  # fmt: skip
_GROUPS = (
    *("负责人", "负责同志", "主要领导", "分管领导", "班子成员", "一把手", "领导干部", "党政领导"),
    *("镇领导", "乡领导", "街道领导", "区领导", "县领导", "局领导", "包片领导", "挂点领导"),
)
# A body, a place or a line that is named after a leader: 主任办公会, 书记信箱.
_BODY = (
    r"(?!办公会|办公室|会议|专题会|碰头会|联席会|例会|信箱|热线|接待日|工作室|出庭|述法|职责|培训)"
)
# Before a leader who is told of, asked, taught or one of many: 向区委书记报告, 组织村书记培训.
_NO_SUBJECT = frozenset("组织对向为给请邀与同跟把将听取各名位含被让使促的等担任")
_LEADER = re.compile(
    rf"(?:^|(?<=[,;:。]))(?P<before>[\u4e00-\u9fff]{{0,9}}?)"
    rf"(?P<leader>{'|'.join((*_GROUPS, *_POSTS))}){_BODY}(?P<joint>(?:[、和及与]|以及)[^,;:。]{{0,8}}?"
    rf"(?:{'|'.join((*_POSTS, *_GROUPS))}))?"
)
# Another subject, or a new thought, ends what was said of the leader.
_OTHERS = re.compile(
    r"[;:]|(?:^|(?<=,))(?:街道|全镇|全乡|全区|全县|全街|镇政府|乡政府|司法所|执法队|各|党工委|党委|党组|办事处"
    r"|区政府|县政府|局|镇|乡)(?!党?委?(?:书记|主任|领导|班子))"
)
_OWN = re.compile(r"负责人|负责同志|领导(?!班子|小组|机构)|班子成员")
_REACH = 160


class _Told(NamedTuple):
    """The number of a figure, with the leader it is told of, "" for none."""

    at: int
    leader: str


def leader_of(match: Match) -> str:
    """Name the leader whose doing a figure is told as, "" where it is the unit's or several leaders'."""
    start = match.printed.start
    text = fold(match.span.text[max(0, start - _REACH) : start]).rpartition("。")[2]
    found = None
    for one in _LEADER.finditer(text):
        if not _NO_SUBJECT & set(one["before"]):
            found = one
    if found is None or found["joint"] or _OTHERS.search(text, found.end()):
        return ""
    return found["leader"]


def with_shares(matches: Sequence[Match], pack: Pack) -> tuple[Match, ...]:
    """Make the scope of a leader's figure a part where another figure tells the whole, or another leader's share."""
    shares: set[int] = set()
    for key, indexes in _said_twice(matches).items():
        told = [_Told(index, leader_of(matches[index])) for index in indexes]
        if any(one.leader for one in told):
            shares.update(_shares(told, is_own=_is_own(pack)[key]))
    if not shares:
        return tuple(matches)
    return tuple(
        one._replace(scope="part", certainty="possible") if index in shares else one
        for index, one in enumerate(matches)
    )


def _said_twice(matches: Sequence[Match]) -> dict[str, list[int]]:
    """Return the numbers of the figures of each indicator that the text gives several values of the whole."""
    by_key: dict[str, list[int]] = {}
    for index, match in enumerate(matches):
        if match.key:
            by_key.setdefault(match.key, []).append(index)
    found: dict[str, list[int]] = {}
    for key, indexes in by_key.items():
        if len(indexes) > 1:
            plain = [i for i in indexes if matches[i].scope == "whole" and _states(matches[i])]
            if len({matches[index].figure.value for index in plain}) > 1:
                found[key] = plain
    return found


def _states(match: Match) -> bool:
    return not (match.in_table or match.printed.target or match.printed.kind == "change")


def _shares(told: Sequence[_Told], *, is_own: bool) -> list[int]:
    """Return which figures are shares: of the whole told by others, of the leaders', or beside another's."""
    groups = ("", *_GROUPS) if is_own else ("",)
    of_one = [one for one in told if one.leader not in groups]
    if len(of_one) < len(told) or len({one.leader for one in of_one}) > 1:
        return [one.at for one in of_one]
    return []


@once_for
def _is_own(pack: Pack) -> Mapping[str, bool]:
    """Tell of each indicator whether it counts what leaders do."""
    return {
        key: any(_OWN.search(words) for words in (one.label, *one.aliases, one.definition))
        for key, one in pack.indicators.by_key.items()
    }
