"""同一段话写了两遍。

检查什么
同一份报告里，有一句话与前面的另一句相同，或只差几个字。只看16个字以上的句子，标点、空格的差别不计。
只有数字不同、句式相同的并列句不算（如逐村写同样的句子）。
连着写了两遍的词（“规划规划”“区司法局区司法局”“的的”）、半句（“打造一流环境，打造一流环境”）也报；“研究研究”“一步一步”一类的叠用不算。

为什么
多半是粘贴时重了，或者同一项工作在两节里各写了一遍；读的人会疑心数字也重复计算。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
（一）规范行政执法
对沿街商户逐户建立检查台账，发现的问题当场交办、限期复查、逐件销号。
（二）化解矛盾纠纷
对沿街商户、小区物业逐户建立检查台账，发现的问题当场交办、限期复查、逐件销号。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
（一）规范行政执法
对沿街商户逐户建立检查台账，发现的问题当场交办、限期复查、逐件销号。
（二）化解矛盾纠纷
排查出的纠纷由网格员先行劝和，劝不成的转到调解室，疑难的请律师到场。
```

怎么改
留下合适的一处，另一处删去，或改写成各自的内容。

依据
《党政机关公文处理工作条例》：公文应当内容简洁、文字精练。
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.places import is_word
from drafter.lint.rule import Finding, rule
from drafter.report import Span
from drafter.text.doubled import find_doubled
from drafter.text.passages import Seen, Twin, find_signs, passages

# Two words that are one by mistake, unless they belong to what stands around: 博士博士后, 的的确确.
_DOUBLED = re.compile(
    r"(?<![\u4e00-\u9fff]的)([\u4e00-\u9fff]{3,8})\1|([\u4e00-\u9fff]{2})\2|的的(?!确)"
)
# A clause and the same again: 打造一流环境,打造一流环境,
_TWICE = re.compile(
    r"[,、;。:)\n](?:([\u4e00-\u9fff]{4,30})[,、;]\1(?=[,。;、:)\n])|([\u4e00-\u9fff]{6,30})。\2(?=[,;]))"
)
_LENGTHS = range(2, 9)
_SERIES = frozenset("一二两三四五六七八九十百千万每")
_GOES_ON = ("后", "化", "性", "型", "组", "家", "会")  # 博士博士后, 中心中心组
_MAY_STAND_TWICE = re.compile(
    "研究|讨论|商量|了解|学习|琢磨|沟通|走访|帮助|支持|观察|体验|放松|休息|考虑|打听|收拾|整理|比较|调查|社会|人民"
)


@rule("T003", "repeated-passage", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Hold each sentence of the body against those before it."""
    seen: Seen[Span] = Seen()
    limits = draft.pack.thresholds
    like = limits.repeated_percent / 100
    for span, signs in _worth_comparing(draft):
        for passage in passages(span.text, span, limits.repeated_characters, signs):
            twin = seen.twin(passage, like)
            if twin and _is_repeated(twin, like) and not _is_parallel(twin):
                yield _finding(twin)
            seen.add(passage)
    lines = {draft.printed.line(at) for at in find_doubled(draft.printed.whole, _LENGTHS)}
    for line, span in enumerate(draft.spans):
        is_doubled = line in lines or "的的" in span.text
        if is_doubled and span.element in ("title", "heading", "body"):
            yield from _doubled(span)
    yield from _twice(draft)


def _twice(draft: Draft) -> Iterator[Finding]:
    """Find clauses that were pasted twice in a row."""
    for found in _TWICE.finditer(draft.folded.whole):
        span, start = draft.folded.locate(found.start() + 1)
        if span.element in ("heading", "body"):
            words, end = found[1] or found[2], found.end()
            message = f"“{words}”连着写了两遍。"
            place = span.place(end - len(words) - start, end - start)
            yield Finding(message, "请删去一个。", place, quote=words)


def _worth_comparing(draft: Draft) -> Iterator[tuple[Span, list[str]]]:
    """Yield the paragraphs with signs that stand twice, and these: no other sentence is like any.

    Where most of a paragraph's signs stand twice, looking for them is of no use.
    """
    signs = [(s, find_signs(folded)) for s, folded in draft.folded if s.element == "body"]
    counted = Counter(chain.from_iterable(found for _, found in signs))
    for span, found in signs:
        repeated = [sign for sign in found if counted[sign] > 1]
        if repeated:
            yield span, repeated if 2 * len(repeated) < len(found) else [""]


def _doubled(span: Span) -> Iterator[Finding]:
    """Find words that were written twice in a row."""
    for found in _DOUBLED.finditer(span.text):
        word = found[1] or found[2] or "的"
        if word[0] in _SERIES or span.text.startswith(_GOES_ON, found.end()):
            continue
        if found[2] and (not is_word(word) or _MAY_STAND_TWICE.fullmatch(word)):
            continue
        yield Finding(
            f"“{word}”连着写了两遍。",
            "请删去一个。",
            span.place(*found.span()),
            quote=found[0],
        )


def _is_repeated(twin: Twin[Span], like: float) -> bool:
    """Tell whether a sentence is another one again; part of a longer one counts within a paragraph alone."""
    return twin.likeness >= like or twin.first.source is twin.second.source


def _is_parallel(twin: Twin[Span]) -> bool:
    """Tell whether two sentences say the same of different numbers: a series, no repetition."""
    first, second = set(twin.first.numbers), set(twin.second.numbers)
    if twin.inside > twin.likeness:  # the longer one has numbers of its own
        shorter = min(twin.first, twin.second, key=lambda passage: len(passage.bare))
        return 2 * len(first & second) < len(set(shorter.numbers))
    return 2 * len(first & second) < len(first | second)


def _finding(twin: Twin[Span]) -> Finding:
    first, second = twin.first, twin.second
    how = "完全相同" if twin.likeness == 1 else "几乎相同"
    start, end = second.start, second.end
    quote = second.source.text[start:end]
    return Finding(
        f"这句话与第{first.source.paragraph}段的一句{how}。",
        "请留下一处，另一处删去或改写。",
        second.source.place(start, end),
        quote=quote,
        related=(first.source.place(first.start, first.end),),
        group=f"{second.source.paragraph}:{second.start}",  # each has its own mend
    )
