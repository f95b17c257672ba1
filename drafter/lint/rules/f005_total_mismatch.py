"""分项加起来不等于总数。

检查什么
“共12件，其中A类5件、B类7件”“A类5件、B类7件，合计12件”一类的话，分项之和与总数不等，报错误。
另起一句“按程序分，……”“从类型看，……”列出全部种类的，与前面的总数比；“其余6件”与前面两个数之差比，
“15个社区各配备9名，共153名”与两个数之积比，对不上的报警告。
有“等”字的，只看分项之和是否超过总数。“其中”只举几例的（分项之和比总数少得多）不算，但某一笔金额的小数点移一位就正好相等的算；
带“余”“约”的数、单位不同的数不加；模板规定的相加关系（如“基本履职＋配合履职＋收回＝合计”），各数都认得准时也查；
模板规定的表格（如政府信息公开年报的三张表）查每一行、每一列的总计和规定的勾稽关系，空着的格按 0 算；
别的表格（用空格排成列的几行也算）有“合计”一行（列）的，与各行（列）之和比，“其中”一列与它前面的一列比，
合计与同一节正文里同名、只差一个数字（或者数字颠倒、小数点错位）的数比，对不上的报警告；
台账有上年的数，或者用 --previous 给了上年的报告的，上年结转与上年报告的结转下年度也要相等。

为什么
分项是读的人随手就会加的；改了一个分项忘了改总数，一加就露出来。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年作出行政处罚64件，其中简易程序38件、普通程序24件。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年作出行政处罚64件，其中简易程序38件、普通程序26件。
```

怎么改
核对各分项；只举几例的，写成“其中……等”；分类有交叉的，写明“其中同时……”。

依据
统计数据应当前后一致；行政执法统计年报的分类数之和等于合计。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.diagnostic import Severity
from drafter.extraction.match import Match
from drafter.figure import format_decimal
from drafter.lint.breakdowns import (
    FEWEST,
    KINDS_BACK,
    MOST,
    Product,
    is_addable,
    is_point_moved,
    kinds_of,
    parts_before,
    parts_behind,
    products,
    remainders,
)
from drafter.lint.draft import Draft
from drafter.lint.form_sums import broken_sums, sides_of
from drafter.lint.relations import broken_checks, words_of
from drafter.lint.rule import Finding, rule
from drafter.lint.sentences import Sentence, in_words_of
from drafter.lint.table_sums import OtherInText, TooLargePart, WrongTotal, check_tables
from drafter.location import Place
from drafter.text.fold import fold

# 清理168件，保留131件、修改12件、废止25件: what became of all of them.
_PARTS = re.compile(r"其中|分别(?:为|是)?|包括|分为|\(|,(?:保留|维持|驳回)")
_SUM = re.compile(r"(?:合计|共计|总计|总共|共)(?:为|有|达|:)?$")
_OPEN = re.compile(r"等(?!级|候|待)")
_REST = re.compile(r"其余|其他|余下|剩余")


@rule("F005", "total-mismatch", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Add up the parts of a sentence, and the sums that the pack prescribes."""
    gap = draft.pack.thresholds.selection_gap_percent
    told: list[Place] = []
    for sentence, is_joined in _joined(draft.sentences):
        if len(sentence.matches) > FEWEST:
            after = () if is_joined else _after_parts(sentence)
            each = () if is_joined else map(_product, products(sentence))
            for finding in (*after, *_before_parts(sentence, gap, is_joined=is_joined), *each):
                told += finding.related
                yield finding
    for finding in _kinds(draft.sentences, gap):
        told += finding.related
        yield finding
    yield from _left(draft.sentences, told)
    yield from _broken(draft, told)
    yield from _in_forms(draft)
    yield from map(_in_table, check_tables(draft))


def _kinds(sentences: Sequence[Sentence], gap: int) -> Iterator[Finding]:
    """Add up the kinds of a sentence of its own (按程序分，…) and hold them against the whole before it."""
    for index, sentence in enumerate(sentences):
        found = kinds_of(sentence, sentences[max(0, index - KINDS_BACK) : index])
        if found is None:
            continue
        whole, parts = found
        total = sum((part.figure.value for part in parts), Decimal(0))
        if abs(total - whole.figure.value) * 100 <= whole.figure.value * gap:
            yield _finding(whole, parts, total)._replace(severity=Severity.WARNING)


def _product(found: Product) -> Finding:
    """Say that so many each don't make the total."""
    holders, each, total = found.holders.figure, found.each.figure, found.total.figure
    return Finding(
        f"“{holders.text}”各“{each.text}”，共有{in_words_of(found.right, total)}，却写“{total.text}”。",
        "请核对这几个数。",
        found.total.place,
        quote=total.text,
        related=(found.holders.place, found.each.place),
        severity=Severity.WARNING,
        indicator=found.total.key or "",
    )


def _left(sentences: Sequence[Sentence], told: list[Place]) -> Iterator[Finding]:
    """Hold what is left (其余6个) against the counts before it."""
    for sentence in sentences:
        for whole, part, left in remainders(sentence) if len(sentence.matches) > FEWEST else ():
            if left.place in told:
                continue
            right = in_words_of(whole.figure.value - part.figure.value, whole.figure)
            yield Finding(
                f"“{whole.figure.text}”减去“{part.figure.text}”是{right}，剩下的却写“{left.figure.text}”。",
                "请核对这几个数。",
                left.place,
                quote=left.figure.text,
                related=(whole.place, part.place),
                severity=Severity.WARNING,
            )


def _broken(draft: Draft, told: list[Place]) -> Iterator[Finding]:
    """Hold the pack's own sums, unless their parts were added up already."""
    for broken in broken_checks(draft, "="):
        if any(operand.place in told for operand in broken.operands):
            continue
        if _make_up_another(broken.operands[:-1], draft):
            continue
        yield Finding(
            f"{words_of(broken, draft)}对不上：{broken.check.source} 不成立。",
            "请核对各数，改正其中一个。",
            broken.operands[0].place,
            quote=broken.operands[0].figure.text,
            related=tuple(operand.place for operand in broken.operands[1:]),
            indicator=broken.key,
        )


def _make_up_another(parts: Sequence[Match], draft: Draft) -> bool:
    """Tell whether parts are those of another whole: 立案149件，其中普通程序124件、简易程序25件；作出处罚145件."""
    sentence = draft.sentence_of.get(id(parts[0]))
    total = sum((part.figure.value for part in parts), Decimal(0))
    return sentence is not None and any(
        other.figure.value == total and other.figure.unit == parts[0].figure.unit
        for other in sentence.matches
    )


def _in_forms(draft: Draft) -> Iterator[Finding]:
    """Hold the sums of prescribed tables: a row's total, a column's, and the balance between rows."""
    for broken in broken_sums(draft):
        first, *others = (cell for cell in broken.cells if cell.span.text.strip())
        texts = {cell.key: cell.span.text.strip() for cell in broken.cells}
        yield Finding(
            f"表格{broken.line}对不上：{sides_of(broken, texts)}。",
            "请核对这几格，改正其中一个。",
            first.span.place(),
            quote=first.span.text,
            related=tuple(cell.span.place() for cell in others),
            indicator=broken.cells[0].key,
        )


def _in_table(found: WrongTotal | TooLargePart | OtherInText) -> Finding:
    """Say what doesn't fit in a table of the draft's own."""
    if isinstance(found, WrongTotal):
        added = format_decimal(found.added)
        across = "各列" if found.line.endswith("行") else "各行"
        message = f"表格{found.line}对不上：“{found.label}”填{found.total.printed}，{across}相加是{added}。"
        mend, at = "请核对各数和合计，改正其中一个。", found.total
        related = tuple(cell.place for cell in found.cells)
    elif isinstance(found, TooLargePart):
        whole, part = found.heads
        message = (
            f"表格{found.line}对不上：“{part}”填{found.part.printed}，"
            f"比“{whole}”的{found.whole.printed}还多。"
        )
        mend, at, related = "请核对这两格，改正其中一个。", found.part, (found.whole.place,)
    else:
        total, said = found.total.printed, found.match.figure.text
        message = f"表格“{found.head}”一列合计{total}，正文写“{said}”。"
        mend, related = "请核对正文和表格，统一成一个数。", (found.total.place,)
        return Finding(message, mend, found.match.place, said, related, severity=Severity.WARNING)
    return Finding(message, mend, at.place, at.printed, related, severity=Severity.WARNING)


def _joined(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, bool]]:
    """Yield each sentence; before one that begins with 其中, the last figure before it and it as one."""
    last: Sentence | None = None
    for sentence in sentences:
        if last and last.span is sentence.span and sentence.text.startswith("其中"):
            whole, start = last.matches[-1], last.matches[-1].printed.start
            text = last.text[start - last.start :] + sentence.text
            if last.end == sentence.start:
                matches = (whole, *sentence.matches)
                yield Sentence(sentence.span, start, sentence.end, text, matches), True
        yield sentence, False
        last = sentence


def _before_parts(sentence: Sentence, gap: int, *, is_joined: bool) -> Iterator[Finding]:
    """Judge a whole that is followed by its parts: 64件，其中……38件、……26件."""
    for index, whole in enumerate(sentence.matches[: 1 if is_joined else -FEWEST]):
        following = sentence.matches[index + 1]
        marker = _PARTS.search(sentence.between(whole.printed.end, following.printed.start)[:12])
        if marker is None or not is_addable(whole):
            continue
        if marker[0] == "(" and ")" in sentence.between(whole.printed.end, following.printed.start):
            continue  # 消防验收(备案)197件: the bracket holds a word, no parts
        parts = parts_behind(sentence, whole, sentence.matches[index + 1 : index + 1 + MOST])
        if not FEWEST <= len(parts) < MOST:
            continue
        words = sentence.between(whole.printed.end, parts[-1].printed.end)
        words += sentence.text[parts[-1].printed.end - sentence.start :][:3]
        total = sum((part.figure.value for part in parts), Decimal(0))
        if total != whole.figure.value and _is_slip(whole, parts, total, words, gap, marker[0]):
            yield _finding(whole, parts, total)


def _is_slip(
    whole: Match, parts: Sequence[Match], total: Decimal, words: str, gap: int, marker: str
) -> bool:
    """Tell a wrong sum from a selection or from parts that overlap."""
    is_open = bool(_OPEN.search(words))
    if total < whole.figure.value and is_open:
        return False
    if _REST.search(words) or is_point_moved(whole, parts):
        return True
    is_near = abs(total - whole.figure.value) * 100 <= whole.figure.value * gap
    if total < whole.figure.value or marker.startswith("分别"):
        return is_near
    return is_near or _are_kinds(parts)


def _are_kinds(parts: Sequence[Match]) -> bool:
    """Tell whether parts are kinds of one thing: their words end alike."""
    names = [fold(part.printed.indicators[-1]) for part in parts if part.printed.indicators]
    return len(names) == len(parts) and len({name[-2:] for name in names}) == 1


def _after_parts(sentence: Sentence) -> Iterator[Finding]:
    """Judge a sum behind its parts: ……38件、……26件，合计64件."""
    for index, whole in enumerate(sentence.matches):
        before = sentence.matches[max(0, index - MOST) : index]
        if len(before) < FEWEST or not is_addable(whole):
            continue
        words = sentence.between(before[-1].printed.end, whole.printed.start)
        sum_word = _SUM.search(words)
        if sum_word is None or len(words) > 8 or not words.startswith(("、", ",", "(")):
            continue
        parts = parts_before(sentence, whole, before)
        if not FEWEST <= len(parts) < MOST:
            continue
        total = sum((part.figure.value for part in parts), Decimal(0))
        is_open = _OPEN.search(sentence.between(parts[-1].printed.end, whole.printed.start))
        if total > whole.figure.value or (total < whole.figure.value and not is_open):
            yield _finding(whole, parts, total)


def _finding(whole: Match, parts: Sequence[Match], total: Decimal) -> Finding:
    shown = "、".join(part.figure.text for part in parts)
    added = in_words_of(total, whole.figure)
    return Finding(
        f"总数写“{whole.figure.text}”，分项“{shown}”加起来是{added}。",
        "请核对总数和各分项；只举几例的，加“等”字。",
        whole.place,
        quote=whole.figure.text,
        related=tuple(part.place for part in parts),
        indicator=whole.key or "",
    )
