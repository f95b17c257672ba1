"""台账里的数，正文没有写。

检查什么
用 `--profile` 检查时，台账“数据”里填了的每一个数，正文里要有：
要么按指标的说法认得出来，要么在应写的那一节里出现同样的数和单位。
只在附件表格里出现不算写了，写在模板规定的表格里（如政府信息公开年报的三张表）算。
填 0 的，正文写“未发生”“没有”也算。由其他数推算的比率、【待填：……】还没填的不查。

为什么
台账里有、正文里没有，多半是改稿时连句子一起删掉了，或者改稿后台账又补了数。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
街道规范行政执法。
```
```yaml
数据:
  行政执法:
    行政检查次数: 635
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
街道规范行政执法，全年开展行政检查635次。
```
```yaml
数据:
  行政执法:
    行政检查次数: 635
```

怎么改
把这个数写进提示的一节；本年不打算写的，在台账“检查”的“停用”里写明指标和理由。

依据
年度报告与统计年报、部门台账应当一致；台账是本单位的承诺。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.extraction.stated import find_stated, is_certain
from drafter.lint.draft import Draft
from drafter.lint.headings import behind
from drafter.lint.rule import Finding, rule
from drafter.pack.indicators import Indicator
from drafter.profile.profile import Entry, State

_WAITING = re.compile(r"[【\[]待填[：:]\s*([^】\]]*?)\s*[】\]]")


@rule("F001", "unstated-figure", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Look for each typed value of the profile in the text."""
    if draft.profile is None:
        return
    stated = {key for match in draft.matches if is_certain(match) for key in match.keys}
    waiting = {name for span in draft.spans for name in _WAITING.findall(span.text)}
    blank = {cell.key for cell in draft.form_cells.values() if cell.is_blank}
    for entry in draft.profile.entries.values():
        if entry.state is not State.VALUE or entry.derived or entry.key in stated | blank:
            continue  # an empty cell of a prescribed table is missing-table's matter
        if waiting & {entry.key, entry.indicator.name, entry.indicator.label}:
            continue
        if not find_stated(entry, draft.matches, draft.report, draft.pack).is_stated:
            yield _finding(entry, draft)


def _finding(entry: Entry, draft: Draft) -> Finding:
    printed = entry.figure.text if entry.figure else ""
    line = f"第{entry.location.line}行" if entry.location.line else "里"
    return Finding(
        f"台账{line}的“{entry.key}”为“{printed}”，正文没有写。",
        f"请写进{_section_name(entry.indicator, draft)}；"
        f"本年不写的，在 {entry.location.path} 的“检查”里停用这个指标并写明理由。",
        behind(draft.section_of(entry.indicator.section)),
        indicator=entry.key,
    )


def _section_name(indicator: Indicator, draft: Draft) -> str:
    for path in draft.pack.outline.walk():
        if path[-1].key == indicator.section:
            return f"“{path[-1].name}”一节"
    return "正文"
