"""文中提到的附件、附表找不到。

检查什么
正文说“见附件2”“详见附件”“名单附后”“见附表”，而文后没有附件、附件没有那么多，或者通篇没有表格的，报警告；
附件说明列了几件，文后只附了其中几件的，也报；文后一件都没有附的（另行装订），以附件说明列的为准。
别的文件的附件（“《……通知》附件2”）不算；“见下表”只看同一部分后面有没有表，纯文本（.txt）的表格认不出来，不查。

为什么
增删了附件忘了改正文，或者报送时漏了附件；读的人按文中说的去找，找不到。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次，各项指标见附件2。
附件：主要指标对照表
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次，各项指标见附件。
附件：主要指标对照表
```

怎么改
补上附件和附件说明，或者改正文里的序号，删去不再需要的“见附件”。

依据
《党政机关公文格式》（GB/T 9704—2012）7.3.4、7.3.7：附件顺序号和附件标题与附件说明的表述一致。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.lint.texts import Hit
from drafter.location import Place
from drafter.report import Span
from drafter.text.numerals import from_chinese

_NAMED = re.compile(
    r"(?:(?<=\()|参?见|如|按照?|列[入于在]|载于)"
    r"(?P<said>(?P<what>附件|附表|附图)(?P<number>\d{1,2}|[一二三四五六七八九十]{1,2})?)"
    r"(?=[,。;:、)的所中]|$)"
    r"|(?P<behind>[\u4e00-\u9fff]{2}附后)(?=[,。;)]|$)"
    r"|[见如](?P<table>[下以上]{1,2}表)"
)
_SIGN = re.compile(r"[附表](?:(?<=[下上]表)|(?<=附)[件表图后])")
_ALIKE = 50  # per cent of the pairs of characters of a name


@rule("S015", "missing-annex", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Hold what the text refers to against the annexes and tables there are."""
    reads_tables = not draft.name.endswith(".txt")
    for hit in draft.folded.find(_NAMED, _SIGN, "body"):
        found = hit.found
        if found["table"]:
            if reads_tables and not _has_table_near(hit.span, draft):
                yield _finding(hit, "table", "这一部分没有表格")
        elif found["what"] == "附表" and not reads_tables:
            continue
        else:
            there = _count(found["what"], draft)
            number = _value(found["number"] or "1")
            if number > there:
                missing = f"文后只有{there}件附件" if there else "文后没有附件"
                yield _finding(hit, "said" if found["said"] else "behind", missing)
    yield from _left_out(draft)


def _finding(hit: Hit, group: str, missing: str) -> Finding:
    start, end = hit.found.span(group)
    quote = hit.span.text[start:end]
    return Finding(
        f"文中提到“{quote}”，{missing}。",
        "请补上附件和附件说明，或者改正文里的说法。",
        hit.place(group),
        quote=quote,
    )


def _value(number: str) -> int:
    return int(number) if number.isdecimal() else from_chinese(number) or 1


def _count(what: str | None, draft: Draft) -> int:
    """Count the annexes; a table may be any."""
    annexes = len(draft.report.annexes)
    if what != "附表":
        return annexes
    return max(annexes, len({span.cell[0] for span in draft.spans if span.cell}))


def _has_table_near(span: Span, draft: Draft) -> bool:
    """Tell whether a table stands in the part that a text belongs to, or in an annex."""
    part = span.path[:1]
    return any(other.cell and other.path[:1] in (part, ()) for other in draft.spans)


def _left_out(draft: Draft) -> Iterator[Finding]:
    """Find annexes that the 附件说明 names and the file lacks, though it has others of them."""
    annexes = draft.report.annexes
    there = [annex.name for annex in annexes if annex.blocks]
    lacking = [annex.name for annex in annexes if not annex.blocks]
    lacking = [name for name in lacking if not any(_is_like(name, other) for other in there)]
    if there and lacking:
        names = "、".join(f"“{name}”" for name in lacking)
        yield Finding(
            f"附件说明列有{names}，文后没有。",
            "请补上这件附件，或从附件说明里删去。",
            Place(None),
        )


def _is_like(one: str, other: str) -> bool:
    """Tell whether two names may be of one annex, printed a little differently."""
    first, second = ({name[at : at + 2] for at in range(len(name) - 1)} for name in (one, other))
    return 100 * len(first & second) >= _ALIKE * min(len(first), len(second))
