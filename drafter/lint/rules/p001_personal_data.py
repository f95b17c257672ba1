"""写出了身份证号、手机号、银行卡号，或者当事人的姓名。

检查什么
18位居民身份证号（按校验码核对）、11位手机号、银行卡号（按校验码核对），数字中间夹空格、短横线的也算。
社区矫正对象、申请人、低保户等写出姓名的，姓名后面用括号写出住址、年龄、身份的，也算；“王某”“秦某某”不算。
固定电话、热线、统一社会信用代码、工单编号不算；已经隐去中间几位的不算。

为什么
报告要在网上公开，带出个人信息就是侵权；已有单位因公开的名单里带身份证号被提起公益诉讼。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
法律援助申请人（身份证号11010519491231002X，电话138 0013 8000）的诉求当日办结。
秦大顺（桐花村3组，低保户）的补偿款已兑付。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
法律援助申请人王某（138****8000）的诉求当日办结，12345热线受理工单202611010000012345号，咨询电话010-65550000。
```

怎么改
删去，或隐去中间几位；案例里的当事人写“王某”。

依据
《中华人民共和国政府信息公开条例》第十五条；《中华人民共和国个人信息保护法》。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.text.personal import PERSON_SIGN, find_named_persons, find_personal_numbers

_LONG = re.compile(r"[0-9](?:[ -]?[0-9]){9}")


@rule("P001", "personal-data", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Find what tells who a person is, tables included; no message shows more of it than it must."""
    for span, folded in draft.folded.numbered.where(_LONG):
        for number in find_personal_numbers(folded):
            printed = span.text[number.start : number.end]
            yield Finding(
                f"写出了{number.kind}“{printed[:3]}……{printed[-2:]}”。",
                "公开前请删去，或隐去中间几位。",
                span.place(number.start, number.end),
                quote=printed,
                group=f"{number.kind}{printed}",
            )
    for span, folded in draft.folded.where(PERSON_SIGN):
        for name in find_named_persons(folded):
            printed = span.text[name.start : name.end]
            yield Finding(
                f"写出了“{printed[0]}某”的姓名，又说明了是什么人。",
                f"公开前请核对，不宜公开的改成“{printed[0]}某”。",
                span.place(name.start, name.end),
                quote=printed,
                group=f"{name.kind}{printed}",
            )
