"""正文的数，台账里没有来处。

检查什么
用 `--profile` 检查时，正文里带单位的数，既不是台账“数据”里的数（上年数、推算的比率、增减数也算），
也不在台账“做法”“问题”等自己写的话里，也不是模板固定的话里的，报提示。
已由 figure-mismatch 指出的、下一年的目标、附件表格里的不再提示。

为什么
改稿时手添的数没有台账可查，日后无人说得清来处；也可能是从去年的稿子里留下来的。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
（八）调处矛盾纠纷
受理矛盾纠纷583件，拆除违章棚架47处。
```
```yaml
数据:
  矛盾纠纷: {受理件数: 583}
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
（八）调处矛盾纠纷
受理矛盾纠纷583件。6月拆除违章棚架47处。
```
```yaml
数据:
  矛盾纠纷: {受理件数: 583}
做法:
  矛盾纠纷:
  - 6月拆除违章棚架47处。
```

怎么改
查清来处，填进台账的“数据”，或把这句话写进“做法”；查不到的，从正文里删去。

依据
年度报告与统计年报、部门台账应当一致，每个数都有来处。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.extraction.known import Known, known_figures
from drafter.extraction.match import Match
from drafter.figure import agrees, may_state, unit_group
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule


@rule("F012", "unknown-figure", severity=Severity.INFO)
def check(draft: Draft) -> Iterator[Finding]:
    """Look up each figure of the text among those the profile and its pack know."""
    if draft.profile is None:
        return
    known: dict[str, list[Known]] = {}
    for one in known_figures(draft.profile):
        known.setdefault(unit_group(one.figure.unit), []).append(one)
    for match in draft.matches:
        if _is_asked(match, draft) and not _is_known(match, known):
            yield Finding(
                f"“{match.figure.text}”在台账里没有来处。",
                "请填进台账的“数据”，或写进“做法”；查不到来处的，从正文里删去。",
                match.place,
                quote=match.figure.text,
                indicator=match.key or "",
                group=f"{match.span.paragraph}:{match.printed.start}",
            )


def _is_asked(match: Match, draft: Draft) -> bool:
    """Leave out what other rules speak of: certain figures of filled indicators, targets, tables."""
    if match.in_table or match.printed.target or match.printed.kind == "rank":
        return False
    profile = draft.profile
    entry = profile.entries.get(match.key or "") if profile else None
    is_judged = match.certainty == "certain" and entry is not None and entry.figure is not None
    return not is_judged and match.figure.unit != ""


def _is_known(match: Match, known: dict[str, list[Known]]) -> bool:
    figure = match.figure
    return any(
        agrees(figure, one.figure) or may_state(figure, one.figure)
        for one in known.get(unit_group(figure.unit), ())
    )
