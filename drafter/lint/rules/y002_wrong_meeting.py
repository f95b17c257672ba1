"""会议的名称不对，或者引用得不合时。

检查什么
党的代表大会和中央全会的名称写错（“二十大四中全会”“二十四中全会”“四次全会”），
引用了到报告时还没有召开的全会，没有这一次的全会；
年度报告里、开头和安排里逐次列举全会而没有写到本年最近的一次；写全了各部分的年度报告，通篇没有写到最近一次党代会；
新一次党代会已经召开，开头或者下一年的安排里还只写贯彻上一次党代会精神；
其他会议写成了常见的错名。
会议的日期都在模板的 calendar.yaml。

为什么
会议名称有一个字错就是政治差错；列举停在上一年，说明开头是照抄去年的。

反例
```text
# 青石桥街道2025年法治政府建设年度报告
2025年，街道深入贯彻党的二十大四中全会精神。
```

正例
```text
# 青石桥街道2025年法治政府建设年度报告
2025年，街道深入贯彻党的二十大和二十届二中、三中、四中全会精神。
```

怎么改
按公报的名称改；逐次列举的补上最近的一次，或写“二十届历次全会”；通篇没有写的，在开头的指导思想里补上。

依据
各次全会公报；会议的名称和闭幕日期见模板的 calendar.yaml。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.lint.texts import Hit
from drafter.location import Place
from drafter.pack.calendar import Meeting
from drafter.pack.once import once_for
from drafter.pack.outline import Role
from drafter.report import Span
from drafter.text.numerals import from_chinese, to_chinese

_ONE = "[一二三四五六七八九]"
_NAME = re.compile(rf"党的([一二三]?十{_ONE}?)届({_ONE})中全会")
_CONGRESS = re.compile(rf"党的([一二三]?十{_ONE}?)大")
_NUMERAL = "[一二三四五六七八九十]"
_SIGN = re.compile("全(?:体)?会")
_MOST = 7  # a congress has had seven sessions at most
_LATEST = (11, 30)  # sessions later in the year can't be asked of its report
_WRITTEN = (3, 31)  # by then in the next year the report is written
# Parts that only an annual report on the rule of law has.
_OF_THE_GENRE: tuple[Role, ...] = ("causes", "principals")
_FEWEST_PARTS = 3
# 二中、三中全会精神: a list of what guides.
_FIRST_LISTED, _FEWEST_LISTED = 2, 2
_SPIRIT = re.compile(r"[^,，。;；]{0,6}精神")

Sessions = Mapping[tuple[str, int], date]


@rule("Y002", "wrong-meeting", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Hold the printed names of meetings against the calendar."""
    meetings = draft.pack.calendar.meetings
    sessions = _sessions(meetings)
    yield from _misnamed(meetings, draft)
    hits = tuple(_named(sessions, draft))
    for hit in hits:
        yield from _misspelt(hit)
    cited = [one for hit in hits for one in _cited(hit)]
    for one in cited:
        yield from _existence(one, sessions, draft)
    yield from _latest(cited, sessions, draft)
    yield from _congress(meetings, draft)


def _misnamed(meetings: tuple[Meeting, ...], draft: Draft) -> Iterator[Finding]:
    """Find the names that the calendar lists as wrong."""
    wrong = _wrong_names(meetings)
    for span, text in draft.printed.holding(tuple(wrong)):
        for name, meeting in wrong.items():
            start = text.find(name)
            if start >= 0:
                right = (*meeting.aliases, meeting.name)[0]
                yield _finding(span, start, start + len(name), "名称不对", f"应为“{right}”。")


@once_for
def _wrong_names(meetings: tuple[Meeting, ...]) -> Mapping[str, Meeting]:
    return {name: meeting for meeting in meetings for name in meeting.wrong}


@once_for
def _sessions(meetings: tuple[Meeting, ...]) -> Sessions:
    found: dict[tuple[str, int], date] = {}
    for meeting in meetings:
        name = _NAME.fullmatch(meeting.name)
        if name:
            found[name[1], from_chinese(name[2]) or 0] = meeting.date
    return found


@cache
def _pattern(congresses: frozenset[str]) -> re.Pattern[str]:
    numerals = "|".join(sorted(congresses, key=lambda word: (-len(word), word)))
    return re.compile(
        rf"(?<!{_NUMERAL})(?P<congress>{numerals})(?P<of>大|届)?"
        rf"(?P<list>(?:{_ONE}中?[、和及,，])*{_ONE}(?P<form>中|次))全(?:体)?会(?:议)?"
    )


def _named(sessions: Sessions, draft: Draft) -> Iterator[Hit]:
    """Yield where texts name sessions of the congresses that the calendar knows."""
    if sessions:
        congresses = frozenset(congress for congress, _ in sessions)
        yield from draft.printed.find(_pattern(congresses), _SIGN)


class _Cited(NamedTuple):
    """A session by congress and number, and the words that name it, maybe with others of its congress."""

    congress: str
    session: int
    hit: Hit

    @property
    def name(self) -> str:
        """Its right name."""
        return _name_of(self.congress, self.session)


def _name_of(congress: str, session: int) -> str:
    return f"{congress}届{to_chinese(session)}中全会"


def _misspelt(hit: Hit) -> Iterator[Finding]:
    """Find 二十大四中全会 and, of the party, 四次全会: those of others have names of their own."""
    found = hit.found
    if found["form"] == "次":
        is_wrong = found.string.startswith("党的", max(0, found.start() - 2))
    else:
        is_wrong = found["of"] != "届"
    if is_wrong:
        right = f"{found['congress']}届{found['list'].replace('次', '中')}全会"
        yield _wrong(hit, "名称不对", f"应为“{right}”。")


def _cited(hit: Hit) -> Iterator[_Cited]:
    """Yield the sessions of the party that a hit lists."""
    if hit.found["form"] == "中":
        for number in re.findall(_ONE, hit.found["list"]):
            yield _Cited(hit.found["congress"], from_chinese(number) or 0, hit)


def _existence(one: _Cited, sessions: Sessions, draft: Draft) -> Iterator[Finding]:
    """Tell whether a session was held, and before the report could be written."""
    held = sessions.get((one.congress, one.session))
    if held is None:
        last = max(day for (other, _), day in sessions.items() if other == one.congress)
        is_latest = last == max(sessions.values())
        if one.session <= _MOST and is_latest and (draft.year is None or draft.year > last.year):
            return  # it may have been held since the calendar was written
        yield _wrong(one.hit, f"没有{one.name}", "请核对是哪一次全会。")
    elif draft.year is not None and held > date(draft.year + 1, *_WRITTEN):
        when = f"{held.year}年{held.month}月"
        message = f"{one.name}在{when}召开，报告年度是{draft.year}年"
        yield _wrong(one.hit, message, "请核对是哪一次全会，或报告年度。")


def _latest(cited: Sequence[_Cited], sessions: Sessions, draft: Draft) -> Iterator[Finding]:
    """Ask an annual report that lists sessions for the year's latest."""
    if draft.year is None or not cited or not _is_annual(draft):
        return
    until = date(draft.year, *_LATEST)
    held = [(day, key) for key, day in sessions.items() if day <= until]
    if not held:
        return
    _, (congress, session) = max(held)
    own = [one for one in cited if one.congress == congress]
    latest = _Latest(congress, session)
    if own and not any(one.session >= session for one in own):
        if latest.all_of_them not in draft.printed:
            yield _lacking(own[0].hit, latest)
        return
    plans = draft.parts_for("plan")
    lists = {one.hit: None for one in own if one.session == _FIRST_LISTED}
    for hit in lists:
        guides = not hit.span.path or hit.span.part in plans
        if guides and hit.span.element == "body" and _stops_early(hit, latest):
            yield _lacking(hit, latest)


class _Latest(NamedTuple):
    """The latest session of the present congress."""

    congress: str
    session: int

    @property
    def all_of_them(self) -> str:
        """What names it without its number."""
        return f"{self.congress}届历次全会"


def _stops_early(hit: Hit, latest: _Latest) -> bool:
    """Tell whether a list of sessions, whose spirit guides, leaves the latest out of the whole text."""
    text, listed = hit.found.string, re.findall(_ONE, hit.found["list"])
    if len(listed) < _FEWEST_LISTED or hit.found["form"] != "中":
        return False
    number = to_chinese(latest.session)
    return (
        bool(_SPIRIT.match(text, hit.found.end()))
        and number not in listed
        and f"{number}中全会" not in text
        and "历次全会" not in text
    )


def _lacking(hit: Hit, latest: _Latest) -> Finding:
    congress, name = latest.congress, _name_of(*latest)
    return Finding(
        f"只写到“{hit.quote}”，没有写{name}。",
        f"请补上{name}，或写“{congress}届历次全会”。",
        hit.place(),
        quote=hit.quote,
        severity=Severity.WARNING,
    )


def _congress(meetings: tuple[Meeting, ...], draft: Draft) -> Iterator[Finding]:
    """Ask for the latest congress where an earlier one still guides, and in a whole annual report."""
    if draft.year is None:
        return
    held = _held(meetings, date(draft.year, *_LATEST))
    if not held:
        return
    name = held[-1]
    outdated = list(_outdated(name, held[:-1], draft))
    yield from outdated
    parts = {part for part, _ in draft.told} - {None}
    if outdated or len(parts) < _FEWEST_PARTS or not _is_annual(draft):
        return
    if f"{name}大" in draft.printed or f"{name}届" in draft.printed:
        return
    opening = draft.opening
    yield Finding(
        f"通篇没有写到党的{name}大。",
        f"请在开头的指导思想里写上党的{name}大和{name}届历次全会精神。",
        opening.place() if opening else Place(None),
        severity=Severity.WARNING,
    )


def _held(meetings: tuple[Meeting, ...], until: date) -> tuple[str, ...]:
    """Return the numerals of the congresses held until a day, the latest last."""
    return tuple(numeral for day, numeral in _congresses(meetings) if day <= until)


@once_for
def _congresses(meetings: tuple[Meeting, ...]) -> tuple[tuple[date, str], ...]:
    found = ((meeting.date, _CONGRESS.fullmatch(meeting.name)) for meeting in meetings)
    return tuple(sorted((day, name[1]) for day, name in found if name))


def _outdated(latest: str, earlier: tuple[str, ...], draft: Draft) -> Iterator[Finding]:
    """Find the spirit of an earlier congress, without the latest, in the opening and in the plan."""
    plans = draft.parts_for("plan")
    words = tuple(f"党的{numeral}大" for numeral in earlier)
    for span, text in draft.printed.holding(words, "body"):
        is_asked = span.part in plans or not span.path
        if not is_asked or f"{latest}大" in text or f"{latest}届" in text:
            continue
        found = next((f for word in words for f in _spirit(word).finditer(text)), None)
        if found is not None:
            end = found.start() + found[0].index("大") + 1
            quote = text[found.start() : end]
            yield Finding(
                f"这里还只写“{quote}”，党的{latest}大已经召开。",
                f"请补上党的{latest}大和{latest}届历次全会精神。",
                span.place(found.start(), end),
                quote=quote,
                severity=Severity.WARNING,
            )


@cache
def _spirit(name: str) -> re.Pattern[str]:
    """Look for the spirit of a congress, or what it decided; not for what it brought about since."""
    return re.compile(
        rf"{name}(?!以来|以后|之后|后|报告|召开|期间|胜利|提出|作出|代表|首次)[^。；，]{{0,24}}?(?:精神|部署|要求|决策)"
    )


def _is_annual(draft: Draft) -> bool:
    """Tell an annual report on the rule of law from a report that also plans the year of its title."""
    own = draft.parts_for(*_OF_THE_GENRE)
    if draft.profile is not None:
        return bool(own)
    return any(part in own for part, _ in draft.told)


def _wrong(hit: Hit, why: str, mend: str) -> Finding:
    return _finding(hit.span, *hit.found.span(), why, mend)


def _finding(span: Span, start: int, end: int, why: str, mend: str) -> Finding:
    quote = span.text[start:end]
    return Finding(f"“{quote}”：{why}。", mend, span.place(start, end), quote=quote)
