"""照抄去年的报告。

检查什么
用 --previous 给出去年的报告时，逐句对照：有多少文字与去年相同（只改了数字、年份的也算），集中在哪几段；
连数字都和去年一字不差的句子另行列出。去年没有给出时不查。

为什么
只改年份不改内容的报告，是点名批评的“跨时抄”；与去年分毫不差的数，多半是忘了更新。

反例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查580次，组织执法培训6场次，对沿街商户逐户建立检查台账。
```
```previous
# 青石桥街道2025年法治政府建设年度报告
一、2025年度推进法治政府建设的主要举措和成效
全年开展行政检查580次，组织执法培训6场次，对沿街商户逐户建立检查台账。
```

正例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
把七类检查并为一次，开展行政检查635次，在青石老街试行一张清单查到底。
```
```previous
# 青石桥街道2025年法治政府建设年度报告
一、2025年度推进法治政府建设的主要举措和成效
全年开展行政检查580次，组织执法培训6场次，对沿街商户逐户建立检查台账。
```

怎么改
相同的段落换成本年自己做的事；数字没变的，请核对是不是忘了改。

依据
中央纪委国家监委网站关于公文“跨地抄、跨时抄”的提醒。
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.report import Report, Span, walk
from drafter.text.passages import Passage, Seen, Twin, passages

_LIKE = 0.85
_MUCH = 60  # percent: from here on it is more than a remark
_PLACES = 10


@dataclass(frozen=True, slots=True)
class _Reuse:
    """The sentences of a report with their twins in last year's."""

    sentences: tuple[Passage[Span], ...]
    twins: tuple[Twin[Span], ...]

    @property
    def percent(self) -> int:
        """How much of the text stands in last year's, by characters."""
        whole = sum(len(passage.bare) for passage in self.sentences)
        reused = sum(len(twin.second.bare) for twin in self.twins)
        return round(100 * reused / whole) if whole else 0


@rule("T004", "reused-from-last-year", severity=Severity.INFO)
def check(draft: Draft) -> Iterator[Finding]:
    """Tell the share of text that stands in last year's report, and the sentences with the same figures."""
    if draft.previous is None:
        return
    reuse = _reuse(draft.previous, draft)
    if reuse.twins and reuse.percent >= draft.pack.thresholds.reused_percent:
        yield _share(reuse)
    for twin in reuse.twins:
        if twin.first.bare == twin.second.bare and _has_figure(twin.second):
            yield _same_figures(twin)


def _reuse(previous: Report, draft: Draft) -> _Reuse:
    least = draft.pack.thresholds.repeated_characters
    known: Seen[Span] = Seen(
        passage for span in walk(previous) for passage in _sentences(span, least)
    )
    sentences = tuple(p for span in draft.spans for p in _sentences(span, least))
    found = (known.twin(passage, _LIKE) for passage in sentences)
    twins = tuple(twin for twin in found if twin is not None and twin.likeness >= _LIKE)
    return _Reuse(sentences, twins)


def _sentences(span: Span, least: int) -> Iterator[Passage[Span]]:
    if span.element == "body":
        yield from passages(span.text, span, least)


def _has_figure(passage: Passage[Span]) -> bool:
    return passage.shape != passage.bare


def _share(reuse: _Reuse) -> Finding:
    first = reuse.twins[0].second
    places = [twin.second.source.place(twin.second.start, twin.second.end) for twin in reuse.twins]
    return Finding(
        f"正文有{reuse.percent}%的文字与去年的报告相同，共{len(reuse.twins)}句。",
        "请把相同的段落换成本年自己做的事。",
        places[0],
        quote=first.source.text[first.start : first.end],
        related=tuple(places[1:_PLACES]),
        severity=Severity.WARNING if reuse.percent >= _MUCH else None,
        group="share",
    )


def _same_figures(twin: Twin[Span]) -> Finding:
    passage = twin.second
    return Finding(
        "这句话连数字都与去年的报告一样。",
        "请核对数字是不是忘了更新；确实没有变的，不必改。",
        passage.source.place(passage.start, passage.end),
        quote=passage.source.text[passage.start : passage.end],
        # One number may well stay (43 tasks delegated); several that all stay were forgotten.
        severity=Severity.WARNING if len(passage.numbers) > 1 else None,
        group="figures",
    )
