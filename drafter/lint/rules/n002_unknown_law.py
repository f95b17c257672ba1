"""没有这部法，或者它已经废止、改了名。

检查什么
书名号里以“法”结尾的名称，不在模板的法律表里；不论有没有书名号，写的是常见的错名（“消费者权益法”）、
报告年度之前已经废止或被代替的法律法规（婚姻法、信访条例）。
报告年度上半年废止的，句子里没有写明是废止以前做的，报警告；下一年的安排里还引用当年废止的，也报警告。
条例只在与某部行政法规的名称很像而不相同时提示，把条例、规定、办法写混的也提示；地方性法规和本单位制度只与已废止、改名的核对。
写明“原”“废止”“代替”的、手册和栏目的名称不算。

为什么
引错法名最伤公信力；执法、普法写了废止的法律，别人会怀疑依据本身。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
开展《婚姻家庭法》专题讲座4场，宣传消费者权益法。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
开展民法典婚姻家庭编专题讲座4场，宣传《消费者权益保护法》《中华人民共和国反家庭暴力法》。
```

怎么改
改成现行的全名；确实要提旧法的，写“原”字并说明已由哪一部代替。法律表在模板的 laws.yaml，漏收的可以补。

依据
《党政机关公文处理工作条例》：引用公文、法规应当准确；各法附则关于施行和废止的规定。
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.lawnames import (
    STATE,
    Cited,
    LawNames,
    bare_name,
    blank_titles,
    find_bare,
    find_titles,
    law_names,
)
from drafter.lint.rule import Finding, rule
from drafter.pack.calendar import Law
from drafter.report import Span
from drafter.text.fold import fold
from drafter.text.stretches import stretch_end, stretch_start

_TITLE = re.compile("《")
_REACH = 400
_NO_LAW = re.compile(
    r"(?:[办方做执普司说释讲想的看用学立守违依宣书魔兵手技文算疗枪佛合非]|(?<!保)护|与|和|及|之)法$"
    r"|立法法{2}|修正案"
)
_LOCAL = re.compile(r"[\u4e00-\u9fff]{1,8}(?:省|市|自治区|自治州|州|盟|区|县|旗|街道|镇|乡|街|局)")
# A book, a film or a column, whatever it is called: 编印《…》手册, 专栏《…》.
_WORK = (
    "手册|读本|栏目|专栏|节目|丛书|图书|画册|折页|汇编|专刊|期刊|特刊|短视频|微视频|微电影|短片|警示片|宣传片|动漫|漫画"
    "|情景剧|小品|歌曲|快板|相声|系列"
)
_WORK_BEHIND = re.compile(rf"》[^,。;《》]{{0,4}}(?:{_WORK})")
_WORK_BEFORE = re.compile(rf"(?:{_WORK}|编印|编写|编排|拍摄|摄制|录制|播出)[^,。;《》]{{0,6}}《$")
_PAST = re.compile(r"废止|代替|取代|失效|改称|更名|旧称|修订前|并入|编入")
_KINDS = ("条例", "规定", "办法", "细则")
_SHORTEST = 8  # of what stands before: 娱乐场所管理条例 and 娱乐场所管理办法 are both in force
_FIRST_HALF = 6
_MONTH = re.compile(r"(?<!\d)(\d{1,2})(?=月)")
_EARLY = re.compile(r"年初|春节|元旦|一季度|第一季度|上半年|修订|新旧|衔接|20\d\d年(?=以前|之前)")
_PARTY = "中国共产党"  # its regulations are alike and many: 宣传工作条例, 组织工作条例
_MADE = re.compile(r"出台|修订|修改|制定|颁布|审议|施行|立法")


@rule("N002", "unknown-law", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Hold the names of laws against the pack's list."""
    if not draft.pack.calendar.laws:
        return
    names = law_names(draft.pack.calendar.laws)
    nearest = cache(names.nearest)
    for span, folded in draft.folded.where(_TITLE):
        if "法" in folded or "条例" in folded or "规定" in folded:
            for cited in find_titles(folded):
                yield from _title(cited, span, names, nearest, draft)
    for span, folded in draft.folded.holding(tuple(names.judged)):
        for cited in find_bare(blank_titles(folded), names):
            if cited.name.endswith("法") or not _is_enacted(cited, folded):
                yield from _judge(cited, cited.name, span, names, draft)


def _is_enacted(cited: Cited, folded: str) -> bool:
    """Tell a local rule of the same name that the text says was made (修订法律援助条例)."""
    begin = stretch_start(folded, cited.start, ",。;", _REACH)
    before = folded[begin : cited.start].removesuffix("《")
    is_made = _MADE.search(before) and not before.endswith("的")  # 新修订的…条例 is in force
    return bool(is_made or _LOCAL.search(before))


def _title(
    cited: Cited, span: Span, names: LawNames, nearest: Callable[[str], str], draft: Draft
) -> Iterator[Finding]:
    name = bare_name(cited.name)
    if name in names.known or name in names.wrong:
        yield from _judge(cited, name, span, names, draft)
        return
    of_state = fold(cited.name).startswith(STATE)
    is_act = name.endswith("法") and len(name) > 2 and (of_state or not _NO_LAW.search(name))
    if _LOCAL.match(name):
        return
    of_other_kind = list(_other_kind(cited, name, span, names))
    yield from of_other_kind
    if of_other_kind or not (is_act or name.endswith("条例")):
        return
    near = nearest(name)
    if is_act and near:
        mend = f"是否为《{near}》？请核对全名。"
        yield _finding(cited, span, f"没有《{cited.name}》这部法律。", mend)
    elif is_act:
        mend = "请核对全名；确有这部法律的，补进模板的 laws.yaml。"
        message = f"法律表里没有《{cited.name}》。"
        if _is_work(cited, fold(span.text)):
            return
        yield _finding(cited, span, message, mend, Severity.WARNING)
    elif near and near.endswith("条例") and not name.startswith(_PARTY):
        mend = f"是否为《{near}》？请核对全名。"
        yield _finding(cited, span, f"《{cited.name}》的名称可疑。", mend, Severity.WARNING)


def _other_kind(cited: Cited, name: str, span: Span, names: LawNames) -> Iterator[Finding]:
    """Find a known name with another kind at its end: …暂行规定 for …暂行条例."""
    kind = next((one for one in _KINDS if name.endswith(one)), "")
    stem = name.removesuffix(kind)
    if not kind or len(stem) < _SHORTEST or _is_enacted(cited, fold(span.text)):
        return
    law = next((names.known[stem + one] for one in _KINDS if stem + one in names.known), None)
    if law is not None and not names.gone(law):
        mend = f"是否为《{law.name}》？请核对全名。"
        yield _finding(cited, span, f"《{cited.name}》的名称可疑。", mend, Severity.WARNING)


def _is_work(cited: Cited, folded: str) -> bool:
    """Tell the name of a book or a film from that of a law."""
    before = folded[max(0, cited.start - 12) : cited.start]
    return bool(_WORK_BEHIND.match(folded, cited.end) or _WORK_BEFORE.search(before))


def _judge(cited: Cited, name: str, span: Span, names: LawNames, draft: Draft) -> Iterator[Finding]:
    """Judge a name that the list knows: wrong, or of a law that was gone before the report's year."""
    shown = f"《{cited.name}》" if cited.quoted else f"“{cited.name}”"
    law = names.wrong.get(name)
    if law is not None:
        mend = f"应为《{law.name}》{'婚姻家庭编' if '婚姻' in name else ''}。"
        yield _finding(cited, span, f"{shown}不是现行法律的名称。", mend)
        return
    law = names.known[name]
    gone = names.gone(law)
    severity = _severity(gone, law, cited, span, draft) if gone else None
    if gone is None or severity is None or _is_past(cited, span):
        return
    after = f"，由《{law.successor}》代替" if law.successor else ""
    mend = f"请改引《{law.successor}》。" if law.successor else "请删去，或写明已经废止。"
    what = f"起已经废止{after}" if law.repealed else f"起由《{law.successor}》代替"
    message = f"{shown}自{gone.year}年{gone.month}月{gone.day}日{what}。"
    yield _finding(cited, span, message, mend, severity, law)


def _severity(gone: date, law: Law, cited: Cited, span: Span, draft: Draft) -> Severity | None:
    """Tell how sure it is that a law was gone when the text has it applied, None if it may be right.

    Before the year it surely was. In the first half of the year it probably was, unless the
    sentence tells of the months before; and for the plan it is.
    """
    year = draft.year
    if year is None or gone <= date(year, 1, 1):
        return Severity.ERROR
    if span.part in draft.parts_for("plan") and gone <= date(year + 1, 1, 1):
        return Severity.WARNING
    is_early = gone <= date(year, _FIRST_HALF, 30)
    return Severity.WARNING if is_early and not _is_before(gone, law, cited, span) else None


def _is_before(gone: date, law: Law, cited: Cited, span: Span) -> bool:
    """Tell whether the sentence is dated before a law was gone, or names what followed it."""
    start = stretch_start(span.text, cited.start, "。；;", _REACH)
    sentence = fold(span.text[start : stretch_end(span.text, cited.end, "。", _REACH)])
    others = sentence.replace(cited.name, "")
    if law.successor and bare_name(law.successor) in others:
        return True
    months = [int(found) for found in _MONTH.findall(sentence)]
    return bool(_EARLY.search(sentence)) or any(month <= gone.month for month in months)


def _is_past(cited: Cited, span: Span) -> bool:
    before = span.text[max(0, cited.start - 3) : cited.start]
    start = stretch_start(span.text, cited.start, "。；;", _REACH)
    sentence = span.text[start : stretch_end(span.text, cited.end, "。", _REACH)]
    return "原" in before or "旧" in before or bool(_PAST.search(sentence))


def _finding(
    cited: Cited,
    span: Span,
    message: str,
    mend: str,
    severity: Severity | None = None,
    law: Law | None = None,
) -> Finding:
    quote = span.text[cited.start : cited.end]
    source = f"依据：{law.source}。" if law and law.source else ""
    place = span.place(cited.start, cited.end)
    return Finding(message, mend + source, place, quote=quote, severity=severity)
