"""写成当年开展的集中学习教育，是往年的。

检查什么
“党纪学习教育”“深入贯彻中央八项规定精神学习教育”一类开展了几个月的集中学习教育，在别的年度的报告里当作当年的工作写，报警告。
写巩固成果、常态化长效化、总结、整改、以来的，写明开展年份的，不算；
只在年初收尾的那一年，也要写明是第二批、收官或者成果。起止月份在模板的 calendar.yaml（campaigns）。

为什么
集中学习教育一年一个主题，留着往年的，说明这一段是照抄的。

反例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
结合党纪学习教育，组织干部学法6次。
```

正例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
结合树立和践行正确政绩观学习教育，组织干部学法6次，巩固党纪学习教育成果。
```

怎么改
改成当年的学习教育；确实要提往年的，写“巩固……成果”或写明年份。

依据
中共中央关于开展各次学习教育的通知，见模板的 calendar.yaml。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.lint.year import plain_years
from drafter.pack.calendar import Campaign
from drafter.pack.once import once_for
from drafter.report import Span
from drafter.text.fold import fold
from drafter.text.stretches import stretch_end, stretch_start

_PAST = re.compile(
    r"巩固|成果|成效|常态|长效|以来|期间|总结|回头看|整改|整治|延续|深化|拓展|收官|结束|第二批|收尾|融入日常|制度化|不断线|持续|继续|后续|历次|经验"
)
_YEAR = re.compile(r"20\d\d(?=年)")
_REACH = 200  # how far a sentence is looked at, so that the cost stays linear
_FEWEST_MONTHS = 3  # a year that had only the last weeks of a campaign is not its year


@once_for
def _by_name(campaigns: tuple[Campaign, ...]) -> Mapping[str, Campaign]:
    """Index by folded names, longest first."""
    named = [(fold(name), campaign) for campaign in campaigns for name in campaign.names]
    return dict(sorted(named, key=lambda entry: -len(entry[0])))


@rule("Y006", "stale-campaign", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Look for campaigns of other years told as this year's doing."""
    year = draft.year
    campaigns = _by_name(draft.pack.calendar.campaigns)
    if year is None or not campaigns:
        return
    plans = draft.parts_for("plan")
    for span, folded in draft.folded.holding(tuple(campaigns), "heading", "body"):
        told: set[Campaign] = set()
        for name, campaign in campaigns.items():
            at = folded.find(name)
            if at < 0 or campaign in told:
                continue
            told.add(campaign)
            headed = (found for section in span.path for found in plain_years(section.heading))
            years = (year, year + (span.part in plans), *headed)
            if not any(_ran_in(campaign, one) for one in years) and not _is_past(
                folded, at, campaign
            ):
                yield _finding(span, at, at + len(name), campaign, year)


def _ran_in(campaign: Campaign, year: int) -> bool:
    """Tell whether a campaign ran for some months of a year."""
    first = campaign.first.month if campaign.first.year == year else 1
    last = campaign.last.month if campaign.last.year == year else 12
    is_within = campaign.first.year <= year <= campaign.last.year
    return is_within and last - first + 1 >= _FEWEST_MONTHS


def _is_past(folded: str, at: int, campaign: Campaign) -> bool:
    """Tell whether the sentence looks back on it, or prints one of its years."""
    start, end = stretch_start(folded, at, "。", _REACH), stretch_end(folded, at, "。", _REACH)
    sentence = folded[start:end]
    years = range(campaign.first.year, campaign.last.year + 1)
    return bool(_PAST.search(sentence)) or any(int(y) in years for y in _YEAR.findall(sentence))


def _finding(span: Span, start: int, end: int, campaign: Campaign, year: int) -> Finding:
    quote = span.text[start:end]
    shown = quote if quote.startswith("“") else f"“{quote}”"
    first, last = campaign.first, campaign.last
    until = f"{last.month}月" if last.year == first.year else f"{last.year}年{last.month}月"
    return Finding(
        f"{shown}在{first.year}年{first.month}月至{until}开展，报告年度是{year}年。",
        "请核对是否照抄了往年；要写往年的，写明是巩固成果，或写明年份。",
        span.place(start, end),
        quote=quote,
    )
