"""一节只有说法，没有数。

检查什么
举措成效部分的一节，字数不少（在模板的 thresholds.yaml 里定）而没有一个数的，报提示；
提纲规定这一节要有数（行政执法要有检查、处罚，矛盾纠纷要有受理、化解等）而只有比率或别处的数的，报警告。
用 `--profile` 检查时，台账里这些数写了“不适用”或没有列的不算。

为什么
没有数的一节说不清做了多少，是审读时最常被要求补充的。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
（一）规范行政执法行为，提高执法质量
街道严格落实行政执法公示、全过程记录、重大执法决定法制审核制度，执法前亮证，执法中全程录像，执法后及时归档。对轻微违法行为以教育提醒为主，对屡教不改的依法处理。执法人员分片包干，遇到疑难问题由司法所和法律顾问一同研究，做到程序合法、裁量适当、文书规范，商户和居民的抵触情绪明显减少，街面秩序持续好转。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
（一）规范行政执法行为，提高执法质量
街道严格落实行政执法公示、全过程记录、重大执法决定法制审核制度，全年开展行政检查635次，作出行政处罚64件，评查案卷62卷。对轻微违法行为以教育提醒为主，对屡教不改的依法处理。执法人员分片包干，遇到疑难问题由司法所和法律顾问一同研究，做到程序合法、裁量适当、文书规范。
```

怎么改
补上台账里的数；确实没有的，写明“未发生”。

依据
《法治政府建设与责任落实督察工作规定》关于年度报告内容的规定；行政执法统计年报制度。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.diagnostic import Severity
from drafter.extraction.match import Match
from drafter.extraction.sections import headings_of
from drafter.lint.draft import Draft
from drafter.lint.headings import Headed
from drafter.lint.rule import Finding, rule
from drafter.pack.indicators import Indicator
from drafter.profile.profile import State
from drafter.report import Paragraph
from drafter.text.figures import AMOUNTS

_NONE = re.compile(r"未发生|没有发生|未收到|没有|未制定|无[^,，。]{0,8}(?:案件|发生)|为零")
_SHOWN = 3
_FEWEST = 2


@rule("S011", "section-without-figure", severity=Severity.INFO)
def check(draft: Draft) -> Iterator[Finding]:
    """Count the figures of each lower section of the achievements."""
    matches: dict[tuple[str, ...], list[Match]] = {}
    for match in draft.matches:
        if len(match.span.path) > 1:
            matches.setdefault(headings_of(match.span.path[:2]), []).append(match)
    done = draft.parts_for("done")
    for headed in draft.headings:
        if headed.depth != 2 or headed.path[0].part not in done:
            continue
        text = _text(headed)
        if len(text) < draft.pack.thresholds.silent_characters or "待填" in text:
            continue
        yield from _judge(headed, text, matches.get(headings_of(headed.path), ()), draft)


def _judge(headed: Headed, text: str, found: Sequence[Match], draft: Draft) -> Iterator[Finding]:
    line = headed.section.line
    if _NONE.search(text):
        return
    asked = _asked(headed, draft)
    if len(asked) >= _FEWEST and not any(_is_own(match, asked) for match in found):
        names = "、".join(indicator.label for indicator in asked[:_SHOWN])
        message = f"“{line}”一节没有这方面的数（如{names}）。"
        yield _finding(headed, message, Severity.WARNING)
    elif not found:
        yield _finding(headed, f"“{line}”一节没有一个数。", None)


def _is_own(match: Match, asked: Sequence[Indicator]) -> bool:
    """Tell a count of this section's from a rate, and from what another section is asked for."""
    if match.printed.kind not in AMOUNTS:
        return False
    sections = {indicator.section for indicator in asked}
    return (
        match.key is None
        or any(match.key == one.key for one in asked)
        or (
            match.outline in sections
            and match.key.partition(".")[0] in {one.topic for one in asked}
        )
    )


def _asked(headed: Headed, draft: Draft) -> list[Indicator]:
    """List the required figures of the pack's section that this one is."""
    headings = headings_of(headed.path)
    key = draft.outline_keys.get(headings)
    if key is None or key == draft.outline_keys.get(headings[:-1]):
        return []
    return [
        indicator
        for indicator in draft.pack.indicators.by_key.values()
        if indicator.section == key and indicator.derive is None and _is_asked(indicator, draft)
    ]


def _is_asked(indicator: Indicator, draft: Draft) -> bool:
    required = indicator.required
    if draft.profile is None:
        return required.everyone or len(required.kinds) > _FEWEST
    entry = draft.profile.entries[indicator.key]
    return required.applies_to(draft.kind) and entry.state in (State.VALUE, State.MISSING)


def _text(headed: Headed) -> str:
    section = headed.section
    below = [block for child in section.sections for block in child.blocks]
    return "".join(b.text for b in (*section.blocks, *below) if isinstance(b, Paragraph))


def _finding(headed: Headed, message: str, severity: Severity | None) -> Finding:
    mend = "请补上台账里的数；确实没有的，写明“未发生”。"
    return Finding(message, mend, headed.place, quote=headed.printed, severity=severity)
