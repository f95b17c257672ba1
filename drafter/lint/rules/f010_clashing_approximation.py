"""约数的说法互相抵触或者重复。

检查什么
一个数前后两个约数词意思相反（“近300余人”“将近200多次”），报错误；
意思重复（“约300余人”“约300人左右”“超过200次以上”“至少6场以上”），报警告；
很小的、不是整十的数后面加“余”“多”（“6余次”“37余件”），比率后面加“余”（“98.5余%”），报警告。

为什么
“近”是不到，“余”是超过，放在一起等于没说；有台账的数应当写准确数。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年举办法治讲座12场，近300余人参加，张贴海报6余张。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年举办法治讲座12场，近300人参加，发放宣传资料3000余份。
```

怎么改
只留一个约数词；有准确数的写准确数。

依据
《出版物上数字用法》（GB/T 15835—2011）关于概数的规定。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drafter.diagnostic import Severity
from drafter.extraction.match import Match
from drafter.figure import unit_group
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.text.fold import fold

_BELOW = frozenset({"近", "将近", "接近", "不到", "不足", "不超过", "不高于", "不多于"})
_AT_MOST = frozenset({"最多", "至多", "不超过", "不高于", "不多于", "以内", "以下"})
_ABOVE = frozenset({"余", "多", "来", "有余", "之多", "以上", "超", "超过", "逾"})
_AT_LEAST = frozenset({"至少", "不少于", "不低于", "以上"})
_AROUND = frozenset({"约", "大约", "大概", "左右", "上下"})
_NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?) ?([余多])(?![万亿])")
_ROUND = 10


@rule("F010", "clashing-approximation", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Look at the approximation words of each figure."""
    for match in draft.matches:
        words = (match.figure.approximate or "").split("…")
        if words == [""]:
            continue
        if clash := _clash(words):
            yield _finding(match, clash, None)
        elif superfluous := _superfluous(words):
            yield _finding(match, superfluous, Severity.WARNING)
        elif _is_too_exact(match, words):
            yield _finding(match, "是准确的数，后面不用“余”“多”", Severity.WARNING)


def _clash(words: list[str]) -> str:
    """Name two words of which one says less and the other more, the first of each as printed."""
    below = [word for word in words if word in _BELOW]
    above = [word for word in words if word in _ABOVE]
    return f"的约数词意思相反：“{below[0]}”和“{above[0]}”" if below and above else ""


def _superfluous(words: list[str]) -> str:
    """Name two words that say the same of one number."""
    if len(words) < 2:
        return ""
    found = set(words)
    groups = (_AROUND | {"余", "多"}, _ABOVE, _AT_LEAST, _AT_MOST)
    for group in groups:
        if len(found & group) > 1:
            return _same(word for word in words if word in group)
    is_doubled = found & _AROUND and found & (_ABOVE | _BELOW)
    return _same(words) if is_doubled else ""


def _same(words: Iterable[str]) -> str:
    return "的约数词意思重复：" + "".join(f"“{word}”" for word in words)


def _is_too_exact(match: Match, words: list[str]) -> bool:
    """Tell a number that isn't round, or a rate, with 余 behind it."""
    if not {"余", "多"} & set(words):
        return False
    if unit_group(match.figure.unit) == "率":
        return True
    found = _NUMBER.search(fold(match.figure.text))
    if found is None or unit_group(match.figure.unit) in ("时长", "元", "面积", "长度", "重量"):
        return False
    digits = found[1].replace(",", "")
    return "." not in digits and int(digits) % _ROUND != 0


def _finding(match: Match, problem: str, severity: Severity | None) -> Finding:
    return Finding(
        f"“{match.figure.text}”{problem}。",
        "请只留一个约数词；有准确数的写准确数。",
        match.place,
        quote=match.figure.text,
        severity=severity,
        indicator=match.key or "",
        group=f"{match.span.paragraph}:{match.span.cell}:{match.printed.start}",
    )
